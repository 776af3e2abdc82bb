import { closedFigures, defineTopic } from "../../src/topics/define.ts";

const NEEDS = { levels: { dataset: "levels", required: true } } as const;

/** A topic as a newcomer would write it: how many levels there are. */
export const oneMore = defineTopic({
  name: "tally",
  title: "Tally",
  summary: "How many index levels are at hand for either side",
  args: {},
  needs: NEEDS,
  figures: {
    "tally.{side}.levels": closedFigures<typeof NEEDS>()("levels")(
      "count",
      ({ side }) => `Levels of ${side}`,
      () => "Number of levels of total return in the data.",
    ),
  },
  examples: { side: "small" },
  asks: { words: ["how many levels", "count of levels"] },
  compute: ({ levels: { data } }) => ({
    small: data.small_total?.length ?? 0,
    large: data.large_total?.length ?? 0,
    asOf: data.small_total?.at(-1)?.date ?? data.large_total?.at(-1)?.date,
  }),
  drafts: ({ asOf, ...counts }) =>
    (["small", "large"] as const).map((side) => ({
      family: "tally.{side}.levels" as const,
      params: { side },
      value: counts[side],
      asOf: asOf ?? "2026-01-01",
    })),
  headline: () => "Both sides have their levels counted",
  subtitle: () => "Levels of total return",
  tables: () => [
    {
      title: "Levels",
      columns: ["", "Count"],
      rows: [
        { label: "Small", cells: ["tally.small.levels"] },
        { label: "Large", cells: ["tally.large.levels"] },
      ],
    },
  ],
  notes: () => [],
  charts: () => [],
  caveats: () => ["A count says nothing of returns."],
});
