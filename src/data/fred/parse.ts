import { z } from "zod";
import type { MacroSeries, Point } from "../../market/datasets.ts";
import { readJson } from "../distrust/read-json.ts";
import { PLAUSIBLE, refuseImplausible } from "../distrust/series.ts";
import { layoutFault } from "../http/fault.ts";

/** FRED's ids. The ISM took its survey away from FRED. */
export const FRED_SERIES: Readonly<Partial<Record<MacroSeries, string>>> = {
  unemployment_rate: "UNRATE",
  cpi: "CPIAUCSL",
  industrial_production: "INDPRO",
  initial_claims: "ICSA",
  consumer_sentiment: "UMCSENT",
  treasury_3m: "DGS3MO",
  treasury_2y: "DGS2",
  treasury_10y: "DGS10",
  baa_spread: "BAA10Y",
  high_yield_spread: "BAMLH0A0HYM2",
  vix: "VIXCLS",
  stress_index: "STLFSI4",
  nfci: "NFCI",
  cfnai: "CFNAI",
  cfnai_ma3: "CFNAIMA3",
  sahm: "SAHMREALTIME",
  policy_uncertainty: "USEPUINDXD",
  oil_wti: "DCOILWTICO",
};
export const FRED_NAMES = Object.keys(FRED_SERIES) as readonly MacroSeries[];

const schema = z.object({
  units: z.literal("lin", "units other than levels"),
  count: z.int(),
  offset: z.literal(0),
  observations: z.array(z.object({ date: z.iso.date(), value: z.string() })),
});

/** One series, oldest first; "." is missing. */
export function parseObservations(bytes: Buffer, series: MacroSeries, today: string): readonly Point[] {
  const { count, observations } = readJson(bytes, schema);
  const id = FRED_SERIES[series] ?? series;
  if (count !== observations.length)
    throw layoutFault(`${id} has ${observations.length} of ${count} observations: it is cut`);
  const points = observations.flatMap(({ date, value }): Point[] => {
    if (value === ".") return [];
    if (!/^-?\d+(\.\d+)?$/.test(value))
      throw layoutFault(`${id} of ${date}: "${value.slice(0, 20)}" is not a number`);
    return [{ date, value: Number(value) }];
  });
  refuseImplausible(id, points, PLAUSIBLE[series], today);
  return points;
}
