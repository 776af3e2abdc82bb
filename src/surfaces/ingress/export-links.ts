import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { type ExportFile, type ExportRequest, FILE_FORMATS } from "../../briefing/exporter.ts";
import { EXPORT_LIFE_MS } from "./limits.ts";

/**
 * Addresses of files for platforms that take none from a bot. Nothing is kept: an address carries what was asked, signed,
 * and the file is made when it is fetched, so that licences and the kill switch count then, in any process.
 */
export interface ExportLinks {
  linkFor(request: ExportRequest): string;
  /** Null for an address that was never given out, is forged, or has expired. */
  find(token: string): LinkedExport | null;
}

export interface LinkedExport {
  readonly expires: Date;
  /** Rejects with BriefingError where it may not, or cannot, be made any more. */
  make(): Promise<ExportFile>;
}

export interface ExportLinksOptions {
  /** The install's own, at least 32 bytes. */
  readonly secret: Uint8Array;
  /** "https://smallcaps.example.com" */
  readonly publicUrl: string;
  readonly make: (request: ExportRequest) => Promise<ExportFile>;
  readonly now?: () => number;
}

/** Longer than any that is given out. */
const LONGEST_TOKEN = 2_000;

const payload = z
  .strictObject({
    w: z.string(),
    c: z.string(),
    i: z.string(),
    f: z.enum(FILE_FORMATS),
    n: z.int().min(0),
    /** Milliseconds since the epoch. */
    e: z.number(),
  })
  .transform(({ w, c, i, f, n, e }) => ({
    request: { workspace: w, posted: { id: i, command: c }, format: f, index: n } satisfies ExportRequest,
    expires: e,
  }));

export function createExportLinks({
  secret,
  publicUrl,
  make,
  now = Date.now,
}: ExportLinksOptions): ExportLinks {
  if (secret.byteLength < 32) throw new RangeError("the secret of the export links is shorter than 32 bytes");
  const base = publicUrl.replace(/\/+$/, "");
  const signatureOf = (text: string) => createHmac("sha256", secret).update("export ").update(text).digest();

  return {
    linkFor({ workspace: w, posted: { id: i, command: c }, format: f, index: n }) {
      const text = Buffer.from(JSON.stringify({ w, c, i, f, n, e: now() + EXPORT_LIFE_MS })).toString(
        "base64url",
      );
      return `${base}/exports/${text}.${signatureOf(text).toString("base64url")}`;
    },
    find(token) {
      const [text = "", signature = "", ...more] = token.split(".");
      if (token.length > LONGEST_TOKEN || more.length > 0) return null;
      const given = Buffer.from(signature, "base64url");
      const own = signatureOf(text);
      if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
      const read = payload.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
      if (!read.success || read.data.expires <= now()) return null;
      const { request, expires } = read.data;
      return { expires: new Date(expires), make: () => make(request) };
    },
  };
}
