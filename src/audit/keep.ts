import { setImmediate as turn } from "node:timers/promises";
import type { Briefing } from "../briefing/briefing.ts";
import type { BriefingInput, Briefings, StoredBriefing } from "../storage/port.ts";
import { sha256 } from "./chain.ts";

/** One of the things a briefing was made from. */
export interface KeptInput {
  /** "valuation/constituents": topic and need. */
  readonly name: string;
  /** JSON; what is composed from it again gives the same bytes. */
  readonly value: unknown;
  /** Why its licence forbids to store it; null: it may be stored. */
  readonly forbidden: string | null;
}

export interface KeeperDeps {
  readonly briefings: Pick<Briefings, "put">;
  /** Null where it is not known any more. */
  readonly madeFrom: (briefing: Briefing) => readonly KeptInput[] | null;
  readonly codeVersion: string;
  /** Told of each briefing that is stored, so that the chain holds its hashes. Never rejects. */
  readonly onKept: (hashes: KeptHashes) => Promise<void>;
}

/** What a briefing was and what it was made from, by SHA-256: a later change in the database shows by it. */
export interface KeptHashes {
  readonly briefing: string;
  readonly body: string;
  readonly inputs: readonly { readonly name: string; readonly hash: string }[];
}

const REMEMBERED = 2_000;

/**
 * Stores a briefing with its inputs; the same one is stored once, however many channels it goes to. Rejects with
 * `BriefingError` where the database cannot be had; asked again, it tries again.
 */
export function createKeeper({ briefings, madeFrom, codeVersion, onKept }: KeeperDeps) {
  const store = async (briefing: Briefing) => {
    const body = bytesOf(briefing);
    const stored = await storedOf(briefing, body, madeFrom(briefing), codeVersion);
    await briefings.put(stored);
    const inputs = stored.inputs.map(({ name, hash }) => ({ name, hash }));
    await onKept({ briefing: briefing.id, body: sha256(body), inputs });
  };
  const kept = new Map<string, Promise<void>>();
  return async (briefing: Briefing): Promise<void> => {
    const { id } = briefing;
    const under = kept.get(id) ?? store(briefing);
    kept.set(id, under);
    const [oldest] = kept.keys();
    if (kept.size > REMEMBERED && oldest !== undefined) kept.delete(oldest);
    await under.catch((error: unknown) => {
      kept.delete(id);
      throw error;
    });
  };
}

/** A summary is no part of what is computed: with it or without, it is the same briefing. */
export function bytesOf({ narrative: _, ...computed }: Briefing): string {
  return JSON.stringify(computed);
}

/** What a stored briefing is called among its inputs where its own body may not be stored. */
export const ITSELF = "briefing";
/** An input that stands for those that were not known any more. */
export const UNKNOWN = "unknown";

async function storedOf(
  { id, topic, command, asOf }: Briefing,
  body: string,
  made: readonly KeptInput[] | null,
  codeVersion: string,
): Promise<StoredBriefing> {
  const inputs: BriefingInput[] = [];
  for (const each of made ?? []) {
    await turn(); // some are large
    inputs.push(inputOf(each));
  }
  const forbidden = made?.find((each) => each.forbidden !== null)?.forbidden ?? null;
  const itself = { name: ITSELF, hash: sha256(body), body: null, reason: forbidden };
  const unknown = {
    name: UNKNOWN,
    hash: sha256(`${UNKNOWN} ${id}`),
    body: null,
    reason: "the process that made the briefing was not the one that posted it",
  };
  return {
    id,
    topic,
    command,
    codeVersion,
    asOf,
    body: forbidden === null ? body : null, // its charts hold the data themselves
    inputs: [...inputs, ...(forbidden === null ? [] : [itself]), ...(made === null ? [unknown] : [])],
  };
}

function inputOf({ name, value, forbidden }: KeptInput): BriefingInput {
  const body = JSON.stringify(value);
  return { name, hash: sha256(body), body: forbidden === null ? body : null, reason: forbidden };
}
