import type { App } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { BriefingError } from "../../briefing/errors.ts";
import { NARRATE_WITHIN_MS } from "../../briefing/narrative.ts";
import { besideOf, type Question, refusedQuestion } from "../../briefing/question.ts";
import type { Lanes } from "../conversation/lanes.ts";
import { isAmbiguous } from "./client.ts";
import type { SlackDeps } from "./deps.ts";
import type { Gate } from "./gate.ts";
import type { Poster, Target } from "./post.ts";
import { PostingStopped, recording } from "./record.ts";

/** The step "Post a briefing" of Slack's workflow builder, as the manifest declares it. */
export const POST_BRIEFING = {
  id: "post_briefing",
  declaration: {
    title: "Post a briefing",
    description: "Posts a smallcaps briefing to a channel",
    input_parameters: {
      properties: {
        channel: { type: "slack#/types/channel_id", title: "Channel", description: "Where it is posted" },
        command: { type: "string", title: "Command", description: "What is asked, for example: valuation" },
      },
      required: ["channel", "command"],
    },
    output_parameters: { properties: {}, required: [] },
  },
} as const;

const inputs = z.object({ channel: z.string(), command: z.string() });

interface WorkflowDeps extends SlackDeps {
  readonly gate: Gate;
  readonly lanes: Lanes;
  readonly poster: Poster;
}

/** A workflow posts under the same rules as a person asks; what it may not post it fails with the reason. */
export function registerWorkflow(app: App, deps: WorkflowDeps): void {
  app.function(POST_BRIEFING.id, async ({ inputs: given, client, context, complete, fail }) => {
    const step = { team: context.teamId ?? "", ...inputs.safeParse(given).data };
    const refused = await attempt(deps, client, step);
    if (refused === null) await complete({ outputs: {} });
    else await failed(deps, step, refused, fail);
  });
}

interface Step extends Partial<z.infer<typeof inputs>> {
  readonly team: string;
}

interface Refused {
  /** Why nothing was posted. */
  readonly reason: string;
  /** What was asked in words, where that was why. */
  readonly question?: Question | undefined;
}

const STOPPED = "Posting is switched off at the moment.";
const FAULT = "The briefing could not be posted.";

/** Null where it was posted. Never rejects. */
async function attempt(deps: WorkflowDeps, client: WebClient, step: Step): Promise<Refused | null> {
  const { team, channel, command } = step;
  if (channel === undefined || command === undefined) return { reason: FAULT };
  try {
    const reason = await post(deps, client, { team, channel }, command);
    return reason === null ? null : { reason };
  } catch (error) {
    if (error instanceof PostingStopped) return { reason: STOPPED };
    const problem = error instanceof Error ? error.message : "unknown";
    deps.log.warn({ reason: problem }, "a workflow's briefing failed");
    if (!(error instanceof BriefingError)) return { reason: FAULT };
    return { reason: `${problem}; ${error.hint}`, question: refusedQuestion(error) };
  }
}

/** Tells the workflow, with its record. */
async function failed(
  deps: WorkflowDeps,
  { team, channel = "", command = null }: { team: string; channel?: string; command?: string | null },
  { reason, question }: Refused,
  fail: (said: { error: string }) => Promise<unknown>,
): Promise<void> {
  const record = await recording(deps, {
    ...stepIn(team, channel),
    private: true,
    command,
    briefing: null,
    ...(question ? { question } : {}),
  }).sending({ text: reason, blocks: [] });
  try {
    await fail({ error: reason });
    await record.sent(null);
  } catch (error) {
    await record.notSent(error instanceof Error ? error.message : "unknown", isAmbiguous(error));
    throw error;
  }
}

const stepIn = (workspace: string, channel: string) =>
  ({ workspace, channel, user: null, origin: "workflow" }) as const;

/** Posts, or says why not. */
async function post(
  deps: WorkflowDeps,
  client: WebClient,
  target: Target,
  command: string,
): Promise<string | null> {
  if (deps.mode() === "sample") return "Sample data are never sent to Slack.";
  if ((await deps.controls.stopped(target.team)) !== null) return STOPPED;
  const verdict = await deps.gate.judge(client, target);
  if (verdict.kind !== "public") return `I do not post there: ${verdict.reason}.`;
  const narrate = { workspace: target.team, withinMs: NARRATE_WITHIN_MS.asked };
  const answer = await deps.assistant().answer(command, { narrate });
  if (answer.kind !== "briefing" || answer.private) return "That command gives no briefing for a channel.";
  const { briefing } = answer;
  const watch = recording(deps, {
    ...stepIn(target.team, target.channel),
    private: false,
    command: briefing.command,
    briefing,
    ...(answer.question ? { question: answer.question } : {}),
  });
  await deps.lanes.run(target.channel, () =>
    deps.poster.briefing(client, target, watch, briefing, { private: false, ...besideOf(answer) }),
  );
  return null;
}
