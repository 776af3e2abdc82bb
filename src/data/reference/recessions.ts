import type { Recession } from "../../market/datasets.ts";

/**
 * US recessions since 1926: the business cycle's peak and trough months.
 * Source: National Bureau of Economic Research, Business Cycle Dating Committee.
 */
export const RECESSIONS: readonly Recession[] = [
  { peak: "1926-10", trough: "1927-11" },
  { peak: "1929-08", trough: "1933-03" },
  { peak: "1937-05", trough: "1938-06" },
  { peak: "1945-02", trough: "1945-10" },
  { peak: "1948-11", trough: "1949-10" },
  { peak: "1953-07", trough: "1954-05" },
  { peak: "1957-08", trough: "1958-04" },
  { peak: "1960-04", trough: "1961-02" },
  { peak: "1969-12", trough: "1970-11" },
  { peak: "1973-11", trough: "1975-03" },
  { peak: "1980-01", trough: "1980-07" },
  { peak: "1981-07", trough: "1982-11" },
  { peak: "1990-07", trough: "1991-03" },
  { peak: "2001-03", trough: "2001-11" },
  { peak: "2007-12", trough: "2009-06" },
  { peak: "2020-02", trough: "2020-04" },
];
