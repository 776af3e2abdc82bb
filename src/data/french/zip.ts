import { crc32 } from "node:zlib";
import { unzipSync } from "fflate";
import { layoutFault, SourceFault } from "../http/fault.ts";

/** The published CSV files have 52 kB and 930 kB; anything near this is no longer that file. */
const MAX_CSV_BYTES = 20_000_000;

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

interface Entry {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
}

/** Refuses bytes that are no whole zip archive before anything is unpacked. */
export function checkZip(bytes: Buffer): void {
  listEntries(bytes);
}

/** The text of one CSV in the archive, its checksum verified (fflate does not). */
export function extractCsv(bytes: Buffer, name: string): string {
  checkZip(bytes);
  const entries = listEntries(bytes);
  const entry = entries.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!entry)
    throw layoutFault(
      `the zip file holds no ${name} (but ${entries.map((one) => one.name).join(", ") || "nothing"})`,
    );
  if (entry.size > MAX_CSV_BYTES) throw layoutFault(`${name} would unpack to ${entry.size} bytes: refused`);
  const unpacked = unpack(bytes, entry.name);
  if (unpacked?.length !== entry.size || crc32(unpacked) !== entry.crc) throw damaged();
  return new TextDecoder().decode(unpacked);
}

function unpack(bytes: Buffer, name: string): Uint8Array | undefined {
  try {
    // `originalSize` bounds the memory: fflate never writes past it.
    return unzipSync(bytes, { filter: (file) => file.name === name && file.originalSize <= MAX_CSV_BYTES })[
      name
    ];
  } catch (cause) {
    throw damaged(cause);
  }
}

function listEntries(bytes: Buffer): Entry[] {
  // The directory stands at the end, so a transfer that broke off has none.
  const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  try {
    if (end === -1 || bytes.readUInt32LE(end) !== DIRECTORY_END) throw new RangeError("no directory");
    const entries: Entry[] = [];
    let at = bytes.readUInt32LE(end + 16);
    for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
      if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new RangeError("no entry");
      const nameLength = bytes.readUInt16LE(at + 28);
      const name = bytes.subarray(at + 46, at + 46 + nameLength).toString("utf8");
      entries.push({ name, crc: bytes.readUInt32LE(at + 16), size: bytes.readUInt32LE(at + 24) });
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    return entries;
  } catch (cause) {
    throw damaged(cause);
  }
}

function damaged(cause?: unknown): SourceFault {
  return new SourceFault("the zip file is cut short or damaged", { transient: true, cause });
}
