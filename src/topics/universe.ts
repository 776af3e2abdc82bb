import { BriefingError } from "../briefing/errors.ts";
import { formatDate } from "../briefing/format.ts";
import { absent, isAbsent, type Value } from "../briefing/value.ts";
import type { Constituent, Side, UniverseRow } from "../market/datasets.ts";
import { companySizes } from "../maths/company-sizes.ts";
import { SHARES, shareOfWorld, usShareOfSmall } from "../maths/universe.ts";
import { defineTopic } from "./define.ts";
import { datesOf, differentDates, membersOf, olderDate, SIDES } from "./members.ts";
import type { FigureDraft, Inputs, View } from "./topic.ts";
import { ASKS } from "./universe-asks.ts";
import { BAND_WORDS, BANDS, FIGURES, MEASURES, NEEDS, SHARE_ROWS, WEIGHINGS } from "./universe-figures.ts";
import { type UniverseResult, universeCharts, universeHeadline } from "./universe-words.ts";
import { NOT_ADVICE } from "./words.ts";

interface Result extends UniverseResult {
  readonly lacking: { readonly [P in keyof typeof NEEDS]: Value | null };
}

function compute({ universe, constituents }: Inputs<typeof NEEDS>, _args: object, day: string): Result {
  const counts = isAbsent(universe) ? [] : newest(universe.data);
  const members = isAbsent(constituents) ? [] : constituents.data;
  const [small, large] = [sizes(members, "small"), sizes(members, "large")];
  if (counts.length === 0 && small.n + large.n === 0) {
    throw new BriefingError(
      "data_unavailable",
      "universe: no companies are counted by size, and no member has a market cap",
      "fill universe.csv, or market_cap in constituents.csv",
    );
  }
  const both = <Result>(of: (measure: "companies" | "marketCap") => Result) => ({
    count: of(MEASURES.count),
    value: of(MEASURES.value),
  });
  const shareOf = (share: (typeof SHARES)[number]) => both((measure) => shareOfWorld(counts, measure, share));
  return {
    countedOn: counts[0]?.asOf ?? "",
    shares: {
      smallOfAll: shareOf("smallOfAll"),
      smallAndMicroOfAll: shareOf("smallAndMicroOfAll"),
      smallWithoutMicro: shareOf("smallWithoutMicro"),
    },
    us: both((measure) => usShareOfSmall(counts, measure)),
    asOf: olderDate(small, large),
    small,
    large,
    day,
    lacking: {
      universe: isAbsent(universe) ? universe : null,
      constituents: isAbsent(constituents) ? constituents : null,
    },
  };
}

function newest(rows: readonly UniverseRow[]): readonly UniverseRow[] {
  const last = rows.reduce((date, { asOf }) => (asOf > date ? asOf : date), "");
  return rows.filter(({ asOf }) => asOf === last);
}

function sizes(rows: readonly Constituent[], side: Side) {
  const { asOf, rows: members } = membersOf(rows, side);
  return { asOf, ...companySizes(members) };
}

type Draft = FigureDraft<keyof typeof FIGURES & string>;

function worldDrafts({ shares, us, countedOn, day, lacking }: Result): readonly Draft[] {
  const asOf = countedOn || day;
  const or = (value: Value) => lacking.universe ?? value;
  return [
    ...WEIGHINGS.flatMap((by): Draft[] => [
      ...SHARES.map(
        (share): Draft => ({
          family: "universe.{share}.{by}",
          params: { share, by },
          asOf,
          value: or(shares[share][by].value),
          n: shares[share][by].regions,
        }),
      ),
      {
        family: "universe.usOfSmall.{by}",
        params: { by },
        asOf,
        value: or(us[by].value),
        n: us[by].regions,
      },
    ]),
    {
      family: "universe.regions",
      params: {},
      asOf,
      value: or(
        shares.smallOfAll.count.regions > 0
          ? shares.smallOfAll.count.regions
          : absent("not_reported", "no region has a number of every size"),
      ),
    },
  ];
}

const SIZES = [
  "above10bn",
  "smallestCap",
  "fifthPercentileCap",
  "medianCap",
  "largestCap",
  "usRevenueShare",
  "usRevenueReported",
] as const;

function sizeDrafts(result: Result, side: Side): readonly Draft[] {
  const own = result[side];
  const base = { params: { side }, asOf: own.asOf || result.asOf || result.day, n: own.n };
  const or = (value: Value) => result.lacking.constituents ?? value;
  const by = (what: "count" | "value") => ({ ...base, params: { side, by: what } });
  return [
    { ...by("count"), family: "universe.{side}.inBand.{by}", value: or(own.inBandCount) },
    { ...by("value"), family: "universe.{side}.inBand.{by}", value: or(own.inBandCap) },
    { ...by("count"), family: "universe.{side}.aboveBand.{by}", value: or(own.aboveBandCount) },
    { ...by("value"), family: "universe.{side}.aboveBand.{by}", value: or(own.aboveBandCap) },
    ...BANDS.map(
      (band, at): Draft => ({
        ...base,
        family: "universe.{side}.size.{band}",
        params: { side, band },
        value: or(own.bands[at] ?? absent("not_reported", "no member has a market cap")),
      }),
    ),
    ...SIZES.map(
      (what): Draft => ({
        ...base,
        family: `universe.{side}.${what}`,
        value: or(own[what]),
        n: what === "usRevenueShare" ? own.nRevenue : own.n,
      }),
    ),
  ];
}

function subtitle({ result }: View<object, Result>): string {
  const counted =
    result.countedOn === "" ? [] : [`Listed companies of the world on ${formatDate(result.countedOn)}`];
  const members = result.asOf === "" ? [] : [`index members on ${datesOf(result)}`];
  return [...counted, ...members, "USD"].join(" · ");
}

const MEMBER_ROWS = {
  "In the band of $250m to $2bn, by count": "inBand.count",
  "In the band, by value": "inBand.value",
  "Above $10bn, by count": "above10bn",
  "Smallest member": "smallestCap",
  "5th percentile": "fifthPercentileCap",
  "Median member": "medianCap",
  "Revenue from the US": "usRevenueShare",
} as const;

export const universe = defineTopic({
  name: "universe",
  title: "Universe",
  summary:
    "How many of the world's companies are small, how many of them in the US, how large index members are",
  asks: ASKS,
  args: {},
  needs: NEEDS,
  figures: FIGURES,
  examples: { share: "smallOfAll", by: "count", side: "small", band: "250mTo2bn" },
  values: { share: SHARES, by: WEIGHINGS, side: SIDES, band: BANDS },
  compute,
  drafts: (result) => [...worldDrafts(result), ...SIDES.flatMap((side) => sizeDrafts(result, side))],
  headline: universeHeadline,
  subtitle,
  tables: ({ result }) => [
    ...(result.countedOn === ""
      ? []
      : [
          {
            title: "Shares of the world's listed companies",
            columns: ["", "By count", "By value"],
            rows: [
              ...SHARES.map((share) => ({ label: SHARE_ROWS[share], share })),
              { label: "US of all small-caps", share: "usOfSmall" },
            ].map(({ label, share }) => ({ label, cells: WEIGHINGS.map((by) => `universe.${share}.${by}`) })),
          },
        ]),
    ...(result.asOf === ""
      ? []
      : [
          {
            title: "Members of the two indices",
            columns: ["", "Small", "Large"],
            rows: Object.entries(MEMBER_ROWS).map(([label, what]) => ({
              label,
              cells: SIDES.map((side) => `universe.${side}.${what}`),
            })),
          },
        ]),
  ],
  notes: ({ result }) => [
    ...(result.asOf === ""
      ? []
      : [
          "Above the band of $250m to $2bn: {{universe.small.aboveBand.count}} of the small index by count, {{universe.small.aboveBand.value}} by value; its largest member: {{universe.small.largestCap}}",
          "Where revenue comes from is reported for {{universe.small.usRevenueReported}} of small-caps by value, {{universe.large.usRevenueReported}} of large-caps",
        ]),
    ...(result.countedOn === "" ? [] : ["Regions counted in full: {{universe.regions}}"]),
  ],
  charts: universeCharts,
  caveats: ({ result }) => [
    `Providers draw the line below which a company is small in different places, and whether micro-caps count moves the answer most. ${NOT_ADVICE}`,
    ...leftOut(result),
    ...(result.asOf === ""
      ? []
      : [`${BAND_WORDS}. Members may outgrow such a band between two reviews of an index.`]),
    ...differentDates(result),
  ],
});

/** A share is of the regions that have a number of every size. */
function leftOut({ shares }: Result): readonly string[] {
  const said = WEIGHINGS.flatMap((by) => {
    const without = new Set(SHARES.flatMap((share) => shares[share][by].leftOut));
    return without.size === 0 ? [] : [`by ${by}, ${[...without].join(", ")}`];
  });
  return said.length === 0 ? [] : [`Left out of a row, as no number is given: ${said.join("; ")}.`];
}
