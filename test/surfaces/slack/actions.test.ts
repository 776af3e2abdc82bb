import { afterEach, describe, expect, it } from "vitest";
import type { Briefing } from "../../../src/briefing/briefing.ts";
import { sampleDatasets } from "../../../src/data/sample/sample.ts";
import { ACTIONS } from "../../../src/surfaces/slack/message.ts";
import { assistantOn, folderOf } from "../../support/folder-assistant.ts";
import { type Rig, startRig } from "../../support/slack/rig.ts";
import { STUB_EXPORTER } from "../../support/stub-drawer.ts";

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

/** What was given to Slack for its upload, and where it was shared. */
const uploaded = () => rig.slack.callsOf("files.getUploadURLExternal").map(({ args }) => args["filename"]);
const shared = () => rig.slack.callsOf("files.completeUploadExternal").map(({ args }) => args["channel_id"]);
const said = () => rig.slack.messages.map(({ text }) => String(text)).join("\n");

describe("export, typed", () => {
  it.each(["csv", "xlsx"])("as %s goes to the direct message, and the asker is told so", async (format) => {
    rig = await startRig();
    await rig.slash(`export performance format=${format}`);
    await rig.settled();
    expect(uploaded()).toEqual([expect.stringMatching(new RegExp(`^performance-[\\d-]+\\.${format}$`))]);
    expect(shared()).toEqual([expect.stringMatching(/^D/)]);
    expect(rig.aside().join()).toMatch(/In our direct message: performance-/);
    expect(rig.slack.messages).toEqual([]);
  });

  it("as png is one file a chart, in the conversation where it is a direct message", async () => {
    rig = await startRig();
    await rig.dm("export performance format=png");
    await rig.settled();
    expect(uploaded().length).toBeGreaterThan(1);
    expect(new Set(shared())).toEqual(new Set(["D0MEMBER01"]));
  });

  it("is recorded, file by file, as private and with its briefing", async () => {
    const told: { private: boolean; briefing: Briefing | null; message: string }[] = [];
    rig = await startRig({
      recorder: {
        sending: async (post) => {
          told.push({ private: post.private, briefing: post.briefing, message: post.message });
          return { sent: async () => {}, notSent: async () => {} };
        },
        found: async () => {},
      },
    });
    await rig.dm("export performance format=xlsx");
    await rig.settled();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ private: true, briefing: { topic: "performance" } });
    expect(told[0]?.message).toMatch(/file performance-.+\.xlsx, \d+ bytes, sha256 [0-9a-f]{64}"/);
  });

  it("is refused where a licence forbids it, and where posting is stopped", async () => {
    const assistant = await assistantOn(await folderOf(sampleDatasets(), { licence: "no redistribution" }));
    rig = await startRig({ assistant });
    await rig.slash("export performance format=csv");
    await rig.settled();
    expect(rig.aside().join()).toMatch(/no redistribution.+forbids exporting/);
    expect(uploaded()).toEqual([]);
  });

  it("of what is too large says how large, and what to do", async () => {
    const big = { name: "big.xlsx", type: "application/zip", bytes: new Uint8Array(10_000_001) };
    rig = await startRig({ exporter: { files: async () => [big] } });
    await rig.slash("export performance format=xlsx");
    await rig.settled();
    expect(rig.aside().join()).toMatch(/big\..?xlsx has 10\.0 MB.+format=csv/s);
    expect(uploaded()).toEqual([]);
  });
});

describe("a copy for clients", () => {
  const press = () => rig.press(ACTIONS.client, JSON.stringify({ c: "ratecut" }));

  it("is a text to paste and a picture to forward, in the direct message", async () => {
    rig = await startRig();
    await press();
    await rig.settled();
    expect(uploaded()).toEqual([expect.stringMatching(/^ratecut-.+-client\.png$/)]);
    expect(said()).toMatch(/Copy for client/);
    const blocks = JSON.stringify(rig.slack.messages.map((message) => message["blocks"]));
    expect(blocks).toContain("Past performance is not a reliable indicator");
    expect(blocks).toContain("Discrete 12-month periods");
    expect(rig.aside().join()).toMatch(/A copy for clients is in our direct message\.$/);
  });

  it("arrives as text where its picture cannot be made", async () => {
    rig = await startRig({
      exporter: {
        files: async (of, format) => {
          if (format === "client") throw new Error("no worker");
          return STUB_EXPORTER.files(of, format);
        },
      },
    });
    await press();
    await rig.settled();
    expect(said()).toMatch(/Copy for client/);
    expect(uploaded()).toEqual([]);
    expect(rig.aside().join()).toMatch(/picture could not be made/);
  });
});
