import type { App, BlockAction, Context, RespondFn } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { AskOptions } from "../../briefing/briefing.ts";
import { clientCopy } from "../../briefing/client-copy.ts";
import type { Exportable } from "../../briefing/exporter.ts";
import { callSlack } from "./client.ts";
import type { SlackDeps } from "./deps.ts";
import { sendFiles } from "./files.ts";
import { ACTIONS } from "./message.ts";
import type { Poster, Target, Watch } from "./post.ts";
import { PostingStopped } from "./record.ts";
import {
  type ActionValue,
  readActionValue,
  readExplainChoice,
  renderClientCopy,
  renderDefinitions,
  renderMore,
  renderNote,
  renderProblem,
} from "./render.ts";
import { type Asked, organisationOf, type Replier } from "./reply.ts";

interface ActionDeps extends SlackDeps {
  readonly background: (work: Promise<unknown>) => void;
  readonly replier: Replier;
  readonly poster: Poster;
}

interface Pressed {
  readonly asked: Asked;
  readonly client: WebClient;
  readonly value: string;
  readonly blockId: string;
}

export const NOT_OURS = renderProblem({
  message: "This button is not one of mine.",
  hint: "Ask again for a fresh answer.",
});

const opened = z.object({ channel: z.object({ id: z.string() }) });

/** The buttons and menus under an answer. Their values carry the command, so an old message works as a new one. */
export function registerActions(app: App, deps: ActionDeps): void {
  const handlers: Readonly<Record<string, (pressed: Pressed) => Promise<void>>> = {
    [ACTIONS.explain]: (pressed) => explain(deps, pressed),
    [ACTIONS.definitions]: (pressed) =>
      withBriefing(deps, pressed, async ({ briefing }) =>
        deps.replier.whisper(pressed.client, pressed.asked, renderDefinitions(briefing)),
      ),
    [ACTIONS.more]: (pressed) =>
      withBriefing(deps, pressed, async ({ briefing }) =>
        deps.replier.whisper(pressed.client, pressed.asked, renderMore(briefing, { kind: "none" })),
      ),
    [ACTIONS.csv]: (pressed) => withBriefing(deps, pressed, (found) => sendCsv(deps, pressed, found)),
    [ACTIONS.client]: (pressed) =>
      withBriefing(deps, pressed, (found) => sendClientCopy(deps, pressed, found), { forClient: true }),
    [ACTIONS.post]: (pressed) => again(deps, pressed),
    [ACTIONS.feedback]: (pressed) => thank(deps, pressed),
  };
  for (const [id, handle] of Object.entries(handlers)) {
    app.action<BlockAction>(id, async ({ ack, body, client, context, action, respond }) => {
      await ack();
      const asked = askedBy(body, respond, context);
      if (asked) {
        deps.background(handle({ asked, client, value: valueOfAction(action), blockId: action.block_id }));
      }
    });
  }
}

export function askedBy(body: BlockAction, respond: RespondFn, context: Context): Asked | null {
  const channel = body.channel?.id ?? (body.container["channel_id"] as string | undefined);
  const team = body.team?.id ?? body.user.team_id;
  if (!channel || !team) return null;
  const threadTs = body.message?.["thread_ts"] as string | undefined;
  return {
    team,
    channel,
    user: body.user.id,
    line: "",
    origin: "button",
    respond,
    ...organisationOf(context),
    ...(threadTs ? { threadTs } : {}),
  };
}

function valueOfAction(action: BlockAction["actions"][number]): string {
  if ("selected_option" in action && action.selected_option) return action.selected_option.value ?? "";
  return "value" in action && typeof action.value === "string" ? action.value : "";
}

function postedOf({ command, briefing: id }: ActionValue): Pick<AskOptions, "posted"> {
  return id === undefined ? {} : { posted: { id, command } };
}

/** The briefing that a button stands under; a value that is not ours is answered politely. */
async function withBriefing(
  deps: ActionDeps,
  { client, asked, value }: Pressed,
  use: (found: Exportable) => Promise<void>,
  options: Pick<AskOptions, "forClient"> = {},
): Promise<void> {
  const carried = readActionValue(value);
  try {
    if (carried === null) return await deps.replier.whisper(client, asked, NOT_OURS);
    if (!(await deps.replier.admits(client, asked))) return;
    const answer = await deps.assistant().answer(carried.command, { ...postedOf(carried), ...options });
    if (answer.kind === "briefing") await use(answer);
  } catch (error) {
    await deps.replier.fail(client, asked, error);
  }
}

async function explain({ replier }: ActionDeps, { client, asked, value, blockId }: Pressed): Promise<void> {
  const carried = readExplainChoice(blockId, value);
  if (carried?.figure === undefined) return replier.whisper(client, asked, NOT_OURS);
  const [, ...args] = carried.command.split(" ");
  const line = ["explain", carried.figure, ...args].join(" ");
  await replier.reply(client, { ...asked, ...postedOf(carried), line });
}

/** "Post to channel": the same command, now for all to see where that is allowed. */
async function again({ replier }: ActionDeps, { client, asked, value }: Pressed): Promise<void> {
  const carried = readActionValue(value);
  if (carried?.channel)
    await replier.reply(client, {
      ...asked,
      ...postedOf(carried),
      channel: carried.channel,
      line: carried.command,
    });
}

async function directChannel(client: WebClient, user: string): Promise<string> {
  return opened.parse(await callSlack(client, "conversations.open", { users: user })).channel.id;
}

/** Ephemeral messages carry no files, so data go to the direct message. @throws BriefingError where a licence forbids it */
async function sendCsv(
  deps: ActionDeps,
  { client, asked }: Pressed,
  { briefing }: Exportable,
): Promise<void> {
  const files = await deps.exporter.files({ briefing }, "csv");
  const channel = await directChannel(client, asked.user);
  const watch = deps.replier.watch(asked, { channel, private: true, briefing });
  await sendFiles(deps, client, { team: asked.team, channel }, watch, briefing.headline, files);
  await deps.replier.whisper(client, asked, renderNote("The figures are in our direct message, as CSV."));
}

/** A picture to forward and a text to paste; where the picture cannot be had, the text. */
async function sendClientCopy(
  deps: ActionDeps,
  { client, asked }: Pressed,
  found: Exportable,
): Promise<void> {
  const { briefing, periods } = found;
  const copy = clientCopy(briefing, periods);
  if ("refused" in copy) return deps.replier.whisper(client, asked, renderClientCopy(copy));
  const target = { team: asked.team, channel: await directChannel(client, asked.user) };
  const watch = deps.replier.watch(asked, { channel: target.channel, private: true, briefing });
  const { overflow, ...message } = renderClientCopy(copy);
  for (const part of [message, ...overflow]) await deps.poster.message(client, target, watch, part);
  const isThere = await sendPicture(deps, client, target, watch, found);
  const note = isThere ? "" : " Its picture could not be made: ask again in a minute for it.";
  await deps.replier.whisper(
    client,
    asked,
    renderNote(`A copy for clients is in our direct message.${note}`),
  );
}

async function sendPicture(
  deps: ActionDeps,
  client: WebClient,
  target: Target,
  watch: Watch,
  found: Exportable,
): Promise<boolean> {
  try {
    const files = await deps.exporter.files(found, "client");
    await sendFiles(deps, client, target, watch, found.briefing.headline, files);
    return true;
  } catch (error) {
    if (error instanceof PostingStopped) throw error;
    deps.log.warn({ err: error, team: target.team }, "a copy for clients has no picture");
    return false;
  }
}

async function thank({ replier, log }: ActionDeps, { client, asked, value }: Pressed): Promise<void> {
  log.info({ team: asked.team, user: asked.user, feedback: value.slice(0, 300) }, "feedback");
  await replier.whisper(client, asked, renderNote("Thank you: your feedback is noted."));
}
