import { BriefingError } from "../../briefing/errors.ts";

/** What is wrong with one cell; the table adds file, line and column. `column` overrides the cell's own. */
export class CellFault extends Error {
  readonly hint: string;
  readonly column: string | undefined;

  constructor(message: string, hint: string, column?: string) {
    super(message);
    this.name = "CellFault";
    this.hint = hint;
    this.column = column;
  }
}

export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
}

/** A fault in the user's own file: the program never repairs one. */
export function badFile(place: Place, problem: string, hint: string, cause?: unknown): BriefingError {
  const line = place.line === undefined ? "" : `, line ${place.line}`;
  const column = place.column === undefined ? "" : `, column "${place.column}"`;
  return new BriefingError("bad_input", `${place.file}${line}${column}: ${problem}`, hint, { cause });
}

/** A value as it may stand in a message: quoted, on one line, cut. */
export function quote(value: string): string {
  const line = value.replace(/\p{C}/gu, "\uFFFD");
  return JSON.stringify(line.length > 60 ? `${line.slice(0, 57)}...` : line);
}
