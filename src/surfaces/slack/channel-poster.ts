import { setTimeout as sleep } from "node:timers/promises";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { type ChannelPoster, type PostedFor, PostFault, type Posting } from "../../delivery/port.ts";
import { callSlack, refusalOf } from "./client.ts";
import type { Gate } from "./gate.ts";
import { createPace } from "./pace.ts";
import { DELIVERY_EVENT, type Poster, type Target, UNWATCHED, type Watch } from "./post.ts";
import { postFaultOf } from "./post-faults.ts";
import { renderNote } from "./render.ts";

export interface ChannelPosterDeps {
  readonly clientFor: (team: string) => Promise<WebClient>;
  readonly gate: Gate;
  readonly poster: Poster;
}

/** A turn that comes later than this is the queue's to wait for. */
const MOST_WAIT_MS = 2_000;
/** Nothing is waited out here: the queue does that. */
const AT_ONCE = { longestWaitS: 0 } as const;
/** Slack's clock and the database's may differ: a database whose clock ran ahead must not hide a message that stands there. */
const CLOCKS_APART_S = 86_400;
const PAGE = 200;
/** Refusals that say nothing of the bot's rights. */
const ASK_AGAIN = new Set([
  "fatal_error",
  "internal_error",
  "ratelimited",
  "request_timeout",
  "service_unavailable",
]);

const opened = z.object({ channel: z.object({ id: z.string() }) });
const history = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.object({ slot: z.string().optional() }) })
        .optional()
        .catch(undefined),
    }),
  ),
  has_more: z.boolean().optional(),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Slack's way of posting without being asked. */
export function createChannelPoster({ clientFor, gate, poster }: ChannelPosterDeps): ChannelPoster {
  const pace = createPace();

  /**
   * What holds for answers holds for what nobody asked for: guests, shared channels. Judged anew for every post, since
   * Slack tells one process of many that somebody joined.
   */
  async function assertAllowed(client: WebClient, place: Target): Promise<void> {
    gate.doubt(place);
    const verdict = await gate.judge(client, place, AT_ONCE.longestWaitS);
    if (verdict.kind === "public") return;
    const gone = verdict.kind === "private" && verdict.isOutside === true;
    throw new PostFault("refused", `not posted in this channel: ${verdict.reason}`, { gone });
  }

  /** The first turn is given to the post as a whole, before its chart is uploaded; each further attempt takes one. */
  async function paced(place: Target, onSending: () => Promise<void>): Promise<Watch> {
    const given = { turn: pace.take(place, MOST_WAIT_MS) as number | null };
    await sleep(given.turn ?? 0);
    return {
      sending: async (message) => {
        if (given.turn === null) await sleep(pace.take(place, Number.POSITIVE_INFINITY));
        given.turn = null;
        await onSending();
        return UNWATCHED.sending(message);
      },
    };
  }

  async function put(client: WebClient, target: Target, watch: Watch, posting: Posting): Promise<string> {
    if (posting.kind === "notice")
      return poster.message(client, target, watch, renderNote(posting.text), AT_ONCE.longestWaitS);
    const { briefing, lead, foot, alert } = posting;
    const subscription = subscriptionOf(target.slot ?? "");
    const scheduled = { lead, foot, subscription, ...(alert ? { alert } : {}) };
    return poster.briefing(client, target, watch, briefing, { private: false, scheduled, ...AT_ONCE });
  }

  async function post(
    where: PostedFor,
    posting: Posting,
    onSending: () => Promise<void>,
  ): Promise<{ readonly messageId: string }> {
    const client = await clientFor(where.workspace);
    const target = targetOf(where);
    await assertAllowed(client, target);
    return { messageId: await put(client, target, await paced(target, onSending), posting) };
  }

  async function find(where: PostedFor): ReturnType<ChannelPoster["find"]> {
    for await (const page of historyOf(await clientFor(where.workspace), where)) {
      if (page === null) return "cannotAsk";
      const found = page.messages.find(carries(where.slot));
      if (found) return { messageId: found.ts };
    }
    return "absent";
  }

  async function correct(where: PostedFor, messageId: string, posting: Posting, what: string): Promise<void> {
    await replace(where, messageId, posting);
    const client = await clientFor(where.workspace);
    const target = targetOf(where);
    const { team, channel } = target;
    const thread: Target = { team, channel, threadTs: messageId, broadcast: true };
    const watch = await paced(target, nothing);
    await poster.message(client, thread, watch, renderNote(`Correction: ${what}`), AT_ONCE.longestWaitS);
  }

  async function replace(where: PostedFor, messageId: string, posting: Posting): Promise<void> {
    const client = await clientFor(where.workspace);
    const target = targetOf(where);
    await assertAllowed(client, target);
    await put(client, { ...target, replaces: messageId }, await paced(target, nothing), posting);
  }

  async function tell(workspace: string, user: string, text: string): Promise<void> {
    const client = await clientFor(workspace);
    const { channel } = opened.parse(
      await callSlack(client, "conversations.open", { users: user }, AT_ONCE.longestWaitS),
    );
    const target = { team: workspace, channel: channel.id };
    const watch = await paced(target, nothing);
    await poster.message(client, target, watch, renderNote(text), AT_ONCE.longestWaitS);
  }

  return {
    platform: "slack",
    post: (...given) => post(...given).catch(asFault),
    find: (...given) => find(...given).catch(asFault),
    correct: (...given) => correct(...given).catch(asFault),
    replace: (...given) => replace(...given).catch(asFault),
    tell: (...given) => tell(...given).catch(asFault),
  };
}

type History = z.infer<typeof history>;

const carries =
  (slot: string) =>
  ({ metadata }: History["messages"][number]) =>
    metadata?.event_type === DELIVERY_EVENT && metadata.event_payload.slot === slot;

const nothing = async () => {};

function asFault(error: unknown): never {
  throw postFaultOf(error);
}

function targetOf({ workspace, channel, slot }: PostedFor): Target {
  return { team: workspace, channel, slot };
}

/** A slot key is platform/workspace/subscription/… */
function subscriptionOf(slot: string): string | null {
  return slot.split("/")[2] ?? null;
}

/** A channel's messages since a slot was due, page by page; null where Slack does not show them, or not all. */
async function* historyOf(
  client: WebClient,
  { channel, scheduledAt }: PostedFor,
): AsyncGenerator<History | null> {
  const oldest = (Date.parse(scheduledAt) / 1_000 - CLOCKS_APART_S).toFixed(6);
  const asked = { channel, oldest, inclusive: true, include_all_metadata: true, limit: PAGE };
  for (let cursor: string | undefined = ""; cursor !== undefined; ) {
    const page = await historyPage(client, { ...asked, ...(cursor ? { cursor } : {}) });
    yield page;
    cursor = page?.response_metadata?.next_cursor || undefined;
    if (cursor === undefined && page?.has_more === true) yield null;
  }
}

/** Null where Slack does not let the bot look. @throws SlackCallFailed where it could not be asked now */
async function historyPage(client: WebClient, asked: Record<string, unknown>): Promise<History | null> {
  try {
    const said = await callSlack(client, "conversations.history", asked, AT_ONCE.longestWaitS);
    return history.safeParse(said).data ?? null;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null || ASK_AGAIN.has(refusal)) throw error;
    return null;
  }
}
