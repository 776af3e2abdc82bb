import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openNyFed } from "../../../src/data/nyfed/nyfed.ts";
import { decisionsFrom, parseRates } from "../../../src/data/nyfed/parse.ts";
import { POLICY_COMPLETE_TO, POLICY_DECISIONS } from "../../../src/data/reference/policy-decisions.ts";
import { addDays } from "../../../src/maths/calendar.ts";
import { cutInput } from "../../../src/topics/inputs.ts";
import { liveOptions, send, serve } from "../http/serve.ts";
import { sourceContract } from "../http/source-contract.ts";
import { marketData, noMarketData } from "../shared-market-data.ts";

/** A table that ends with the cut announced on 2026-06-17; the rest is to be read from the range. */
const KNOWN = {
  decisions: [
    { announced: "2025-12-10", effective: "2025-12-11", changeBp: -25, targetUpper: 3.75, scheduled: true },
    { announced: "2026-06-17", effective: "2026-06-18", changeBp: -25, targetUpper: 3.5, scheduled: true },
  ],
  completeTo: "2026-06-30",
};

type Day = readonly [date: string, rate: number, to: number];

const body = (days: readonly Day[]) =>
  JSON.stringify({
    refRates: days.toReversed().map(([effectiveDate, percentRate, targetRateTo]) => ({
      effectiveDate,
      type: "EFFR",
      percentRate,
      targetRateFrom: targetRateTo - 0.25,
      targetRateTo,
      revisionIndicator: "",
    })),
  });

const DAYS: readonly Day[] = [
  ["2026-06-16", 3.63, 3.75],
  ["2026-06-17", 3.63, 3.75],
  ["2026-06-18", 3.38, 3.5],
  ["2026-07-29", 3.38, 3.5],
  ["2026-07-30", 3.13, 3.25],
  ["2026-08-12", 3.13, 3.25],
  ["2026-08-13", 2.63, 2.75],
];

const read = (days: readonly Day[], known = KNOWN, today = "2026-08-14") =>
  decisionsFrom(parseRates(Buffer.from(body(days)), today), known);

sourceContract({
  name: "nyfed",
  open: (options) => openNyFed(options, KNOWN),
  dataset: "policyDecisions",
  now: "2026-08-14T12:00:00.000Z",
  good: () => body(DAYS),
  type: "application/json",
  drifted: JSON.stringify({ refRates: [{ effectiveDate: "2026-06-16", type: "EFFR", rate: 3.63 }] }),
  secrets: [],
  keeps: true,
});

describe("the target range", () => {
  it("gives the decisions since the table: announced the day before, scheduled by the FOMC's calendar", () => {
    const { decisions, completeTo, doubts } = read(DAYS);
    expect(decisions.slice(2)).toEqual([
      { announced: "2026-07-29", effective: "2026-07-30", changeBp: -25, targetUpper: 3.25, scheduled: true },
      {
        announced: "2026-08-12",
        effective: "2026-08-13",
        changeBp: -50,
        targetUpper: 2.75,
        scheduled: false,
      },
    ]);
    // What is announced on the last day moves the range on the next only; the Fed meets on 16 September next.
    expect(completeTo).toBe("2026-09-15");
    expect(doubts).toEqual([
      expect.stringMatching(/read to 2026-08-13: a change announced after 2026-08-12, between scheduled/),
      expect.stringMatching(/^the decision of 2026-08-12 is read from the target range, as announced/),
      expect.stringMatching(/^the decision of 2026-07-29 is read from the target range, as announced/),
    ]);
  });

  it("names to an as-of date no decision that came after it", async () => {
    const { baseUrl } = await serve((_, response) => send(response, body(DAYS), "application/json"));
    const options = await liveOptions(baseUrl, () => new Date("2026-08-14T12:00:00Z"));
    const fetched = await openNyFed(options, KNOWN).fetch("policyDecisions");
    const told = (asOf: string) => {
      const { doubts = [] } = cutInput("policyDecisions", fetched, asOf).source;
      return doubts.map((doubt) => /^the decision of (\S+)|after (\S+),/.exec(doubt)?.slice(1).join(""));
    };
    expect(told("2026-07-28")).toEqual([]);
    expect(told("2026-07-29")).toEqual(["2026-07-29"]);
    expect(told("2026-08-12")).toEqual(["2026-08-12", "2026-07-29"]);
    // Only what is asked of the days after the range was read may lack a change.
    expect(told("2026-08-14")).toEqual(["2026-08-12", "2026-08-12", "2026-07-29"]);
  });

  it("that was another before is doubted, and half of it refused", async () => {
    let days = DAYS;
    let at = new Date("2026-08-14T12:00:00Z");
    const { baseUrl } = await serve((_, response) => send(response, body(days), "application/json"));
    const options = await liveOptions(baseUrl, () => at);
    await openNyFed(options, KNOWN).fetch("policyDecisions");
    // The cut of 12 August was larger, as it is told now.
    days = [...DAYS.slice(0, 6), ["2026-08-13", 2.38, 2.5]];
    at = new Date("2026-08-15T12:00:00Z");
    const { data, source } = await openNyFed(options, KNOWN).fetch("policyDecisions");
    expect(data.at(-1)?.changeBp).toBe(-75);
    expect(source.doubts).toContain(
      "the target range's upper bound is never revised, and is told otherwise than in the answer retrieved on 2026-08-14: 2026-08-13 was 2.75, is 2.5",
    );
    days = DAYS.map(([date, rate, to]) => [date, rate, date > "2026-06-17" ? to - 0.25 : to] as const);
    at = new Date("2026-08-16T12:00:00Z");
    const stood = await openNyFed(options, {
      ...KNOWN,
      decisions: KNOWN.decisions.slice(0, 0),
      completeTo: "2026-06-15",
    }).fetch("policyDecisions");
    expect(stood.source.fallback).toMatch(/half of the values differ by more than 0\.2/);
  });

  it("says where the FOMC's calendar does not reach", () => {
    const days: readonly Day[] = [
      ["2029-01-30", 3.6, 3.75],
      ["2029-01-31", 3.35, 3.5],
    ];
    const { decisions, doubts, completeTo } = read(
      days,
      { decisions: [], completeTo: "2029-01-29" },
      "2029-02-01",
    );
    // No meeting is known after it, so that nothing is taken as whole beyond what was read.
    expect(completeTo).toBe("2029-01-30");
    expect(decisions).toEqual([expect.objectContaining({ announced: "2029-01-30", scheduled: null })]);
    expect(doubts.join()).toMatch(
      /the decision of 2029-01-30 .*; whether at a scheduled meeting is not known/,
    );
  });

  it.each<[string, readonly Day[], RegExp]>([
    [
      "a known decision that it does not show",
      DAYS.filter((_, at) => at !== 2)
        .map(([d, r]) => [d, r, 3.75] as Day)
        .slice(0, 3),
      /does not show the known decision 3.5 % from 2026-06-18/,
    ],
    [
      "a decision that is not known",
      [["2026-06-10", 3.9, 4], ["2026-06-11", 3.63, 3.75], ...DAYS],
      /shows a decision that is not known: 3.75 % from 2026-06-11/,
    ],
    [
      "a change between days far apart",
      [...DAYS.slice(0, 5), ["2026-08-13", 2.63, 2.75]],
      /between 2026-07-30 and 2026-08-13: days are missing/,
    ],
    ["rates that begin too late", DAYS.slice(4), /may be missing/],
    ["a rate in decimals", [["2026-06-16", 0.0363, 3.75], ...DAYS.slice(1)], /far outside its range/],
    ["a day twice", [DAYS[0]!, ...DAYS], /2026-06-16 twice/],
    ["a day ahead", [...DAYS, ["2026-08-20", 2.63, 2.75]], /after today/],
  ])("refuses %s", (_, days, message) => {
    expect(() => read(days)).toThrow(message);
  });

  it.skipIf(noMarketData)(
    "of real days: the built-in table of the spring of 2023 is what the range shows",
    () => {
      const raw = readFileSync(join(marketData, "raw/api/nyfed/effr_search_2023_CUT.json"));
      const days = parseRates(raw, "2023-06-07");
      // The table as it was the day before the file begins: everything later has to be found.
      const until = addDays(days[0]?.date ?? "", -1);
      const known = {
        decisions: POLICY_DECISIONS.filter(({ announced }) => announced <= until),
        completeTo: until,
      };
      const found = decisionsFrom(days, known).decisions.slice(known.decisions.length);
      const table = POLICY_DECISIONS.filter(({ announced }) => announced > until && announced < "2023-06-06");
      expect(found.map(({ scheduled: _, ...rest }) => rest)).toEqual(
        table.map(({ scheduled: _, ...rest }) => rest),
      );
      expect(found.map(({ announced }) => announced)).toEqual(["2023-05-03"]);
    },
  );

  it.skipIf(noMarketData)("of August 2026 is what the built-in table ends with", () => {
    const raw = readFileSync(join(marketData, "raw/api/nyfed/effr_last_2.json"));
    const [last] = parseRates(raw, "2026-08-06").slice(-1);
    expect(last?.to).toBe(POLICY_DECISIONS.at(-1)?.targetUpper);
    expect(POLICY_COMPLETE_TO > "2026-08-05").toBe(true);
  });
});
