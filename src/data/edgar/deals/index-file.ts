import { isDate } from "../../../maths/calendar.ts";
import { layoutFault } from "../../http/fault.ts";

/** One row of an index of filings. A filing with several companies has a row for each. */
export interface IndexRow {
  readonly form: string;
  readonly company: string;
  readonly cik: number;
  readonly filed: string;
  readonly accession: string;
}

/** CIK, day and file name end every row; names and forms before them may hold any number of spaces. */
const TAIL = /\s(\d{1,10})\s+(\d{8}|\d{4}-\d{2}-\d{2})\s+(edgar\/data\/\d+\/(\d{10}-\d{2}-\d{6})\.txt)\s*$/;
const NEWLINE = 10;

/**
 * Rows of the wanted forms of an index file (by form or by company, full or daily). The columns are found by their
 * header, since their widths have changed; a row that cannot be read is a fault, since it may be a wanted one.
 * @throws SourceFault
 */
export function parseIndex(bytes: Uint8Array, forms: ReadonlySet<string>): readonly IndexRow[] {
  const rows: IndexRow[] = [];
  let header = "";
  let columns: Columns | null = null;
  for (const line of linesOf(bytes)) {
    if (columns) rows.push(...rowsOf(line, columns, forms));
    else if (/^-{20,}\s*$/.test(line)) columns = columnsOf(header);
    else if (/Company Name/.test(line)) header = line;
  }
  if (!columns) throw layoutFault("is no index of filings: its header is missing");
  return rows;
}

function* linesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder("latin1");
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, from);
    const to = end < 0 ? bytes.length : end;
    yield decoder.decode(bytes.subarray(from, to)).replace(/\r$/, "");
    from = to + 1;
  }
}

interface Columns {
  readonly form: number;
  readonly company: number;
}

function columnsOf(header: string): Columns {
  const [form, company] = [header.indexOf("Form Type"), header.indexOf("Company Name")];
  if (form < 0 || company < 0)
    throw layoutFault("is an index without the columns Form Type and Company Name");
  return { form, company };
}

/** The row of a line, where it is of a wanted form. */
function rowsOf(line: string, { form, company }: Columns, forms: ReadonlySet<string>): readonly IndexRow[] {
  const type = line.slice(form, form < company ? company : undefined);
  const found = form < company ? type.trim() : (type.split(/\s{2,}|\s(?=\d{4,10}\s+\d)/)[0]?.trim() ?? "");
  if (!forms.has(found)) return [];
  const tail = TAIL.exec(line);
  if (!tail) throw layoutFault(`has a row that is cut or moved: "${line.trim().slice(0, 80)}"`);
  const [, cik = "", day = "", , accession = ""] = tail;
  const filed = day.length === 8 ? `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` : day;
  if (!isDate(filed)) throw layoutFault(`has a row of "${filed}", which is no day`);
  const name = line.slice(company, form < company ? tail.index : form).trim();
  return [{ form: found, company: name, cik: Number(cik), filed, accession }];
}
