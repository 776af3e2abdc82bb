import type { Briefing } from "../../../src/briefing/briefing.ts";

/** A briefing of one figure, made by hand. */
export function briefingOf(command: string, value: number, asOf: string): Briefing {
  const source = {
    provider: "Hand-made",
    dataset: "levels",
    licence: "test",
    asOf,
    retrievedAt: asOf,
    isFallback: false,
  } as unknown as Briefing["sources"][number];
  return {
    id: Buffer.from(`${command} ${value} ${asOf}`).toString("hex").slice(0, 60),
    command,
    topic: command.split(" ")[0] ?? command,
    dataMode: "live",
    pair: "Small / Large",
    pairDetail: { small: "Small", large: "Large" },
    asOf,
    headline: `Small-caps, ${command}`,
    subtitle: "made by hand",
    hypothetical: false,
    figures: [
      { key: "gap", label: "Gap", unit: "pp", value, asOf, definition: "made by hand", sources: [source] },
    ],
    tables: [],
    notes: [],
    charts: [],
    caveats: ["made by hand"],
    sources: [source],
    firm: { name: "", disclaimer: "" },
  };
}
