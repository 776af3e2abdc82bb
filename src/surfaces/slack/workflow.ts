import type { App } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { BriefingError } from "../../briefing/errors.ts";
import { NARRATE_WITHIN_MS } from "../../briefing/narrative.ts";
import { ranOf } from "../../briefing/question.ts";
import type { Lanes } from "../conversation/lanes.ts";
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
    const refusal = await attempt(deps, client, context.teamId ?? "", given);
    if (refusal === null) await complete({ outputs: {} });
    else await fail({ error: refusal });
  });
}

/** Why nothing was posted, or null. Never rejects. */
async function attempt(
  deps: WorkflowDeps,
  client: WebClient,
  team: string,
  given: unknown,
): Promise<string | null> {
  try {
    const { channel, command } = inputs.parse(given);
    return await post(deps, client, { team, channel }, command);
  } catch (error) {
    if (error instanceof PostingStopped) return "Posting is switched off at the moment.";
    const reason = error instanceof Error ? error.message : "unknown";
    deps.log.warn({ reason }, "a workflow's briefing failed");
    return error instanceof BriefingError ? `${reason}; ${error.hint}` : "The briefing could not be posted.";
  }
}

/** Posts, or says why not. */
async function post(
  deps: WorkflowDeps,
  client: WebClient,
  target: Target,
  command: string,
): Promise<string | null> {
  if (deps.mode() === "sample") return "Sample data are never sent to Slack.";
  if ((await deps.controls.stopped(target.team)) !== null) return "Posting is switched off at the moment.";
  const verdict = await deps.gate.judge(client, target);
  if (verdict.kind !== "public") return `I do not post there: ${verdict.reason}.`;
  const narrate = { workspace: target.team, withinMs: NARRATE_WITHIN_MS.asked };
  const answer = await deps.assistant().answer(command, { narrate });
  if (answer.kind !== "briefing" || answer.private) return "That command gives no briefing for a channel.";
  const { briefing } = answer;
  const watch = recording(deps, {
    workspace: target.team,
    channel: target.channel,
    user: null,
    private: false,
    origin: "workflow",
    command: briefing.command,
    briefing,
    ...(answer.question ? { question: answer.question } : {}),
  });
  await deps.lanes.run(target.channel, () =>
    deps.poster.briefing(client, target, watch, briefing, { private: false, ...ranOf(answer.question) }),
  );
  return null;
}
