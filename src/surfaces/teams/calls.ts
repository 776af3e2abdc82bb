import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { TeamsAdapter } from "./adapter.ts";
import type { TeamsSettings } from "./deps.ts";
import { TeamsCallFailed, type TeamsFault } from "./faults.ts";
import { type Reference, withoutThread } from "./incoming.ts";
import { createServiceHosts } from "./service-hosts.ts";

type Json = Readonly<Record<string, unknown>>;

/** A message in a conversation. */
export interface Posted {
  readonly id: string;
  /** The thread that it began, where it began one. */
  readonly conversation: string;
}

/**
 * For a message that must not be there twice: repeated only where a gateway failed (502, 504), which is what Microsoft
 * asks for, a few times only, and with a last word before each request.
 */
export interface Once {
  /** Awaited right before a request leaves; where it rejects nothing is sent, and the rejection is passed on. */
  readonly before: () => Promise<void>;
}

/** The calls to the Bot Connector. Each rejects with `TeamsCallFailed`. */
export interface Calls {
  /** @param conversation with the thread where there is one @param replyTo the message that it answers */
  send(
    to: Reference,
    conversation: string,
    activity: Json,
    replyTo?: string,
    once?: Once | null,
  ): Promise<string>;
  update(to: Reference, conversation: string, id: string, activity: Json): Promise<void>;
  /** A new thread in a channel. */
  begin(channel: Reference, activity: Json, once?: Once | null): Promise<Posted>;
  /** The conversation with one person; Teams refuses it (403) where they have not added the app. */
  openPersonal(from: Reference, user: string): Promise<Reference>;
  members(of: Reference): Promise<readonly Member[]>;
}

export interface Member {
  readonly id: string;
  readonly aadObjectId?: string | null | undefined;
  readonly tenantId?: string | null | undefined;
  /** "guest", "anonymous", "user", "owner" */
  readonly userRole?: string | null | undefined;
}

const CALL_TIMEOUT_MS = 15_000;
const MOST_TRIES = 5;
const MOST_TRIES_ONCE = 3;
const LONGEST_WAIT_MS = 60_000;
/** More than a team can have. */
const MOST_MEMBERS = 30_000;
/** Microsoft's list for bots: a limited rate, a conflict, and two failures of a gateway. */
const TRY_AGAIN = new Set([412, 429, 502, 504]);
/** Of a message that must not be there twice, limits are waited out by its queue. */
const TRY_AGAIN_ONCE = new Set([502, 504]);
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

const resource = z.object({ id: z.string().optional() });
const created = z.object({ id: z.string(), activityId: z.string().optional() });
const refusal = z.object({ error: z.object({ code: z.string().optional() }) });
const membersPage = z.object({
  members: z.array(
    z.object({
      id: z.string(),
      aadObjectId: z.string().nullish(),
      tenantId: z.string().nullish(),
      userRole: z.string().nullish(),
    }),
  ),
  continuationToken: z.string().nullish(),
});

export function createCalls(adapter: Pick<TeamsAdapter, "token">, settings: TeamsSettings): Calls {
  const hosts = createServiceHosts(settings.serviceHosts, settings.app === null);

  async function tried(
    call: string,
    method: string,
    url: string,
    body: Json | null,
    before?: () => Promise<void>,
  ): Promise<Answered> {
    const token = await adapter.token();
    await before?.();
    let response: Response;
    try {
      response = await settings.fetch(url, {
        method,
        headers: {
          accept: "application/json",
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(body === null ? {} : { "content-type": "application/json; charset=utf-8" }),
        },
        ...(body === null ? {} : { body: JSON.stringify(body) }),
        redirect: "error",
        signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
      });
    } catch (error) {
      throw new TeamsCallFailed(call, unansweredFault(error), error);
    }
    const text = await response.text().catch(() => "");
    return { status: response.status, retryAfter: response.headers.get("retry-after"), body: parsed(text) };
  }

  async function call(
    name: string,
    method: string,
    to: Reference,
    path: string,
    body: Json | null,
    once: Once | null = null,
  ) {
    if (!hosts.allows(to.serviceUrl)) {
      throw new TeamsCallFailed(name, {
        kind: "unsent",
        details: "the service address is no connector of Teams",
      });
    }
    const url = `${to.serviceUrl.replace(/\/+$/, "")}/v3/conversations${path}`;
    const [again, most] = once === null ? [TRY_AGAIN, MOST_TRIES] : [TRY_AGAIN_ONCE, MOST_TRIES_ONCE];
    for (let tries = 1; ; tries += 1) {
      const answered = await tried(name, method, url, body, once?.before);
      if (answered.status >= 200 && answered.status < 300) return answered.body;
      const wait = waitMs(answered, tries, settings.firstWaitMs);
      if (!again.has(answered.status) || tries >= most || wait > LONGEST_WAIT_MS) {
        throw new TeamsCallFailed(name, answeredFault(answered));
      }
      await sleep(wait);
    }
  }

  return {
    async send(to, conversation, activity, replyTo, once) {
      const path = `/${encodeURIComponent(conversation)}/activities`;
      const reply = replyTo === undefined ? path : `${path}/${encodeURIComponent(replyTo)}`;
      const body = {
        ...activity,
        from: to.bot,
        conversation: { id: conversation },
        ...(replyTo === undefined ? {} : { replyToId: replyTo }),
      };
      return resource.parse((await call("send", "POST", to, reply, body, once)) ?? {}).id ?? "";
    },
    async update(to, conversation, id, activity) {
      const path = `/${encodeURIComponent(conversation)}/activities/${encodeURIComponent(id)}`;
      const body = { ...activity, id, from: to.bot, conversation: { id: conversation } };
      await call("update", "PUT", to, path, body);
    },
    async begin(channel, activity, once) {
      const body = {
        isGroup: true,
        bot: channel.bot,
        ...tenantOf(channel),
        channelData: {
          channel: { id: withoutThread(channel.conversation) },
          ...(channel.tenant === "" ? {} : { tenant: { id: channel.tenant } }),
        },
        activity: { ...activity, from: channel.bot },
      };
      const { id, activityId } = created.parse(await call("begin", "POST", channel, "", body, once));
      return { id: activityId ?? /;messageid=(.+)$/.exec(id)?.[1] ?? id, conversation: id };
    },
    async openPersonal(from, user) {
      const body = {
        isGroup: false,
        bot: from.bot,
        members: [{ id: user }],
        ...tenantOf(from),
        channelData: from.tenant === "" ? {} : { tenant: { id: from.tenant } },
      };
      const { id } = created.parse(await call("openPersonal", "POST", from, "", body));
      return { ...from, where: "personal", conversation: id };
    },
    async members(of) {
      const found: Member[] = [];
      for (let next: string | null | undefined = ""; next !== undefined && next !== null; ) {
        const query: string = next === "" ? "" : `&continuationToken=${encodeURIComponent(next)}`;
        const path = `/${encodeURIComponent(withoutThread(of.conversation))}/pagedmembers?pageSize=500${query}`;
        const page = membersPage.parse(await call("members", "GET", of, path, null));
        found.push(...page.members);
        next = page.continuationToken || undefined;
        if (found.length > MOST_MEMBERS) break;
      }
      return found;
    },
  };
}

interface Answered {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: unknown;
}

const tenantOf = ({ tenant }: Reference) => (tenant === "" ? {} : { tenantId: tenant });

function parsed(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** As long as the connector asks; else doubling. Spread, so that those who were refused together come back apart. */
function waitMs({ retryAfter }: Answered, tries: number, firstMs: number): number {
  const base = askedToWait(retryAfter) ?? firstMs * 2 ** (tries - 1);
  return base + Math.random() * firstMs;
}

/** In milliseconds; null where it does not say, or not in seconds. */
function askedToWait(retryAfter: string | null): number | null {
  const seconds = retryAfter === null ? Number.NaN : Number(retryAfter);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}

function answeredFault({ status, body, retryAfter }: Answered): TeamsFault {
  if (status >= 500) return { kind: "unknown", details: `HTTP ${status}` };
  const code = (refusal.safeParse(body).data?.error.code ?? "").replace(/[^ -~]/g, "").slice(0, 100);
  const retryAfterMs = askedToWait(retryAfter);
  return { kind: "refused", status, code, ...(retryAfterMs === null ? {} : { retryAfterMs }) };
}

/** fetch hides the system's error code one or two causes deep. */
function unansweredFault(error: unknown): TeamsFault {
  for (let each = error, depth = 0; each instanceof Error && depth < 4; each = each.cause, depth += 1) {
    if ("code" in each && typeof each.code === "string" && NEVER_SENT.has(each.code)) {
      return { kind: "unsent", details: each.code };
    }
  }
  return { kind: "unknown", details: error instanceof Error ? error.name : "no answer" };
}
