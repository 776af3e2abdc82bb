import type { Kind } from "./cells.ts";
import { type Csv, formatLine } from "./csv.ts";
import { badFile, CellFault, quote } from "./faults.ts";

interface Column<T> {
  readonly name: string;
  readonly kind: Kind<T>;
  /** The file may lack the column; its cells count as blank then. */
  readonly optional?: boolean;
}

interface TableSpec<Row, Data> {
  readonly file: string;
  readonly columns: { readonly [F in keyof Row]-?: Column<Row[F]> };
  /** Rows of one series stand in the order of this column; a date comes once in a series. */
  readonly order: keyof Row & string;
  readonly series?: readonly (keyof Row & string)[];
  /** For lists of events: what else tells apart rows of one date. */
  readonly apart?: readonly (keyof Row & string)[];
  /** What no single cell can tell; throws `CellFault` naming the column. */
  readonly check?: (row: Row, previous: Row | undefined) => void;
  /** What only the row before in its series can tell; throws `CellFault`. `line` finds that row's. */
  readonly checkStep?: (row: Row, previous: Row, line: () => number) => void;
  readonly collect: (rows: readonly Row[]) => Data;
  readonly spread: (data: Data) => readonly Row[];
}

/** Rows that are the dataset as they stand. */
export const asRows = {
  collect: <Row>(rows: readonly Row[]) => rows,
  spread: <Row>(rows: readonly Row[]) => rows,
};

/** One file of the canonical folder: reader and writer made from one description. */
export interface Table<Data> {
  readonly file: string;
  /** Column names as the contract lists them, optional ones in brackets. */
  readonly columns: string;
  readonly read: (csv: Csv) => Data;
  readonly write: (data: Data) => string;
}

/** The closure keeps `Row`, so the schema needs no `any`. */
export function defineTable<Row, Data>(spec: TableSpec<Row, Data>): Table<Data> {
  const columns = Object.entries<Column<unknown>>(spec.columns).map(([field, column]) => ({
    field,
    ...column,
  }));
  return {
    file: spec.file,
    columns: columns.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(","),
    read: (csv) => spec.collect(inDateOrder(readRows(spec, columns, csv), spec.order)),
    write: (data) => writeRows(columns, spec.spread(data) as readonly Fields[]),
  };
}

const NOT_BLANK = "Fill the cell, or leave the row out: here a blank cannot mean “not reported”.";

type Fields = Record<string, unknown>;
interface NamedColumn extends Column<unknown> {
  readonly field: string;
}
interface PlacedColumn extends NamedColumn {
  readonly index: number;
}

function readRows<Row, Data>(spec: TableSpec<Row, Data>, columns: readonly NamedColumn[], csv: Csv): Row[] {
  const places = placeColumns(columns, csv);
  const watch = watchOrder(spec, csv);
  const latest = new Map<string, { readonly row: Row; readonly record: number }>();
  const rows: Row[] = [];
  for (const [record, cells] of csv.records.entries()) {
    if (cells.length !== csv.header.length) {
      const problem = `has ${cells.length} cells, the header has ${csv.header.length}`;
      const hint = "Give every row a cell a column; put text that holds a comma into quotation marks.";
      throw badFile({ file: csv.file, line: csv.lineOf(record) }, problem, hint);
    }
    const row = readRow(places, csv, record, cells) as Row;
    watch(row, record);
    checkRow(() => spec.check?.(row, rows.at(-1)), csv, record);
    if (spec.checkStep) {
      const series = keyOf(row, spec.series ?? []);
      const before = latest.get(series);
      if (before)
        checkRow(() => spec.checkStep?.(row, before.row, () => csv.lineOf(before.record)), csv, record);
      latest.set(series, { row, record });
    }
    rows.push(row);
  }
  if (rows.length === 0)
    throw badFile({ file: csv.file }, "has a header but no rows", "Add rows, or remove the file.");
  return rows;
}

function placeColumns(columns: readonly NamedColumn[], csv: Csv): PlacedColumn[] {
  const { file, header } = csv;
  const twice = header.find((name, at) => name !== "" && header.indexOf(name) !== at);
  if (twice !== undefined)
    throw badFile(
      { file, line: 1, column: twice },
      "stands in the header twice",
      "Remove one of the two columns.",
    );
  return columns.map((column) => {
    const index = header.indexOf(column.name);
    if (index === -1 && !column.optional) throw missingColumn(column.name, columns, csv);
    return { ...column, index };
  });
}

function missingColumn(name: string, columns: readonly NamedColumn[], { file, header }: Csv) {
  const alike = header.find((found) => found.toLowerCase() === name);
  const found = header.length > 30 ? `${header.length} columns` : header.map(quote).join(", ");
  const required = columns.filter(({ optional }) => !optional).map((column) => column.name);
  const hint = alike
    ? `Rename the column ${quote(alike)} to "${name}".`
    : `Required columns: ${required.join(",")}. Cells may be blank where nothing is reported.`;
  return badFile({ file, line: 1, column: name }, `is missing; the header has ${found}`, hint);
}

function readRow(
  columns: readonly PlacedColumn[],
  csv: Csv,
  record: number,
  cells: readonly string[],
): Fields {
  const row: Fields = {};
  let reading = "";
  try {
    for (const { field, name, kind, index } of columns) {
      reading = name;
      const cell = cells[index] ?? "";
      if (cell === "" && !kind.blankIsNull) throw new CellFault("is blank", NOT_BLANK);
      row[field] = kind.parse(cell);
    }
  } catch (error) {
    throw placed(error, csv, record, reading);
  }
  return row;
}

function checkRow(check: () => void, csv: Csv, record: number): void {
  try {
    check();
  } catch (error) {
    throw placed(error, csv, record, "");
  }
}

function placed(error: unknown, csv: Csv, record: number, column: string): unknown {
  if (!(error instanceof CellFault)) return error;
  const place = { file: csv.file, line: csv.lineOf(record), column: error.column ?? column };
  return badFile(place, error.message, error.hint, error);
}

interface Latest {
  readonly date: string;
  readonly record: number;
  /** Records of this date by what tells them apart, for lists of events. */
  readonly seen: Map<string, number> | undefined;
}

/** What tells one series, or one event, from another. */
function keyOf<Row>(row: Row, fields: readonly (keyof Row)[]): string {
  const [only, ...more] = fields;
  return only !== undefined && more.length === 0
    ? String(row[only])
    : fields.map((field) => row[field]).join("\u0000");
}

/** Refuses a row that stands before an earlier date of its series, or repeats one. */
function watchOrder<Row, Data>(spec: TableSpec<Row, Data>, csv: Csv) {
  const { order, series = [], apart = [] } = spec;
  const latest = new Map<string, Latest>();
  const fault = (record: number, problem: string, hint: string) =>
    badFile({ file: csv.file, line: csv.lineOf(record), column: spec.columns[order].name }, problem, hint);
  return (row: Row, record: number): void => {
    const date = String(row[order]);
    const own = keyOf(row, series);
    const before = latest.get(own);
    if (before && date < before.date) {
      const problem = `${quote(date)} stands after ${quote(before.date)} on line ${csv.lineOf(before.record)}`;
      throw fault(record, problem, "Sort the rows by date, oldest first.");
    }
    if (before?.date !== date) {
      latest.set(own, { date, record, seen: spec.apart && new Map([[keyOf(row, apart), record]]) });
      return;
    }
    const twin = before.seen ? before.seen.get(keyOf(row, apart)) : before.record;
    before.seen?.set(keyOf(row, apart), record);
    if (twin === undefined) return;
    const name = [...series, ...apart].map((field) => row[field] ?? "").join(" ");
    const problem = `${quote(date)}${name && ` for ${quote(name)}`} stands on line ${csv.lineOf(twin)} already`;
    throw fault(record, problem, "Keep one row a date: remove the duplicate.");
  };
}

/** Series may stand one after the other; lists are in date order for their readers. Stable. */
function inDateOrder<Row>(rows: readonly Row[], order: keyof Row): readonly Row[] {
  const dates = rows.map((row) => String(row[order]));
  if (dates.every((date, at) => at === 0 || date >= (dates[at - 1] ?? ""))) return rows;
  return rows.toSorted((left, right) =>
    String(left[order]) < String(right[order]) ? -1 : left[order] === right[order] ? 0 : 1,
  );
}

function writeRows(columns: readonly NamedColumn[], rows: readonly Fields[]): string {
  const kept = columns.filter(({ field, optional }) => !optional || rows.some((row) => row[field] !== null));
  const lines = rows.map((row) => formatLine(kept.map(({ field, kind }) => kind.format(row[field]))));
  return [formatLine(kept.map(({ name }) => name)), ...lines, ""].join("\n");
}
