import { randomUUID } from "node:crypto";
import type { Briefing } from "../briefing/briefing.ts";
import type { Question } from "../briefing/question.ts";
import type { Beside } from "./beside.ts";
import { type AuditKeys, type Draft, prepare } from "./chain.ts";
import type { PostRecord, Recorded, Recorder } from "./port.ts";
import type { Writer } from "./writer.ts";

export interface RecorderDeps {
  readonly keys: AuditKeys;
  readonly writer: Pick<Writer, "write">;
  /** For answers, which do not wait for their rows; left out: all do. */
  readonly beside?: Pick<Beside, "add">;
  /** Stores what a briefing was made from. Never rejects, and is not waited for. */
  readonly keep: (briefing: Briefing) => Promise<void>;
  /** What a language model was asked about a briefing: prompt, outputs, verdicts; null: nothing. */
  readonly narrativeOf?: (briefing: Briefing) => object | null;
  readonly now: () => Date;
  readonly say: (message: string) => void;
}

/** What a record holds beside its kind and time; found out when it is written. */
type Content = () => Pick<Draft, "fields" | "payloads">;
/** Its id; null where it could not be made. Never rejects. */
type Record = (kind: string, content: Content) => Promise<string | null>;

/** Somebody waits for it. */
const ASKED: ReadonlySet<PostRecord["origin"]> = new Set(["slash", "mention", "dm", "button"]);

/** A row of a message that leaves, one of what became of it: who asked and what left are payloads, so that they can be deleted. */
export function createRecorder(deps: RecorderDeps): Recorder {
  const { keys, writer, beside, keep, narrativeOf = () => null, now, say } = deps;
  const drafted = (kind: string, content: Content) => {
    const known = { id: randomUUID(), kind, at: now().toISOString() };
    return { id: known.id, make: () => prepare(keys, { ...known, ...content() }) };
  };
  const awaited: Record = async (kind, content) => {
    const { id, make } = drafted(kind, content);
    try {
      await writer.write([make()]);
      return id;
    } catch (error) {
      say(`an audit record could not be made: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  };
  const writtenBeside =
    ({ add }: Pick<Beside, "add">): Record =>
    async (kind, content) => {
      const { id, make } = drafted(kind, content);
      await add(make);
      return id;
    };
  const answered = beside ? writtenBeside(beside) : awaited;
  return {
    sending: async (post) => {
      const record = ASKED.has(post.origin) ? answered : awaited;
      const of = await record("sending", () => {
        if (post.briefing !== null) void keep(post.briefing);
        return recordOf(post, post.briefing && narrativeOf(post.briefing));
      });
      return outcomes(post, of, record);
    },
    found: async ({ slot, briefing, message }) => {
      await awaited("sent", () => ({ fields: { of: null, slot, briefing, message, found: true } }));
    },
  };
}

function outcomes({ briefing, slot }: PostRecord, of: string | null, record: Record): Recorded {
  const about = { of, slot, briefing: briefing?.id ?? null };
  return {
    sent: async (message) => {
      await record("sent", () => ({ fields: { ...about, message } }));
    },
    notSent: async (reason, maybe = false) => {
      await record("notSent", () => ({ fields: { ...about, reason, maybe } }));
    },
  };
}

function recordOf(post: PostRecord, narrative: object | null): Pick<Draft, "fields" | "payloads"> {
  const { platform, workspace, channel, origin, slot, briefing, user, command, message, question, proposed } =
    post;
  return {
    fields: {
      platform,
      workspace,
      channel,
      origin,
      private: post.private,
      slot,
      briefing: briefing?.id ?? null,
      ...(question && { question: madeOf(question) }),
    },
    payloads: {
      request: { body: JSON.stringify({ user, command }), own: true },
      ...(question && { question: { body: JSON.stringify(question), own: true } }),
      ...(proposed && { proposed: { body: JSON.stringify(proposed), own: true } }),
      message: { body: message, own: post.private },
      ...(narrative && { narrative: { body: JSON.stringify(narrative) } }),
      ...(briefing && { figures: { body: figuresIn(briefing) } }),
    },
  };
}

/** What a question in words came to: stays in the chain when its words are deleted. */
function madeOf({ refused, ran, by }: Question): string {
  if (refused !== null) return `refused: ${refused}`;
  return ran === null ? "not understood" : `routed by ${by}`;
}

/** A briefing that many channels share is written out once. */
const written = new WeakMap<Briefing, string>();

function figuresIn(briefing: Briefing): string {
  const body = written.get(briefing) ?? JSON.stringify(figuresOf(briefing));
  written.set(briefing, body);
  return body;
}

/** Each figure's value, and what they were all computed from. */
function figuresOf({ id, command, topic, asOf, pair, dataMode, figures, sources }: Briefing) {
  return {
    id,
    command,
    topic,
    asOf,
    pair,
    dataMode,
    figures: figures.map(({ key, unit, value, asOf: of }) => ({ key, unit, value, asOf: of })),
    inputs: sources.map(({ provider, dataset, asOf: to, retrievedAt, licence, contentHash, responses }) => ({
      provider,
      dataset,
      asOf: to,
      retrievedAt,
      licence,
      contentHash,
      ...(responses === undefined ? {} : { responses }),
    })),
  };
}
