import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { startTeamsRig, type TeamsRig } from "../../support/teams/rig.ts";

let rig: TeamsRig;
beforeEach(async () => {
  rig = await startTeamsRig();
});
afterEach(() => rig.close());

const dialog = z.object({
  task: z.object({
    type: z.literal("continue"),
    value: z.object({
      title: z.string().min(1),
      card: z.object({
        contentType: z.literal("application/vnd.microsoft.card.adaptive"),
        content: z.object({ type: z.literal("AdaptiveCard") }).loose(),
      }),
    }),
  }),
});

async function checked(content: string, more: object = {}): Promise<string> {
  const value = { commandId: "checkText", messagePayload: { body: { contentType: "html", content } } };
  const activity = rig.activity({ type: "invoke", name: "composeExtension/fetchTask", value, ...more });
  const response = await rig.deliver(activity);
  expect(response.status).toBe(200);
  return JSON.stringify(dialog.parse(await response.json()).task.value.card.content);
}

describe("check this text", () => {
  it("shows the verdicts in a dialog, posts nothing, and has nothing live of the message", async () => {
    const shown = await checked(
      '<p><at id="0">Everyone</at> Small-caps beat large-caps over six months. More is on <a href="https://evil.example">this page</a> https://evil.example/b.</p>',
    );
    expect(shown).toMatch(/small-caps beat large-caps/);
    expect(shown).toMatch(/six months, small minus large/);
    expect(shown).not.toMatch(/evil|<at|Everyone/);
    expect(rig.connector.messages).toEqual([]);
  });

  it("is recorded as shown to who asked alone", async () => {
    await checked("<p>Small-caps beat large-caps over six months.</p>");
    expect(rig.records).toHaveLength(1);
    expect(rig.records[0]).toMatchObject({ private: true, briefing: null });
  });

  it("says so where there is no text", async () => {
    expect(await checked("<p></p>")).toMatch(/needs a text/);
  });

  it("shows no sample data", async () => {
    await rig.close();
    rig = await startTeamsRig({ mode: "sample" });
    expect(await checked("<p>Small-caps beat large-caps over six months.</p>")).toMatch(/sample data/i);
  });

  it("refuses what is no message action", async () => {
    const activity = rig.activity({ type: "invoke", name: "composeExtension/fetchTask", value: { a: 1 } });
    expect((await rig.deliver(activity)).status).toBe(400);
  });
});
