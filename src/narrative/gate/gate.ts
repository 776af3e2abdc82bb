import type { Briefing } from "../../briefing/briefing.ts";
import type { Verdict } from "../port.ts";
import type { Rule } from "./rule.ts";

/** Runs every rule over every sentence of a draft. Fails closed: what it does not understand it refuses. */
export function checkDraft(_briefing: Briefing, _draft: unknown, _rules: readonly Rule[] = []): Verdict {
  return {
    accepted: false,
    reasons: [{ code: "schema", sentence: null, detail: "the gate is not built yet" }],
  };
}
