import { describe, expect, it } from "vitest";
import { routeQuestion } from "../../../src/commands/route/route.ts";
import { topics } from "../../../src/topics/index.ts";

const route = (text: string) => routeQuestion(text, topics, null);

describe("a question that only looks like one", () => {
  it.each([
    "small caps when the Fed raised rates",
    "small caps in a hiking cycle",
    "how do small caps do after rate increases",
    "what happens to small caps when interest rates rise",
    "do small caps do well in a rising rate environment",
    "which small caps beat the market",
  ])("%j is not answered as another, and has the nearest offered", (text) => {
    const { line, nearest } = route(text);
    expect(line).toBeNull();
    expect(nearest.length).toBeGreaterThan(0);
  });
});

describe("a question's words", () => {
  it.each([
    ["how did small caps do in March 2020", "performance window=1m asof=2020-03-31", []],
    ["small cap returns in 2010", "performance window=12m asof=2010-12-31", []],
    ["how cheap were small caps in 1999", "valuation asof=1999-12-31", []],
    ["cuts in 2001", "ratecut cycle=2001", []],
    ["are small caps cheap in euros", "valuation", ["euros"]],
    ["trailing P/E of small caps", "valuation", ["trailing"]],
    [
      "small cap returns during recessions",
      "recovery",
      ["during recessions (measured from their troughs on)"],
    ],
    ["what if earnings fall by a fifth", "valuation eps=-20%", []],
    ["how many small caps lose money", "valuation", []],
    ["how have small caps done since the election", "performance", ["since", "election"]],
    ["did small caps ever fall more than half", "volatility", ["half"]],
    ["worst year for small caps", "performance", ["worst year"]],
    [
      "best month ever for small caps",
      "performance",
      ["best month of all (the best of the last twelve is shown)"],
    ],
    ["best month for small caps", "performance", []],
    ["worst month for small caps", "performance", ["worst month"]],
    ["what is the max drawdown", "volatility", []],
    ["largest drawdown of small caps", "volatility", []],
    ["what is the current drawdown", "performance", []],
    ["when does the Fed meet next", "calendar", []],
    ["when is the next Fed meeting", "calendar", []],
    ["is a recession coming", "risks", ["whether a recession comes (nothing here is a forecast)"]],
    ["will there be a recession", "risks", ["whether a recession comes (nothing here is a forecast)"]],
    ["how likely is a recession", "risks", ["whether a recession comes (nothing here is a forecast)"]],
    ["recession this year?", "risks", ["ytd", "whether a recession comes (nothing here is a forecast)"]],
    [
      "what happens to small caps when a recession is coming",
      "recovery",
      ["before recessions (measured from their troughs on)"],
    ],
    ["are we in a recession", "regime", ["whether it is a recession (the NBER dates those, months later)"]],
    ["how did small caps do after the last recession", "recovery", []],
    [
      "what was the return of small caps last year",
      "performance window=12m",
      ["last year by the calendar (these are the twelve months to the end of the data)"],
    ],
    ["returns of small caps over the last year", "performance window=12m", []],
    [
      "did small caps outperform last month",
      "performance window=1m",
      ["last month by the calendar (this is the month to the end of the data)"],
    ],
    ["small cap revenue growth", "earnings", ["revenue"]],
    ["earnings growth over the past five years", "earnings", ["60m"]],
    ["small caps after the 2008 recession", "recovery trough=2009-06", []],
    ["how did small caps do after the covid recession", "recovery trough=2020-04", []],
    [
      "are small caps cheap in euros and how volatile are they",
      "brief topics=valuation,volatility",
      ["euros"],
    ],
    ["size premium since 1990", "premium era=since1990", []],
    ["when is CPI out", "calendar", []],
    ["how much of small-cap revenue is domestic", "universe", []],
    ["are small caps cheap for Martian gardeners", "valuation", ["martian", "gardeners"]],
  ] as const)("%j runs %j, without %j", (text, line, unused) => {
    const routed = route(text);
    expect([routed.line, routed.unused]).toEqual([line, unused]);
  });
});
