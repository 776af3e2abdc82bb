import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { noMarketData } from "../data/shared-market-data.ts";
import { briefingOf, folderOf } from "../support/folder-assistant.ts";
import { type RunningProgram, startProgram } from "../support/slack/program.ts";
import { waitFor } from "../support/slack/wait-for.ts";
import {
  button,
  CHATS,
  type Frame,
  PLAYGROUND_BOT,
  type Playground,
  partsOf,
  startPlayground,
} from "../support/teams/playground.ts";
import { startTeamsRig } from "../support/teams/rig.ts";

const RUSSELL = new URL("../../../shared/market-data/russell", import.meta.url).pathname;
/** Nothing goes out to the internet, whatever a topic asks for. */
const LOCAL = {
  TEAMS_LOCAL: "1",
  LIVE_SOURCES: "french,reference",
  FRENCH_BASE_URL: "http://127.0.0.1:9",
  FIRM_NAME: "Example Wealth",
};

let program: RunningProgram;
let teams: Playground;

beforeAll(async () => {
  program = await startProgram({ ...LOCAL, DATA_FOLDER: await folderOf(sampleDatasets()) }, "Teams");
  teams = await startPlayground(program.eventsUrl);
});
afterAll(async () => {
  await teams?.stop();
  await program?.stop();
});

async function one(conversation: string, act: () => Promise<unknown>): Promise<Frame> {
  const [message] = await teams.said(conversation, act);
  if (!message) throw new Error("nothing was said");
  return message;
}
const personal = (text: string) => one(CHATS.personal, () => teams.say(CHATS.personal, text));

/** Asks by mention in a channel: the answer, and the thread it came in. */
async function inChannel(text: string, conversation: string = CHATS.channel): Promise<Frame> {
  const thread = await teams.say(conversation, text, true);
  return waitFor(`an answer in ${thread}`, () => teams.messages(thread).at(-1));
}
const typesOf = ({ card }: Frame) => partsOf(card).map(({ type }) => type);
const data = (action: Readonly<Record<string, unknown>>) =>
  action["data"] as Readonly<Record<string, unknown>>;

describe("ways in", () => {
  it("a personal chat: a card with chart, table and every caveat", async () => {
    const answer = await personal("ratecut");
    expect(answer.card).toMatchObject({ type: "AdaptiveCard", version: "1.5", msteams: { width: "Full" } });
    expect(typesOf(answer)).toEqual(expect.arrayContaining(["Image", "Table", "Action.Submit"]));
    expect(answer.raw).toMatch(/Past performance is not a reliable indicator/);
    expect(answer.raw).toMatch(/Example Wealth/);
  });

  it("the picture of a chart is a PNG that Teams takes", async () => {
    const answer = await personal("performance");
    const image = partsOf(answer.card).find(({ type }) => type === "Image");
    const response = await fetch(String(image?.["url"]));
    const png = Buffer.from(await response.arrayBuffer());
    expect(png.toString("latin1", 1, 4)).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1024, 576]);
    expect(png.length).toBeLessThan(1_000_000);
  });

  it("a personal chat remembers what it was about", async () => {
    await personal("ratecut");
    expect((await personal("and since 2000?")).raw).toMatch(/cuts from Jan 2000/);
  });

  it("a mention in a channel, answered in its thread, which remembers its topic", async () => {
    const answer = await inChannel("ratecut");
    expect(answer.conversation).toMatch(/^19:markets@thread\.tacv2;messageid=\d+$/);
    const next = await one(answer.conversation, () =>
      teams.say(answer.conversation, "and since 2000?", true),
    );
    expect(next.raw).toMatch(/cuts from Jan 2000/);
    expect(answer.raw).not.toMatch(/cuts from Jan 2000/);
  });

  it("the team's general channel, too", async () => {
    expect(typesOf(await inChannel("valuation", CHATS.team))).toContain("Image");
  });

  it("a mention in a group chat", async () => {
    const answer = await one(CHATS.group, () => teams.say(CHATS.group, "ratecut", true));
    expect(typesOf(answer)).toContain("Table");
  });

  it("a bare mention is the menu", async () => {
    expect((await inChannel("")).raw).toMatch(/ratecut.*performance/s);
  });

  it("a search from the message box: cards to insert", async () => {
    const { status, body } = await teams.search(CHATS.personal, "rate cuts");
    expect(status).toBe(200);
    expect(partsOf(body).filter(({ preview }) => preview !== undefined)).toHaveLength(1);
    expect(JSON.stringify(body)).toMatch(/Past performance is not a reliable indicator/);
  });
});

describe("buttons", () => {
  it.each([
    ["Explain it", /[Dd]efinition/],
    ["Definitions", /[Dd]efinition/],
    ["By cycle", /By cycle/],
    ["Data", /ratecut\.all\.12m\.mean/],
    ["Copy for client", /Example Wealth/],
  ])("%s", async (title, wanted) => {
    const answer = await personal("ratecut");
    const { card } = answer;
    const inputs = partsOf(card).filter(({ type }) => type === "Input.ChoiceSet");
    const chosen = Object.fromEntries(inputs.map(({ id, value }) => [id, value]));
    const says = (words: string) => wanted.test(words.replaceAll("\u2060", "")); // so that no client makes a link of a key
    const given = await teams.told(
      CHATS.personal,
      () =>
        teams.submit(answer, { ...data(button(answer, title)), ...(title === "Explain it" ? chosen : {}) }),
      says,
    );
    expect(says(given.map(({ raw }) => raw).join("\n"))).toBe(true);
  });

  it("in a channel answer in the thread, for all to read", async () => {
    const answer = await inChannel("ratecut");
    const [given] = await teams.told(answer.conversation, () =>
      teams.submit(answer, data(button(answer, "Definitions"))),
    );
    expect(given?.raw).toMatch(/[Dd]efinition/);
  });

  it("Update to today: the new card in the old one's place", async () => {
    const answer = await personal("ratecut");
    const { status, body } = await teams.execute(answer, button(answer, "Update to today"));
    expect(status).toBe(200);
    expect(body).toMatchObject({ type: "application/vnd.microsoft.card.adaptive" });
    expect(JSON.stringify(body["value"])).toMatch(/Past performance is not a reliable indicator/);
  });

  it("with foreign, forged or old data say so, and do nothing else", async () => {
    const answer = await personal("ratecut");
    const forged = [
      { anything: 1 },
      { smallcaps: { verb: "again", command: "schedule add <at>all</at>" } },
      { smallcaps: { verb: "explain", command: "ratecut", figure: "constructor.prototype" } },
      { smallcaps: { verb: "again", command: "x".repeat(5_000) } },
    ];
    for (const value of forged) {
      const given = await one(CHATS.personal, () => teams.submit(answer, value));
      expect(given.raw).not.toMatch(/<at>/);
      expect(typesOf(given)).not.toContain("Image");
    }
  });
});

describe("coming and going", () => {
  it("is welcomed once where it is added, with what works now", async () => {
    const welcome = await one(CHATS.channel, () => teams.install(CHATS.channel));
    expect(welcome.raw).toMatch(/ratecut/);
  });

  it("takes note of renaming, members, removal, and says nothing", async () => {
    const before = await teams.quiet();
    await teams.event(CHATS.channel, "channelRenamed");
    await teams.event(CHATS.team, "teamRenamed");
    await teams.event(CHATS.team, "userAdded");
    await teams.event(CHATS.team, "userRemoved");
    await teams.event(CHATS.channel, "channelDeleted");
    await teams.event(CHATS.team, "uninstall");
    await teams.event(CHATS.team, "botRemoved");
    expect(await teams.quiet()).toBe(before);
    expect(await inChannel("ratecut")).toMatchObject({ action: "createMessage" });
  });

  it("is welcomed again after it was removed", async () => {
    await teams.event(CHATS.group, "botRemoved");
    await one(CHATS.group, () => teams.install(CHATS.group));
    await teams.event(CHATS.group, "botRemoved");
    await teams.quiet();
    expect((await one(CHATS.group, () => teams.install(CHATS.group))).raw).toMatch(/ratecut/);
  });
});

describe("bad input", () => {
  it("without a mention nothing is said in a channel, though the message arrives", async () => {
    const before = await teams.quiet();
    // The client keeps such messages to itself, so this one is handed to the bot directly.
    const message = { type: "message", id: "unmentioned-1", text: "ratecut", entities: [] };
    await teams.event(CHATS.channel, null, message);
    expect(await teams.quiet()).toBe(before);
    const mention = { type: "mention", mentioned: PLAYGROUND_BOT, text: "<at>smallcaps</at>" };
    const entities = [mention];
    await teams.event(CHATS.channel, null, {
      ...message,
      id: "mentioned-1",
      text: "<at>smallcaps</at> ratecut",
      entities,
    });
    await expect.poll(() => teams.quiet(), { timeout: 30_000 }).toBe(before + 1);
  });

  it.each([
    ["messageReaction", { reactionsAdded: [{ type: "like" }], replyToId: "1" }],
    ["nonsense", {}],
    ["event", { name: "unheardOf", value: { a: 1 } }],
    ["invoke", { name: "unheard/of", value: null }],
    ["invoke", { name: "adaptiveCard/action", value: 7 }],
    ["invoke", { name: "composeExtension/query", value: [] }],
    ["message", { text: null, entities: "none", attachments: 3 }],
    ["conversationUpdate", { membersAdded: {} }],
  ])("an activity %s %j is survived in silence", async (type, changes) => {
    const failed = program.log();
    await teams.event(CHATS.channel, null, { type, ...changes });
    await teams.quiet();
    expect(program.process.exitCode).toBeNull();
    expect(program.log().slice(failed.length)).not.toMatch(/rejected unseen/);
  });

  it("a giant text is declined politely", async () => {
    const given = await personal(`ratecut ${"very ".repeat(20_000)}long`);
    expect(given.raw.length).toBeLessThan(10_000);
    expect(given.raw).not.toMatch(/very very very very very very very very very very very very/);
  });

  it("HTML and links in a question come back as words", async () => {
    const given = await personal(
      "<img src=x onerror=alert(1)> [click](https://evil.example) <at>everyone</at>",
    );
    expect(typesOf(given)).not.toContain("Image");
    const shown = partsOf(given.card).filter(({ type }) => type === "TextBlock");
    for (const { text } of shown) expect(String(text)).not.toMatch(/\]\(https?:|<at>|<img/);
  });

  it("a figure's key works as it is copied from an answer", async () => {
    const answer = await personal("explain ratecut.\u2060all.\u206012m.\u2060mean");
    expect(answer.raw).toMatch(/[Dd]efinition/);
  });

  it("a mistyped topic is named, with what was meant", async () => {
    expect((await personal("ratecutt")).raw).toMatch(/ratecut\b/);
  });

  it("after all of it the program still answers", async () => {
    expect(typesOf(await personal("performance"))).toContain("Image");
    expect(program.log()).not.toMatch(/rejected unseen/);
  });
});

describe("posting without being asked", () => {
  it("starts a thread of its own in a channel; after removal it is gone there", async () => {
    const rig = await startTeamsRig({
      settings: { app: null, allowedTenants: [], serviceHosts: ["localhost"] },
    });
    const client = await startPlayground(rig.url);
    try {
      await client.told(CHATS.channel, () => client.install(CHATS.channel));
      const [known] = await rig.app.references.all();
      if (!known) throw new Error("nothing is known of the channel");
      const briefing = await briefingOf(await folderOf(sampleDatasets()), "ratecut");
      const { tenant: workspace, conversation: channel } = known.reference;
      const where = {
        slot: `teams/${workspace}/abc234/2026-11-20`,
        workspace,
        channel,
        scheduledAt: "2026-11-20T07:30:00.000Z",
      };
      const posting = {
        kind: "briefing",
        briefing,
        lead: ["Changed since Thu 19 Nov: 12m mean up by 0.4"],
        foot: ["Next: Tue 24 Nov 07:30 London"],
      } as const;
      const { messageId } = await rig.app.poster.post(where, posting, async () => {});
      const posted = await waitFor("the post", () => client.find((raw) => raw.includes("Table")));
      expect(posted.conversation).toContain(CHATS.channel);
      expect(typesOf(posted)).toContain("Table");
      expect(posted.raw).toMatch(/Changed since Thu 19 Nov.*Next: Tue 24 Nov/s);
      await rig.app.poster.correct(
        where,
        messageId,
        { ...posting, lead: ["Corrected."] },
        "the mean was wrong",
      );
      const said = await waitFor("the word on it", () =>
        client.find((raw) => raw.includes("the mean was wrong")),
      );
      expect(said.conversation).toBe(`${CHATS.channel};messageid=${messageId}`);
    } finally {
      await client.stop();
      await rig.close();
    }
  });
});

const suite = noMarketData ? "real data (SKIPPED: no shared market data beside the repository)" : "real data";
describe.skipIf(noMarketData)(suite, () => {
  it("are answered, with their pair and source", async () => {
    const russell = await startProgram({ ...LOCAL, DATA_FOLDER: RUSSELL }, "Teams");
    const client = await startPlayground(russell.eventsUrl);
    try {
      const [answer] = await client.said(CHATS.personal, () => client.say(CHATS.personal, "ratecut"));
      expect(answer?.raw).toMatch(/Russell 2000 \/ S&P 500/);
    } finally {
      await client.stop();
      await russell.stop();
    }
  });
});
