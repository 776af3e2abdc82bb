import fc from "fast-check";

/** Properties try the same values in every run, so that a run fails by fault alone; FC_SEED=number tries others. */
fc.configureGlobal({ seed: Number(process.env["FC_SEED"] ?? 20_261_123) });
