import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { ACTIONS } from "../../src/surfaces/slack/message.ts";
import { BOT_SCOPES } from "../../src/surfaces/slack/scopes.ts";
import { folderOf } from "../support/folder-assistant.ts";
import { type SlackWorkspace, startSlackWorkspace } from "../support/slack/emulator.ts";
import { isJson, type Json, stringOf } from "../support/slack/json.ts";
import { type RunningProgram, startProgram } from "../support/slack/program.ts";
import { rawClient } from "../support/slack/raw-client.ts";
import { waitFor } from "../support/slack/wait-for.ts";
import type { PostedMessage } from "../support/slack/workspace-readings.ts";
import { BOT_TOKEN, CHANNELS, directMessageOf, PEOPLE } from "../support/slack/workspace-seed.ts";

const SECRET = "signing secret of the end-to-end tests";
const RUSSELL = new URL("../../../shared/market-data/russell", import.meta.url).pathname;
/** Nothing goes out to the internet, whatever a topic asks for. */
const OFFLINE = {
  LIVE_SOURCES: "french,reference",
  FRENCH_BASE_URL: "http://127.0.0.1:9",
  LOG_LEVEL: "info",
};
/** Long enough for a second answer, if there were one, to come. */
const QUIET_MS = 400;

let slack: SlackWorkspace;
let program: RunningProgram;

function environment(more: Readonly<Record<string, string>>) {
  return {
    ...OFFLINE,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: slack.apiUrl.replace(/\/$/, ""),
    FIRM_NAME: "Example Wealth",
    ...more,
  };
}

beforeAll(async () => {
  const scopes = Object.keys(BOT_SCOPES);
  slack = await startSlackWorkspace({
    signingSecret: SECRET,
    scopes,
    subscribedTo: ["message.im", "member_joined_channel"],
  });
  program = await startProgram(environment({ DATA_FOLDER: await folderOf(sampleDatasets()) }));
  slack.connect(program.eventsUrl);
});
afterAll(async () => {
  await program?.stop();
  await slack?.close();
});

const pause = () => new Promise((done) => setTimeout(done, QUIET_MS));

/** How often Slack was called, once what was asked before is done. */
async function callsOnceQuiet(): Promise<number> {
  for (let count = -1; count !== slack.calls.length; await pause()) count = slack.calls.length;
  return slack.calls.length;
}

/** What the bot posted in a channel because of what `act` did; waits until `count` are there and no more come. */
async function posted(
  channel: string,
  act: () => Promise<unknown>,
  count = 1,
): Promise<readonly PostedMessage[]> {
  const before = slack.messages(channel).length;
  await act();
  await waitFor(`${count} messages`, () => slack.messages(channel).length >= before + count);
  await pause();
  const after = slack.messages(channel).slice(before);
  expect(after).toHaveLength(count);
  return after;
}

async function one(channel: string, act: () => Promise<unknown>): Promise<PostedMessage> {
  const [message] = await posted(channel, act);
  if (!message) throw new Error("nothing was posted");
  return message;
}

const isAnswer = ({ body }: { readonly body: Json }) => body["text"] !== "Working on it…"; // on a busy machine
/** The words said to the asker alone at the command's or the click's address. */
async function whispered(asked: { readonly responseId: string }): Promise<string> {
  const { body } = await waitFor("a word to the asker", () =>
    slack.responsesTo(asked.responseId).find(isAnswer),
  );
  expect(body["response_type"]).toBe("ephemeral");
  return stringOf(body["text"]);
}

const typesOf = ({ blocks }: PostedMessage) => blocks.map(({ type }) => type);
const shown = (message: unknown) => JSON.stringify(message);

function elements(message: PostedMessage): readonly (Json & { block_id: string })[] {
  return message.blocks.flatMap((block) =>
    (Array.isArray(block["elements"]) ? block["elements"] : [])
      .filter(isJson)
      .map((element) => ({ ...element, block_id: stringOf(block["block_id"]) || "b" })),
  );
}

/** Clicks a button of a message as Slack sends the click. */
async function press(message: PostedMessage, actionId: string, chosen?: number) {
  const element = elements(message).find(({ action_id }) => action_id === actionId);
  if (!element) throw new Error(`no ${actionId} in ${shown(message.blocks)}`);
  const options = Array.isArray(element["options"]) ? element["options"] : [];
  const choice = chosen === undefined ? {} : { type: "static_select", selected_option: options[chosen] };
  const up = isJson(element["positive_button"]) ? { value: element["positive_button"]["value"] } : {};
  const { block_id, type, value } = element;
  return slack.interact({
    channel: message.channel,
    actions: [{ type, action_id: actionId, block_id, ...(value ? { value } : {}), ...choice, ...up }],
    message: { ts: message.ts, ...(message.threadTs ? { thread_ts: message.threadTs } : {}) },
    container: { type: "message", channel_id: message.channel, message_ts: message.ts },
  });
}

const answer = () => one(CHANNELS.markets, () => slack.slash({ text: "ratecut" }));

describe("ways in", () => {
  it("a slash command: acknowledged without a word, answered in the channel with the chart as a picture", async () => {
    const filesBefore = slack.files().length;
    const message = await one(CHANNELS.markets, async () => {
      expect(await slack.slash({ text: "valuation" })).toMatchObject({ status: 200, text: "" });
    });
    expect(typesOf(message)).toEqual(expect.arrayContaining(["header", "image", "actions"]));
    const [file, ...others] = slack.files().slice(filesBefore);
    expect(others).toEqual([]);
    expect(file?.channels).toEqual([]);
    expect(file?.bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(message.blocks.find(({ type }) => type === "image")).toMatchObject({
      slack_file: { id: file?.id },
    });
    expect(message.text).toMatch(/Test Small/);
    expect(slack.responses.filter(isAnswer)).toEqual([]);
  });

  it("private: a direct message, and a pointer that only the asker sees", async () => {
    const before = slack.messages(CHANNELS.markets).length;
    const asked: { responseId: string }[] = [];
    const message = await one(directMessageOf(PEOPLE.member), async () => {
      asked.push(await slack.slash({ text: "ratecut private" }));
    });
    expect(typesOf(message)).toContain("image");
    expect(await whispered(asked[0] ?? { responseId: "" })).toMatch(/direct message/);
    expect(slack.messages(CHANNELS.markets)).toHaveLength(before);
    const again = await one(CHANNELS.markets, () => press(message, ACTIONS.post));
    expect(again.text).toBe(message.text);
  });

  it("a mention, answered in its thread, which remembers what it is about", async () => {
    const said: { ts: string }[] = [];
    const message = await one(CHANNELS.markets, async () => {
      said.push(await slack.mention({ text: "ratecut" }));
    });
    const threadTs = said[0]?.ts ?? "";
    expect(message.threadTs).toBe(threadTs);
    const next = await one(CHANNELS.markets, () => slack.mention({ text: "and since 2000?", threadTs }));
    expect(next.threadTs).toBe(threadTs);
    expect(next.text).toMatch(/2000/);
    expect(message.text).not.toMatch(/from Jan 2000/);
  });

  it("a follow-up in the thread of a slash command's answer", async () => {
    const message = await answer();
    const next = await one(CHANNELS.markets, () =>
      slack.mention({ text: "and since 2000?", threadTs: message.ts }),
    );
    expect(next).toMatchObject({ threadTs: message.ts, text: expect.stringMatching(/2000/) });
  });

  it("a direct message, and what follows it", async () => {
    const channel = directMessageOf(PEOPLE.colleague);
    const dm = (text: string) => one(channel, () => slack.dm({ text, user: PEOPLE.colleague }));
    expect(typesOf(await dm("ratecut"))).toContain("image");
    expect((await dm("and since 2000?")).text).toMatch(/2000/);
    expect((await dm("help")).text).toMatch(/ratecut/);
  });

  it("a home tab with what works, and prompts in the agent view", async () => {
    await slack.homeOpened(PEOPLE.colleague);
    const home = await waitFor("the home", () => slack.views(PEOPLE.colleague)[0]);
    expect(shown(home.blocks)).toMatch(/Live: .*, to [A-Z][a-z]+ 20\d\d/);
    expect(shown(home.blocks)).toMatch(/ratecut/);
    expect(shown(home.blocks)).toMatch(/admin -- doctor/);
    await slack.homeOpened(PEOPLE.colleague, "messages");
    await waitFor("prompts", () =>
      slack.calls.some(({ method }) => method === "assistant.threads.setSuggestedPrompts"),
    );
  });

  it("one line in a channel it joins, once, however often Slack says so", async () => {
    const message = await one(CHANNELS.lobby, () => slack.joined(CHANNELS.lobby));
    expect(message.text).toMatch(/\/smallcaps/);
    const guests = await one(CHANNELS.clients, () => slack.joined(CHANNELS.clients));
    expect(guests.text).toMatch(/holds guests/);
  });
});

describe("each question is answered once", () => {
  it("retried with the same event id", async () => {
    const event = {
      type: "app_mention",
      user: PEOPLE.member,
      channel: CHANNELS.markets,
      text: "<@U0BOT00001> ratecut",
      ts: "1700000000.000100",
    };
    const retry = { num: 1, reason: "http_timeout" };
    await one(CHANNELS.markets, async () => {
      await slack.event(event, { eventId: "EvTwice" });
      await slack.event(event, { eventId: "EvTwice", retry });
      await slack.event(event, { eventId: "EvTwice", retry: { ...retry, num: 2 } });
    });
  });

  it("the same mention as two events", async () => {
    await one(CHANNELS.markets, () => slack.mention({ text: "ratecut", alsoAsMessage: true }));
  });

  it("a slash command delivered twice", async () => {
    await one(CHANNELS.markets, async () => {
      const fields = { trigger_id: "twice.1" };
      await slack.slash({ text: "ratecut", fields });
      await slack.slash({ text: "ratecut", fields });
    });
  });
});

describe("where it may answer", () => {
  it("not in channels with guests or another organisation, and says why", async () => {
    const silent = [slack.messages(CHANNELS.clients).length, slack.messages(CHANNELS.partners).length];
    expect(await whispered(await slack.slash({ text: "ratecut", channel: CHANNELS.clients }))).toMatch(
      /holds guests/,
    );
    expect(await whispered(await slack.slash({ text: "ratecut", channel: CHANNELS.partners }))).toMatch(
      /shared with another organisation/,
    );
    await slack.mention({ text: "ratecut", channel: CHANNELS.partners });
    const [note] = await waitFor("a word aside", () => {
      const found = slack.ephemerals(PEOPLE.member).filter(({ channel }) => channel === CHANNELS.partners);
      return found.length > 0 && found;
    });
    expect(note?.text).toMatch(/shared with another organisation/);
    expect([slack.messages(CHANNELS.clients).length, slack.messages(CHANNELS.partners).length]).toEqual(
      silent,
    );
  });

  it("in a channel that it is not in: a direct message, and why", async () => {
    let asked = { responseId: "" };
    await one(directMessageOf(PEOPLE.admin), async () => {
      asked = await slack.slash({ text: "ratecut", channel: CHANNELS.boardroom, user: PEOPLE.admin });
    });
    expect(await whispered(asked)).toMatch(/not a member/);
  });

  it("a guest is not served", async () => {
    const asked = await slack.slash({ text: "ratecut", channel: CHANNELS.clients, user: PEOPLE.guest });
    expect(await whispered(asked)).toMatch(/guests/);
    expect(slack.messages(directMessageOf(PEOPLE.guest))).toEqual([]);
  });

  it("an admin allows a channel, a member cannot, and it can be undone", async () => {
    const channel = CHANNELS.partners;
    const say = async (text: string, user?: string) =>
      whispered(await slack.slash({ text, channel, ...(user ? { user } : {}) }));
    expect(await say("channel allow")).toMatch(/Only a workspace admin/);
    expect(await say("channel status")).toMatch(/do not answer/);
    slack.setUser(PEOPLE.admin, { is_admin: true });
    expect(await say("channel allow", PEOPLE.admin)).toMatch(/From now on I answer/);
    await one(channel, () => slack.slash({ text: "ratecut", channel }));
    expect(await say("channel disallow", PEOPLE.admin)).toMatch(/judged/);
    expect(await say("ratecut")).toMatch(/shared with another organisation/);
  });
});

describe("buttons", () => {
  it("Explain, Definitions, By cycle and feedback: to the one who clicked", async () => {
    const message = await answer();
    const before = slack.messages(CHANNELS.markets).length;
    expect(await whispered(await press(message, ACTIONS.explain, 0))).not.toBe("");
    expect(await whispered(await press(message, ACTIONS.definitions))).not.toBe("");
    expect(await whispered(await press(message, ACTIONS.more))).toMatch(/^By cycle/);
    expect(await whispered(await press(message, ACTIONS.feedback))).toMatch(/feedback/);
    await waitFor("the log", () => /"feedback":"[^"]*ratecut/.test(program.log().replaceAll('\\"', "")));
    expect(slack.messages(CHANNELS.markets)).toHaveLength(before);
  });

  it("Data: a CSV in the direct message", async () => {
    const message = await answer();
    const before = slack.files().length;
    expect(await whispered(await press(message, ACTIONS.csv))).toMatch(/CSV/);
    const file = slack
      .files()
      .slice(before)
      .find(({ name }) => name.endsWith(".csv"));
    expect(file?.channels).toEqual([directMessageOf(PEOPLE.member)]);
    expect(file?.bytes.toString().split("\n").length).toBeGreaterThan(5);
  });

  it("Copy for client: a text to paste and a picture to forward in the direct message", async () => {
    const message = await answer();
    const before = slack.files().length;
    const sent = await posted(directMessageOf(PEOPLE.member), () => press(message, ACTIONS.client), 2);
    const [copy] = sent.filter(({ text }) => text !== ""); // the other shows the picture
    if (!copy) throw new Error("no text was sent");
    expect(shown(copy.blocks)).toMatch(/Past performance is not a reliable indicator/);
    expect(typesOf(copy)).not.toContain("actions");
    const picture = await waitFor("the picture", () =>
      slack
        .files()
        .slice(before)
        .find(({ name, channels }) => name.endsWith("-client.png") && channels.length > 0),
    );
    expect(picture.channels).toEqual([directMessageOf(PEOPLE.member)]);
  });

  it("a guest who clicks is not served either", async () => {
    const value = JSON.stringify({ c: "ratecut asof=2026-06-30" });
    const action = { type: "button", action_id: ACTIONS.definitions, block_id: "b", value };
    expect(await whispered(await slack.interact({ user: PEOPLE.guest, actions: [action] }))).toMatch(
      /guests/,
    );
  });

  it("a button that is not ours, or was tampered with, is answered and does nothing", async () => {
    const before = slack.messages().length;
    for (const value of [
      "",
      "{}",
      '{"c":"ratecut\\u0000"}',
      "x".repeat(3_000),
      '{"c":"nonsense <!channel>"}',
    ]) {
      const action = { type: "button", action_id: ACTIONS.definitions, block_id: "b", value };
      const said = await whispered(await slack.interact({ actions: [action] }));
      expect(said).not.toMatch(/<!/);
    }
    expect(slack.messages()).toHaveLength(before);
  });
});

describe("bad input", () => {
  const raw = () => rawClient({ url: program.eventsUrl, signingSecret: SECRET });

  it.each(["forged", "stale", "future", "unsigned", "no-timestamp"] as const)(
    "%s requests are refused and nothing is done",
    async (manner) => {
      const before = await callsOnceQuiet();
      const mention = {
        type: "app_mention",
        user: PEOPLE.member,
        channel: CHANNELS.markets,
        text: "ratecut",
      };
      expect((await raw().slash({ text: "ratecut", trigger_id: `bad ${manner}` }, manner)).status).toBe(401);
      expect((await raw().event({ ...mention, ts: "1.1" }, manner)).status).toBe(401);
      expect((await raw().interaction({}, manner)).status).toBe(401);
      expect((await raw().challenge("c", manner)).status).toBe(401);
      await pause();
      expect(slack.calls.slice(before)).toEqual([]);
    },
  );

  it("changed on the way, malformed, five megabytes: refused; the program goes on", async () => {
    expect((await raw().tampered()).status).toBe(401);
    expect((await raw().malformed()).status).toBe(400);
    expect([413, 0]).toContain((await raw().oversized()).status);
    expect(await raw().challenge("still here")).toMatchObject({ status: 200 });
    await answer();
  });

  it.each([
    ["valuaton", /did you mean/],
    ["<!everyone> <!channel> <!here>", /not a command/],
    ["&lt;!channel&gt; *bold* _x_ `y`", /not a command/],
    ["\u0007\u001b[31mratecut\u0000\u202e", /./],
    ["explain <https://evil.test|click> <@U0MEMBER01> <#C0MARKETS1>", /./],
    ["Ελλάδα 日本語 עברית 🦁", /./],
    ["x".repeat(4_000), /./],
  ])("%j is answered, and nothing of it comes alive", async (text, expected) => {
    const { body } = await waitFor(
      "the answer",
      (
        (asked) => () =>
          slack.responsesTo(asked.responseId).find(isAnswer)
      )(await slack.slash({ text })),
    );
    expect(stringOf(body["text"])).toMatch(expected);
    expect(shown(body)).not.toMatch(/<[!@#]|<https?:\/\/evil/);
  });

  it("a mention with nothing but the bot's name is answered with the menu", async () => {
    expect((await one(CHANNELS.markets, () => slack.mention({ text: "" }))).text).toMatch(/ratecut|small/i);
  });
});

describe("the program", () => {
  it("finishes answers under way when it is told to stop, and never logged a token", async () => {
    const other = await startProgram(environment({ DATA_FOLDER: await folderOf(sampleDatasets()) }));
    slack.connect(other.eventsUrl);
    try {
      const message = await one(CHANNELS.markets, async () => {
        await slack.slash({ text: "valuation" });
        expect(await other.stop()).toBe(0);
      });
      expect(typesOf(message)).toContain("image");
      for (const log of [other.log(), program.log()])
        expect(log).not.toMatch(/xox[a-z]-|Bearer|signing secret of/);
    } finally {
      slack.connect(program.eventsUrl);
    }
  });

  it("on sample data says so to the asker, and sends nothing to Slack", async () => {
    const sample = await startProgram(environment({ SMALLCAPS_DATA: "sample" }));
    slack.connect(sample.eventsUrl);
    try {
      const before = [slack.messages().length, slack.files().length];
      expect(await whispered(await slack.slash({ text: "ratecut" }))).toMatch(/sample data/);
      await slack.homeOpened(PEOPLE.admin);
      const home = await waitFor("the home", () => slack.views(PEOPLE.admin)[0]);
      expect(shown(home.blocks)).toMatch(/sample data/);
      const carried = JSON.stringify({ c: "ratecut asof=2026-06-30" });
      for (const action_id of [ACTIONS.definitions, ACTIONS.more, ACTIONS.csv, ACTIONS.client]) {
        const action = { type: "button", action_id, block_id: "b", value: carried };
        expect(await whispered(await slack.interact({ actions: [action] }))).toMatch(/sample data/);
      }
      expect([slack.messages().length, slack.files().length]).toEqual(before);
    } finally {
      slack.connect(program.eventsUrl);
      await sample.stop();
    }
  });

  it("serves only the workspaces on SLACK_ALLOWED_TEAMS", async () => {
    const strict = await startProgram(
      environment({ DATA_FOLDER: await folderOf(sampleDatasets()), SLACK_ALLOWED_TEAMS: "T0OTHER" }),
    );
    slack.connect(strict.eventsUrl);
    try {
      const before = slack.messages().length;
      const { status, text } = await slack.slash({ text: "ratecut" });
      expect({ status, text }).toMatchObject({ status: 200, text: expect.stringMatching(/does not serve/) });
      expect((await slack.mention({ text: "ratecut" })).status).toBe(200);
      await pause();
      expect(slack.messages()).toHaveLength(before);
    } finally {
      slack.connect(program.eventsUrl);
      await strict.stop();
    }
  });

  it.skipIf(!existsSync(RUSSELL))("answers from the russell folder", async () => {
    const russell = await startProgram(environment({ DATA_FOLDER: RUSSELL }));
    slack.connect(russell.eventsUrl);
    try {
      expect((await answer()).text).toMatch(/Russell 2000/);
    } finally {
      slack.connect(program.eventsUrl);
      await russell.stop();
    }
  });
});
