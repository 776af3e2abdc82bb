import type { Briefing, ExportFormat, PostedBriefing } from "./briefing.ts";
import { BriefingError } from "./errors.ts";

/** What a file may be made as: what `export` takes, and the picture of a copy for clients. */
export const FILE_FORMATS = ["png", "csv", "xlsx", "client"] as const satisfies readonly (
  | ExportFormat
  | "client"
)[];
export type FileFormat = (typeof FILE_FORMATS)[number];

export interface ExportFile {
  /** Safe as a file's name: "valuation-2026-11-20.xlsx" */
  readonly name: string;
  /** As a Content-Type. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** What a picture shows, in words. */
  readonly alt?: string;
}

/** What files are made of. */
export interface Exportable {
  readonly briefing: Briefing;
  /** Whose discrete periods a copy for clients shows. */
  readonly periods?: Briefing;
}

/** A file that is made when it is fetched: of which briefing, for whom. */
export interface ExportRequest {
  readonly workspace: string;
  readonly posted: PostedBriefing;
  readonly format: FileFormat;
  /** Which of several, from 0. */
  readonly index: number;
}

/** Port: a briefing as files. */
export interface Exporter {
  /**
   * One file, or one a chart where they are pictures.
   * @param progress told what takes long
   * @throws BriefingError `refused` where a licence forbids it or the numbers may not be passed on;
   * `data_unavailable` where there is nothing to draw
   */
  files(
    of: Exportable,
    format: FileFormat,
    progress?: (message: string) => void,
  ): Promise<readonly [ExportFile, ...ExportFile[]]>;
}

/** Of one file sent to a chat or fetched from it: what a phone takes, and some ten times what a briefing comes to. */
const LARGEST_BYTES = 10_000_000;

/** @throws BriefingError `bad_command` where a file is larger than a chat should be given */
export function assertSendable(files: readonly ExportFile[]): void {
  const large = files.find(({ bytes }) => bytes.byteLength > LARGEST_BYTES);
  if (large === undefined) return;
  throw new BriefingError(
    "bad_command",
    `${large.name} has ${sizeInWords(large)}, more than the ${LARGEST_BYTES / 1e6} MB that are sent`,
    "ask for format=csv, or for one topic alone",
  );
}

/** "84 kB" */
export function sizeInWords({ bytes: { byteLength } }: Pick<ExportFile, "bytes">): string {
  return byteLength < 1e6
    ? `${Math.max(1, Math.round(byteLength / 1e3))} kB`
    : `${(byteLength / 1e6).toFixed(1)} MB`;
}
