import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { z } from "zod";
import type { EncryptionKey, Keyring } from "./keys.ts";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const bytes = (length: number | null) =>
  z
    .base64()
    .transform((text) => Buffer.from(text, "base64"))
    .refine((held) => length === null || held.length === length);

const envelopeSchema = z.object({
  v: z.literal(1),
  collection: z.string(),
  key: z.string(),
  kid: z.string(),
  nonce: bytes(NONCE_BYTES),
  tag: bytes(TAG_BYTES),
  data: bytes(null),
});
const versionSchema = z.object({ v: z.number().int().min(2) });

/** Where a document belongs. */
export interface Place {
  readonly collection: string;
  readonly key: string;
}

export type EnvelopeFault =
  | { readonly fault: "damaged" }
  | { readonly fault: "newer" }
  | { readonly fault: "no_key"; readonly kid: string };

export interface Opened {
  readonly value: unknown;
  /** The key it was sealed with. */
  readonly kid: string;
}

/**
 * AES-256-GCM under a random 96-bit nonce, which is safe for some 2^32 writes a key (NIST SP 800-38D, 8.3).
 * The place is authenticated with the text, so that one document cannot be put in place of another.
 * @throws TypeError for a value that JSON cannot hold
 */
export function seal(place: Place, value: unknown, { id, secret }: EncryptionKey): string {
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`${place.collection} ${place.key}: not a JSON value`);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, secret, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(place));
  const data = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]).toString("base64");
  const { collection, key } = place;
  const tag = cipher.getAuthTag().toString("base64");
  return `${JSON.stringify({ v: 1, collection, key, kid: id, nonce: nonce.toString("base64"), tag, data })}\n`;
}

export function open(text: string, place: Place, keys: Keyring): Opened | EnvelopeFault {
  const envelope = parse(text);
  if ("fault" in envelope) return envelope;
  const { kid, nonce, tag, data } = envelope;
  const key = keys.find(({ id }) => id === kid);
  if (key === undefined) return { fault: "no_key", kid };
  try {
    const decipher = createDecipheriv(CIPHER, key.secret, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(place)).setAuthTag(tag);
    const held = Buffer.concat([decipher.update(data), decipher.final()]).toString("utf8");
    return { value: JSON.parse(held) as unknown, kid };
  } catch {
    return { fault: "damaged" }; // the reason is of no help, and must not quote what was decrypted
  }
}

/** What the envelope says it holds, not yet authenticated. */
export function placeIn(text: string): Place | EnvelopeFault {
  const envelope = parse(text);
  return "fault" in envelope ? envelope : { collection: envelope.collection, key: envelope.key };
}

function parse(text: string): z.infer<typeof envelopeSchema> | EnvelopeFault {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { fault: "damaged" };
  }
  if (versionSchema.safeParse(json).success) return { fault: "newer" };
  const { success, data } = envelopeSchema.safeParse(json);
  return success ? data : { fault: "damaged" };
}

function boundTo({ collection, key }: Place): Buffer {
  return Buffer.from(JSON.stringify(["smallcaps", 1, collection, key]));
}
