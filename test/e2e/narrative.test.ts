import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import type { NarrativeRecord } from "../../src/narrative/port.ts";
import { BOT_SCOPES } from "../../src/surfaces/slack/scopes.ts";
import { ask, freshFolder, runProgram } from "../support/cli.ts";
import { folderOf } from "../support/folder-assistant.ts";
import { REFUSED_DRAFT, VALUATION_DRAFT, VALUATION_TEXT } from "../support/narrative/drafts.ts";
import { drafting, type Model, startModel } from "../support/narrative/model.ts";
import { type SlackWorkspace, startSlackWorkspace } from "../support/slack/emulator.ts";
import { type RunningProgram, startProgram } from "../support/slack/program.ts";
import { waitFor } from "../support/slack/wait-for.ts";
import type { PostedMessage } from "../support/slack/workspace-readings.ts";
import { BOT_TOKEN, CHANNELS, PEOPLE } from "../support/slack/workspace-seed.ts";
import { CHATS, type Playground, startPlayground } from "../support/teams/playground.ts";

/** The program with a model beside it: what people see, and what the model is told. */

const LABEL = "AI-drafted, numbers computed by code";
const GOOD = drafting(VALUATION_DRAFT, { model: "model-as-served" });
const SECRET = "signing secret of the narrative's tests";
const TIMEOUT = 120_000;

let model: Model;
let data = "";
beforeAll(async () => {
  data = await folderOf(sampleDatasets());
  model = await startModel(GOOD);
});
afterEach(() => {
  model.says(GOOD);
  model.forget();
});
afterAll(() => model.close());

const openAi = () => ({
  OPENAI_API_KEY: "sk-secret",
  OPENAI_MODEL: "model-wished",
  OPENAI_BASE_URL: model.url,
});

/** What an export of the audit holds beside its chain. */
function payloadsIn(folder: string): readonly string[] {
  const lines = readFileSync(join(folder, "payloads.jsonl"), "utf8").trim().split("\n");
  return lines.map((line) => (JSON.parse(line) as { body: string }).body);
}

describe("a terminal", { timeout: TIMEOUT }, () => {
  const valuation = (...more: readonly string[]) => ["valuation", "--data", data, ...more];

  it("shows the summary with its label and the model's name, and in the JSON beside all the rest", async () => {
    const { stdout, code } = await ask(valuation(), openAi());
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, " ")).toMatch(VALUATION_TEXT);
    expect(stdout).toContain(`[${LABEL} · model-as-served]`);
    const [json, bare] = await Promise.all([
      ask(valuation("--json"), openAi()),
      ask(valuation("--json", "--no-llm"), openAi()),
    ]);
    const { narrative, ...rest } = JSON.parse(json.stdout) as Briefing;
    expect(narrative).toMatchObject({ model: "model-as-served", drafted: true, verdict: { accepted: true } });
    expect(narrative?.text).toMatch(VALUATION_TEXT);
    expect(rest).toEqual(JSON.parse(bare.stdout));
  });

  it("asks no model with --no-llm, without a model's name, or for a what-if", async () => {
    const { OPENAI_MODEL: _, ...keyAlone } = openAi();
    const answers = await Promise.all([
      ask(valuation("--no-llm"), openAi()),
      ask(valuation(), keyAlone),
      ask(["whatif", "eps=-10%", "--data", data], openAi()),
    ]);
    for (const { stdout, code } of answers) {
      expect(code).toBe(0);
      expect(stdout).not.toContain(LABEL);
    }
    expect(model.asked()).toEqual([]);
  });

  it.each([
    ["refused twice by the gate", () => model.says(drafting(REFUSED_DRAFT)), "digits"],
    ["answering with an error", () => model.says({ error: { message: "no" }, status: 401 }), "said 401"],
    ["refusing to write", () => model.says({ content: "I cannot help with that." }), "schema"],
  ])("answers as ever where the model is %s, and says why", async (_what, make, why) => {
    make();
    const { stdout, stderr, code } = await ask(valuation("--json"), openAi());
    const bare = await ask(valuation("--json", "--no-llm"), openAi());
    expect(code).toBe(0);
    expect(stderr).toMatch(new RegExp(`^no narrative: .*${why}`, "m"));
    expect(bare.stderr).not.toContain("no narrative");
    expect(stdout).toBe(bare.stdout);
    expect(model.asked().length).toBeGreaterThan(0);
  });

  it("answers where the model hangs, and ends", async () => {
    const hanging = createServer(() => {});
    await new Promise<void>((listening) => hanging.listen(0, "127.0.0.1", listening));
    const { port } = hanging.address() as { port: number };
    try {
      const base = `http://127.0.0.1:${port}/v1`;
      const { stdout, code } = await ask(valuation(), { ...openAi(), OPENAI_BASE_URL: base });
      expect(code).toBe(0);
      expect(stdout).toContain("Test Small");
      expect(stdout).not.toContain(LABEL);
    } finally {
      hanging.close();
    }
  });

  it("a model without a key is a fault of the configuration, unless a server of one's own is named", async () => {
    const alone = await ask(valuation(), { OPENAI_MODEL: "m" });
    expect(alone).toMatchObject({ code: 2, stdout: "" });
    expect(alone.stderr).toContain("OPENAI_MODEL is set, but OPENAI_API_KEY is not");
    const own = await ask(valuation(), { OPENAI_MODEL: "m", OPENAI_BASE_URL: model.url });
    expect(own.stdout).toContain(LABEL);
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
      LIVE_SOURCES: "french,reference",
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

  async function asked(text: string): Promise<PostedMessage> {
    const before = slack.messages(CHANNELS.markets).length;
    await slack.slash({ text });
    return waitFor("an answer", () => slack.messages(CHANNELS.markets).at(before));
  }
  async function told(text: string, user: string): Promise<string> {
    const { responseId } = await slack.slash({ text, user });
    const { body } = await waitFor("a word", () => slack.responsesTo(responseId)[0]);
    return JSON.stringify(body);
  }
  const words = ({ blocks }: PostedMessage) => JSON.stringify(blocks);

  it("has no summaries until an admin says so; nobody else can", async () => {
    expect(words(await asked("valuation"))).not.toContain(LABEL);
    expect(await told("narrative status", PEOPLE.member)).toContain("Summaries are off in this workspace");
    expect(await told("narrative on", PEOPLE.member)).toContain("only a workspace admin or owner");
    expect(words(await asked("valuation"))).not.toContain(LABEL);
    expect(model.asked()).toEqual([]);
    expect(await told("narrative on", PEOPLE.admin)).toContain("Summaries are on in this workspace");
    const message = await asked("Valuation"); // the same question within a second has the same answer
    expect(words(message)).toMatch(VALUATION_TEXT);
    expect(words(message)).toContain(`${LABEL} · model-as-served`);
    const status = await told("narrative status", PEOPLE.member);
    expect(status).toMatch(/Drafted by model-wished.*Today \(UTC\): 1 requests/s);
  });

  it("tells the model nothing of who asks, where, or what was typed", async () => {
    await asked("brief topics=valuation");
    const sent = JSON.stringify(model.asked().map(({ body }) => body));
    expect(sent).toContain("valuation.discount.aggExLoss");
    for (const secret of [PEOPLE.member, CHANNELS.markets, BOT_TOKEN, "topics=", "mara"])
      expect(sent).not.toContain(secret);
  });

  it("keeps prompt, output and verdict in the audit, and the receipt is of the numbers alone", async () => {
    model.says(drafting(REFUSED_DRAFT), GOOD);
    expect(words(await asked("valuation variant=aggExLoss"))).toMatch(VALUATION_TEXT);
    const folder = freshFolder();
    const { code, stderr } = await runProgram(["admin", "audit", "export", folder], { STATE_DIR: state });
    expect([code, stderr]).toEqual([0, ""]);
    const bodies = payloadsIn(folder);
    const records = bodies.filter((body) => body.includes("promptVersion"));
    const narratives = records.map((body) => JSON.parse(body) as NarrativeRecord);
    const last = narratives.find(({ drafts }) => drafts.length > 1) as NarrativeRecord; // in no order of time
    expect(last.prompt.instructions).toContain("you never write a number");
    expect(last.prompt.input).toContain("valuation.discount.aggExLoss");
    expect(last.drafts.map(({ verdict }) => verdict?.accepted)).toEqual([false, true]);
    expect(last.drafts.map(({ output }) => JSON.parse(output ?? "") as unknown)).toEqual([
      REFUSED_DRAFT,
      VALUATION_DRAFT,
    ]);
    const figures = bodies.filter((body) => body.includes('"command":"valuation variant=aggExLoss"'));
    const { id } = JSON.parse(figures.at(-1) ?? "null") as { id: string };
    expect(await told(`receipt ${id}`, PEOPLE.member)).toContain("Identical: made again");
  });

  it("goes without when the model fails, and off again when an admin says so", async () => {
    model.says({ error: { message: "no" }, status: 401 });
    const message = await asked("valuation variant=median");
    expect(words(message)).not.toContain(LABEL);
    expect(words(message)).toContain("Small-caps");
    await told("narrative off", PEOPLE.admin);
    expect(words(await asked("valuation"))).not.toContain(LABEL);
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
        LIVE_SOURCES: "french,reference",
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

  async function answer(text: string) {
    const [message] = await teams.said(CHATS.personal, () => teams.say(CHATS.personal, text));
    if (!message) throw new Error("nothing was said");
    return message;
  }

  it("is switched on by whoever runs it; then the card has the summary, marked as Teams wants it", async () => {
    const refused = await answer("narrative on");
    const [, tenant = ""] = /narrative on ([0-9a-f-]+)/.exec(refused.raw.replace(/\u2060/g, "")) ?? [];
    expect(tenant).not.toBe("");
    expect((await answer("valuation")).raw).not.toContain(LABEL);
    const switched = await runProgram(["admin", "narrative", "on", tenant], { STATE_DIR: state });
    expect(switched).toMatchObject({ code: 0, stdout: expect.stringContaining(`${tenant}: on`) as string });
    const { raw } = await answer("valuation variant=aggExLoss");
    expect(raw).toMatch(VALUATION_TEXT);
    expect(raw).toContain(`${LABEL} · model-as-served · [1]`);
    expect(raw).toContain('"additionalType":["AIGeneratedContent"]');
    expect(raw).toContain('"position":1');
    expect((await answer("performance")).raw).not.toContain("AIGeneratedContent");
  });
});
