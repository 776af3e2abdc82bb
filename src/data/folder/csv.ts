import { isUtf8 } from "node:buffer";
import { CsvError, parse } from "csv-parse/sync";
import { badFile, quote } from "./faults.ts";

/** One CSV file as cells. `lineOf` gives a record's line in the file, counted from 1. */
export interface Csv {
  readonly file: string;
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[];
  readonly lineOf: (record: number) => number;
}

const SAVE_AS = 'Save the file as "CSV UTF-8 (comma delimited)".';

// A byte-order mark and CRLF line ends, which Excel adds, and blanks around commas change no value: accepted.
const OPTIONS = {
  record_delimiter: ["\r\n", "\n", "\r"],
  skip_empty_lines: true,
  relax_column_count: true,
  trim: true,
};

/** Refuses bytes that are not UTF-8 text, naming what they look like. */
export function decodeText(file: string, bytes: Buffer): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "LE" : bytes[0] === 0xfe && bytes[1] === 0xff ? "BE" : null;
  if (utf16) throw badFile({ file }, `is UTF-16 ${utf16} text, not UTF-8`, SAVE_AS);
  if (bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004")
    throw badFile({ file }, "is a zip archive or an Excel workbook, not text", SAVE_AS);
  const nul = bytes.indexOf(0);
  if (nul !== -1)
    throw badFile({ file, line: lineAt(bytes, nul) }, "is binary (a zero byte), not text", SAVE_AS);
  if (!isUtf8(bytes))
    throw badFile({ file, line: firstBadLine(bytes) }, "holds bytes that are not UTF-8", SAVE_AS);
  return new TextDecoder().decode(bytes);
}

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at !== -1 && at < offset; at = bytes.indexOf(10, at + 1)) line += 1;
  return line;
}

function firstBadLine(bytes: Buffer): number {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(10, start);
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}

export function readCsv(file: string, bytes: Buffer): Csv {
  const text = decodeText(file, bytes);
  const [header, ...records] = cellsOf(file, text);
  if (!header) throw badFile({ file }, "is empty", "Add a header row and data, or remove the file.");
  if (header.length === 1 && /[;\t|]/.test(header[0] ?? "")) {
    const found = { ";": "semicolons", "\t": "tabs", "|": "bars" }[
      /[;\t|]/.exec(header[0] ?? "")?.[0] ?? ";"
    ];
    throw badFile(
      { file, line: 1 },
      `cells are separated by ${found}, not commas: ${quote(header[0] ?? "")}`,
      SAVE_AS,
    );
  }
  return { file, header, records, lineOf: (record) => lineOfRecord(text, record) };
}

/** Counting lines doubles the parsing time, so it is done for the record in question only. */
function lineOfRecord(text: string, record: number): number {
  let line = 0;
  const onRecord = (cells: string[], { lines }: { readonly lines: number }) => {
    line = lines;
    return cells;
  };
  parse(text, { ...OPTIONS, to: record + 2, on_record: onRecord });
  return line;
}

function cellsOf(file: string, text: string): string[][] {
  try {
    return parse(text, OPTIONS);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error["lines"] ?? 1);
    const hint = 'Close every quotation mark; inside quoted text write "" for a quotation mark.';
    throw badFile({ file, line }, "quotation marks do not match", hint, error);
  }
}

/** Cells as a line of CSV; quoted where reading them back would change them otherwise. */
export function formatLine(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(",");
}
