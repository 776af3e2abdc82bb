import { App, type Authorize, type Context, type InstallationStore, type RespondFn } from "@slack/bolt";
import { WebClient as Client, WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { Router } from "express";
import { z } from "zod";
import { BriefingError } from "../../briefing/errors.ts";
import { coalesced } from "../conversation/coalesced.ts";
import { createLanes } from "../conversation/lanes.ts";
import { createSeen } from "../conversation/seen.ts";
import { createThreads } from "../conversation/threads.ts";
import { createTurns } from "../conversation/turns.ts";
import { registerActions } from "./actions.ts";
import { answerChannelCommand, isChannelCommand } from "./admin.ts";
import { callSlack } from "./client.ts";
import type { SlackDeps } from "./deps.ts";
import { createGate } from "./gate.ts";
import { publishHome, suggestPrompts, welcomeInstaller } from "./home.ts";
import type { Installations } from "./installations.ts";
import { boltLogger } from "./log.ts";
import { createPoster } from "./post.ts";
import { createTransport } from "./receiver.ts";
import { type Asked, createReplier } from "./reply.ts";
import { BOT_SCOPES } from "./scopes.ts";
import { typedText } from "./text.ts";
import { createUploads } from "./upload.ts";
import { registerWorkflow } from "./workflow.ts";

export interface SlackApp {
  /** To mount on the ingress; null in Socket Mode. */
  readonly router: Router | null;
  /** @throws BriefingError bad_config where Slack refuses the app token */
  start(): Promise<void>;
  /** Stops taking questions and waits for answers under way. */
  stop(): Promise<void>;
}

const QUEUE = { perChannel: 50, total: 5_000 };
const CALL_TIMEOUT_MS = 15_000;
const NOT_SERVED =
  "This installation of smallcaps does not serve your workspace: whoever runs it can add it to SLACK_ALLOWED_TEAMS.";

/** Slack's side of the product: everything that comes in, and what is done with it. */
export function createSlackApp(deps: SlackDeps, installations: Installations): SlackApp {
  const { settings, log } = deps;
  const underWay = new Set<Promise<unknown>>();
  const background = (work: Promise<unknown>) => {
    const settled = work
      .catch((error: unknown) => log.error({ err: error }, "work after the acknowledgement failed"))
      .finally(() => underWay.delete(settled));
    underWay.add(settled);
  };
  const { receiver, router } = createTransport(
    deps,
    installations,
    Object.keys(BOT_SCOPES),
    ({ bot, user }) => {
      if (bot) background(welcomeInstaller(deps, clientWith(bot.token, settings), user.id));
    },
  );
  // Every retry is ours to decide: a call that may have been carried out is never sent again blindly.
  const clientOptions = {
    slackApiUrl: settings.apiUrl,
    fetch: settings.fetch,
    timeout: CALL_TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
  const app: App = new App({
    receiver,
    clientOptions,
    convoStore: false, // threads are remembered here, and Bolt's own memory would grow without bound
    logger: boltLogger(log),
    ...authorizing(settings, installations),
  });
  const gate = createGate(deps.store);
  const lanes = createLanes(QUEUE);
  const turn = createTurns();
  const assistant = coalesced(deps.assistant, turn);
  const threads = createThreads();
  const forgetWorkspace = async (team: string) => {
    gate.forgetWorkspace(team);
    threads.forgetWorkspace(team);
    await installations.purge(team);
  };
  const uploads = createUploads(deps.drawer, settings.fetch, log);
  const poster = createPoster({ ...deps, turn }, uploads);
  const onGone = (team: string) => background(forgetWorkspace(team));
  const replier = createReplier({
    ...deps,
    assistant: () => assistant,
    gate,
    lanes,
    poster,
    threads,
    onGone,
  });
  const seen = createSeen();
  const ask = (client: WebClient, asked: Asked) =>
    background(
      isChannelCommand(asked.line)
        ? answerChannelCommand(gate, replier, client, asked)
        : replier.reply(client, asked),
    );

  app.use(async ({ context, next, ...rest }) => {
    const ids = [context.teamId, context.enterpriseId].filter((id) => id !== undefined);
    if (settings.allowedTeams.length === 0 || ids.some((id) => settings.allowedTeams.includes(id))) {
      return next();
    }
    log.warn({ team: ids[0] }, "a workspace that is not on SLACK_ALLOWED_TEAMS was ignored");
    const { ack } = rest as { ack?: (text?: string) => Promise<void> };
    await ack?.(...("command" in rest ? [NOT_SERVED] : []));
  });
  registerQuestions(app, seen.first, ask);
  registerActions(app, { ...deps, replier, poster, background });
  registerWorkflow(app, { ...deps, gate, lanes, poster });
  registerLife(app, { deps, gate, first: seen.first, forgetWorkspace, background });
  app.error(async (error) => log.error({ err: error }, "Bolt could not handle a request"));

  return {
    router,
    start: async () => {
      if (router === null) await app.start().catch(refusedConnection);
    },
    stop: async () => {
      if (router === null) await app.stop();
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** Bolt's installer authorises where there is one, and then renews tokens that expire; it takes no second way. */
function authorizing(
  settings: SlackDeps["settings"],
  installations: InstallationStore,
): { authorize?: Authorize<boolean> } {
  if (settings.botToken !== null) return { authorize: authorizeOne(settings.botToken, settings) };
  const installer = settings.oauth !== null && settings.appToken === null;
  return installer ? {} : { authorize: authorizeFrom(installations) };
}

const identity = z.object({ user_id: z.string(), bot_id: z.string().optional(), team_id: z.string() });

/** One workspace, one token from the environment; who the bot is there is asked now, so that no question waits for it. */
function authorizeOne(botToken: string, settings: SlackDeps["settings"]): Authorize<boolean> {
  let known: Promise<z.infer<typeof identity>> | null = null;
  const identify = () => {
    known ??= callSlack(clientWith(botToken, settings), "auth.test", {}).then((result) =>
      identity.parse(result),
    );
    known.catch(() => {
      known = null;
    });
    return known;
  };
  identify().catch(() => undefined); // Slack may be out of reach now: the next question asks again.
  return async () => {
    const { user_id, bot_id, team_id } = await identify();
    return { botToken, botUserId: user_id, teamId: team_id, ...(bot_id ? { botId: bot_id } : {}) };
  };
}

function authorizeFrom(installations: InstallationStore): Authorize<boolean> {
  return async ({ teamId, enterpriseId, isEnterpriseInstall }) => {
    const { bot } = await installations.fetchInstallation({ teamId, enterpriseId, isEnterpriseInstall });
    if (!bot) throw new Error(`no bot token is stored for ${teamId ?? enterpriseId ?? "this workspace"}`);
    const ids = { ...(teamId ? { teamId } : {}), ...(enterpriseId ? { enterpriseId } : {}) };
    return { botToken: bot.token, botId: bot.id, botUserId: bot.userId, ...ids };
  };
}

/** Bolt's client gives up on a refusal that no waiting mends, and waits for everything else. */
function refusedConnection(error: unknown): never {
  if (!(error instanceof WebAPIPlatformError)) throw error;
  throw new BriefingError(
    "bad_config",
    `Slack refused Socket Mode: ${error.data.error}`,
    "SLACK_APP_TOKEN wants a current app-level token with connections:write.",
    { cause: error },
  );
}

type Ask = (client: WebClient, asked: Asked) => void;

/** Slash command, mention, direct message: acknowledged at once, answered once, after the acknowledgement. */
function registerQuestions(app: App, first: (key: string) => boolean, ask: Ask): void {
  app.command("/smallcaps", async ({ ack, command, client, context, respond }) => {
    await ack();
    if (!first(`slash ${command.trigger_id}`)) return;
    ask(client, {
      team: command.team_id,
      channel: command.channel_id,
      user: command.user_id,
      line: typedText(command.text, context.botUserId),
      origin: "slash",
      respond: respond as RespondFn,
    });
  });
  app.event("app_mention", async ({ event, client, context, body }) => {
    if (!event.user || event.bot_id || !first(`message ${event.channel} ${event.ts}`)) return;
    const line = typedText(event.text, context.botUserId);
    const threadTs = event.thread_ts ?? event.ts;
    ask(client, {
      team: body.team_id,
      channel: event.channel,
      user: event.user,
      line,
      origin: "mention",
      threadTs,
      messageTs: event.ts,
    });
  });
  app.event("message", async ({ event, client, context, body }) => {
    if (event.channel_type !== "im" || event.subtype !== undefined || event.bot_id || !("text" in event))
      return;
    if (!event.user || !first(`message ${event.channel} ${event.ts}`)) return;
    const thread = event.thread_ts ? { threadTs: event.thread_ts } : {};
    ask(client, {
      team: body.team_id,
      channel: event.channel,
      user: event.user,
      line: typedText(event.text ?? "", context.botUserId),
      origin: "dm",
      messageTs: event.ts,
      ...thread,
    });
  });
}

interface LifeDeps {
  readonly deps: SlackDeps;
  readonly gate: ReturnType<typeof createGate>;
  readonly first: (key: string) => boolean;
  readonly forgetWorkspace: (team: string) => Promise<void>;
  readonly background: (work: Promise<unknown>) => void;
}

/** Joining and leaving: one line to a channel it joins, nothing kept of a workspace that removed it. */
function registerLife(app: App, { deps, gate, first, forgetWorkspace, background }: LifeDeps): void {
  app.event("app_home_opened", async ({ event, client }) => {
    background(
      event.tab === "home" ? publishHome(deps, client, event.user) : suggestPrompts(client, event.channel),
    );
  });
  app.event("member_joined_channel", async ({ event, client, context, body }) => {
    gate.forget({ team: body.team_id, channel: event.channel });
    if (event.user === context.botUserId && first(`event ${body.event_id}`))
      background(greet(deps, gate, client, body.team_id, event.channel));
  });
  app.event("channel_shared", async ({ event, body }) =>
    gate.forget({ team: body.team_id, channel: event.channel }),
  );
  // An app that is installed for a whole organisation is stored under the organisation's id.
  const gone = ({ isEnterpriseInstall, enterpriseId }: Context, team: string) =>
    background(forgetWorkspace(isEnterpriseInstall && enterpriseId ? enterpriseId : team));
  app.event("app_uninstalled", async ({ body, context }) => gone(context, body.team_id));
  app.event("tokens_revoked", async ({ event, body, context }) => {
    if (event.tokens.bot?.length) gone(context, body.team_id);
  });
}

async function greet(
  deps: SlackDeps,
  gate: LifeDeps["gate"],
  client: WebClient,
  team: string,
  channel: string,
): Promise<void> {
  const verdict = await gate.judge(client, { team, channel });
  const text =
    deps.mode() === "sample"
      ? "Thank you for the invitation. This installation runs on sample data, which are never sent to Slack: whoever runs it can load real data."
      : verdict.kind === "public"
        ? "Thank you for the invitation. Type `/smallcaps` for what works now, or mention me with a command such as `valuation`."
        : `Thank you for the invitation. I do not answer here: ${verdict.reason}.`;
  await callSlack(client, "chat.postMessage", { channel, text });
}

/** For messages that nobody asked for. */
export function clientWith(token: string, settings: SlackDeps["settings"]): WebClient {
  return new Client(token, {
    slackApiUrl: settings.apiUrl,
    fetch: settings.fetch,
    timeout: CALL_TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
}
