import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Store } from "../../storage/port.ts";
import { callSlack, refusalOf } from "./client.ts";

/** Whether an answer may stand in a channel for all to see. */
export type Verdict =
  | { readonly kind: "public" }
  /** Fine for the asker, not for the channel. `isOutside`: the bot is not a member. */
  | { readonly kind: "private"; readonly reason: string; readonly isOutside?: boolean }
  /** Compliance: guests or another organisation would read it (DOMAIN 3.5). */
  | { readonly kind: "declined"; readonly reason: string };

export interface Place {
  readonly team: string;
  readonly channel: string;
}

export interface Gate {
  /** @param longestWaitS where Slack limits the rate; left out, as long as an asker waits */
  judge(client: WebClient, place: Place, longestWaitS?: number): Promise<Verdict>;
  /** True for a guest of the workspace: not served anywhere. */
  isGuest(client: WebClient, team: string, user: string): Promise<boolean>;
  allow(place: Place, by: string): Promise<void>;
  disallow(place: Place): Promise<void>;
  /** Who is in a channel, and with whom it is shared, is asked anew; the workspace's guests are known for a while. */
  doubt(place: Place): void;
  /** What was learnt of a channel is asked anew. */
  forget(place: Place): void;
  forgetWorkspace(team: string): void;
}

const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 20_000;
const allowed = z.object({ allowedBy: z.string() });
const channelInfo = z.object({
  is_im: z.boolean().optional(),
  is_member: z.boolean().optional(),
  is_ext_shared: z.boolean().optional(),
  is_pending_ext_shared: z.boolean().optional(),
});
const cursor = z.object({ next_cursor: z.string().optional() }).optional();
const membersPage = z.object({ members: z.array(z.string()), response_metadata: cursor });
const usersPage = z.object({
  members: z.array(
    z.object({
      id: z.string(),
      is_restricted: z.boolean().optional(),
      is_ultra_restricted: z.boolean().optional(),
      is_stranger: z.boolean().optional(),
    }),
  ),
  response_metadata: cursor,
});

const NOT_MEMBER = "I am not a member of that channel: invite me with /invite to have answers there";
const OUTSIDE: Verdict = { kind: "private", reason: NOT_MEMBER, isOutside: true };
const ASK_ADMIN = "a workspace admin can allow it with `channel allow`";

export function createGate(store: Store, now: () => number = Date.now): Gate {
  const verdicts = remembering<Verdict>(now);
  const guests = remembering<ReadonlySet<string>>(now);
  const keyOf = ({ team, channel }: Place) => `${team}/${channel}`;

  const guestsOf = (client: WebClient, team: string, wait?: number) =>
    guests.get(team, () => listGuests(client, wait));

  async function inspect(client: WebClient, place: Place, wait?: number): Promise<Verdict> {
    const { channel: info } = z
      .object({ channel: channelInfo })
      .parse(await callSlack(client, "conversations.info", { channel: place.channel }, wait));
    if (info.is_im) return { kind: "public" };
    if (!info.is_member) return OUTSIDE;
    const byAdmin = allowed.safeParse(await store.get("channels", keyOf(place))).success;
    if (byAdmin) return { kind: "public" };
    if (info.is_ext_shared || info.is_pending_ext_shared) {
      return { kind: "declined", reason: `this channel is shared with another organisation; ${ASK_ADMIN}` };
    }
    const members = await listMembers(client, place.channel, wait);
    const outsiders = await guestsOf(client, place.team, wait);
    return members.some((member) => outsiders.has(member))
      ? { kind: "declined", reason: `this channel holds guests; ${ASK_ADMIN}` }
      : { kind: "public" };
  }

  /** What cannot be checked is not posted for all to see. */
  async function judgeOrFailClosed(client: WebClient, place: Place, wait?: number): Promise<Verdict> {
    try {
      return await inspect(client, place, wait);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === "channel_not_found" || refusal === "not_in_channel") return OUTSIDE;
      if (refusal === "missing_scope") {
        return {
          kind: "private",
          reason:
            "I cannot check this channel for guests: the app lacks users:read, channels:read or groups:read",
        };
      }
      throw error;
    }
  }

  return {
    judge: (client, place, wait) => verdicts.get(keyOf(place), () => judgeOrFailClosed(client, place, wait)),
    isGuest: async (client, team, user) => (await guestsOf(client, team)).has(user),
    allow: async (place, by) => {
      await store.set("channels", keyOf(place), { allowedBy: by });
      verdicts.forget(keyOf(place));
    },
    disallow: async (place) => {
      await store.delete("channels", keyOf(place));
      verdicts.forget(keyOf(place));
    },
    doubt: (place) => verdicts.forget(keyOf(place)),
    forget: (place) => {
      verdicts.forget(keyOf(place));
      guests.forget(place.team);
    },
    forgetWorkspace: (team) => {
      verdicts.forgetAll(`${team}/`);
      guests.forget(team);
    },
  };
}

/** Asks once for callers that come together, and again after ten minutes or a fault. */
function remembering<T>(now: () => number) {
  const kept = new Map<string, { readonly until: number; readonly value: Promise<T> }>();
  return {
    forget: (key: string) => void kept.delete(key),
    forgetAll: (prefix: string) => {
      for (const key of kept.keys()) if (key.startsWith(prefix)) kept.delete(key);
    },
    get: (key: string, ask: () => Promise<T>): Promise<T> => {
      const known = kept.get(key);
      if (known && known.until > now()) return known.value;
      const value = ask();
      kept.delete(key);
      kept.set(key, { until: now() + KEPT_MS, value });
      value.catch(() => kept.delete(key));
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return value;
    },
  };
}

/** @throws SlackCallFailed */
export async function listMembers(
  client: WebClient,
  channel: string,
  longestWaitS?: number,
): Promise<readonly string[]> {
  const members: string[] = [];
  for (let next: string | undefined = ""; next !== undefined; ) {
    const page = membersPage.parse(
      await callSlack(
        client,
        "conversations.members",
        { channel, limit: 1000, ...(next ? { cursor: next } : {}) },
        longestWaitS,
      ),
    );
    members.push(...page.members);
    next = page.response_metadata?.next_cursor || undefined;
  }
  return members;
}

/** Guests and members of other organisations, as the workspace's directory marks them. */
async function listGuests(client: WebClient, longestWaitS?: number): Promise<ReadonlySet<string>> {
  const guests = new Set<string>();
  for (let next: string | undefined = ""; next !== undefined; ) {
    const page = usersPage.parse(
      await callSlack(client, "users.list", { limit: 1000, ...(next ? { cursor: next } : {}) }, longestWaitS),
    );
    for (const { id, is_restricted, is_ultra_restricted, is_stranger } of page.members) {
      if (is_restricted || is_ultra_restricted || is_stranger) guests.add(id);
    }
    next = page.response_metadata?.next_cursor || undefined;
  }
  return guests;
}
