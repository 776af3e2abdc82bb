import type { Answering, Row, Tables } from "./emulate-internals.ts";
import { argumentsOf, isJson, type Json, objectOf, stringOf } from "./json.ts";
import { askedFor, pageOf } from "./pages.ts";
import { APP_ID, BOT_ID, BOT_USER_ID, TEAM_ID } from "./payloads.ts";
import { BOT_TOKEN } from "./workspace-seed.ts";

export interface ApiCall {
  readonly method: string;
  readonly args: Json;
  /** "" when Slack said yes. */
  readonly error: string;
}

interface Setting {
  readonly tables: Tables;
  readonly plain: Answering;
  readonly mostAtOnce: number;
  readonly postsUninvited: boolean;
  readonly calls: ApiCall[];
}

const NEEDS_NO_TOKEN = new Set(["api.test", "oauth.v2.access"]);
/** The emulator knows none of these; the app's calls are kept and answered with yes. */
const ANSWERED_HERE = new Set([
  "assistant.threads.setStatus",
  "assistant.threads.setSuggestedPrompts",
  "assistant.threads.setTitle",
  "apps.uninstall",
  "auth.revoke",
]);
const HISTORY = new Set(["conversations.history", "conversations.replies"]);

/**
 * Stands before the emulator and answers as Slack does where it does not: unknown tokens are refused, guests,
 * strangers and shared channels are marked, lists come in pages, private channels the bot is not in do not exist,
 * public ones refuse its posts, metadata comes only when asked for, and unknown methods are named so.
 */
export function slackAnswers(setting: Setting): Answering {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith("/api/") || request.method !== "POST") return setting.plain(request);
    const method = pathname.slice("/api/".length);
    const body = await request.text();
    const args = argumentsOf(body, request.headers.get("content-type") ?? "");
    const answer = await answerTo(setting, request, method, args, body);
    const byBot = tokenOf(request, args) === BOT_TOKEN;
    const text = await answer.text();
    const error = answer.ok ? stringOf(objectOf(text)["error"]) : `http ${answer.status}`;
    const { token: _, ...shown } = args;
    if (byBot) setting.calls.push({ method, args: shown, error });
    return new Response(text, { status: answer.status, headers: answer.headers });
  };
}

async function answerTo(
  setting: Setting,
  request: Request,
  method: string,
  args: Json,
  body: string,
): Promise<Response> {
  const token = tokenOf(request, args);
  if (!NEEDS_NO_TOKEN.has(method)) {
    if (!token) return refused("not_authed");
    if (!setting.tables.tokens.findOneBy("token", token)) return refused("invalid_auth");
  }
  if (ANSWERED_HERE.has(method)) return Response.json({ ok: true });
  const unposted = token === BOT_TOKEN ? postingRefused(setting, method, args) : null;
  if (unposted) return refused(unposted);
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  const passed = method === "files.getUploadURLExternal" ? withAltText(args) : body;
  if (passed !== body) headers.set("content-type", "application/x-www-form-urlencoded");
  const answer = await setting.plain(new Request(request.url, { method: "POST", headers, body: passed }));
  if (answer.status === 404) return refused("unknown_method");
  const said = objectOf(await answer.text());
  return Response.json(said["ok"] === true ? amended(setting, method, args, said) : renamed(method, said), {
    status: answer.status,
    headers: answer.headers,
  });
}

/** Slack documents `alt_txt`, the SDK sends `alt_text`, the emulator reads the latter alone. */
function withAltText(args: Json): string {
  const { alt_txt, ...rest } = args;
  const all = { ...(alt_txt === undefined ? {} : { alt_text: alt_txt }), ...rest };
  return new URLSearchParams(
    Object.entries(all).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString();
}

function postingRefused({ tables, postsUninvited }: Setting, method: string, args: Json): string | null {
  const target = method === "chat.postMessage" ? args["channel"] : undefined;
  const shared = method === "files.completeUploadExternal" ? args["channel_id"] : undefined;
  const channel = tables.channels.findOneBy("channel_id", stringOf(target ?? shared));
  if (!channel || membersOf(channel).includes(BOT_USER_ID)) return null;
  if (channel["is_private"] === true) return "channel_not_found";
  return postsUninvited ? null : "not_in_channel";
}

/** Slack does not tell the bot of private channels it is not in. */
function renamed(method: string, said: Json): Json {
  const hidden = method.startsWith("conversations.") && said["error"] === "not_in_channel";
  return hidden ? { ...said, error: "channel_not_found" } : said;
}

function amended(setting: Setting, method: string, args: Json, said: Json): Json {
  const { tables, mostAtOnce } = setting;
  if (method === "users.info") return { ...said, user: marked(tables, said["user"]) };
  if (method === "users.list") {
    const everyone = tables.users.all().map((row) => marked(tables, userOf(row)));
    const { page, next } = pageOf(everyone, args, mostAtOnce);
    return { ...said, members: page, response_metadata: { next_cursor: next } };
  }
  const channel = tables.channels.findOneBy("channel_id", stringOf(args["channel"]));
  if (method === "conversations.info") return { ...said, channel: shared(said["channel"], channel) };
  if (method === "conversations.members" && channel) {
    const { page, next } = pageOf(membersOf(channel), args, mostAtOnce);
    return { ...said, members: page, response_metadata: { next_cursor: next } };
  }
  if (HISTORY.has(method) && Array.isArray(said["messages"])) {
    return { ...said, messages: askedFor(said["messages"].filter(isJson), args) };
  }
  if (method === "chat.postMessage") return signedByBot(tables, said);
  return said;
}

/** Slack names the app in what its bot posts. */
function signedByBot(tables: Tables, said: Json): Json {
  const row = tables.messages.all().find((message) => message["ts"] === said["ts"]);
  if (row?.["user"] !== BOT_USER_ID || !isJson(said["message"])) return said;
  const bot = { bot_id: BOT_ID, app_id: APP_ID };
  tables.messages.update(row.id, bot);
  return { ...said, message: { ...said["message"], ...bot, team: TEAM_ID } };
}

function marked(tables: Tables, user: unknown): Json {
  const known = isJson(user) ? user : {};
  const row = tables.users.findOneBy("user_id", stringOf(known["id"]));
  const mark = (name: string) => row?.[name] === true;
  return {
    ...known,
    is_admin: mark("is_admin"),
    is_owner: mark("is_owner"),
    is_primary_owner: mark("is_primary_owner"),
    is_restricted: mark("is_restricted"),
    is_ultra_restricted: mark("is_ultra_restricted"),
    is_app_user: false,
    ...(mark("is_stranger") ? { is_stranger: true } : {}),
    tz: stringOf(row?.["tz"]) || "America/New_York",
    updated: 0,
  };
}

function userOf(row: Row): Json {
  const { user_id, team_id, name, real_name, is_bot, deleted, profile } = row;
  return { id: user_id, team_id, name, real_name, is_bot, deleted, profile };
}

function shared(channel: unknown, row: Row | undefined): Json {
  const mark = (name: string) => row?.[name] === true;
  return {
    ...(isJson(channel) ? channel : {}),
    is_shared: mark("is_shared"),
    is_ext_shared: mark("is_ext_shared"),
    is_org_shared: mark("is_org_shared"),
    is_pending_ext_shared: mark("is_pending_ext_shared"),
    context_team_id: TEAM_ID,
  };
}

function membersOf(channel: Row): string[] {
  return Array.isArray(channel["members"]) ? channel["members"].map(String) : [];
}

function tokenOf(request: Request, args: Json): string {
  const header = request.headers.get("authorization") ?? "";
  return header.replace(/^Bearer\s+/i, "").trim() || stringOf(args["token"]);
}

function refused(error: string): Response {
  return Response.json({ ok: false, error });
}
