import type { Tables } from "./emulate-internals.ts";
import { isJson, type Json, stringOf } from "./json.ts";
import { APP_ID, BOT_ID, BOT_USER_ID, eventBody, JSON_TYPE } from "./payloads.ts";
import { postSigned, type Reply, type Signing } from "./raw-client.ts";

export interface Delivery {
  readonly eventId?: string;
  /** Slack's second, third or fourth attempt with the same event. */
  readonly retry?: { readonly num: number; readonly reason: string };
  /** Over the fields around the event, such as `team_id`. */
  readonly envelope?: Json;
}

export interface Delivered extends Reply {
  readonly eventId: string;
}

interface Setting {
  readonly tables: Tables;
  readonly signingSecret: string;
  readonly subscribedTo: readonly string[];
  readonly eventsUrl: string | undefined;
}

/** Signed requests to the app, and what happens in the workspace by itself. */
export function deliveries({ tables, signingSecret, subscribedTo, eventsUrl }: Setting) {
  const underWay = new Set<Promise<unknown>>();
  let address = eventsUrl;
  let events = 0;

  const channelOf = (event: Json) => tables.channels.findOneBy("channel_id", stringOf(event["channel"]));

  function appUrl(): string {
    if (!address) throw new Error("tell the workspace where the app listens: connect(url)");
    return address;
  }

  function nextEventId(): string {
    events += 1;
    return `Ev${String(events).padStart(10, "0")}`;
  }

  const signed = (url: string, body: string, contentType: string, signing: Signing = {}): Promise<Reply> =>
    postSigned(url, body, contentType, { secret: signingSecret, ...signing });

  /** "im", "group" or "channel", as Slack adds to messages. */
  function channelType(event: Json): Json {
    const channel = channelOf(event);
    if (!channel || event["type"] !== "message") return {};
    if (channel["is_im"] === true) return { channel_type: "im" };
    return { channel_type: channel["is_private"] === true ? "group" : "channel" };
  }

  async function event(what: Json, { eventId = nextEventId(), retry, envelope }: Delivery = {}) {
    const headers: Record<string, string> = retry
      ? { "x-slack-retry-num": String(retry.num), "x-slack-retry-reason": retry.reason }
      : {};
    const sharing = { is_ext_shared_channel: channelOf(what)?.["is_ext_shared"] === true };
    const whole = { ...what, ...channelType(what) };
    const body = eventBody(whole, { event_id: eventId, ...sharing, ...envelope });
    return { eventId, ...(await signed(appUrl(), body, JSON_TYPE, { headers })) } satisfies Delivered;
  }

  function subscriptionOf(what: Json): string {
    const place = stringOf(channelType(what)["channel_type"]);
    if (!place) return stringOf(what["type"]);
    return `message.${place === "im" ? "im" : `${place}s`}`;
  }

  return {
    signed,
    event,
    appUrl,
    connect: (url: string) => {
      address = url;
    },
    /**
     * An event of the emulator's own, on its own time as Slack does: the call that caused it does not wait. People's
     * messages are left out, for `mention` and `dm` send those.
     */
    happened(envelope: Json): void {
      const what = isJson(envelope["event"]) ? envelope["event"] : {};
      const byBot = what["user"] === BOT_USER_ID;
      const bySomeone = what["type"] === "message" && !byBot;
      if (bySomeone || !address || !subscribedTo.includes(subscriptionOf(what))) return;
      const bot = byBot ? { bot_id: BOT_ID, app_id: APP_ID } : {};
      const sent = event({ ...what, ...bot }).finally(() => underWay.delete(sent));
      underWay.add(sent);
    },
    async settled(): Promise<void> {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    reset: () => {
      events = 0;
    },
  };
}
