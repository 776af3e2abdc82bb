import type { Briefing } from "../briefing/briefing.ts";
import { type AuditKeys, type Draft, prepare } from "./chain.ts";
import type { PostRecord, Recorded, Recorder } from "./port.ts";
import type { Writer } from "./writer.ts";

export interface RecorderDeps {
  readonly keys: AuditKeys;
  readonly writer: Pick<Writer, "write">;
  /** Stores what a briefing was made from. Never rejects, and is not waited for. */
  readonly keep: (briefing: Briefing) => Promise<void>;
  /** What a language model was asked about a briefing: prompt, outputs, verdicts; null: nothing. */
  readonly narrativeOf?: (briefing: Briefing) => object | null;
  readonly now: () => Date;
  readonly say: (message: string) => void;
}

/** A row before a message leaves, one after: who asked and what left are payloads, so that they can be deleted. */
export function createRecorder({
  keys,
  writer,
  keep,
  narrativeOf = () => null,
  now,
  say,
}: RecorderDeps): Recorder {
  /** Whatever happens here, text arrives. @returns the record's id */
  const record = async (draft: Omit<Draft, "at">): Promise<string | null> => {
    try {
      const prepared = prepare(keys, { ...draft, at: now().toISOString() });
      await writer.write(prepared);
      return prepared.id;
    } catch (error) {
      say(`an audit record could not be made: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  };
  return {
    sending: async (post) => {
      if (post.briefing !== null) void keep(post.briefing);
      const of = await record({
        kind: "sending",
        ...recordOf(post, post.briefing && narrativeOf(post.briefing)),
      });
      return outcomes(post, of, record);
    },
  };
}

function outcomes(
  { briefing, slot }: PostRecord,
  of: string | null,
  record: (draft: Omit<Draft, "at">) => Promise<unknown>,
): Recorded {
  const about = { of, slot, briefing: briefing?.id ?? null };
  return {
    sent: async (message) => {
      await record({ kind: "sent", fields: { ...about, message } });
    },
    notSent: async (reason, maybe = false) => {
      await record({ kind: "notSent", fields: { ...about, reason, maybe } });
    },
  };
}

function recordOf(post: PostRecord, narrative: object | null): Pick<Draft, "fields" | "payloads"> {
  const { platform, workspace, channel, origin, slot, briefing, user, command, message } = post;
  return {
    fields: {
      platform,
      workspace,
      channel,
      origin,
      private: post.private,
      slot,
      briefing: briefing?.id ?? null,
    },
    payloads: {
      request: { body: JSON.stringify({ user, command }), own: true },
      message: { body: message, own: post.private },
      ...(narrative && { narrative: { body: JSON.stringify(narrative) } }),
      ...(briefing && { figures: { body: figuresIn(briefing) } }),
    },
  };
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
