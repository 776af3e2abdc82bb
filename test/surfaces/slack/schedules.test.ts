import { afterEach, describe, expect, it } from "vitest";
import type { PostRecord, Recorder } from "../../../src/audit/port.ts";
import type { Controls } from "../../../src/delivery/port.ts";
import { topics as programTopics } from "../../../src/main/topics.ts";
import { ACTIONS } from "../../../src/surfaces/slack/message.ts";
import { renderLadder } from "../../../src/surfaces/slack/render.ts";
import { FORM_ID } from "../../../src/surfaces/slack/schedule-form.ts";
import { EXAMPLE_BRIEFINGS } from "../../support/example-briefings.ts";
import { assistantOn, folderOf, monthlyLevels } from "../../support/folder-assistant.ts";
import { invalidBlocks, rateLimited, refusal, status } from "../../support/slack/faults.ts";
import { isJson, type Json, objectOf, stringOf } from "../../support/slack/json.ts";
import { keptSchedules, NEXT } from "../../support/slack/kept-schedules.ts";
import { BOT_USER_ID, TEAM_ID } from "../../support/slack/payloads.ts";
import { type Rig, type RigOptions, startRig } from "../../support/slack/rig.ts";
import { waitFor } from "../../support/slack/wait-for.ts";
import { unwired } from "../../support/unwired.ts";

const CHANNEL = "C0ALPHA001";
const ADD = "schedule add 07:30 tz=Europe/London topics=valuation";
let rig: Rig;
afterEach(() => rig.close());

async function start(options: RigOptions & { slowMs?: number } = {}) {
  const kept = keptSchedules(options.slowMs);
  rig = await startRig({ schedules: kept.schedules, ...options });
  return kept;
}

const lastView = () => rig.slack.views.at(-1) ?? {};
const blocksOf = (view: Json) => (Array.isArray(view["blocks"]) ? view["blocks"].filter(isJson) : []);

describe("who asks for a schedule", () => {
  it("goes with a slash command, a mention, and a button", async () => {
    const { asked } = await start();
    await rig.slash(ADD);
    await rig.settled();
    await rig.mention("schedule list");
    await rig.settled();
    await rig.press(`${ACTIONS.schedule}_pause`, '{"c":"schedule pause s1"}');
    await rig.settled();
    await rig.press(`${ACTIONS.schedule}_changed`, '{"c":"schedule changed s1"}');
    await rig.settled();
    const by = { channel: CHANNEL, user: "U0MEMBER01" };
    expect(asked).toMatchObject([
      { command: { action: "add" }, by },
      { command: { action: "list" }, by },
      { command: { action: "pause", id: "s1" }, by },
      { command: { action: "changed", id: "s1" }, by },
    ]);
  });

  it("finds both buttons under a scheduled briefing, and none under an answer", async () => {
    await start();
    const labels = (scheduled?: { lead: []; foot: []; subscription: string }) => {
      const options = { place: { kind: "none" }, private: false, ...(scheduled && { scheduled }) } as const;
      const [message] = renderLadder(EXAMPLE_BRIEFINGS.ratecut, options);
      return JSON.stringify(message?.blocks);
    };
    for (const label of ["Only when something changes", "Pause"]) {
      expect(labels({ lead: [], foot: [], subscription: "s1" })).toContain(`"${label}"`);
      expect(labels()).not.toContain(`"${label}"`);
    }
  });

  it("is no member by Slack's word, over pages: refused", async () => {
    await start();
    rig.slack.setMembers(
      CHANNEL,
      Array.from({ length: 2_500 }, (_, n) => `U${n}`),
    );
    await rig.slash(ADD);
    await rig.settled();
    expect(rig.aside().join()).toMatch(/only members/i);
    rig.slack.setMembers(CHANNEL, [...Array.from({ length: 2_500 }, (_, n) => `U${n}`), "U0MEMBER01"]);
    await rig.slash(ADD);
    await rig.settled();
    expect(rig.aside().join()).toContain(NEXT[0]);
  });

  it("a direct message has no schedules", async () => {
    await start();
    rig.slack.setMembers("D0MEMBER01", ["U0MEMBER01"]);
    await rig.dm(ADD);
    await rig.settled();
    expect(rig.slack.messages.map(({ text }) => text).join()).toMatch(/schedules belong to a channel/);
  });

  it.each([
    [{ is_ext_shared: true }, /another organisation/],
    [{ is_member: false }, /not a member/],
  ])("a channel that is %j has none, judged anew", async (patch, reason) => {
    const kept = await start();
    await rig.slash("valuation");
    await rig.settled();
    rig.slack.setChannel(CHANNEL, patch);
    await rig.slash(ADD);
    await rig.settled();
    expect(rig.aside().join()).toMatch(reason);
    expect(await kept.schedules.list({ platform: "slack", workspace: TEAM_ID })).toEqual([]);
  });

  it("two people who ask the same at once are two", async () => {
    const { asked } = await start();
    await Promise.all([
      rig.slash("schedule list"),
      rig.slash("schedule list", "C0BETA0001"),
      rig.slash("schedule list", CHANNEL, { user_id: "U0MEMBER02" }),
    ]);
    await rig.settled();
    expect(asked.map(({ by }) => by)).toHaveLength(3);
  });

  it("a button carries nothing but what the schedule's buttons say", async () => {
    const { asked } = await start();
    for (const line of ["valuation", "schedule add 07:30", "schedule pause a b"])
      await rig.press(`${ACTIONS.schedule}_pause`, JSON.stringify({ c: line }));
    await rig.settled();
    expect(asked).toEqual([]);
    expect(rig.slack.messages).toEqual([]);
    expect(rig.aside().every((text) => text.includes("not one of mine"))).toBe(true);
  });
});

const field = (value: Json) => value;
const filled = (more: Readonly<Record<string, Json>> = {}) => {
  const all: Readonly<Record<string, Json>> = {
    channel: field({ selected_conversation: CHANNEL }),
    topics: field({ selected_options: [{ value: "valuation" }, { value: "ratecut" }] }),
    at: field({ value: "07:30" }),
    tz: field({ selected_option: { value: "Europe/London" } }),
    days: field({ selected_options: [{ value: "mon" }, { value: "thu" }] }),
    when: field({ selected_option: { value: "changed" } }),
    audience: field({ selected_option: { value: "internal" } }),
    ...more,
  };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, { [name]: value }]));
};

const submitted = async (values: Json) => {
  const view = { id: "V1", hash: "h", type: "modal", callback_id: FORM_ID, blocks: [], state: { values } };
  const { status: code, text } = await rig.raw.interaction({ type: "view_submission", view });
  return { code, said: text === "" ? {} : objectOf(text) };
};

describe("the form", () => {
  it("opens from the list of schedules: at once as a waiting line, then with the asker's own zone", async () => {
    await start();
    rig.slack.setUser("U0MEMBER01", { tz: "Asia/Kolkata" });
    await rig.slash("schedule list");
    await rig.settled();
    const blocks = rig.slack.responses()[0]?.args["blocks"];
    const actions = (Array.isArray(blocks) ? blocks : []).filter(isJson).at(-1);
    const [button] = Array.isArray(actions?.["elements"]) ? actions["elements"].filter(isJson) : [];
    expect(button?.["action_id"]).toBe(ACTIONS.newSchedule);
    await rig.press(ACTIONS.newSchedule, stringOf(button?.["value"]));
    await rig.settled();
    expect(rig.slack.callsOf("views.open")).toHaveLength(1);
    const [update] = rig.slack.callsOf("views.update");
    expect(update?.args["view_id"]).toBeTruthy();
    expect(update?.args["hash"]).toBeTruthy();
    const fields = new Map(blocksOf(lastView()).map((block) => [block["block_id"], block["element"]]));
    expect([...fields.keys()]).toEqual(["channel", "what", "topics", "at", "tz", "days", "when", "audience"]);
    expect(fields.get("channel")).toMatchObject({
      initial_conversation: CHANNEL,
      filter: { include: ["public", "private"], exclude_external_shared_channels: true },
    });
    const zone = fields.get("tz") as { initial_option: Json; option_groups: { options: Json[] }[] };
    expect(zone.initial_option["value"]).toBe("Asia/Kolkata");
    const zones = zone.option_groups.flatMap(({ options }) => options.map(({ value }) => value));
    expect(zones).toContain("America/New_York");
    expect(new Set(zones).size).toBe(zones.length);
    for (const { options } of zone.option_groups) expect(options.length).toBeLessThanOrEqual(100);
  });

  it("asks for the zone in words where Slack does not tell it", async () => {
    await start();
    rig.slack.answer("users.info", [refusal("missing_scope")]);
    await rig.press(ACTIONS.newSchedule, "{}");
    await rig.settled();
    const zone = blocksOf(lastView()).find((block) => block["block_id"] === "tz");
    expect(zone?.["element"]).toMatchObject({ type: "plain_text_input" });
  });

  it("types the line, and shows the next three runs", async () => {
    const { asked } = await start();
    const { code, said } = await submitted(filled());
    expect(code).toBe(200);
    expect(asked).toMatchObject([
      {
        by: { channel: CHANNEL, user: "U0MEMBER01" },
        command: {
          action: "add",
          schedule: {
            topics: ["valuation", "ratecut"],
            at: { kind: "time", hhmm: "07:30", tz: "Europe/London" },
            days: ["mon", "thu"],
            when: "changed",
            audience: "internal",
          },
        },
      },
    ]);
    expect(said["response_action"]).toBe("update");
    for (const run of NEXT) expect(JSON.stringify(said)).toContain(run);
  });

  it.each([
    ["at", { value: "7.30" }, /did you mean .07:30/],
    ["at", { value: "25:00" }, /time of day/],
    ["at", { value: "close+20h" }, /after the close/],
    ["tz", { value: "Londn" }, /Europe\/London/],
    ["tz", { value: "GMT+1" }, /offset/],
    ["days", { selected_options: [{ value: "trading" }, { value: "mon" }] }, /beside no other days/],
    ["topics", { selected_options: [{ value: "gone" }] }, /no topic/],
  ])("names what is wrong at its field: %s", async (name, value, words) => {
    await start();
    const { said } = await submitted(filled({ [name]: value as Json }));
    expect(said["response_action"]).toBe("errors");
    expect(Object.keys(said["errors"] as Json)).toEqual([name]);
    expect(stringOf((said["errors"] as Json)[name])).toMatch(words);
  });

  /** The form after another choice of what it is for. */
  const chosenWhat = async (what: string) => {
    const selected = { selected_option: { value: what } };
    const state = { values: filled({ what: selected }) };
    const view = { id: "V1", hash: "h", type: "modal", callback_id: FORM_ID, blocks: [], state };
    await rig.press("what", "", {
      view,
      channel: undefined,
      container: { type: "view", view_id: "V1" },
      actions: [{ type: "static_select", action_id: "what", block_id: "what", ...selected }],
    });
    await rig.settled();
    return new Map(blocksOf(lastView()).map((block) => [block["block_id"], block]));
  };

  it("of alerts has their fields, and keeps what was filled in of those that stay", async () => {
    await start();
    const alerts = await chosenWhat("warnings");
    expect([...alerts.keys()]).toEqual(["channel", "what", "quiet", "tz", "audience"]);
    expect(alerts.get("quiet")).toMatchObject({ optional: true, element: { type: "plain_text_input" } });
    expect(alerts.get("what")).toMatchObject({
      dispatch_action: true,
      element: { initial_option: { value: "warnings" } },
    });
    expect(alerts.get("channel")).toMatchObject({ element: { initial_conversation: CHANNEL } });
    expect(alerts.get("tz")).toMatchObject({ element: { initial_option: { value: "Europe/London" } } });
    expect(rig.slack.callsOf("views.update").at(-1)?.args).toMatchObject({ view_id: "V1", hash: "h" });
    const again = await chosenWhat("briefing");
    expect([...again.keys()]).toContain("topics");
    expect([...again.keys()]).not.toContain("quiet");
  });

  it("of alerts types their line", async () => {
    const { asked } = await start();
    const { channel, tz, audience } = filled();
    const what = (value: string) => ({ what: { what: { selected_option: { value } } } });
    const quiet = (value: string) => ({ quiet: { quiet: { value } } });
    await submitted({ channel, tz, audience, ...what("warnings"), ...quiet("22:00 - 07:00") } as Json);
    await submitted({ channel, tz, audience, ...what("fired") } as Json);
    const at = { kind: "flip", tz: "Europe/London" };
    expect(asked.map(({ command }) => command)).toMatchObject([
      { schedule: { at: { ...at, quiet: { from: "22:00", to: "07:00" }, warnings: true } } },
      { schedule: { at: { ...at, quiet: null, warnings: false } } },
    ]);
    const { said } = await submitted({ channel, tz, audience, ...what("fired"), ...quiet("late") } as Json);
    expect(said["response_action"]).toBe("errors");
    expect(Object.keys(said["errors"] as Json)).toEqual(["quiet"]);
  });

  it("says on top what is wrong with no one field, and keeps what was filled in", async () => {
    await start();
    rig.slack.setMembers(CHANNEL, ["U0OTHER001"]);
    const { said } = await submitted(filled());
    expect(said["response_action"]).toBe("update");
    const view = said["view"] as Json;
    expect(JSON.stringify(blocksOf(view)[0])).toMatch(/only members/);
    expect(JSON.stringify(view)).toContain('"initial_options":[{"text":{"type":"plain_text","text":"Monday"');
  });

  it("answers Slack in time where the schedules are slow, and shows later what became of it", async () => {
    await start({ slowMs: 2_600 });
    const { said } = await submitted(filled());
    expect(JSON.stringify(said)).toContain("Setting it up");
    await rig.settled();
    expect(JSON.stringify(lastView())).toContain(NEXT[2]);
  });

  it("is not open to guests", async () => {
    const { asked } = await start();
    rig.slack.setUser("U0MEMBER01", { is_restricted: true });
    await rig.press(ACTIONS.newSchedule, "{}");
    await rig.settled();
    expect(JSON.stringify(lastView())).toMatch(/do not answer guests/);
    const { said } = await submitted(filled());
    expect(JSON.stringify(said)).toMatch(/do not answer guests/);
    expect(asked).toEqual([]);
  });
});

describe("the home tab", () => {
  const opened = () =>
    rig.raw.event({ type: "app_home_opened", user: "U0MEMBER01", channel: "D0MEMBER01", tab: "home" });

  it("shows one's own schedules and those of one's channels, with their buttons, and no other channel", async () => {
    const kept = await start();
    kept.add({ id: "own1", channel: "C0GONE0001", rule: "mine", state: "paused" }, "U0MEMBER01", TEAM_ID);
    kept.add({ id: "ours", channel: CHANNEL, rule: "of my channel" }, "U0OTHER001", TEAM_ID);
    kept.add({ id: "hush", channel: "C0SECRET01", rule: "of the board" }, "U0OTHER001", TEAM_ID);
    kept.add({ id: "away", channel: CHANNEL, rule: "elsewhere" }, "U0OTHER001", "T9");
    rig.slack.setMembers("C0SECRET01", ["U0OTHER001"]);
    await opened();
    await rig.settled();
    const shown = JSON.stringify(lastView());
    expect(shown.indexOf("mine")).toBeLessThan(shown.indexOf("of my channel"));
    expect(shown).not.toMatch(/of the board|C0SECRET01|elsewhere/);
    expect(shown).toContain('schedule resume own1\\",\\"p\\":\\"C0GONE0001');
    expect(shown).toContain("schedule pause ours");
    expect(shown).not.toContain("schedule pause own1");
    expect(shown).toContain(ACTIONS.newSchedule);
    expect(shown).toContain("Works now");
  });

  it("begins with the case, above the schedules and what works", async () => {
    const levels = {
      small_total: monthlyLevels("2024-01", [100, 101, 103, 102]),
      large_total: monthlyLevels("2024-01", [100, 99, 98, 101]),
    };
    const { schedules } = keptSchedules();
    const assistant = await assistantOn(await folderOf({ levels }), () => schedules, programTopics);
    rig = await startRig({ schedules, assistant });
    await opened();
    await rig.settled();
    const shown = JSON.stringify(lastView());
    const places = ["The case for small-caps", "Scheduled briefings", "Works now"].map((each) =>
      shown.indexOf(each),
    );
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("stays under a hundred blocks with many, and says how many are left out", async () => {
    const kept = await start();
    for (let n = 0; n < 60; n += 1)
      kept.add({ id: `s${n}`, channel: CHANNEL, rule: `rule ${n}` }, "U0MEMBER01", TEAM_ID);
    await opened();
    await rig.settled();
    expect(blocksOf(lastView()).length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(lastView())).toMatch(/40 more/);
    expect(JSON.stringify(lastView())).toContain("Works now");
  });

  it("comes without them where they cannot be read", async () => {
    const kept = keptSchedules();
    rig = await startRig({
      schedules: { ...kept.schedules, list: () => Promise.reject(new Error("the database is away")) },
    });
    await opened();
    await rig.settled();
    expect(JSON.stringify(lastView())).toMatch(/could not be read now[\s\S]*Works now/);
  });

  it("a button there is done in the schedule's channel, and told on the tab", async () => {
    const kept = await start();
    kept.add({ id: "own1", channel: CHANNEL, rule: "mine" }, "U0MEMBER01", TEAM_ID);
    const home = {
      view: { id: "V1", type: "home" },
      container: { type: "view", view_id: "V1" },
      channel: undefined,
    };
    await rig.press(`${ACTIONS.schedule}_pause`, `{"c":"schedule pause own1","p":"${CHANNEL}"}`, home);
    await rig.settled();
    expect(kept.asked).toMatchObject([
      { command: { action: "pause", id: "own1" }, by: { channel: CHANNEL } },
    ]);
    expect(JSON.stringify(blocksOf(lastView())[0])).toContain("schedule pause done");
    expect(rig.slack.messages).toEqual([]);
  });
});

describe("the kill switch", () => {
  const stopping = (stopped: Controls["stopped"]): Controls => ({ ...unwired.controls, stopped });

  it("a fixed line to the asker alone, whatever was asked and however, without figures or the reason", async () => {
    const kept = await start({ controls: stopping(async () => "P/E was 27.4x, not 24.7x") });
    await rig.slash("valuation");
    await rig.mention("ratecut");
    await rig.press(ACTIONS.definitions, '{"c":"ratecut"}');
    await rig.slash("schedule list");
    await rig.settled();
    const { said } = await submitted(filled());
    const aside = rig.aside().filter((text) => text !== "Working on it…");
    expect(aside).toHaveLength(4);
    for (const text of [...aside, JSON.stringify(said)]) {
      expect(text).toMatch(/Posting is switched off/);
      expect(text).not.toMatch(/27\.4/);
    }
    expect(rig.slack.messages).toEqual([]);
    expect(kept.asked).toEqual([]);
  });

  it("holds for an answer that was being made when it was set", async () => {
    let reason: string | null = null;
    await start({ controls: stopping(async () => reason) });
    rig.slack.answer("chat.postMessage", [rateLimited(1)]);
    await rig.slash("performance");
    await waitFor("the limit", () => rig.slack.callsOf("chat.postMessage").length === 1, 8_000);
    reason = "stop";
    await rig.settled();
    expect(rig.slack.messages).toEqual([]);
    expect(rig.aside().join()).toMatch(/Posting is switched off/);
  });

  it("that cannot be read keeps no answer back", async () => {
    await start({ controls: stopping(() => Promise.reject(new Error("the database is away"))) });
    await rig.slash("performance");
    await rig.settled();
    expect(rig.slack.messages).toHaveLength(1);
  });

  it("holds for workflows", async () => {
    await start({ controls: stopping(async () => "stop") });
    await rig.raw.event({
      type: "function_executed",
      function: { id: "Fn1", callback_id: "post_briefing", type: "app", app_id: "A1" },
      function_execution_id: "Fx1",
      workflow_execution_id: "Wx1",
      event_ts: "1.1",
      inputs: { channel: CHANNEL, command: "performance" },
      bot_access_token: "xwfp-step",
    });
    const end = await waitFor("the end", () => rig.slack.callsOf("functions.completeError")[0], 8_000);
    expect(JSON.stringify(end.args)).toMatch(/switched off/);
    expect(rig.slack.messages).toEqual([]);
  });
});

describe("the record of what is posted", () => {
  /** What was recorded, each with how many requests of Slack's had come before. */
  function recording() {
    const lines: (readonly [string, string, number])[] = [];
    const posts: PostRecord[] = [];
    const calls = () =>
      rig.slack.calls.filter(({ method }) => /chat\.post|response_url|files\.complete/.test(method)).length;
    const recorder: Recorder = {
      sending: async (post) => {
        posts.push(post);
        lines.push(["sending", post.origin, calls()]);
        return {
          sent: async (id) => void lines.push(["sent", id ?? "", calls()]),
          notSent: async (reason, maybe) => void lines.push([`not sent ${maybe === true}`, reason, calls()]),
        };
      },
      found: async () => {},
    };
    return { recorder, lines, posts };
  }

  it("before the answer leaves, and after, with what left", async () => {
    const { recorder, lines, posts } = recording();
    await start({ recorder });
    await rig.slash("performance");
    await rig.settled();
    const uploads = rig.slack.callsOf("files.completeUploadExternal").length;
    const ts = rig.slack.messages[0]?.ts ?? "";
    expect(lines).toEqual([
      ["sending", "slash", uploads],
      ["sent", ts, uploads + 1],
    ]);
    expect(posts[0]).toMatchObject({
      platform: "slack",
      workspace: TEAM_ID,
      channel: CHANNEL,
      user: "U0MEMBER01",
      private: false,
      slot: null,
      briefing: { topic: "performance" },
    });
    expect(posts[0]?.message).toContain("slack_file");
  });

  it("of each rung, each attempt after a limit, and of what may have arrived", async () => {
    const { recorder, lines } = recording();
    await start({ recorder });
    rig.slack.answer("chat.postMessage", [invalidBlocks(), rateLimited(1), status(500)]);
    await rig.slash("performance");
    await rig.settled();
    const kinds = lines.map(([kind]) => kind);
    expect(kinds.slice(0, 6)).toEqual([
      "sending",
      "not sent false",
      "sending",
      "not sent false",
      "sending",
      "not sent true",
    ]);
    // Not confirmed: the text goes to the asker alone, by the response_url.
    expect(kinds.slice(6)).toEqual(["sending", "sent"]);
  });

  it("of its greeting to a channel", async () => {
    const { recorder, posts, lines } = recording();
    await start({ recorder });
    await rig.raw.event({
      type: "member_joined_channel",
      user: BOT_USER_ID,
      channel: CHANNEL,
      team: TEAM_ID,
    });
    await rig.settled();
    const [{ ts } = { ts: "" }] = rig.slack.messages;
    expect(posts).toMatchObject([{ origin: "notice", workspace: TEAM_ID, channel: CHANNEL, user: null }]);
    expect(lines.map(([kind, what]) => [kind, what])).toEqual([
      ["sending", "notice"],
      ["sent", ts],
    ]);
  });

  it.each([
    ["help", () => rig.slash("help"), "slash", CHANNEL],
    ["an error", () => rig.slash("perfomance"), "slash", CHANNEL],
    ["a page in a thread", () => rig.mention("help"), "mention", CHANNEL],
    ["a direct message", () => rig.dm("help"), "dm", "D0MEMBER01"],
  ])("of %s too", async (_, act, origin, channel) => {
    const { recorder, lines, posts } = recording();
    await start({ recorder });
    await act();
    await rig.settled();
    expect(posts).toMatchObject([{ origin, channel, briefing: null, user: "U0MEMBER01" }]);
    expect(lines.map(([kind, , calls]) => [kind, calls])).toEqual([
      ["sending", 0],
      ["sent", 1],
    ]);
  });

  it.each([
    [ACTIONS.csv, /"text":"key,label/],
    [ACTIONS.client, /Copy for client/],
  ])("of data and client copies: %s", async (action, message) => {
    const { recorder, posts, lines } = recording();
    await start({ recorder });
    await rig.press(action, '{"c":"performance"}');
    await rig.settled();
    expect(posts[0]).toMatchObject({
      origin: "button",
      private: true,
      channel: "D0MEMBER01",
      briefing: { topic: "performance" },
    });
    expect(posts[0]?.message).toMatch(message);
    // The file, for clients beside its text, and the word that it is there.
    const told = action === ACTIONS.client ? 3 : 2;
    expect(lines.map(([kind]) => kind)).toEqual(
      Array.from({ length: told }, () => ["sending", "sent"]).flat(),
    );
  });
});
