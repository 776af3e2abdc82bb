import { beforeAll, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { BriefingError } from "../../src/briefing/errors.ts";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { topics } from "../../src/main/topics.ts";
import { type Datasets, MACRO_SERIES } from "../../src/market/datasets.ts";
import { briefingOf, folderOf, member, monthlyLevels } from "../support/folder-assistant.ts";
import { expectSound } from "../support/sound-briefing.ts";

/** Markets that topics must survive: answered, or refused with a remedy, but never wrong and never a crash. */
const LARGE = member("large", "L", {
  price: 50,
  marketCap: 5e10,
  epsFy1: 2,
  epsFy2: 3,
  fy1End: "2026-06-30",
  epsTtm: 2,
});
const CUTS = (dates: readonly string[]) =>
  dates.map((announced) => ({
    announced,
    effective: announced,
    changeBp: -25,
    targetUpper: 4,
    scheduled: true,
  }));
const RISES = (dates: readonly string[]) => CUTS(dates).map((cut) => ({ ...cut, changeBp: 25 }));
const RISING = (count: number, step: number) =>
  Array.from({ length: count }, (_, index) => 100 + step * index);
const levels = (months: number, start: string) => ({
  small_total: monthlyLevels(start, RISING(months, 1)),
  large_total: monthlyLevels(start, RISING(months, 2)),
});

const SMALL = member("small", "S", {
  price: 10,
  marketCap: 1e9,
  epsFy1: 1,
  epsFy2: 1,
  fy1End: "2026-06-30",
  epsTtm: 1,
});

/** `count` months up to Dec 2025 of every variant, small ever dearer. */
const history = (count: number): Datasets["valuationHistory"] =>
  Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const month = new Date(Date.UTC(2025, 12 - count + index, 1)).toISOString().slice(0, 7);
    return (["large", "small"] as const).flatMap((side) =>
      ["aggIncl", "aggExLoss", "median", "profitable"].map((variant) => ({
        month,
        index: side,
        variant,
        forwardPe: side === "large" ? 20 : 15 + index / 50,
      })),
    );
  });

/** Monthly total return to Nov 2025 beside daily prices to 10 Dec: each window is as fresh as its series. */
const dailyPrices = (open: number) =>
  Array.from({ length: 600 }, (_, index) =>
    new Date(Date.UTC(2025, 11, 10) - (599 - index) * 86_400_000).toISOString().slice(0, 10),
  )
    .filter((date) => ![0, 6].includes(new Date(date).getUTCDay()))
    .map((date, index) => ({ date, value: 100 + index / open }));
const mixed = (): Datasets["levels"] => ({
  small_total: monthlyLevels("2000-01", RISING(311, 1)),
  large_total: monthlyLevels("2000-01", RISING(311, 2)),
  small_price: dailyPrices(7),
  large_price: dailyPrices(9),
});
/** To Dec 2025; flat months among them. */
const sizeFactor = (months: number): Datasets["factors"] =>
  Array.from({ length: months }, (_, index) => ({
    month: new Date(Date.UTC(2025, 12 - months + index, 1)).toISOString().slice(0, 7),
    mktRf: 0,
    smb: months < 3 ? 0 : Math.sin(index) / 50,
    hml: 0,
    rf: 0,
  }));
/** Every economic series by the month, to Dec 2025; a daily or weekly one has a value a month too. */
const economy = (months: number): Datasets["macro"] =>
  Array.from({ length: months }, (_, index) =>
    new Date(Date.UTC(2025, 12 - months + index, 1)).toISOString().slice(0, 10),
  ).flatMap((date, index) =>
    MACRO_SERIES.map((series) => ({ date, series, value: 5 + Math.sin(index), vintage: null })),
  );
const SINCE_2000 = ["2001-01-03", "2001-01-31", "2007-09-18", "2019-07-31", "2019-09-18", "2024-09-18"];

/** Every field that a member may report, as its index has it. */
const REPORTING = {
  sector: "Industrials",
  analysts: 3,
  totalDebt: 100,
  floatingDebt: 60,
  swappedToFixed: 5,
  ebit: 20,
  interestExpense: 10,
  epsFy1ThreeMonthsAgo: 1.1,
  usRevenueShare: 0.7,
};
const counted = (region: string, companies: readonly (number | null)[]): Datasets["universe"] =>
  ["large", "small", "micro"].map((size, at) => ({
    asOf: "2025-12-31",
    region,
    size,
    companies: companies[at] ?? null,
    marketCap: companies[at] ?? null,
  }));
const takeovers = (count: number): Datasets["deals"] =>
  Array.from({ length: count }, (_, at) => ({
    announced: new Date(Date.UTC(2025, 11, 30) - (count - 1 - at) * 86_400_000 * 9)
      .toISOString()
      .slice(0, 10),
    target: `Target ${at % 37}`,
    acquirer: null,
    valueUsd: at % 3 === 0 ? 1e9 : null,
  }));
const estimates = (count: number, sides: readonly ("small" | "large")[]): Datasets["revisions"] =>
  Array.from({ length: count }, (_, at) => at).flatMap((at) => {
    const month = new Date(Date.UTC(2025, 12 - count + at, 1)).toISOString().slice(0, 7);
    return sides.map((index) => ({ month, index, up: at % 7, down: at % 5, unchanged: at % 3 }));
  });

/** Of companies, of the world's companies, of takeovers and of revisions: whole, in part, and next to nothing. */
const COMPANY_MARKETS: Readonly<Record<string, Market>> = {
  "companies that report everything": {
    data: () => ({
      constituents: [
        { ...SMALL, ...REPORTING },
        { ...LARGE, ...REPORTING },
      ],
      universe: [...counted("US", [10, 50, 40]), ...counted("Japan", [10, 30, null])],
      deals: takeovers(700),
      revisions: estimates(200, ["large", "small"]),
    }),
  },
  "one reporting company and nothing else": { data: () => ({ constituents: [{ ...SMALL, ...REPORTING }] }) },
  "reporting loss-makers": {
    data: () => ({
      constituents: [SMALL, LARGE].map((row) => ({
        ...row,
        ...REPORTING,
        ebit: -20,
        epsTtm: -1,
        epsFy1: -2,
        epsFy2: -3,
      })),
    }),
  },
  "companies without debt or analysts": {
    data: () => ({
      constituents: [SMALL, LARGE].map((row) => ({
        ...row,
        ...REPORTING,
        totalDebt: 0,
        floatingDebt: 0,
        swappedToFixed: 0,
        analysts: 0,
      })),
    }),
  },
  "banks alone": {
    data: () => ({
      constituents: [SMALL, LARGE].map((row) => ({ ...row, ...REPORTING, sector: "Financials" })),
    }),
  },
  "a world of one region": { data: () => ({ universe: counted("US", [10, null, 40]) }), asOf: "2026-03-01" },
  "a world of small-caps": { data: () => ({ universe: counted("US", [0, 0, 0]) }), asOf: "2026-03-01" },
  "one takeover": { data: () => ({ deals: takeovers(1) }), asOf: "2025-12-31" },
  "takeovers that ended long ago": { data: () => ({ deals: takeovers(60) }), asOf: "2026-11-01" },
  "one month of revisions": { data: () => ({ revisions: estimates(1, ["small"]) }), asOf: "2026-01-10" },
  "revisions of large-caps alone": {
    data: () => ({ revisions: estimates(130, ["large"]) }),
    asOf: "2026-01-10",
  },
  "companies after the as-of date": {
    data: () => ({
      constituents: [{ ...SMALL, ...REPORTING }],
      deals: takeovers(9),
      universe: counted("US", [1, 2, 3]),
      revisions: estimates(9, ["small", "large"]),
    }),
    asOf: "1999-01-01",
  },
};

/** Markets with an as-of date of their own, or a hostile name. */
const ODD_MARKETS: Readonly<Record<string, Market>> = {
  "forward estimates without trailing earnings": {
    data: () => ({
      constituents: [
        { ...SMALL, epsTtm: null },
        { ...LARGE, epsTtm: null },
      ],
    }),
  },
  "large members only": { data: () => ({ constituents: [LARGE] }) },
  "large members that lose all": {
    data: () => ({ constituents: [SMALL, { ...LARGE, epsFy1: -1, epsFy2: -2, epsTtm: -1 }] }),
  },
  ...Object.fromEntries(
    [24, 60, 119, 130].map((months) => [
      `${months} months of valuation history`,
      { data: () => ({ constituents: [SMALL, LARGE], valuationHistory: history(months) }) },
    ]),
  ),
  ...Object.fromEntries(
    [2, 4, 7, 12, 13, 25, 61].map((months) => [
      `${months} months of levels`,
      { data: () => ({ levels: levels(months, "2020-11"), policyDecisions: CUTS(["2021-01-03"]) }) },
    ]),
  ),
  ...Object.fromEntries(
    [1, 2, 130, 400].map((months) => [
      `${months} months of the size factor`,
      { data: () => ({ factors: sizeFactor(months), recessions: [{ peak: "2020-02", trough: "2020-04" }] }) },
    ]),
  ),
  ...Object.fromEntries(
    [1, 3, 30, 200].map((months) => [
      `${months} months of economic series, and no levels`,
      { data: () => ({ macro: economy(months), policyDecisions: CUTS(["2024-09-18"]) }), asOf: "2025-12-31" },
    ]),
  ),
  "economic series that ended long ago": {
    data: () => ({
      macro: economy(200),
      levels: levels(372, "1994-01"),
      policyDecisions: RISES(["2023-07-26"]),
    }),
    asOf: "2026-11-20",
  },
  "fresh months beside fresh days": {
    data: () => ({ levels: mixed(), policyDecisions: CUTS(SINCE_2000) }),
    asOf: "2025-12-10",
  },
  "stale days beside fresh months": {
    data: () => ({ levels: mixed(), policyDecisions: CUTS(SINCE_2000) }),
    asOf: "2026-01-20",
  },
  "data that ended long ago": {
    data: () => ({
      levels: levels(372, "1994-01"),
      policyDecisions: CUTS([...SINCE_2000, "2025-09-17"]),
      constituents: [SMALL, LARGE],
      valuationHistory: history(250),
    }),
    asOf: "2026-11-20",
  },
  "cycles that ended, and data that did": {
    data: () => ({
      levels: levels(372, "1994-01"),
      policyDecisions: [
        ...CUTS(["2001-01-03", "2001-03-20"]),
        ...RISES(["2004-06-30"]),
        ...CUTS(["2007-09-18"]),
        ...RISES(["2015-12-16"]),
        ...CUTS(["2019-07-31", "2019-09-18"]),
        ...RISES(["2022-03-16"]),
        ...CUTS(["2024-09-18"]),
      ],
    }),
    asOf: "2026-11-20",
  },
  "data that begin after the as-of date": {
    data: () => ({ levels: levels(24, "2020-01"), policyDecisions: CUTS(SINCE_2000) }),
    asOf: "1999-01-01",
  },
  ...Object.fromEntries(
    Object.entries({
      "quotes and braces": { small: "Small \"Caps\" {x} & 'Co.' Index", large: "Large $& $1. The rest" },
      "right-to-left": { small: "\u05de\u05d3\u05d3 \u202e123", large: "\u0645\u0624\u0634\u0631" },
      "200 characters": { small: "S".repeat(200), large: `L${" x".repeat(99)}` },
      script: { small: "<script>alert(1)</script>", large: "NaN undefined-free & <b>" },
    }).map(([what, named]) => [
      `names of ${what}`,
      {
        data: () => ({
          levels: levels(372, "1995-01"),
          policyDecisions: CUTS(SINCE_2000),
          constituents: [SMALL, LARGE],
        }),
        named,
      },
    ]),
  ),
};

interface Market {
  readonly data: () => Partial<Datasets>;
  readonly asOf?: string;
  readonly named?: { readonly small: string; readonly large: string };
}

const PLAIN_MARKETS: Readonly<Record<string, () => Partial<Datasets>>> = {
  "the whole sample market": () => sampleDatasets(),
  "thirty years of months": () => ({
    levels: levels(372, "1995-01"),
    policyDecisions: CUTS([
      "1996-01-31",
      "1998-09-29",
      "2001-01-03",
      "2007-09-18",
      "2019-07-31",
      "2024-09-18",
    ]),
    recessions: [{ peak: "2001-03", trough: "2001-11" }],
    constituents: [
      member("small", "S", {
        price: 10,
        marketCap: 1e9,
        epsFy1: 1,
        epsFy2: 1,
        fy1End: "2026-06-30",
        epsTtm: 1,
      }),
      LARGE,
    ],
  }),
  "three months": () => ({ levels: levels(3, "2025-10"), policyDecisions: CUTS(["2025-10-29"]) }),
  "one level": () => ({ levels: levels(1, "2025-12"), policyDecisions: CUTS(["2025-12-10"]) }),
  "one side only": () => ({
    levels: { small_total: monthlyLevels("2020-01", RISING(60, 1)) },
    policyDecisions: CUTS(["2021-01-03"]),
  }),
  "no cut ever": () => ({ levels: levels(60, "2020-01"), policyDecisions: CUTS(["1960-01-01"]) }),
  "a flat market": () => ({
    levels: {
      small_total: monthlyLevels("2020-01", RISING(60, 0)),
      large_total: monthlyLevels("2020-01", RISING(60, 0)),
    },
    policyDecisions: CUTS(["2021-01-03"]),
  }),
  "daily levels with a hole": () => ({
    levels: dailyWithHole(),
    policyDecisions: CUTS(["2023-05-10", "2023-09-20", "2024-03-20"]),
  }),
  "one member": () => ({
    constituents: [
      member("small", "S", {
        price: 10,
        marketCap: 1e9,
        epsFy1: 1,
        epsFy2: 1,
        fy1End: "2026-06-30",
        epsTtm: 1,
      }),
    ],
  }),
  "all loss-makers": () => ({
    constituents: [
      member("small", "S", {
        price: 10,
        marketCap: 1e9,
        epsFy1: -1,
        epsFy2: -1,
        fy1End: "2026-06-30",
        epsTtm: -1,
      }),
      LARGE,
    ],
  }),
  "zero earnings": () => ({
    constituents: [
      member("small", "S", {
        price: 10,
        marketCap: 1e9,
        epsFy1: 0,
        epsFy2: 0,
        fy1End: "2026-06-30",
        epsTtm: 0,
      }),
      LARGE,
    ],
  }),
  "blank columns": () => ({
    constituents: [member("small", "S", { price: 10 }), member("large", "L", { marketCap: 1e9 })],
  }),
};

function dailyWithHole(): Datasets["levels"] {
  const days = Array.from({ length: 900 }, (_, index) =>
    new Date(Date.UTC(2022, 0, 3) + index * 86_400_000).toISOString().slice(0, 10),
  );
  const open = days.filter(
    (date) => ![0, 6].includes(new Date(date).getUTCDay()) && !(date >= "2023-09-01" && date < "2023-11-15"),
  );
  const walk = (seed: number) =>
    open.map((date, index) => ({ date, value: 100 + 10 * Math.sin(index / (seed * 7)) + index / 50 }));
  return { small_price: walk(2), large_price: walk(3) };
}

/** Every choice of an argument, but of a claim those of one kind once: its figures, dates, months, or none. */
const CLAIMS_ASKED = new Set(["4", "15", "16", "20", "26", "31"]);
const choicesOf = (name: string, { choices, example }: { choices: readonly string[]; example: string }) =>
  (choices.length > 0 ? choices : [example]).filter((each) => name !== "claim" || CLAIMS_ASKED.has(each));

const LINES = topics.flatMap((topic) => [
  topic.name,
  ...Object.entries(topic.args).flatMap(([name, spec]) =>
    choicesOf(name, spec).map((value) => `${topic.name} ${name}=${value}`),
  ),
]);

const WIDE_SINCE = ["1800", "1995-12-19", "2001-01-20", "2019-08", "2100"].map(
  (since) => `ratecut since=${since}`,
);

const MARKETS: Readonly<Record<string, Market>> = {
  ...Object.fromEntries(Object.entries(PLAIN_MARKETS).map(([name, data]) => [name, { data }])),
  ...ODD_MARKETS,
  ...COMPANY_MARKETS,
};

describe.each(Object.keys(MARKETS))("every topic over %s", (name) => {
  let folder: string;
  const { data, asOf, named }: Market = MARKETS[name] ?? { data: () => ({}) };
  beforeAll(async () => {
    folder = await folderOf(data(), named);
  });

  it.each([...LINES, ...WIDE_SINCE])("%s", async (typed) => {
    const line = asOf ? `${typed} asof=${asOf}` : typed;
    const first = await answerOrRefusal(folder, line);
    if (first instanceof BriefingError) {
      expect(["data_unavailable", "bad_command"]).toContain(first.code);
      expect(first.hint.length).toBeGreaterThan(10);
      return;
    }
    expect(await answerOrRefusal(folder, line)).toEqual(first);
    expectSound(first, topics);
  });
});

async function answerOrRefusal(folder: string, line: string): Promise<Briefing | BriefingError> {
  return briefingOf(folder, line, topics).catch((error: unknown) => {
    if (error instanceof BriefingError) return error;
    throw error;
  });
}
