import type { Platform, Store } from "../../src/storage/port.ts";
import { createReferences } from "../../src/surfaces/teams/references.ts";
import { markOf, startFaultServer } from "../support/slack/fault-server.ts";
import {
  hangUp,
  missingScope,
  rateLimited,
  type Fault as SlackFault,
  silence,
  status,
} from "../support/slack/faults.ts";
import { isJson, stringOf } from "../support/slack/json.ts";
import { BOT_USER_ID, TEAM_ID } from "../support/slack/payloads.ts";
import { waitFor } from "../support/slack/wait-for.ts";
import { type Call, startConnector, type Fault as TeamsFault } from "../support/teams/connector.ts";
import { startIssuer } from "../support/teams/issuer.ts";
import { APP_ID, BOT, TENANT } from "../support/teams/rig.ts";
import type { Visible } from "./invariants.ts";
import type { PlatformFault } from "./schedule.ts";

/** A real HTTP server that stands for a platform, keeps what became visible, and fails as told. */
export interface FaultyPlatform {
  readonly platform: Platform;
  readonly workspace: string;
  /** Of one process. Its credentials name it, so that a request tells whose it is. */
  environment(process: string): Readonly<Record<string, string>>;
  /** A channel that the bot is in. */
  newChannel(store: Store): Promise<string>;
  /** What becomes of the next requests that post; of a channel that is gone, of all to it. */
  fail(fault: PlatformFault, requests: number, channel: string): void;
  /** Nothing fails any more; what is gone stays so. */
  heal(): void;
  /** Leaves the next request that posts without an answer, `arrives` or lost on the way. Gives the process it is of. */
  hold(arrives: boolean, ms: number): Promise<string | null>;
  visible(): readonly Visible[];
  close(): Promise<void>;
}

const MINUTE_S = 60;

export async function startSlack({ historyScope = true, now = Date.now } = {}): Promise<FaultyPlatform> {
  const server = await startFaultServer({ now });
  const names = new Map<string, string>();
  let count = 0;
  const POST = "chat.postMessage";
  const withoutScope = () => {
    if (!historyScope) server.always("conversations.history", missingScope("channels:history"));
  };
  withoutScope();

  return {
    platform: "slack",
    workspace: TEAM_ID,
    environment(process) {
      const token = `xoxb-${process}`;
      names.set(markOf(token), process);
      return {
        SLACK_BOT_TOKEN: token,
        SLACK_SIGNING_SECRET: "signing secret of the fault harness",
        SLACK_API_URL: `${server.url}/api`,
      };
    },
    async newChannel() {
      count += 1;
      const id = `C${String(count).padStart(9, "0")}`;
      server.setChannel(id, {});
      server.setMembers(id, [BOT_USER_ID, "U0MEMBER01"]);
      return id;
    },
    fail(fault, requests, channel) {
      if (fault === "gone") server.setChannel(channel, { is_archived: true });
      else if (fault === "429 for a minute") server.always(POST, SLACK[fault]);
      else server.answer(POST, Array<SlackFault>(requests).fill(SLACK[fault]));
    },
    heal() {
      server.heal();
      withoutScope();
    },
    async hold(arrives, ms) {
      server.answer(POST, [silence({ done: arrives })]);
      const before = server.calls.length;
      const held = await waitFor(
        "a post to Slack",
        () => server.calls.slice(before).find(({ answered }) => answered === "silence"),
        ms,
      ).catch(() => null);
      return held && (names.get(held.mark) ?? null);
    },
    visible: () =>
      server.messages
        .filter(({ channel, threadTs }) => threadTs === null && channel.startsWith("C"))
        .map(({ channel, ts, metadata }) => {
          const payload = metadata?.["event_payload"];
          const slot = isJson(payload) ? stringOf(payload["slot"]) : "";
          return { platform: "slack", channel, messageId: ts, slot: slot || null };
        }),
    close: () => server.close(),
  };
}

const SLACK: Readonly<Record<Exclude<PlatformFault, "gone">, SlackFault>> = {
  "429 for a minute": rateLimited(MINUTE_S),
  "500": status(500),
  "503": status(503),
  "accepted, then 500": status(500, { done: true }),
  "accepted, then silence": silence({ done: true }),
  "accepted, then cut": hangUp("after", { done: true }),
  "cut before it was read": hangUp("before"),
};

export async function startTeams(): Promise<FaultyPlatform> {
  const [issuer, connector] = await Promise.all([startIssuer(), startConnector()]);
  const gone = new Set<string>();
  let count = 0;
  connector.setMembers([{ id: "29:dana", tenantId: TENANT, userRole: "user" }]);
  const refuseGone = () =>
    connector.failAlways((call) => gone.has(channelOf(call) ?? ""), {
      status: 404,
      code: "ConversationNotFound",
    });
  refuseGone();

  /** Whose secret the token was given for. */
  function senderOf({ headers }: Call): string {
    const login = Number(/bot-token-(\d+)/.exec(headers.authorization ?? "")?.[1]);
    return issuer.logins[login - 1]?.get("client_secret") ?? "";
  }

  return {
    platform: "teams",
    workspace: TENANT,
    environment: (process) => ({
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: process,
      MicrosoftAppTenantId: TENANT,
      TEAMS_OPENID_METADATA_URL: issuer.metadataUrl,
      TEAMS_TOKEN_ISSUER: issuer.url,
      TEAMS_LOGIN_URL: issuer.url,
      TEAMS_SERVICE_HOSTS: new URL(connector.url).host,
    }),
    async newChannel(store) {
      count += 1;
      const conversation = `19:channel-${count}@thread.tacv2`;
      const reference = {
        serviceUrl: connector.url,
        tenant: TENANT,
        where: "channel",
        conversation,
        bot: BOT,
      } as const;
      const team = { id: "19:general@thread.tacv2", name: "Trading Desk" };
      await createReferences(store).remember({ reference, team, name: `channel ${count}` });
      return conversation;
    },
    fail(fault, requests, channel) {
      if (fault === "gone") gone.add(channel);
      else if (fault === "429 for a minute") connector.failAlways(isPost, TEAMS[fault]);
      else connector.fail(isPost, ...Array<TeamsFault>(requests).fill(TEAMS[fault]));
    },
    heal() {
      connector.heal();
      refuseGone();
    },
    async hold(arrives, ms) {
      let held: Call | null = null;
      const fits = (call: Call) => {
        if (isPost(call)) held = call;
        return isPost(call);
      };
      connector.fail(fits, arrives ? "done, then hang" : "hang");
      const found = await waitFor<Call | null>("a post to Teams", () => held, ms).catch(() => null);
      return found && senderOf(found);
    },
    visible: () =>
      connector.messages.flatMap((call) => {
        const channel = channelOf(call);
        const thread = call.id.replace("message-", ""); // as the product says where a message's id is not its thread's
        return channel === null
          ? []
          : [{ platform: "teams", channel, messageId: `${thread}/${call.id}`, slot: null }];
      }),
    close: async () => {
      await Promise.all([issuer.close(), connector.close()]);
    },
  };
}

/** The channel in which a call begins a thread; null for every other call. */
function channelOf({ method, path, body }: Call): string | null {
  const data = body["channelData"];
  const channel = isJson(data) ? data["channel"] : null;
  const begins = method === "POST" && path === "/v3/conversations" && isJson(channel);
  return begins ? stringOf(channel["id"]) || null : null;
}

const isPost = (call: Call) => channelOf(call) !== null;

const TEAMS: Readonly<Record<Exclude<PlatformFault, "gone">, TeamsFault>> = {
  "429 for a minute": { status: 429, headers: { "retry-after": String(MINUTE_S) } },
  "500": { status: 500 },
  "503": { status: 503 },
  "accepted, then 500": { status: 500, done: true },
  "accepted, then silence": "done, then hang",
  "accepted, then cut": "done, then hang-up",
  "cut before it was read": "hang-up",
};
