import { addDays } from "../../maths/calendar.ts";
import { layoutFault } from "../http/fault.ts";
import type { Resource } from "../kept/recipe.ts";
import { type Listed, parseTickers } from "./companies/tickers.ts";
import { type Frame, parseFrame } from "./frames/frame.ts";
import type { FrameRequest } from "./frames/tags.ts";
import type { Fund } from "./fund.ts";
import { type ListedFiling, parseListing } from "./nport/listing.ts";
import { type Filing, parseFiling } from "./nport/parse.ts";

const DAY_MS = 86_400_000;
/** A filing under its number is never changed; a correction is another filing. */
const FOR_GOOD_MS = 3_650 * DAY_MS;
/** Reports of a period come in for months. */
const FILLING_DAYS = 270;

/** What is asked of EDGAR, and how long an answer serves. `www` and `data` are its two hosts. */
export interface Resources {
  listing(fund: Fund): Resource<readonly ListedFiling[]>;
  filing(fund: Fund, accession: string): Resource<Filing>;
  tickers(): Resource<readonly Listed[]>;
  frame(asked: FrameRequest, today: string): Resource<Frame>;
}

export function resourcesAt(www: URL, data: URL): Resources {
  return {
    listing: (fund) => ({
      name: `listing-${fund.series}`,
      label: `list of filings of the fund that tracks the ${fund.tracks}`,
      request: {
        base: www,
        path: "cgi-bin/browse-edgar",
        query: {
          action: "getcompany",
          CIK: fund.series,
          type: "NPORT-P",
          dateb: "",
          owner: "include",
          count: "100",
          output: "atom",
        },
        kind: "xml",
        maxBytes: 5_000_000,
      },
      maxAgeMs: DAY_MS,
      settled: true,
      parse: (bytes) => parseListing(bytes.toString("utf8")),
    }),
    filing: (fund, accession) => ({
      name: `nport-${fund.series}-${accession}`,
      label: `filing ${accession} of the fund that tracks the ${fund.tracks}`,
      request: {
        base: www,
        path: `Archives/edgar/data/${Number(fund.cik)}/${accession.replaceAll("-", "")}/primary_doc.xml`,
        kind: "xml",
        maxBytes: 60_000_000,
      },
      maxAgeMs: FOR_GOOD_MS,
      settled: true,
      parse: (bytes) => ofSeries(fund, parseFiling(bytes.toString("utf8"))),
    }),
    tickers: () => ({
      name: "company-tickers",
      label: "register of tickers",
      request: { base: www, path: "files/company_tickers.json", kind: "json", maxBytes: 20_000_000 },
      maxAgeMs: 7 * DAY_MS,
      settled: true,
      parse: (bytes) => parseTickers(bytes.toString("utf8")),
    }),
    frame: (asked, today) => ({
      name: `frame-${asked.tag}-${asked.unit}-${asked.period}`,
      label: `${asked.tag} of ${asked.period}`,
      request: {
        base: data,
        path: `api/xbrl/frames/us-gaap/${asked.tag}/${asked.unit}/${asked.period}.json`,
        kind: "json",
        maxBytes: 20_000_000,
      },
      maxAgeMs: isFilling(asked.period, today) ? DAY_MS : 30 * DAY_MS,
      settled: true,
      mayBeUnused: true,
      parse: (bytes) => parseFrame(bytes.toString("utf8"), asked),
    }),
  };
}

/** One CIK files for many series. */
function ofSeries(fund: Fund, filing: Filing): Filing {
  if (filing.seriesId !== fund.series)
    throw layoutFault(`is of series ${filing.seriesId} (${filing.seriesName}), not ${fund.series}`);
  return filing;
}

function isFilling(period: string, today: string): boolean {
  const [, year = "", quarter] = /^CY(\d{4})(?:Q([1-4]))?/.exec(period) ?? [];
  const end = quarter
    ? `${year}-${["03-31", "06-30", "09-30", "12-31"][Number(quarter) - 1]}`
    : `${year}-12-31`;
  return addDays(end, FILLING_DAYS) >= today;
}
