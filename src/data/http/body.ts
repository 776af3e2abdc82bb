import type { Response } from "undici";
import { SourceFault } from "./fault.ts";
import { saidIn } from "./said.ts";

export type BodyKind = "json" | "csv" | "zip" | "xml" | "text";

const NAMES: Readonly<Record<BodyKind, string>> = {
  json: "JSON",
  csv: "a CSV file",
  zip: "a zip file",
  xml: "XML",
  text: "a text file",
};

const SLOPPY = /^(application|binary)\/octet-stream\b|^text\/plain\b/i;
/** Content types under which a body of that kind is known to be sent. */
const TYPES: Readonly<Record<BodyKind, RegExp>> = {
  json: /\bjson\b/i,
  csv: /\bcsv\b|\bexcel\b|comma-separated/i,
  zip: /\bzip\b|zip-compressed|^application\/x-download\b/i,
  xml: /\bxml\b/i,
  text: /^text\/(?!html\b)/i,
};

/** Refuses by the headers alone. */
export function refuseType(shown: string, kind: BodyKind, response: Response): void {
  const type = response.headers.get("content-type") ?? "";
  if (type === "" || /\btext\/html\b/i.test(type) || TYPES[kind].test(type) || SLOPPY.test(type)) return;
  const named = type.replace(/;.*$/, "").slice(0, 60);
  throw new SourceFault(`${shown} answered with ${named} instead of ${NAMES[kind]}`, { transient: false });
}

/** Refuses a body that is of another kind, or that only says why there is none. */
export function refuseBody(shown: string, kind: BodyKind, type: string, bytes: Buffer): void {
  if (bytes.length === 0)
    throw new SourceFault(`${shown} answered with nothing instead of ${NAMES[kind]}`, { transient: true });
  const start = bytes.subarray(0, 300).toString("latin1").replace(/^ï»¿/, "").trimStart();
  if (/\btext\/html\b/i.test(type) || isPage(kind, start)) throw pageFault(shown, kind, bytes);
  if (!begins(kind, start))
    throw new SourceFault(`${shown} answered with something else instead of ${NAMES[kind]}`, {
      transient: false,
      body: bytes,
    });
  if (kind === "json") refuseNote(shown, bytes);
}

function isPage(kind: BodyKind, start: string): boolean {
  return kind === "xml" ? /^<(!doctype html|html)\b/i.test(start) : start.startsWith("<");
}

function begins(kind: BodyKind, start: string): boolean {
  if (kind === "zip") return start.startsWith("PK");
  if (kind === "json") return start.startsWith("{") || start.startsWith("[");
  if (kind === "xml") return start.startsWith("<");
  return !start.includes("\0");
}

/** A sign-in page of a proxy, an error page with status 200, or a host that says it is asked too often. */
function pageFault(shown: string, kind: BodyKind, bytes: Buffer): SourceFault {
  const text = bytes.subarray(0, 20_000).toString("utf8");
  return (
    limitFault(shown, text) ??
    new SourceFault(`${shown} answered with a web page instead of ${NAMES[kind]}`, {
      transient: false,
      body: bytes,
    })
  );
}

/** The SEC keeps who asked too often out for ten minutes. */
const REST_MS = 600_000;

/** What a text says of limits, whatever status it came with; null where it does not speak of any. */
export function limitFault(shown: string, text: string, status?: number): SourceFault | null {
  const own = status === undefined ? {} : { status };
  if (/undeclared automated tool/i.test(text))
    return new SourceFault(`${shown} wants to know who asks: it answered "Undeclared Automated Tool"`, {
      transient: false,
      ...own,
    });
  if (!/rate threshold exceeded|too many requests|rate limit/i.test(text)) return null;
  return new SourceFault(`${shown} says that it is asked too often`, {
    transient: true,
    restMs: REST_MS,
    ...own,
  });
}

const NOTE_BYTES = 2_000;

/** A success that holds nothing but a message: "Note: our call frequency is …". */
function refuseNote(shown: string, bytes: Buffer): void {
  if (bytes.length > NOTE_BYTES) return;
  const said = saidIn(bytes.toString("utf8"));
  if (said === null) return;
  const throttled = /\b(limit|frequency|too many|throttl|quota)/i.test(said);
  throw new SourceFault(`${shown} answered with a message instead of data: "${said}"`, {
    transient: throttled,
    restMs: throttled ? REST_MS : 0,
    body: bytes,
  });
}
