import { App, type Authorize, type InstallationStore, type RespondFn, type SlashCommand } from "@slack/bolt";
import { WebClient as Client, WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { Router } from "express";
import { z } from "zod";
import { BriefingError } from "../../briefing/errors.ts";
import type { ChannelPoster } from "../../delivery/port.ts";
import { coalesced } from "../conversation/coalesced.ts";
import { createLanes } from "../conversation/lanes.ts";
import { createSeen } from "../conversation/seen.ts";
import { createThreads } from "../conversation/threads.ts";
import { registerActions } from "./actions.ts";
import { answerChannelCommand, isChannelCommand } from "./admin.ts";
import { createChannelPoster } from "./channel-poster.ts";
import { registerCheck } from "./check-shortcut.ts";
import { callSlack, loopTurn } from "./client.ts";
import { createClients } from "./clients.ts";
import type { SlackDeps } from "./deps.ts";
import { createGate } from "./gate.ts";
import { welcomeInstaller } from "./home.ts";
import type { Installations } from "./installations.ts";
import { registerLife } from "./life.ts";
import { boltLogger } from "./log.ts";
import { createPoster } from "./post.ts";
import { createTransport } from "./receiver.ts";
import { type Asked, createReplier, organisationOf } from "./reply.ts";
import { registerSchedules } from "./schedules.ts";
import { BOT_SCOPES } from "./scopes.ts";
import { typedText } from "./text.ts";
import { createUploads } from "./upload.ts";
import { registerWorkflow } from "./workflow.ts";

export interface SlackApp {
  /** To mount on the ingress; null in Socket Mode. */
  readonly router: Router | null;
  /** For what nobody asked for. */
  readonly poster: ChannelPoster;
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
  const { receiver, router, installer } = createTransport(
    deps,
    installations,
    Object.keys(BOT_SCOPES),
    ({ bot, user, team, enterprise }) => {
      const whose = { team: team?.id ?? enterprise?.id ?? "", user: user.id };
      if (bot) background(welcomeInstaller(deps, clientWith(bot.token, settings), whose));
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
    extendedErrorHandler: true,
    ...authorizing(settings, installations),
  });
  const gate = createGate(deps.store);
  const lanes = createLanes(QUEUE);
  const assistant = coalesced(deps.assistant, loopTurn);
  const threads = createThreads();
  /** An app that is installed for a whole organisation is stored under the organisation's id. */
  const forgetInstallation = async ({ team, organisation }: Pick<Asked, "team" | "organisation">) => {
    for (const id of [team, organisation].filter((each) => each !== undefined)) {
      gate.forgetWorkspace(id);
      threads.forgetWorkspace(id);
      await installations.purge(id);
    }
  };
  const uploads = createUploads(deps.drawer, settings.fetch, log);
  const poster = createPoster(deps, uploads);
  const channelPoster = createChannelPoster({
    clientFor: createClients({
      installations,
      installer,
      botToken: settings.botToken,
      allowedTeams: settings.allowedTeams,
      clientWith: (token) => clientWith(token, settings),
    }),
    gate,
    poster,
  });
  const replier = createReplier({
    ...deps,
    installations,
    assistant: () => assistant,
    gate,
    lanes,
    poster,
    threads,
    onGone: (where) => background(forgetInstallation(where)),
  });
  const seen = createSeen();
  const ask = (client: WebClient, asked: Asked) =>
    background(
      isChannelCommand(asked.line)
        ? answerChannelCommand(gate, replier, client, asked)
        : replier.reply(client, asked),
    );

  const isServed = (...ids: readonly unknown[]) =>
    settings.allowedTeams.length === 0 || settings.allowedTeams.some((id) => ids.includes(id));
  app.use(async ({ context, next, ...rest }) => {
    if (isServed(context.teamId, context.enterpriseId)) return next();
    log.warn(
      { team: context.teamId ?? context.enterpriseId },
      "a workspace that is not on SLACK_ALLOWED_TEAMS was ignored",
    );
    const { ack } = rest as { ack?: (text?: string) => Promise<void> };
    await ack?.(...("command" in rest ? [NOT_SERVED] : []));
  });
  registerQuestions(app, seen.first, ask);
  registerCheck(app, seen.first, ask);
  registerActions(app, { ...deps, replier, poster, background });
  registerSchedules(app, { ...deps, replier, background });
  registerWorkflow(app, { ...deps, gate, lanes, poster });
  registerLife(app, { deps, gate, first: seen.first, installations, forgetInstallation, background });
  app.error(async ({ error, body }: { readonly error: Error; readonly body: object }) => {
    log.error({ err: error }, "Bolt could not handle a request");
    // Under OAuth a workspace that is not served has no token, and Bolt goes no further than here.
    const { team_id, enterprise_id, response_url } = body as Partial<SlashCommand>;
    if (response_url && !isServed(team_id, enterprise_id))
      background(respondOnce(settings.fetch, response_url, NOT_SERVED));
  });

  return {
    router,
    poster: channelPoster,
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
      ...organisationOf(context),
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
      ...organisationOf(context),
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
      ...organisationOf(context),
      channel: event.channel,
      user: event.user,
      line: typedText(event.text ?? "", context.botUserId),
      origin: "dm",
      messageTs: event.ts,
      ...thread,
    });
  });
}

async function respondOnce(fetch: typeof globalThis.fetch, url: string, text: string): Promise<void> {
  await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ response_type: "ephemeral", replace_original: false, text }),
    signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
  });
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
