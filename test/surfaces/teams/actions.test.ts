import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { sampleDatasets } from "../../../src/data/sample/sample.ts";
import { assistantOn, folderOf } from "../../support/folder-assistant.ts";
import { CHANNEL, startTeamsRig, TENANT, type TeamsRig, wordsOf } from "../../support/teams/rig.ts";

let rig: TeamsRig;
beforeEach(async () => {
  rig = await startTeamsRig();
});
afterEach(() => rig.close());

const said = () => rig.connector.messages.map(wordsOf);
const COMMAND = "performance asof=2025-11-30";
const press = (smallcaps: object, more: object = {}) =>
  rig.deliver(rig.activity({ value: { smallcaps }, replyToId: "the-card", ...more }));
const invoke = async (name: string, value: unknown, more: object = {}) => {
  const response = await rig.deliver(rig.activity({ type: "invoke", name, value, ...more }));
  const text = await response.text();
  return { status: response.status, body: text === "" ? null : (JSON.parse(text) as unknown) };
};
const execute = (data: unknown) =>
  invoke("adaptiveCard/action", { action: { type: "Action.Execute", verb: "refresh", data } });

describe("a button", () => {
  it.each([
    ["definitions", 1, /definition/i],
    ["more", 1, /./],
    ["csv", 1, /performance\.|small/i],
    ["client", 1, /Past performance is not a reliable indicator/],
    ["again", 1, /small-caps/i],
  ])("%s answers from the command that it carries", async (verb, messages, words) => {
    expect((await press({ verb, command: COMMAND })).status).toBe(200);
    expect(said()).toHaveLength(messages);
    expect(said()[0]).toMatch(words);
    expect(said().join()).not.toMatch(/not one of mine|went wrong/);
  });

  it("explain says where the chosen number comes from", async () => {
    await rig.deliver(
      rig.activity({
        value: {
          smallcaps: { verb: "explain", command: COMMAND },
          smallcapsFigure: "performance.12m.relative",
        },
      }),
    );
    expect(said()).toHaveLength(1);
    expect(said()[0]).toMatch(/12/);
  });

  it("in a channel answers in the thread of its card", async () => {
    const conversation = {
      id: `${CHANNEL};messageid=77`,
      conversationType: "channel",
      tenantId: TENANT,
    };
    await press({ verb: "definitions", command: COMMAND }, { conversation });
    expect(rig.connector.messages[0]?.path).toContain(`${CHANNEL};messageid=77`);
  });

  it("for feedback is thanked, and logged without who it was", async () => {
    await press({ verb: "feedback", command: COMMAND, verdict: "bad" });
    expect(said()[0]).toContain("Thank you");
    const line = rig.log.find((each) => each.startsWith("feedback"));
    expect(line).toContain('"verdict":"bad"');
    expect(rig.log.join("\n")).not.toMatch(/dana/i);
  });

  it.each([
    ["of another app", { msteams: { type: "messageBack" }, x: 1 }],
    ["with an unknown verb", { smallcaps: { verb: "drop tables", command: "help" } }],
    ["without a command", { smallcaps: { verb: "again" } }],
    ["with a command of a thousand characters", { smallcaps: { verb: "again", command: "x".repeat(1_000) } }],
    ["with more than ours", { smallcaps: { verb: "again", command: "help", admin: true } }],
    ["an array", []],
  ])("%s is answered politely", async (_, value) => {
    await rig.deliver(rig.activity({ value }));
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain("This button is not one of mine");
  });

  it("whose command is no command any more is told so", async () => {
    await press({ verb: "definitions", command: "valuation nosuch=1" });
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain("nosuch");
  });

  it("pressed again works again: an old card is as good as a new one", async () => {
    await press({ verb: "definitions", command: COMMAND });
    await press({ verb: "definitions", command: COMMAND });
    expect(said()).toHaveLength(2);
    expect(said()[0]).toBe(said()[1]);
  });

  it("that assumes something is answered in the personal chat, never in a channel", async () => {
    const conversation = { id: `${CHANNEL};messageid=78`, conversationType: "channel", tenantId: TENANT };
    await press({ verb: "again", command: `${COMMAND} private` }, { conversation });
    expect(rig.connector.messages.map(({ path }) => path)[0]).toContain("personal of");
  });
});

it("data are not given where a licence forbids it: the asker is told which", async () => {
  const assistant = await assistantOn(await folderOf(sampleDatasets(), { licence: "desk only, no export" }));
  const forbidding = await startTeamsRig({ assistant });
  try {
    await forbidding.deliver(
      forbidding.activity({ value: { smallcaps: { verb: "csv", command: COMMAND } } }),
    );
    const told = forbidding.connector.messages.map(wordsOf);
    expect(told).toEqual([expect.stringMatching(/desk only, no export.+forbids exporting/)]);
    expect(told[0]).not.toContain("performance.");
  } finally {
    await forbidding.close();
  }
});

describe("an old card", () => {
  it("is refreshed in its place to today's figures", async () => {
    const { status, body } = await execute({ smallcaps: { verb: "refresh", command: "performance" } });
    expect(status).toBe(200);
    const card = z
      .object({
        statusCode: z.literal(200),
        type: z.literal("application/vnd.microsoft.card.adaptive"),
        value: z.object({ type: z.literal("AdaptiveCard"), version: z.literal("1.5") }),
      })
      .safeParse(body);
    expect(card.error).toBeUndefined();
    expect(rig.connector.messages).toEqual([]);
  });

  it.each([
    ["foreign data", { a: 1 }],
    ["no data", undefined],
    ["a question that is answered alone", { smallcaps: { verb: "refresh", command: "performance private" } }],
    ["a command that is none", { smallcaps: { verb: "refresh", command: "nosuch" } }],
  ])("with %s is answered with a word", async (_, data) => {
    const { status, body } = await execute(data);
    expect(status).toBe(200);
    expect(body).toMatchObject({ type: "application/vnd.microsoft.activity.message" });
  });
});

describe("an invoke", () => {
  it("of feedback is taken as Teams wants it, without its words in the log", async () => {
    const value = {
      actionName: "feedback",
      actionValue: { reaction: "dislike", feedback: '{"feedbackText":"my phone is 555"}' },
    };
    expect(await invoke("message/submitAction", value)).toEqual({ status: 200, body: {} });
    expect(rig.log.join("\n")).toContain('"verdict":"dislike"');
    expect(rig.log.join("\n")).not.toContain("555");
  });

  it.each(["task/fetch", "signin/verifyState", "fileConsent/invoke", "nosuch", ""])(
    "that is not known is said to be so: %j",
    async (name) => {
      expect((await invoke(name, { any: "thing" })).status).toBe(501);
    },
  );
});

describe("the search", () => {
  const found = z.object({
    composeExtension: z.object({
      type: z.literal("result"),
      attachments: z.array(
        z.object({
          contentType: z.literal("application/vnd.microsoft.card.adaptive"),
          content: z.object({ type: z.literal("AdaptiveCard") }),
          preview: z.object({ content: z.object({ title: z.string().min(1) }) }),
        }),
      ),
    }),
  });
  const search = async (text: string) =>
    invoke("composeExtension/query", { commandId: "topics", parameters: [{ name: "query", value: text }] });

  it("lists every topic that can be answered, at first", async () => {
    const value = { commandId: "topics", parameters: [{ name: "initialRun", value: "true" }] };
    const { body } = await invoke("composeExtension/query", value);
    expect(found.parse(body).composeExtension.attachments.length).toBeGreaterThan(1);
  });

  it("finds a topic by its name, and a whole command", async () => {
    expect(found.parse((await search("rateCut")).body).composeExtension.attachments).toHaveLength(1);
    const { attachments } = found.parse((await search("performance window=6m")).body).composeExtension;
    expect(attachments).toHaveLength(1);
  });

  it.each(["nosuch", "performance private", "performance nosuch=1", "<script>", "x".repeat(5_000)])(
    "says so where there is nothing: %j",
    async (text) => {
      const { status, body } = await search(text);
      expect(status).toBe(200);
      expect(body).toMatchObject({ composeExtension: { type: "message" } });
    },
  );

  it("answers nobody of a tenant that is not served", async () => {
    const from = { id: "29:x", tenantId: "bbbbbbbb-1111-2222-3333-444444444444" };
    const { body } = await invoke("composeExtension/query", {}, { from });
    expect(JSON.stringify(body)).toContain("I do not answer guests");
  });

  it.each([null, 7, "x", { parameters: "no" }, { parameters: [{ name: 1 }] }])(
    "of something malformed is still an answer: %j",
    async (value) => {
      expect((await invoke("composeExtension/query", value)).status).toBe(200);
    },
  );
});

describe("export, typed", () => {
  const asking = async (text: string, exportUrl: ((request: object) => string) | null) => {
    await rig.close();
    rig = await startTeamsRig({ exportUrl });
    await rig.deliver(rig.personal(text));
    return said().join("\n");
  };

  it("gives a short-lived address for each file, with every caveat beside it", async () => {
    const asked: object[] = [];
    const exportUrl = (request: object) => {
      asked.push(request);
      return `https://bot.example/exports/${asked.length}`;
    };
    const words = await asking("export performance format=png", exportUrl);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked[0]).toEqual({
      workspace: TENANT,
      format: "png",
      index: 0,
      posted: {
        id: expect.stringMatching(/^[0-9a-f]{16}$/),
        command: expect.stringMatching(/^performance asof=/),
      },
    });
    const [message] = rig.connector.messages;
    expect(JSON.stringify(message?.body)).toContain('"Action.OpenUrl"');
    expect(JSON.stringify(message?.body)).toContain("https://bot.example/exports/1");
    expect(words).toMatch(/Past performance is not a reliable indicator/);
    expect(words).toMatch(/never the address/);
    expect(rig.records.at(-1)).toMatchObject({ private: true, briefing: { topic: "performance" } });
  });

  it("without a public address is refused, with what there is instead", async () => {
    expect(await asking("export performance format=csv", null)).toMatch(/PUBLIC_URL.+Data button/s);
  });

  it("goes with a copy for clients, whose text arrives in any case", async () => {
    await rig.close();
    rig = await startTeamsRig({ exportUrl: ({ format }) => `https://bot.example/exports/${format}` });
    await press({ verb: "client", command: COMMAND });
    expect(JSON.stringify(rig.connector.messages[0]?.body)).toContain("https://bot.example/exports/client");
    await rig.close();
    rig = await startTeamsRig({
      exportUrl: () => "https://bot.example/exports/x",
      exporter: {
        files: async () => {
          throw new Error("no worker");
        },
      },
    });
    await press({ verb: "client", command: COMMAND });
    expect(said()[0]).toMatch(/Past performance is not a reliable indicator/);
    expect(JSON.stringify(rig.connector.messages[0]?.body)).not.toContain("/exports/");
  });
});
