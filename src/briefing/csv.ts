import type { Briefing } from "./briefing.ts";
import type { Figure } from "./figure.ts";
import { isAbsent } from "./value.ts";

const COLUMNS = [
  "key",
  "label",
  "unit",
  "value",
  "absent",
  "note",
  "as_of",
  "n",
  "definition",
  "source",
  "retrieved_at",
  "licence",
] as const;
type Row = Partial<Readonly<Record<(typeof COLUMNS)[number], string | number>>>;

/**
 * Every figure with its unrounded value and its origin, as RFC 4180 (CRLF, quotes doubled, UTF-8 without a mark). Rows
 * without a value follow the figures: what the data are, every caveat and the firm, so that they travel with the numbers.
 */
export function briefingCsv(briefing: Briefing): string {
  const rows: readonly Row[] = [...briefing.figures.map(figureRow), ...statements(briefing)];
  const lines = rows.map((row) => csvLine(COLUMNS.map((column) => row[column] ?? "")));
  return [COLUMNS.join(","), ...lines, ""].join("\r\n");
}

/** Head and rows of every figure, unrounded, with its definition and origin, for any table. */
export function figureRows(figures: readonly Figure[]): readonly (readonly (string | number)[])[] {
  const rows = figures.map(figureRow);
  return [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ""))];
}

/** One line without its end, for any table: quoted as needed, and no cell a formula. */
const csvLine = (cells: readonly (string | number)[]) => cells.map(cell).join(",");

function figureRow({ key, label, unit, value, asOf, n, definition, sources }: Figure): Row {
  const each = (texts: readonly string[]) => [...new Set(texts)].join("; ");
  return {
    key,
    label,
    unit,
    ...(isAbsent(value) ? { absent: value.absent, note: value.note } : { value }),
    as_of: asOf,
    ...(n === undefined ? {} : { n }),
    definition,
    source: each(
      sources.map(({ provider, dataset, fallback }) =>
        [provider, dataset, ...(fallback === undefined ? [] : [fallback])].join(", "),
      ),
    ),
    retrieved_at: each(sources.map(({ retrievedAt }) => retrievedAt)),
    licence: each(sources.map(({ licence }) => licence)),
  };
}

function statements(briefing: Briefing): readonly Row[] {
  const { headline, dataMode, hypothetical, command, asOf, caveats, firm } = briefing;
  const statement = (key: string, note: string): Row => ({ key, note, as_of: asOf });
  return [
    statement("headline", headline),
    statement("command", command),
    ...(dataMode === "sample"
      ? [statement("sample", "SAMPLE DATA: invented indices and invented numbers")]
      : []),
    ...(hypothetical
      ? [statement("hypothetical", "HYPOTHETICAL: under an assumption that the user made")]
      : []),
    ...caveats.map((caveat, i) => statement(`caveat.${i + 1}`, caveat)),
    ...(firm.name + firm.disclaimer === ""
      ? []
      : [statement("firm", [firm.name, firm.disclaimer].filter((part) => part !== "").join(": "))]),
  ];
}

/** A spreadsheet computes a text that begins like a formula: an apostrophe in front makes it text again. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const visible = value.toWellFormed().replace(/(?![\t\r\n])\p{Cc}/gu, "");
  const text = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(visible) ? `'${visible}` : visible;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
