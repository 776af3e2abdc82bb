import { z } from "zod";
import type { Deal } from "../../../market/datasets.ts";
import { addDays } from "../../../maths/calendar.ts";
import type { Client } from "../../http/client.ts";
import { layoutFault } from "../../http/fault.ts";
import { type Shelf, sha256 } from "../../kept/shelf.ts";
import type { Built } from "../build.ts";
import type { Reader } from "../reader.ts";
import { DEAL_FORMS, dealsOf } from "./events.ts";
import { type IndexRow, parseIndex } from "./index-file.ts";

export interface DealDeps {
  readonly client: Client;
  readonly shelf: Shelf;
  readonly www: URL;
  readonly now: () => Date;
  /** Read whatever is missing; else a few indices at most, since all are some hundred megabytes. */
  readonly pulling: boolean;
}

/** Counts from filings begin here: before, few of the forms were filed electronically. */
const FIRST_YEAR = 2001;
const DAY_MS = 86_400_000;
/** A quarter's index is made anew for a while after the quarter. */
const SETTLED_AFTER_DAYS = 10;
/** The index of a quarter has about 50 MB, of which deals are a thousandth. */
const MAX_INDEX_BYTES = 200_000_000;

const MOST_IN_A_QUESTION = 3;

const kept = z.object({
  response: z.object({ url: z.string(), sha256: z.string(), retrievedAt: z.string(), status: z.number() }),
  rows: z.array(
    z.object({
      form: z.string(),
      company: z.string(),
      cik: z.number(),
      filed: z.string(),
      accession: z.string(),
    }),
  ),
});
type Kept = z.infer<typeof kept>;

/** Deals since 2001, from the quarterly indices of filings. Of each index the deals' rows are kept, not the file. */
export async function buildDeals(deps: DealDeps, reader: Reader): Promise<Built<readonly Deal[]>> {
  const today = deps.now().toISOString().slice(0, 10);
  const rows: IndexRow[] = [];
  let completeTo = today;
  const quarters = quartersUpTo(today);
  const known = await Promise.all(quarters.map((quarter) => recall(deps, quarter, today)));
  const missing = known.filter((part) => part === null).length;
  if (!deps.pulling && missing > MOST_IN_A_QUESTION)
    throw layoutFault(
      `${missing} of ${quarters.length} indices of filings are not at hand; "admin -- pull" reads them, which takes a while`,
    );
  for (const [at, quarter] of quarters.entries()) {
    const part = known[at] ?? (await ask(deps, quarter));
    reader.note(part.response);
    reader.progress(`indices of filings, ${at + 1} of ${quarters.length}`);
    rows.push(...part.rows);
    completeTo = addDays(part.response.retrievedAt.slice(0, 10), -1);
  }
  const { deals, blankCheque, ambiguous } = dealsOf(rows);
  const doubts = [
    `deals are counted from filings (${[...DEAL_FORMS].join(", ")}), one for each target in 180 days; ` +
      `${blankCheque} filings of blank-cheque companies, told by their names, are left out`,
    ...(ambiguous > 0 ? [`of ${ambiguous} deals the index does not say which company is the target`] : []),
  ];
  return { data: deals, doubts, completeTo };
}

interface Quarter {
  readonly name: string;
  readonly year: number;
  readonly number: number;
  readonly end: string;
}

function quartersUpTo(today: string): readonly Quarter[] {
  const quarters: Quarter[] = [];
  for (let year = FIRST_YEAR; year <= Number(today.slice(0, 4)); year += 1)
    for (const [index, end] of ["03-31", "06-30", "09-30", "12-31"].entries()) {
      const number = index + 1;
      const begins = `${year}-${String(index * 3 + 1).padStart(2, "0")}-02`;
      if (begins <= today)
        quarters.push({ name: `deals-${year}Q${number}`, year, number, end: `${year}-${end}` });
    }
  return quarters;
}

async function recall({ shelf, now }: DealDeps, { name, end }: Quarter, today: string): Promise<Kept | null> {
  const copy = await shelf.read(name);
  if (!copy) return null;
  const parsed = kept.safeParse(JSON.parse(copy.bytes.toString("utf8")));
  if (!parsed.success) return null;
  const read = parsed.data.response.retrievedAt;
  const settled = read.slice(0, 10) > addDays(end, SETTLED_AFTER_DAYS);
  const young = now().getTime() - Date.parse(read) < DAY_MS;
  return settled || (young && today >= read.slice(0, 10)) ? parsed.data : null;
}

async function ask({ client, shelf, www }: DealDeps, { name, year, number }: Quarter): Promise<Kept> {
  const path = `Archives/edgar/full-index/${year}/QTR${number}/form.idx`;
  const { bytes, response } = await client({ base: www, path, kind: "text", maxBytes: MAX_INDEX_BYTES });
  const rows = [...parseIndex(bytes, DEAL_FORMS)];
  const extract = Buffer.from(JSON.stringify({ response, rows }));
  await shelf.keep(name, { bytes: extract, response: { ...response, sha256: sha256(extract) } });
  return { response, rows };
}
