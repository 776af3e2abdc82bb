import { isDate } from "../../../maths/calendar.ts";
import { layoutFault } from "../../http/fault.ts";
import { childOf, type Element, readElements, textOf } from "../xml.ts";

/** A filing in EDGAR's list of one fund series. */
export interface ListedFiling {
  readonly accession: string;
  readonly filed: string;
}

/**
 * EDGAR's list of a series' N-PORT filings (browse-edgar as Atom), newest first. Its `type` matches beginnings, so
 * other forms are left out here. @throws SourceFault where an entry is not as it used to be
 */
export function parseListing(atom: string): readonly ListedFiling[] {
  const filings: ListedFiling[] = [];
  let isFeed = false;
  readElements(atom, new Set(["company-info", "entry", "title"]), (element) => {
    isFeed = true;
    const filing = element.name === "entry" ? entryOf(element) : null;
    if (filing !== null) filings.push(filing);
  });
  if (!isFeed) throw layoutFault("is no list of filings");
  return filings;
}

function entryOf(entry: Element): ListedFiling | null {
  const content = childOf(entry, "content");
  const accession = (content && textOf(content, "accession-number")) ?? "";
  const filed = (content && textOf(content, "filing-date")) ?? "";
  const form = (content && textOf(content, "filing-type")) ?? childOf(entry, "category")?.attributes["term"];
  if (!/^\d{10}-\d{2}-\d{6}$/.test(accession) || !isDate(filed))
    throw layoutFault(`lists a filing without a number or a date ("${accession}", "${filed}")`);
  return form === "NPORT-P" || form === "NPORT-P/A" ? { accession, filed } : null;
}
