import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { BOT_SCOPES } from "../../src/surfaces/slack/scopes.ts";
import { ask, freshFolder, runProgram } from "../support/cli.ts";
import { folderOf } from "../support/folder-assistant.ts";
import { type Model, startModel } from "../support/narrative/model.ts";
import { type SlackWorkspace, startSlackWorkspace } from "../support/slack/emulator.ts";
import { type RunningProgram, startProgram } from "../support/slack/program.ts";
import { waitFor } from "../support/slack/wait-for.ts";
import type { PostedMessage } from "../support/slack/workspace-readings.ts";
import { BOT_TOKEN, CHANNELS, directMessageOf, PEOPLE } from "../support/slack/workspace-seed.ts";
import { CHATS, type Playground, startPlayground } from "../support/teams/playground.ts";

/** Questions in words to the program: routed by rules, by a model, refused, not understood. */

const SECRET = "signing secret of the questions' tests";
const TIMEOUT = 120_000;
const FOR_THE_MODEL = "do the tiddlers look a bit toppy versus the giants, all told";
const CHOICE = { choice: { command: "valuation", arguments: { variant: "median" } } };
const REFUSED = "gives no personal advice, no price targets and nothing on single companies";
const NOT_UNDERSTOOD = "I do not know which figures would answer that";

let model: Model;
let data = "";
beforeAll(async () => {
  data = await folderOf(sampleDatasets());
  model = await startModel({ content: JSON.stringify(CHOICE) });
});
afterEach(() => model.forget());
afterAll(() => model.close());

const openAi = () => ({
  OPENAI_API_KEY: "sk-secret",
  OPENAI_MODEL: "model-wished",
  OPENAI_BASE_URL: model.url,
});

/** What an export of the audit holds: rows, and what lies beside the chain. */
async function exported(state: string) {
  const folder = freshFolder();
  const { code, stderr } = await runProgram(["admin", "audit", "export", folder], { STATE_DIR: state });
  expect([code, stderr]).toEqual([0, ""]);
  const lines = (file: string) => readFileSync(join(folder, file), "utf8").trim().split("\n");
  const bodies = lines("payloads.jsonl").map((line) => (JSON.parse(line) as { body: string }).body);
  return { chain: lines("rows.jsonl").join("\n"), bodies };
}

const unmarked = (text: string) => text.replace(/\u2060/g, "");

describe("a terminal", { timeout: TIMEOUT }, () => {
  it("answers, routes, refuses, and offers", async () => {
    const [ruled, chosen, refused, unknown] = await Promise.all([
      ask(["ask", "are small caps cheap without loss-makers?", "--data", data]),
      ask([FOR_THE_MODEL, "--data", data], openAi()),
      ask(["should I buy?", "--data", data]),
      ask(["what is the weather in London", "--data", data]),
    ]);
    expect(ruled).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Ran: valuation variant=aggExLoss\n/),
    });
    expect(chosen.stdout).toMatch(/^Ran: valuation variant=median \(chosen by a language model\)\n/);
    expect(refused).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(REFUSED) });
    expect(unknown).toMatchObject({ code: 0, stdout: expect.stringContaining(NOT_UNDERSTOOD) });
  });

  it("prints the briefing alone as JSON", async () => {
    const [asked, typed] = await Promise.all([
      ask(["are small caps cheap?", "--data", data, "--json"]),
      ask(["valuation", "--data", data, "--json"]),
    ]);
    expect(asked.code).toBe(0);
    expect(JSON.parse(asked.stdout)).toEqual(JSON.parse(typed.stdout));
  });
});

describe("Slack", { timeout: TIMEOUT }, () => {
  const state = freshFolder();
  let slack: SlackWorkspace;
  let program: RunningProgram;
  beforeAll(async () => {
    slack = await startSlackWorkspace({
      signingSecret: SECRET,
      scopes: Object.keys(BOT_SCOPES),
      subscribedTo: ["message.im", "member_joined_channel"],
    });
    program = await startProgram({
      FRENCH_BASE_URL: "http://127.0.0.1:9",
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: slack.apiUrl.replace(/\/$/, ""),
      DATA_FOLDER: data,
      STATE_DIR: state,
      ...openAi(),
    });
    slack.connect(program.eventsUrl);
  }, TIMEOUT);
  afterAll(async () => {
    await program?.stop();
    await slack?.close();
  });

  async function posted(channel: string, act: () => Promise<unknown>): Promise<PostedMessage> {
    const before = slack.messages(channel).length;
    await act();
    return waitFor("an answer", () => slack.messages(channel).at(before));
  }
  async function told(text: string, user: string): Promise<string> {
    const { responseId } = await slack.slash({ text, user });
    const { body } = await waitFor("a word", () =>
      slack.responsesTo(responseId).find(({ body: said }) => said["text"] !== "Working on it…"),
    );
    return unmarked(JSON.stringify(body));
  }
  const words = ({ blocks, text }: PostedMessage) => unmarked(JSON.stringify([blocks, text]));

  it("answers a question in words for all to see, and says what it ran", async () => {
    const message = await posted(CHANNELS.markets, () =>
      slack.slash({ text: "ask are small caps cheap without loss-makers?" }),
    );
    expect(words(message)).toContain("Ran: valuation variant=aggExLoss");
    const mention = await posted(CHANNELS.markets, () =>
      slack.mention({ text: "how have small caps done over the last six months?" }),
    );
    expect(words(mention)).toContain("Ran: performance window=6m");
  });

  it("goes on in words in a direct message", async () => {
    const direct = directMessageOf(PEOPLE.member);
    const first = await posted(direct, () =>
      slack.dm({ text: "how have small caps performed?", user: PEOPLE.member }),
    );
    expect(words(first)).toContain("Ran: performance");
    const second = await posted(direct, () =>
      slack.dm({ text: "and over three months?", user: PEOPLE.member }),
    );
    expect(words(second)).toContain("Ran: performance window=3m");
  });

  it.each([
    ["should I buy $AAPL <!channel>", REFUSED],
    ["<https://evil.test|click> what is the *weather* like in London <@U0MEMBER01>", NOT_UNDERSTOOD],
  ])("%j gets a fixed answer, with nothing of it live", async (text, expected) => {
    const said = await told(text, PEOPLE.member);
    expect(said).toContain(expected);
    expect(said).not.toMatch(/AAPL|evil|weather|<[!@#]/);
  });

  it("refuses in a mention and a direct message as well", async () => {
    const before = slack.calls.length;
    await slack.mention({ text: "soll ich jetzt Nebenwerte kaufen?" });
    await waitFor("a refusal", () =>
      slack.calls.slice(before).find((call) => unmarked(JSON.stringify(call)).includes(REFUSED)),
    );
    const direct = directMessageOf(PEOPLE.member);
    const message = await posted(direct, () => slack.dm({ text: "buy or sell?", user: PEOPLE.member }));
    expect(words(message)).toContain(REFUSED);
  });

  it("asks the model only once the workspace has it on, and not for what rules know", async () => {
    expect(await told(FOR_THE_MODEL, PEOPLE.member)).toContain(NOT_UNDERSTOOD);
    expect(model.asked()).toEqual([]);
    await told("narrative on", PEOPLE.admin);
    const message = await posted(CHANNELS.markets, () => slack.slash({ text: `${FOR_THE_MODEL}?` }));
    expect(words(message)).toContain("Ran: valuation variant=median (chosen by a language model)");
    const sent = model.asked().map(({ body }) => JSON.stringify(body));
    const routing = sent.filter((body) => body.includes("tiddlers"));
    expect(routing).toHaveLength(1);
    for (const secret of [PEOPLE.member, CHANNELS.markets, BOT_TOKEN])
      expect(routing[0]).not.toContain(secret);
    // The summary's prompt never sees what was typed.
    const drafts = sent.filter((body) => body.includes("you never write a number"));
    expect(drafts.length).toBeGreaterThan(0);
    expect(drafts.filter((body) => body.includes("tiddlers"))).toEqual([]);
    await told("narrative off", PEOPLE.admin);
  });

  it("keeps what was asked, what was made of it and what the model said in the audit", async () => {
    const { chain, bodies } = await exported(state);
    for (const outcome of ["refused: advice", "routed by rules", "routed by model", "not understood"])
      expect(chain).toContain(outcome);
    const questions = bodies.filter((body) => body.startsWith('{"asked":'));
    expect(questions.find((body) => body.includes("soll ich jetzt"))).toContain('"refused":"advice"');
    const routed = questions.find((body) => body.includes('"by":"model"'));
    expect(routed).toContain("You choose which command");
    expect(routed).toContain('\\"variant\\":\\"median\\"');
  });

  it("records what a terminal beside it refuses, too", async () => {
    const { code } = await runProgram(["ask", "should I sell everything?"], {
      STATE_DIR: state,
      SMALLCAPS_DATA: "sample",
    });
    expect(code).toBe(2);
    const { chain, bodies } = await exported(state);
    expect(chain).toContain('\\"platform\\":\\"terminal\\"');
    expect(bodies.join("\n")).toContain("should I sell everything?");
    const verified = await runProgram(["admin", "audit", "verify"], { STATE_DIR: state });
    expect(verified.code).toBe(0);
  });
});

describe("Teams", { timeout: TIMEOUT }, () => {
  const state = freshFolder();
  let program: RunningProgram;
  let teams: Playground;
  beforeAll(async () => {
    program = await startProgram(
      {
        TEAMS_LOCAL: "1",
        FRENCH_BASE_URL: "http://127.0.0.1:9",
        DATA_FOLDER: data,
        STATE_DIR: state,
        ...openAi(),
      },
      "Teams",
    );
    teams = await startPlayground(program.eventsUrl);
  }, TIMEOUT);
  afterAll(async () => {
    await teams?.stop();
    await program?.stop();
  });

  async function answer(text: string): Promise<string> {
    const [message] = await teams.said(CHATS.personal, () => teams.say(CHATS.personal, text));
    if (!message) throw new Error("nothing was said");
    return unmarked(message.raw);
  }

  it("answers, follows, refuses, offers, and has a model choose where it may", async () => {
    expect(await answer("are small caps cheap without loss-makers?")).toContain(
      "Ran: valuation variant=aggExLoss",
    );
    expect(await answer("and on the median company?")).toContain("Ran: valuation variant=median");
    const refused = await answer("faut-il vendre maintenant ?");
    expect(refused).toContain(REFUSED);
    expect(refused).not.toContain("vendre");
    expect(await answer("what is the weather in London")).toContain(NOT_UNDERSTOOD);
    const [, tenant = ""] = /narrative on ([0-9a-f-]+)/.exec(await answer("narrative on")) ?? [];
    expect(await answer(FOR_THE_MODEL)).toContain(NOT_UNDERSTOOD);
    const switched = await runProgram(["admin", "narrative", "on", tenant], { STATE_DIR: state });
    expect(switched.code).toBe(0);
    expect(await answer(`${FOR_THE_MODEL}?`)).toContain(
      "Ran: valuation variant=median (chosen by a language model)",
    );
    expect((await exported(state)).chain).toContain("refused: advice");
  });
});
