import { afterEach, describe, expect, it } from "vitest";
import { ACTIONS } from "../../src/surfaces/slack/message.ts";
import type { Assistant } from "../../src/surfaces/surface.ts";
import {
  type Fault,
  hangUp,
  htmlPage,
  invalidBlocks,
  invalidSlackFile,
  missingScope,
  rateLimited,
  refusal,
  slow,
  status,
} from "../support/slack/faults.ts";
import { isJson, type Json } from "../support/slack/json.ts";
import { installationOf, RIG_TOKEN, type Rig, type RigOptions, startRig } from "../support/slack/rig.ts";
import { waitFor } from "../support/slack/wait-for.ts";

const CHANNEL = "C0ALPHA001";
/** Its chart is one of lines, which Slack can draw itself. */
const LINE = "performance";
const POST = "chat.postMessage";
const running: Rig[] = [];

async function rig(options: RigOptions = {}): Promise<Rig> {
  const started = await startRig(options);
  running.push(started);
  return started;
}

afterEach(async () => {
  for (const each of running.splice(0)) {
    const log = each.log();
    const unused = each.slack.unused();
    await each.close();
    expect(log).not.toContain(RIG_TOKEN);
    expect(log).not.toContain("Bearer");
    expect(unused).toEqual([]);
  }
});

/** Asks with a slash command while Slack fails as told; what became of it. */
async function askedWhile(
  faults: Readonly<Record<string, readonly Fault[]>>,
  options: RigOptions = {},
  text = "ratecut",
) {
  const { slack, slash, settled, aside, log } = await rig(options);
  for (const [method, answers] of Object.entries(faults)) slack.answer(method, answers);
  const { status: acknowledged } = await slash(text);
  await settled();
  expect(acknowledged).toBe(200);
  return { slack, aside: aside(), log: log(), messages: slack.messages, posts: slack.callsOf(POST) };
}

type Outcome = Awaited<ReturnType<typeof askedWhile>>;

const typesOf = (blocks: readonly Json[] = []) => blocks.map(({ type }) => type);
const picture = ({ messages }: Outcome) =>
  messages[0]?.blocks.find(({ type }) => type === "image" || type === "data_visualization");

/** One message, nothing aside, and every file that is left is in it. */
function expectOneMessage(outcome: Outcome): void {
  expect(outcome.messages).toHaveLength(1);
  expect(outcome.messages[0]?.text).toMatch(/After Fed cuts|performance|Small/i);
  expect(outcome.aside).toEqual([]);
}

function deleted({ slack }: Outcome): readonly unknown[] {
  return slack.callsOf("files.delete").map(({ args }) => args["file"]);
}

describe("rate limits", () => {
  it("one channel waits as long as Slack says, another is answered at once, and what is late says so", async () => {
    const { slack, slash, settled, aside } = await rig({ settings: { workingAfterMs: 2_500 } });
    slack.answer(POST, [rateLimited(11)]);
    await slash("ratecut", "C0ALPHA001");
    await waitFor("the refusal", () => slack.callsOf(POST).length === 1);
    await slash("ratecut", "C0BETA0001");
    await waitFor("the other channel's answer", () => slack.messages.length === 1);
    // The first has not been tried again yet.
    expect(slack.callsOf(POST).map(({ args }) => args["channel"])).toEqual(["C0ALPHA001", "C0BETA0001"]);
    expect(JSON.stringify(slack.messages[0]?.blocks)).not.toMatch(/ s late/);
    await settled();
    expect(slack.messages.map(({ channel }) => channel)).toEqual(["C0BETA0001", "C0ALPHA001"]);
    const [first, , second] = slack.callsOf(POST);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(11_000);
    expect(JSON.stringify(slack.messages[1]?.blocks)).toMatch(/This answer comes 1\d s late/);
    // On a busy machine the second asker may be told, too.
    expect(new Set(aside())).toEqual(new Set(["Working on it…"]));
  });

  it("answers for one channel keep their order behind a limited one", async () => {
    const { slack, slash, settled } = await rig();
    slack.answer(POST, [rateLimited(1)]);
    await slash("ratecut");
    await waitFor("the refusal", () => slack.callsOf(POST).length === 1);
    await slash("valuation");
    await settled();
    expect(slack.messages.map(({ text }) => /After Fed cuts/.test(text))).toEqual([true, false]);
  });

  it("a limit longer than anyone waits: the text, to the asker alone", async () => {
    const outcome = await askedWhile({ [POST]: [rateLimited(3_600)] });
    expect(outcome.messages).toEqual([]);
    expect(outcome.aside).toEqual([expect.stringMatching(/limits how fast[\s\S]*After Fed cuts/)]);
  });

  it("uploads that are limited do not hold up the text", async () => {
    const outcome = await askedWhile({ "files.getUploadURLExternal": [rateLimited(60)] }, {}, LINE);
    expectOneMessage(outcome);
    expect(picture(outcome)?.["type"]).toBe("data_visualization");
  });

  it("a queue that is full says so", async () => {
    const { slack, slash, settled, aside } = await rig();
    slack.answer(POST, [rateLimited(12)]); // until all are asked
    const lines = Array.from(
      { length: 52 },
      (_, index) => `ratecut asof=2026-0${1 + (index % 6)}-${10 + (index % 18)}`,
    );
    for (const line of lines) await slash(line);
    await waitFor("the refusals", () => aside().length === 2);
    expect(slack.messages).toEqual([]);
    await settled();
    expect(slack.messages).toHaveLength(50);
    expect(aside().filter((text) => /Too many answers/.test(text))).toHaveLength(2);
  });
});

describe("what may have been posted is not posted again", () => {
  it.each<[string, Fault, number]>([
    ["500", status(500), 0],
    ["500 after it was done", status(500, { done: true }), 1],
    ["503", status(503), 0],
    ["a page instead of JSON", htmlPage(), 0],
    ["hang-up before the request is read", hangUp("before"), 0],
    ["hang-up after the request", hangUp("after"), 0],
    ["hang-up after it was done", hangUp("after", { done: true }), 1],
  ])("%s: one attempt; the asker gets the text alone, and is told", async (_name, fault, inChannel) => {
    const outcome = await askedWhile({ [POST]: [fault] });
    expect(outcome.posts).toHaveLength(1);
    expect(outcome.messages).toHaveLength(inChannel);
    expect(outcome.aside).toEqual([
      expect.stringMatching(/did not confirm[\s\S]*After Fed cuts[\s\S]*All cuts/),
    ]);
    expect(deleted(outcome)).toEqual([]);
  });

  it("an answer that never comes", async () => {
    const outcome = await askedWhile({ [POST]: [slow("body", 17_000)] });
    expect(outcome.posts).toHaveLength(1);
    expect(outcome.aside.at(-1)).toMatch(/did not confirm[\s\S]*After Fed cuts/);
  });

  it("in a direct message the text comes as a word aside, not as a second message", async () => {
    const { slack, dm, settled, aside } = await rig();
    slack.answer(POST, [hangUp("after", { done: true })]);
    await dm("ratecut");
    await settled();
    expect(slack.messages).toHaveLength(1);
    expect(aside()).toEqual([expect.stringMatching(/did not confirm[\s\S]*After Fed cuts/)]);
  });

  it("a mention's asker is told in the thread", async () => {
    const { slack, mention, settled } = await rig();
    slack.answer(POST, [status(502)]);
    await mention("ratecut");
    await settled();
    expect(slack.ephemerals).toEqual([
      expect.objectContaining({
        thread_ts: "1700000000.000001",
        text: expect.stringMatching(/After Fed cuts/),
      }),
    ]);
  });
});

describe("what Slack refuses", () => {
  it.each(["not_in_channel", "channel_not_found", "is_archived", "restricted_action", "fatal_error"])(
    "%s: the asker gets the text alone, and no file is left behind",
    async (error) => {
      const outcome = await askedWhile({ [POST]: [refusal(error)] });
      expect(outcome.posts).toHaveLength(1);
      expect(outcome.messages).toEqual([]);
      expect(outcome.aside).toEqual([expect.stringMatching(/for you alone[\s\S]*After Fed cuts/)]);
      expect(deleted(outcome)).toEqual(outcome.slack.files().map(({ id }) => id));
      expect(outcome.slack.files()).toHaveLength(1);
    },
  );

  it.each([1, 3])(
    "a file that is not ready yet, %i times: the same message is tried again",
    async (times) => {
      const outcome = await askedWhile({ [POST]: invalidSlackFile(times) });
      expectOneMessage(outcome);
      expect(outcome.posts).toHaveLength(times + 1);
      expect(picture(outcome)).toMatchObject({ type: "image", slack_file: { id: "F000000001" } });
      expect(outcome.slack.files()).toHaveLength(1);
    },
  );

  it("a file that never gets ready: the native chart, and the file is deleted", {
    timeout: 30_000,
  }, async () => {
    const outcome = await askedWhile({ [POST]: invalidSlackFile(6) }, {}, LINE);
    expectOneMessage(outcome);
    expect(picture(outcome)?.["type"]).toBe("data_visualization");
    expect(deleted(outcome)).toEqual(["F000000001"]);
  });

  it.each(["invalid_blocks", "msg_blocks_too_long"])(
    "%s: plainer blocks, with the picture",
    async (error) => {
      const outcome = await askedWhile({
        [POST]: [error === "invalid_blocks" ? invalidBlocks("unsupported type: table") : refusal(error)],
      });
      expectOneMessage(outcome);
      expect(outcome.posts).toHaveLength(2);
      expect(typesOf(outcome.messages[0]?.blocks)).toContain("image");
      expect(typesOf(outcome.messages[0]?.blocks)).not.toContain("table");
      expect(deleted(outcome)).toEqual([]);
    },
  );

  it("every block refused: text, in the same one message, and the file is deleted", async () => {
    const { slack, slash, settled } = await rig();
    slack.always(POST, invalidBlocks("no"));
    await slash("ratecut");
    await waitFor("text alone", () => slack.callsOf(POST).some(({ args }) => args["blocks"] === undefined));
    slack.always(POST, null);
    await settled();
    expect(slack.messages.length).toBeLessThanOrEqual(1);
    expect(slack.callsOf("files.delete")).toHaveLength(1);
  });
});

describe("the chart", () => {
  const chartUrl = () => "https://smallcaps.example.com/charts/x.png";

  it.each<[string, string, Fault]>([
    ["no files:write", "files.getUploadURLExternal", missingScope("files:write")],
    ["no address for the upload", "files.getUploadURLExternal", status(500)],
    ["the upload address fails", "upload", status(500)],
    ["the upload address hangs up", "upload", hangUp("after")],
    ["the upload is not completed", "files.completeUploadExternal", refusal("file_upload_failed")],
    ["the completion is not confirmed", "files.completeUploadExternal", hangUp("after", { done: true })],
  ])("%s: a public address where there is one, else Slack's own chart", async (_name, method, fault) => {
    const withUrl = await askedWhile({ [method]: [fault] }, { chartUrl }, LINE);
    expectOneMessage(withUrl);
    expect(picture(withUrl)).toMatchObject({ type: "image", image_url: chartUrl() });
    const without = await askedWhile({ [method]: [fault] }, {}, LINE);
    expectOneMessage(without);
    expect(picture(without)?.["type"]).toBe("data_visualization");
  });

  it("no files:write is not asked for again with every answer", async () => {
    const { slack, slash, settled } = await rig();
    slack.answer("files.getUploadURLExternal", [missingScope("files:write")]);
    for (const line of ["ratecut", "valuation", "performance"]) await slash(line);
    await settled();
    await slash("ratecut since=2000");
    await settled();
    expect(slack.messages).toHaveLength(4);
    expect(slack.callsOf("files.getUploadURLExternal").length).toBeLessThanOrEqual(3);
  });

  it("a public address that Slack cannot fetch: its own chart; and without that, the table as text", async () => {
    const noFile = { "files.getUploadURLExternal": [missingScope("files:write")] };
    const noImage = invalidBlocks("downloading image failed [json-pointer:/blocks/2/image_url]");
    const native = await askedWhile({ ...noFile, [POST]: [noImage] }, { chartUrl }, LINE);
    expectOneMessage(native);
    expect(picture(native)?.["type"]).toBe("data_visualization");
    const table = await askedWhile(
      { ...noFile, [POST]: [noImage, invalidBlocks("unsupported type: data_visualization")] },
      { chartUrl },
      LINE,
    );
    expectOneMessage(table);
    expect(picture(table)).toBeUndefined();
    expect(typesOf(table.messages[0]?.blocks)).toContain("table");
  });

  it("the same chart is uploaded once for callers that come together", async () => {
    const { slack, slash, settled } = await rig();
    await Promise.all(["C0A0000001", "C0B0000001", "C0C0000001"].map((channel) => slash("ratecut", channel)));
    await settled();
    expect(slack.messages).toHaveLength(3);
    expect(slack.files()).toHaveLength(1);
  });
});

describe("what cannot be checked is for the asker alone", () => {
  it.each<[string, string, Fault]>([
    ["the channel", "conversations.info", status(500)],
    ["its members", "conversations.members", hangUp("after")],
    ["its members, by permission", "conversations.members", missingScope("channels:read")],
  ])("%s", async (_name, method, fault) => {
    const outcome = await askedWhile({ [method]: [fault] });
    expect(outcome.messages.filter(({ channel }) => channel === CHANNEL)).toEqual([]);
    const told = [...outcome.aside, ...outcome.messages.map(({ text }) => text)].join("\n");
    expect(told).toMatch(/After Fed cuts/);
  });

  it("who is a guest", async () => {
    const { slack, slash, settled, aside } = await rig();
    slack.always("users.list", status(500));
    await slash("ratecut");
    await settled();
    expect(slack.messages.filter(({ channel }) => channel === CHANNEL)).toEqual([]);
    expect(aside().join("\n")).toMatch(/After Fed cuts/);
  });
});

describe("a word aside", () => {
  it("goes by another way when the command's address is used up", async () => {
    const { slack, slash, settled } = await rig();
    slack.answer("response_url", [status(404)]);
    await slash("valuaton");
    await settled();
    expect(slack.ephemerals).toEqual([
      expect.objectContaining({ text: expect.stringMatching(/did you mean/) }),
    ]);
  });

  it("is a direct message where no ephemeral message can be", async () => {
    const { slack, slash, settled } = await rig();
    slack.answer("response_url", [status(404)]);
    slack.answer("chat.postEphemeral", [refusal("user_not_in_channel")]);
    await slash("valuaton");
    await settled();
    expect(slack.messages).toEqual([expect.objectContaining({ channel: "D0MEMBER01" })]);
  });

  it("that may have arrived is not said twice", async () => {
    const { slack, slash, settled } = await rig();
    slack.answer("response_url", [hangUp("after")]);
    await slash("valuaton");
    await settled();
    expect([...slack.ephemerals, ...slack.messages]).toEqual([]);
  });
});

const AUTHORIZED_FOR_ALL = {
  enterprise_id: "E0ORG00001",
  team_id: "T000000001",
  user_id: "U0BOT00001",
  is_bot: true,
  is_enterprise_install: true,
};

describe("a workspace that is gone", () => {
  const oauth = {
    clientId: "1.2",
    clientSecret: "s",
    stateSecret: "state secret of the rig",
    redirectUri: "http://127.0.0.1/slack/oauth_redirect",
  };
  const byOauth = { settings: { botToken: null, oauth } };

  async function installed(): Promise<Rig> {
    const started = await rig(byOauth);
    await started.installations.storeInstallation(installationOf());
    await started.store.set("channels", "T000000001/C0ALPHA001", { allowedBy: "U1" });
    return started;
  }

  async function held({ installations, store }: Rig) {
    return [...(await installations.listInstallations()), ...(await store.keys("channels"))];
  }

  it.each(["token_revoked", "account_inactive"])("%s purges what is kept of it", async (error) => {
    const gone = await installed();
    gone.slack.answer(POST, [refusal(error)]);
    await gone.slash("ratecut");
    await gone.settled();
    expect(await held(gone)).toEqual([]);
    expect(gone.slack.messages).toEqual([]);
  });

  it.each<[string, Json]>([
    ["app_uninstalled", {}],
    ["tokens_revoked", { tokens: { bot: ["U0BOT00001"] } }],
  ])("the event %s purges it at once", async (type, more) => {
    const gone = await installed();
    expect((await gone.raw.event({ type, ...more })).status).toBe(200);
    await waitFor("nothing", async () => (await held(gone)).length === 0);
    const { status: acknowledged } = await gone.slash("ratecut");
    expect(acknowledged).toBe(200);
    await gone.settled();
    expect(gone.slack.calls).toEqual([]);
  });

  describe("of a whole organisation", () => {
    const ofOrganisation = { enterprise_id: "E0ORG00001", is_enterprise_install: "true" };
    async function installedThere(): Promise<Rig> {
      const started = await rig(byOauth);
      await started.installations.storeInstallation({
        ...installationOf(),
        team: undefined,
        enterprise: { id: "E0ORG00001", name: "Org" },
        isEnterpriseInstall: true,
      } as never);
      await started.store.set("channels", "T000000001/C0ALPHA001", { allowedBy: "U1" });
      return started;
    }

    it("a revoked token purges the organisation's", async () => {
      const gone = await installedThere();
      gone.slack.answer(POST, [refusal("token_revoked")]);
      await gone.slash("ratecut", "C0ALPHA001", ofOrganisation);
      await gone.settled();
      expect(await held(gone)).toEqual([]);
    });

    it.each<[string, Json]>([
      ["with its authorizations", { authorizations: [AUTHORIZED_FOR_ALL] }],
      ["without authorizations", { authorizations: undefined }],
    ])("app_uninstalled %s purges the organisation's", async (_, envelope) => {
      const gone = await installedThere();
      await gone.raw.event({ type: "app_uninstalled" }, "valid", {
        enterprise_id: "E0ORG00001",
        ...envelope,
      });
      await waitFor("nothing", async () => (await held(gone)).length === 0);
    });

    it("a workspace of it that had the app to itself leaves the organisation's alone", async () => {
      const stays = await installedThere();
      await stays.installations.storeInstallation(installationOf());
      const envelope = { enterprise_id: "E0ORG00001", authorizations: undefined };
      await stays.raw.event({ type: "app_uninstalled" }, "valid", envelope);
      await stays.settled();
      expect(await held(stays)).toMatchObject([{ id: "E0ORG00001" }]);
    });
  });

  it("a workspace that is not served is told so, though it has no token", async () => {
    const strict = await rig({ settings: { ...byOauth.settings, allowedTeams: ["T0OTHER001"] } });
    expect((await strict.slash("ratecut")).status).toBe(200);
    await strict.settled();
    expect(strict.aside()).toEqual([expect.stringMatching(/does not serve your workspace/)]);
    const served = await rig({ settings: { ...byOauth.settings, allowedTeams: ["T000000001"] } });
    await served.slash("ratecut");
    await served.settled();
    expect(served.aside()).toEqual([]);
  });

  it("a person's token that was revoked purges nothing", async () => {
    const stays = await installed();
    await stays.raw.event({ type: "tokens_revoked", tokens: { oauth: ["U0MEMBER01"] } });
    await stays.settled();
    expect(await held(stays)).toHaveLength(2);
  });
});

describe("a question", () => {
  it("is acknowledged before it is answered", async () => {
    const gate = Promise.withResolvers<void>();
    let asked = 0;
    const assistant: Assistant = {
      answer: async () => {
        asked += 1;
        await gate.promise;
        return { kind: "page", private: false, dataMode: "live", page: { title: "Slow", sections: [] } };
      },
    };
    const { slash, settled, aside } = await rig({ assistant });
    expect(await slash("ratecut")).toMatchObject({ status: 200, text: "" });
    await waitFor("the question", () => asked === 1);
    expect(aside()).toEqual([]);
    gate.resolve();
    await settled();
    expect(aside()).toEqual([expect.stringContaining("Slow")]);
  });
});

describe("bugs and buttons", () => {
  it("a topic that throws: an apology with the id that the log has", async () => {
    const assistant: Assistant = {
      answer: async () => {
        throw new TypeError("a bug in a topic");
      },
    };
    const { aside, log, messages } = await askedWhile({}, { assistant });
    const id = /E-[0-9a-f]{8}/.exec(aside[0] ?? "")?.[0] ?? "no id";
    expect(aside[0]).toMatch(/Sorry/);
    expect(aside[0]).not.toMatch(/a bug in a topic/);
    expect(log).toContain(id);
    expect(log).toContain("a bug in a topic");
    expect(messages).toEqual([]);
  });

  it("a CSV that cannot be uploaded: why, and nothing half done", async () => {
    const { slack, raw, settled, aside } = await rig();
    slack.answer("files.getUploadURLExternal", [missingScope("files:write")]);
    const action = {
      type: "button",
      action_id: ACTIONS.csv,
      block_id: "b",
      value: JSON.stringify({ c: "ratecut asof=2026-06-30" }),
    };
    await raw.interaction({
      actions: [action],
      channel: { id: CHANNEL },
      container: { type: "message", channel_id: CHANNEL },
      response_url: slack.responseUrl("r"),
    });
    await settled();
    expect(aside()).toEqual([expect.stringMatching(/lacks a permission/)]);
    expect(slack.messages).toEqual([]);
    expect(isJson(slack.files()[0])).toBe(false);
  });
});
