import { afterEach, describe, expect, it } from "vitest";
import { POST_BRIEFING } from "../../../src/surfaces/slack/workflow.ts";
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
});
