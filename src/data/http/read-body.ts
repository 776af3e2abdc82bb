import type { Response } from "undici";
import { SourceFault } from "./fault.ts";
import { reasonOf } from "./reason.ts";

interface Reading {
  readonly maxBytes: number;
  readonly progress?: (bytes: number, total: number | null) => void;
}

/** The whole body, unpacked; refused as soon as it is longer than it may be. */
export async function readBody(
  shown: string,
  response: Response,
  { maxBytes, progress }: Reading,
): Promise<Buffer> {
  const length = Number(response.headers.get("content-length") ?? 0);
  const total = length > 0 && !response.headers.has("content-encoding") ? length : null;
  const tooLong = () =>
    new SourceFault(`${shown} answered with more than ${Math.ceil(maxBytes / 1000)} kB`, {
      transient: false,
    });
  if (length > maxBytes) throw tooLong();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maxBytes) break;
      progress?.(size, total);
    }
  } catch (cause) {
    const problem = `${shown} broke off after ${size} bytes (${reasonOf(cause)})`;
    throw new SourceFault(problem, { transient: true, cause });
  }
  if (size > maxBytes) throw tooLong();
  return Buffer.concat(chunks);
}
