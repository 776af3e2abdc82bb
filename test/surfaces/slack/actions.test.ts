import { afterEach, describe, expect, it } from "vitest";
import { sampleDatasets } from "../../../src/data/sample/sample.ts";
import { ACTIONS } from "../../../src/surfaces/slack/message.ts";
import { assistantOn, folderOf } from "../../support/folder-assistant.ts";
import { type Rig, startRig } from "../../support/slack/rig.ts";

let rig: Rig;
afterEach(() => rig.close());

describe("the button for data", () => {
  it("gives none where a licence forbids it: the asker is told which", async () => {
    const assistant = await assistantOn(await folderOf(sampleDatasets(), { licence: "no redistribution" }));
    rig = await startRig({ assistant });
    await rig.press(ACTIONS.csv, JSON.stringify({ c: "performance" }));
    await rig.settled();
    expect(rig.aside()).toEqual([expect.stringMatching(/no redistribution.+forbids exporting/)]);
    expect(rig.slack.callsOf("files.getUploadURLExternal")).toEqual([]);
    expect(rig.slack.messages).toEqual([]);
  });
});
