import { afterEach, expect, it } from "vitest";
import { type Rig, startRig } from "../../support/slack/rig.ts";
import { waitFor } from "../../support/slack/wait-for.ts";

let rig: Rig;
afterEach(() => rig.close());

const shortcut = (text: string, trigger = "check-1") =>
  rig.raw.interaction({
    type: "message_action",
    callback_id: "check_text",
    trigger_id: trigger,
    channel: { id: "C0ALPHA001", name: "alpha" },
    response_url: rig.slack.responseUrl("r"),
    message_ts: "1700000000.000001",
    message: { type: "message", user: "U0OTHER001", ts: "1700000000.000001", text },
  });

it("tests a message's claims for who asked alone, with nothing live of the message", async () => {
  rig = await startRig();
  const text =
    "<!channel> Small-caps beat large-caps over six months. More is on <https://evil.example/a|this page>. Typed asof=2001-01-01 private";
  expect((await shortcut(text)).status).toBe(200);
  const answer = await waitFor("the answer", () => rig.slack.responses()[0]);
  const shown = JSON.stringify(answer.args);
  expect(answer.args["response_type"]).toBe("ephemeral");
  expect(shown).toMatch(/small-caps beat large-caps \(6m\)/);
  expect(shown).toMatch(/six months, small minus large/);
  expect(shown).toMatch(/as of 30 Oct 2026/);
  expect(shown).not.toMatch(/<!|evil\.example/);
  expect(rig.slack.messages).toEqual([]);
});

it("answers a message without text, and one shortcut once", async () => {
  rig = await startRig();
  await shortcut("", "same");
  await shortcut("", "same");
  const answer = await waitFor("the answer", () => rig.slack.responses()[0]);
  expect(JSON.stringify(answer.args)).toMatch(/needs a text/);
  expect(rig.slack.responses()).toHaveLength(1);
});
