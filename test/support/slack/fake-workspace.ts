import { fakeUploads } from "./fake-uploads.ts";
import { isJson, type Json, stringOf } from "./json.ts";
import { askedFor, pageOf } from "./pages.ts";
import { APP_ID, BOT_ID, BOT_USER_ID, TEAM_ID } from "./payloads.ts";
import { type Method, no, yes } from "./said.ts";

export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly metadata: Json | null;
  readonly edited: boolean;
}
interface Kept extends FakeMessage {
  readonly raw: Json;
}

/** The yes of each method the app uses, and the little that must be remembered for them to agree. */
export function fakeWorkspace(baseUrl: () => string, now: () => number) {
  const messages: Kept[] = [];
  const ephemerals: Json[] = [];
  const views: Json[] = [];
  const uploads = fakeUploads(baseUrl);
  const channels = new Map<string, Json>();
  const users = new Map<string, Json>();
  const members = new Map<string, readonly string[]>();
  let lastTs = 0;
  let viewsMade = 0;

  /** Microseconds since 1970, always later than the last: Slack's own form. */
  function nextTs(): string {
    lastTs = Math.max(lastTs + 100, now() * 1_000);
    return `${Math.floor(lastTs / 1e6)}.${String(lastTs % 1e6).padStart(6, "0")}`;
  }

  const userOf = (id: string): Json => ({
    id,
    team_id: TEAM_ID,
    name: id.toLowerCase(),
    is_admin: false,
    is_bot: id === BOT_USER_ID,
    is_restricted: false,
    is_ultra_restricted: false,
    tz: "America/New_York",
    ...users.get(id),
  });
  const channelOf = (id: string): Json => ({
    id,
    name: id.toLowerCase(),
    is_im: id.startsWith("D"),
    is_private: id.startsWith("D"),
    is_member: true,
    is_archived: false,
    is_ext_shared: false,
    is_pending_ext_shared: false,
    ...channels.get(id),
  });
  const membersOf = (id: string) => members.get(id) ?? [BOT_USER_ID, "U0MEMBER01"];
  const find = (args: Json) =>
    messages.findIndex(({ channel, ts }) => channel === args["channel"] && ts === args["ts"]);

  function keep(args: Json, ts: string, edited: boolean): Kept {
    const threadTs = stringOf(args["thread_ts"]) || null;
    const text = stringOf(args["text"]);
    const blocks = Array.isArray(args["blocks"]) ? args["blocks"].filter(isJson) : [];
    const metadata = isJson(args["metadata"]) ? args["metadata"] : null;
    const raw = {
      type: "message",
      user: BOT_USER_ID,
      bot_id: BOT_ID,
      app_id: APP_ID,
      team: TEAM_ID,
      text,
      ts,
      ...(threadTs ? { thread_ts: threadTs } : {}),
      ...(blocks.length > 0 ? { blocks } : {}),
      ...(metadata ? { metadata } : {}),
      ...(edited ? { edited: { user: BOT_USER_ID, ts } } : {}),
    };
    return {
      channel: channelFor(stringOf(args["channel"])),
      ts,
      threadTs,
      text,
      blocks,
      metadata,
      edited,
      raw,
    };
  }

  function postMessage(args: Json): Json {
    const refused = refusedPost(args) ?? uploads.missing(args);
    if (refused) return refused;
    const kept = keep(args, nextTs(), false);
    messages.push(kept);
    return yes({ channel: kept.channel, ts: kept.ts, message: kept.raw });
  }

  function refusedPost(args: Json): Json | null {
    const channel = stringOf(args["channel"]);
    if (!channel) return no("channel_not_found");
    if (channelOf(channel)["is_archived"] === true) return no("is_archived");
    const empty = !stringOf(args["text"]) && !Array.isArray(args["blocks"]);
    return empty ? no("no_text") : null;
  }

  function update(args: Json): Json {
    const index = find(args);
    const old = messages[index];
    if (!old) return no("message_not_found");
    const kept = keep({ thread_ts: old.threadTs, metadata: old.metadata, ...args }, old.ts, true);
    messages[index] = kept;
    return yes({ channel: kept.channel, ts: kept.ts, text: kept.text, message: kept.raw });
  }

  function remove(args: Json): Json {
    const index = find(args);
    if (index < 0) return no("message_not_found");
    messages.splice(index, 1);
    return yes({ channel: args["channel"], ts: args["ts"] });
  }

  function listed(args: Json, found: readonly Kept[]): Json {
    const { page, next } = pageOf(
      askedFor(
        found.map(({ raw }) => raw),
        args,
      ),
      args,
      1_000,
    );
    return yes({ messages: page, has_more: next !== "", response_metadata: { next_cursor: next } });
  }

  function history(args: Json): Json {
    const top = messages.filter(({ channel, threadTs }) => channel === args["channel"] && threadTs === null);
    return listed(args, top.reverse());
  }

  function replies(args: Json): Json {
    const { channel: where, ts: root } = args;
    const thread = messages.filter(
      ({ channel, ts, threadTs }) => channel === where && (ts === root || threadTs === root),
    );
    return thread.length === 0 ? no("thread_not_found") : listed(args, thread);
  }

  function showView(args: Json): Json {
    const view = isJson(args["view"]) ? args["view"] : null;
    if (!view) return no("invalid_arguments");
    viewsMade += 1;
    const shown = {
      id: `V${String(viewsMade).padStart(9, "0")}`,
      team_id: TEAM_ID,
      hash: nextTs(),
      ...view,
    };
    views.push({ ...shown, ...(args["user_id"] ? { user: args["user_id"] } : {}) });
    return yes({ view: shown });
  }

  function postEphemeral(args: Json): Json {
    const refused = refusedPost(args);
    if (refused) return refused;
    ephemerals.push(args);
    return yes({ message_ts: nextTs() });
  }

  function listMembers(args: Json): Json {
    const { page, next } = pageOf(membersOf(stringOf(args["channel"])), args, 1_000);
    return yes({ members: page, response_metadata: { next_cursor: next } });
  }

  function listUsers(args: Json): Json {
    const everyone = new Set([BOT_USER_ID, ...users.keys(), ...[...members.values()].flat()]);
    const { page, next } = pageOf([...everyone].map(userOf), args, 1_000);
    return yes({ members: page, response_metadata: { next_cursor: next } });
  }

  const methods: Readonly<Record<string, Method>> = {
    "api.test": () => yes(),
    "auth.test": () =>
      yes({
        url: "https://desk.slack.com/",
        team: "Desk",
        user: "smallcaps",
        team_id: TEAM_ID,
        user_id: BOT_USER_ID,
        bot_id: BOT_ID,
        is_enterprise_install: false,
      }),
    "auth.revoke": () => yes({ revoked: true }),
    "chat.postMessage": postMessage,
    "chat.postEphemeral": postEphemeral,
    "chat.update": update,
    "chat.delete": remove,
    "chat.getPermalink": ({ channel, message_ts }) =>
      yes({ channel, permalink: `https://desk.slack.com/archives/${channel}/p${message_ts}` }),
    "conversations.info": ({ channel }) => yes({ channel: channelOf(stringOf(channel)) }),
    "conversations.members": listMembers,
    "conversations.open": ({ users: who }) => yes({ channel: { id: channelFor(stringOf(who)) } }),
    "conversations.history": history,
    "conversations.replies": replies,
    "users.info": ({ user }) => yes({ user: userOf(stringOf(user)) }),
    "users.list": listUsers,
    "views.publish": showView,
    "views.open": showView,
    "views.update": showView,
    ...uploads.methods,
    "functions.completeSuccess": () => yes(),
    "functions.completeError": () => yes(),
    "assistant.threads.setStatus": () => yes(),
    "assistant.threads.setSuggestedPrompts": () => yes(),
    "assistant.threads.setTitle": () => yes(),
  };

  return {
    messages: messages as readonly FakeMessage[],
    ephemerals,
    views,
    files: uploads.files,
    setChannel: (id: string, patch: Json) => void channels.set(id, { ...channels.get(id), ...patch }),
    setUser: (id: string, patch: Json) => void users.set(id, { ...users.get(id), ...patch }),
    setMembers: (channel: string, ids: readonly string[]) => void members.set(channel, ids),
    answer: (method: string, args: Json): Json => methods[method]?.(args) ?? no("unknown_method", { method }),
    /** False where no such upload was opened. */
    receive: uploads.receive,
  };
}

/** Posting to a person's id goes to the direct message with them. */
function channelFor(target: string): string {
  return target.startsWith("U") ? `D${target.slice(1)}` : target;
}
