import { type Delivered, type Delivery, deliveries } from "./deliveries.ts";
import { openEmulator, type Row } from "./emulate-internals.ts";
import { isJson, type Json, objectOf, stringOf } from "./json.ts";
import { APP_ID, BOT_USER_ID, FORM, interactionBody, JSON_TYPE, slashBody, TEAM_ID } from "./payloads.ts";
import type { Reply } from "./raw-client.ts";
import { responseUrls } from "./response-urls.ts";
import { type ApiCall, slackAnswers } from "./slack-answers.ts";
import { readings } from "./workspace-readings.ts";
import {
  addChannel,
  BOT_TOKEN,
  CHANNELS,
  directMessageOf,
  fill,
  PEOPLE,
  REQUIRED_SCOPES,
  seedFor,
  tokenOf,
} from "./workspace-seed.ts";

export interface WorkspaceOptions {
  readonly signingSecret: string;
  /** Where the app listens; or later, with `connect`. */
  readonly eventsUrl?: string;
  readonly scopes?: readonly string[];
  /** Slack may answer fewer items than asked for: the most in a page of people or members. */
  readonly mostAtOnce?: number;
  /** What happens by itself and is sent to the app, as in its manifest; "message.im" is a direct message. */
  readonly subscribedTo?: readonly string[];
  /** For the OAuth flow. */
  readonly redirectUris?: readonly string[];
}

interface Where {
  readonly user?: string;
  readonly channel?: string;
}
/** The member Mara in #markets, unless said otherwise. */
export interface SlashCommand extends Where {
  readonly text: string;
  readonly command?: string;
  /** Over the form's fields. */
  readonly fields?: Readonly<Record<string, string>>;
}
export interface Mention extends Where, Delivery {
  readonly text: string;
  readonly threadTs?: string;
  /** The same words come as a `message` event too, as to an app that subscribes to both. */
  readonly alsoAsMessage?: boolean;
}
export interface DirectMessage extends Delivery {
  readonly text: string;
  readonly user?: string;
  readonly threadTs?: string;
}
export interface Asked extends Reply {
  /** For `responsesTo`. */
  readonly responseId: string;
}
export interface Said extends Delivered {
  readonly ts: string;
  readonly channel: string;
}

export type SlackWorkspace = Awaited<ReturnType<typeof startSlackWorkspace>>;

/** A Slack workspace on a free port: the emulator, the signed requests that it does not send, and what arrived. */
export async function startSlackWorkspace(options: WorkspaceOptions) {
  const { signingSecret, eventsUrl, scopes = REQUIRED_SCOPES, mostAtOnce = 1_000 } = options;
  const emulator = await openEmulator(seedFor(signingSecret, scopes, options.redirectUris ?? []));
  const { tables, plain } = emulator;
  const calls: ApiCall[] = [];
  const postsUninvited = scopes.includes("chat:write.public");
  const urls = responseUrls(emulator.url, slackAnswers({ tables, plain, mostAtOnce, postsUninvited, calls }));
  const subscribedTo = options.subscribedTo ?? ["message.im"];
  const sending = deliveries({ tables, signingSecret, subscribedTo, eventsUrl });
  const { signed, event, appUrl } = sending;
  emulator.intercept(urls.answering);
  emulator.onEvent(sending.happened);
  fill(tables);
  let triggers = 0;

  /** A person writes in a channel: kept by the emulator, told to nobody. @throws Error where Slack refuses it. */
  async function write(user: string, channel: string, text: string, threadTs?: string): Promise<string> {
    const answer = await plain(
      new Request(`${emulator.url}/api/chat.postMessage`, {
        method: "POST",
        headers: { authorization: `Bearer ${tokenOf(user)}`, "content-type": JSON_TYPE },
        body: JSON.stringify({ channel, text, ...(threadTs ? { thread_ts: threadTs } : {}) }),
      }),
    );
    const said = objectOf(await answer.text());
    if (said["ok"] !== true) throw new Error(`${user} cannot write in ${channel}: ${said["error"]}`);
    return stringOf(said["ts"]);
  }

  /** Good for one view; for longer than Slack's three seconds, which a busy machine may take. */
  function nextTrigger(user: string): string {
    triggers += 1;
    const trigger_id = `${triggers}.1.trigger`;
    const expires_at = Math.floor(Date.now() / 1_000) + 60;
    const whose = { team_id: TEAM_ID, user_id: user, app_id: APP_ID };
    tables.viewTriggers.insert({ trigger_id, ...whose, expires_at, used: false });
    return trigger_id;
  }

  function channelRow(id: string): Row {
    const row = tables.channels.findOneBy("channel_id", id);
    if (!row) throw new Error(`the workspace has no channel ${id}`);
    return row;
  }

  function userRow(id: string): Row {
    const row = tables.users.findOneBy("user_id", id);
    if (!row) throw new Error(`the workspace has no user ${id}`);
    return row;
  }

  async function slash({ text, user = PEOPLE.member, channel = CHANNELS.markets, ...rest }: SlashCommand) {
    const { id, url } = urls.next();
    const body = slashBody({
      text,
      user_id: user,
      user_name: stringOf(userRow(user)["name"]),
      channel_id: channel,
      channel_name: slashChannelName(channelRow(channel)),
      response_url: url,
      trigger_id: nextTrigger(user),
      ...(rest.command ? { command: rest.command } : {}),
      ...rest.fields,
    });
    return { responseId: id, ...(await signed(appUrl(), body, FORM)) } satisfies Asked;
  }

  async function mention({ text, threadTs, alsoAsMessage, ...rest }: Mention) {
    const { user = PEOPLE.member, channel = CHANNELS.markets, ...delivery } = rest;
    const words = text.includes(`<@${BOT_USER_ID}>`) ? text : `<@${BOT_USER_ID}> ${text}`;
    const ts = await write(user, channel, words, threadTs);
    const team = stringOf(userRow(user)["team_id"]);
    const outside = team === TEAM_ID ? {} : { user_team: team, source_team: team };
    const thread = threadTs ? { thread_ts: threadTs } : {};
    const place = { channel, team, ...outside, ...thread };
    const message = { user, text: words, ts, event_ts: ts, client_msg_id: `c-${ts}`, ...place };
    const [mentioned] = await Promise.all([
      event({ type: "app_mention", ...message }, delivery),
      ...(alsoAsMessage ? [event({ type: "message", ...message })] : []),
    ]);
    return { ts, channel, ...mentioned } satisfies Said;
  }

  async function dm({ text, user = PEOPLE.member, threadTs, ...delivery }: DirectMessage) {
    const channel = directMessageOf(user);
    const ts = await write(user, channel, text, threadTs);
    const message = { type: "message", user, text, ts, event_ts: ts, channel, team: TEAM_ID };
    const thread = threadTs ? { thread_ts: threadTs } : {};
    return { ts, channel, ...(await event({ ...message, ...thread }, delivery)) } satisfies Said;
  }

  async function interact({ user = PEOPLE.member, channel = CHANNELS.markets, ...payload }: Where & Json) {
    const { id, url } = urls.next();
    const inView = isJson(payload["view"]);
    const place = { id: channel, name: stringOf(channelRow(channel)["name"]) };
    const body = interactionBody({
      user: { id: user, username: stringOf(userRow(user)["name"]), team_id: TEAM_ID },
      trigger_id: nextTrigger(user),
      container: { type: inView ? "view" : "message", channel_id: channel },
      ...(inView ? {} : { channel: place, response_url: url }),
      ...payload,
    });
    return { responseId: id, ...(await signed(appUrl(), body, FORM)) } satisfies Asked;
  }

  function joined(channel: string, user: string = BOT_USER_ID) {
    const row = channelRow(channel);
    const members = Array.isArray(row["members"]) ? row["members"] : [];
    tables.channels.update(row.id, { members: [...new Set([...members, user])] });
    const channel_type = row["is_private"] === true ? "G" : "C";
    return event({ type: "member_joined_channel", user, channel, channel_type, team: TEAM_ID });
  }

  return {
    url: emulator.url,
    /** With a slash at the end, for `slackApiUrl`. */
    apiUrl: `${emulator.url}/api/`,
    botToken: BOT_TOKEN,
    ...readings(tables),
    /** What was called with the bot's token, in order. */
    calls: calls as readonly ApiCall[],
    /** What the app sent to response_urls, in order. */
    responses: urls.responses,
    responsesTo: (responseId: string) => urls.responses.filter(({ id }) => id === responseId),
    connect: sending.connect,
    signed,
    event,
    slash,
    mention,
    dm,
    /** A click, unless `payload` says otherwise (`type: "view_submission"`); what it leaves out is filled in. */
    interact,
    homeOpened: (user: string = PEOPLE.member, tab: "home" | "messages" = "home") =>
      event({ type: "app_home_opened", user, channel: directMessageOf(user), tab, event_ts: "1.1" }),
    /** The bot is invited, or `user` comes in. */
    joined,
    addChannel: (channel: Json & { channel_id: string; name: string }) => addChannel(tables, channel),
    /** `is_ext_shared`, `is_archived`, `members`; as an admin would, without an event. */
    setChannel: (id: string, patch: Json) => void tables.channels.update(channelRow(id).id, patch),
    /** `is_admin`, `is_restricted`, `is_stranger`, `tz`, `deleted`. */
    setUser: (id: string, patch: Json) => void tables.users.update(userRow(id).id, patch),
    /** After the events that the bot's own doings caused were delivered. */
    settled: sending.settled,
    reset(): void {
      emulator.reset();
      fill(tables);
      urls.reset();
      sending.reset();
      calls.length = 0;
      triggers = 0;
    },
    async close(): Promise<void> {
      await sending.settled();
      await emulator.close();
    },
  };
}

function slashChannelName(row: Row): string {
  if (row["is_im"] === true) return "directmessage";
  return row["is_private"] === true ? "privategroup" : stringOf(row["name"]);
}
