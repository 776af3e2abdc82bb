import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { BriefingError } from "../briefing/errors.ts";
import { makeFolder } from "../folders.ts";
import { guarded } from "./guarded.ts";
import { codeOf, createPrivately } from "./private-file.ts";

export interface EncryptionKey {
  /** Names the key in files and errors; it tells nothing of the key. */
  readonly id: string;
  /** A KeyObject prints as an object without content, wherever it is logged. */
  readonly secret: KeyObject;
}

/** The first is written with; the others, earlier ones, only open what was written with them. */
export type Keyring = readonly [EncryptionKey, ...EncryptionKey[]];

const KEY_BYTES = 32;
/** 32 random bytes hold fewer different values about once in 10^30 keys; typed ones often do. */
const FEWEST_DIFFERENT_BYTES = 12;
export const OWN_KEY_FILE = "encryption.key";
const MAKE_ONE = "A new key: openssl rand -base64 32. Earlier keys follow it, separated by commas.";

/**
 * AES-256 keys in base64, separated by commas, the current one first.
 * @param from what the text is, for errors, which never hold the text
 * @throws BriefingError bad_config
 */
export function parseKeys(text: string, from = "ENCRYPTION_KEY"): Keyring {
  const parts = text.split(",").map((part) => part.trim());
  const parsed = parts.map((part, i) => {
    const name = parts.length === 1 ? from : `${from}: key ${i + 1} of ${parts.length}`;
    return keyOf(bytesOf(part, name));
  });
  const ids = parsed.map(({ id }) => id);
  const repeated = ids.findIndex((id, i) => ids.indexOf(id) !== i);
  if (repeated !== -1) throw keyFault(`${from}: key ${repeated + 1} repeats an earlier one.`);
  const [current, ...previous] = parsed;
  if (current === undefined) throw keyFault(`${from} is empty.`);
  return [current, ...previous];
}

function bytesOf(text: string, name: string): Buffer {
  if (text === "") throw keyFault(`${name} is empty.`);
  if (/^[0-9a-f]{64}$/i.test(text)) throw keyFault(`${name} is in hexadecimal, not in base64.`);
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) throw keyFault(`${name} is not base64.`);
  const bytes = Buffer.from(text, "base64");
  if (bytes.length !== KEY_BYTES) {
    throw keyFault(`${name} has ${bytes.length} bytes; AES-256 takes ${KEY_BYTES}, 44 characters of base64.`);
  }
  if (new Set(bytes).size < FEWEST_DIFFERENT_BYTES || isTyped(bytes))
    throw keyFault(`${name} is not random.`);
  return bytes;
}

/** A pass phrase, or the example of .env.example; random bytes are all printable once in 10^13 keys. */
const isTyped = (bytes: Buffer) => bytes.every((byte) => byte >= 0x20 && byte < 0x7f);

function keyFault(message: string): BriefingError {
  return new BriefingError("bad_config", message, MAKE_ONE);
}

function keyOf(bytes: Buffer): EncryptionKey {
  const id = createHmac("sha256", bytes).update("smallcaps key id").digest("hex").slice(0, 8);
  return { id, secret: createSecretKey(bytes) };
}

/**
 * The key that this installation made for itself at its first start, in `<dir>/encryption.key`. It lies on the
 * same disk as what it encrypts: it guards single files that leak, not a stolen disk. ENCRYPTION_KEY does.
 */
export async function ownKey(dir: string): Promise<Keyring> {
  const file = join(dir, OWN_KEY_FILE);
  return guarded(file, async () => {
    await makeFolder(dir, { mode: 0o700 });
    await createPrivately(file, `${randomBytes(KEY_BYTES).toString("base64")}\n`);
    return readOwnKey(file);
  });
}

async function readOwnKey(file: string): Promise<Keyring> {
  const keys = parseKeys((await readFile(file, "utf8")).trim(), file);
  await chmod(file, 0o600);
  return keys;
}

/**
 * The keys of ENCRYPTION_KEY, or the installation's own. Once ENCRYPTION_KEY is set, the own key stays the last
 * of the ring, so that what it encrypted can still be read and moves to the new key.
 */
export async function loadKeys(text: string | undefined, dir: string): Promise<Keyring> {
  if (text === undefined) return ownKey(dir);
  const keys = parseKeys(text);
  const file = join(dir, OWN_KEY_FILE);
  const own = await guarded(file, () =>
    readOwnKey(file).catch((error: unknown) => {
      if (codeOf(error) === "ENOENT") return null;
      throw error;
    }),
  );
  return own === null || keys.some(({ id }) => id === own[0].id) ? keys : [...keys, ...own];
}

/** A secret of its own for each purpose, the same after every start with the same current key. */
export function deriveSecret([current]: Keyring, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", current.secret, "", `smallcaps ${purpose}`, 32));
}
