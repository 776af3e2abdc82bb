import { randomBytes } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach } from "vitest";
import { BriefingError } from "../../src/briefing/errors.ts";
import { type Keyring, parseKeys } from "../../src/storage/keys.ts";
import { removeDir } from "../support/remove-dir.ts";

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

export async function tempDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "smallcaps-store-"));
  cleanups.push(() => removeDir(dir));
  return dir;
}

const lastly: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const cleanup of lastly.splice(0).reverse()) await cleanup();
});

/** After the last test of the file; what was asked for last comes first. */
export const atTheEnd = (cleanup: () => Promise<void>) => void lastly.push(cleanup);
/** After the test. */
export const afterwards = (cleanup: () => Promise<void>) => void cleanups.push(cleanup);

/** Until after the last test of the file. */
export async function lastingDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "smallcaps-state-"));
  atTheEnd(() => removeDir(dir));
  return dir;
}

export const newKeyText = () => randomBytes(32).toString("base64");
export const newKeys = (): Keyring => parseKeys(newKeyText());

/** The fault a person would read. */
export async function faultOf(doing: Promise<unknown> | (() => unknown)): Promise<BriefingError> {
  try {
    await (typeof doing === "function" ? doing() : doing);
  } catch (error) {
    if (error instanceof BriefingError) return error;
    throw error;
  }
  throw new Error("no fault");
}

/** Everything that could reach a log of an error. */
export const wordsOf = (error: BriefingError) =>
  [error.message, error.hint, error.stack, JSON.stringify(error), String(error.cause ?? "")].join("\n");
