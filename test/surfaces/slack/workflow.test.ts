import { afterEach, describe, expect, it } from "vitest";
import type { PostRecord, Recorder } from "../../../src/audit/port.ts";
import { POST_BRIEFING } from "../../../src/surfaces/slack/workflow.ts";
import { refusal } from "../../support/slack/faults.ts";
import { type Rig, startRig } from "../../support/slack/rig.ts";
import { waitFor } from "../../support/slack/wait-for.ts";

const CHANNEL = "C0ALPHA001";
let rig: Rig;
afterEach(() => rig.close());

function executed(inputs: Readonly<Record<string, string>>) {
  return {
    type: "function_executed",
    function: {
      id: "Fn1",
      callback_id: POST_BRIEFING.id,
      title: "Post a briefing",
      type: "app",
      app_id: "A1",
      input_parameters: [],
      output_parameters: [],
      date_created: 0,
      date_updated: 0,
    },
    function_execution_id: "Fx1",
    workflow_execution_id: "Wx1",
    event_ts: "1.1",
    inputs,
    bot_access_token: "xwfp-step",
  };
}

/** What was recorded, each with what became of it. */
function recording() {
  const posts: (PostRecord & { became?: string })[] = [];
  const recorder: Recorder = {
    sending: async (given) => {
      const post: (typeof posts)[number] = { ...given };
      posts.push(post);
      return {
        sent: async () => {
          post.became = "sent";
        },
        notSent: async (reason) => {
          post.became = `not sent: ${reason}`;
        },
      };
    },
    found: async () => {},
  };
  return { posts, recorder };
}

describe("the workflow step", () => {
  it("posts the briefing to the channel and says that it is done", async () => {
    rig = await startRig();
    await rig.raw.event(executed({ channel: CHANNEL, command: "performance" }));
    await waitFor("the step's end", () => rig.slack.callsOf("functions.completeSuccess")[0]);
    expect(rig.slack.messages).toHaveLength(1);
    expect(rig.slack.callsOf("functions.completeError")).toEqual([]);
  });

  it.each([
    ["a command that there is not", "perfomance", /is not a command/],
    ["a what-if, which is private", "whatif eps=-10%", /no briefing for a channel/],
    ["help", "help", /no briefing for a channel/],
  ])("fails with the reason, and posts nothing, for %s", async (_, command, reason) => {
    rig = await startRig();
    await rig.raw.event(executed({ channel: CHANNEL, command }));
    const failed = await waitFor("the step's end", () => rig.slack.callsOf("functions.completeError")[0]);
    expect(JSON.stringify(failed.args)).toMatch(reason);
    expect(rig.slack.messages).toEqual([]);
  });

  it("records what it refuses, with the question that it was asked", async () => {
    const { posts, recorder } = recording();
    rig = await startRig({ recorder });
    const command = "should I buy small-caps for my pension?";
    await rig.raw.event(executed({ channel: CHANNEL, command }));
    const failed = await waitFor("the step's end", () => rig.slack.callsOf("functions.completeError")[0]);
    await rig.settled();
    expect(posts).toMatchObject([
      {
        platform: "slack",
        origin: "workflow",
        channel: CHANNEL,
        user: null,
        command,
        briefing: null,
        question: { refused: "advice" },
        became: "sent",
      },
    ]);
    expect(posts[0]?.message).toContain("gives no personal advice");
    expect(JSON.stringify(failed.args)).toContain("gives no personal advice");
  });

  it("records that its refusal did not arrive", async () => {
    const { posts, recorder } = recording();
    rig = await startRig({ recorder });
    rig.slack.answer("functions.completeError", [refusal("internal_error")]);
    await rig.raw.event(executed({ channel: CHANNEL, command: "help" }));
    await waitFor("the record's end", () => posts[0]?.became);
    expect(posts).toMatchObject([{ became: expect.stringMatching(/^not sent: .*internal_error/) }]);
  });
});
