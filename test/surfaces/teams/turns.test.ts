import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Assistant } from "../../../src/surfaces/surface.ts";
import { waitFor } from "../../support/slack/wait-for.ts";
import { isMessage } from "../../support/teams/connector.ts";
import {
  BOT,
  CHANNEL,
  DANA,
  PERSONAL,
  startTeamsRig,
  TEAM,
  TENANT,
  type TeamsRig,
  wordsOf,
} from "../../support/teams/rig.ts";

let rig: TeamsRig;
beforeEach(async () => {
  rig = await startTeamsRig();
});
afterEach(() => rig.close());

const said = () => rig.connector.messages.map(wordsOf);
const paths = () => rig.connector.messages.map(({ path }) => path);

async function restart(options: Parameters<typeof startTeamsRig>[0]): Promise<void> {
  await rig.close();
  rig = await startTeamsRig(options);
}

/** Texts that a client reads as Markdown. */
function cardTexts(part: unknown): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  const isBlock = "type" in part && part.type === "TextBlock";
  const own = isBlock && "text" in part && typeof part.text === "string" ? [part.text] : [];
  return [...own, ...Object.values(part).flatMap(cardTexts)];
}

describe("a question", () => {
  it("in a personal chat is answered there, as a reply", async () => {
    await rig.deliver(rig.personal("performance", { id: "q1" }));
    expect(paths()).toEqual([`/v3/conversations/${PERSONAL}/activities/q1`]);
    expect(said()[0]).toMatch(/small-caps/i);
    const [{ body } = { body: {} }] = rig.connector.messages;
    expect(body).toMatchObject({
      type: "message",
      from: BOT,
      replyToId: "q1",
      conversation: { id: PERSONAL },
    });
  });

  it("in a channel is answered in its thread", async () => {
    await rig.deliver(rig.channel("performance", "42"));
    expect(rig.connector.messages).toHaveLength(1);
    expect(paths()[0]).toContain(`/v3/conversations/${CHANNEL};messageid=42/activities/`);
  });

  it("in a channel without a mention is left alone", async () => {
    await rig.deliver(rig.channel("performance", "42", { text: "performance", entities: [] }));
    expect(rig.connector.messages).toEqual([]);
  });

  it.each([
    ["a no-break space", "<at>smallcaps</at>&nbsp;performance"],
    ["two mentions", "<at>smallcaps</at> <at>Lee</at> performance"],
    ["a mention at the end", "performance <at>smallcaps</at>"],
    ["bold type", "<at>smallcaps</at> <b>performance</b>"],
  ])("is understood with %s", async (_, text) => {
    await rig.deliver(rig.channel("", "7", { text }));
    expect(said()).toHaveLength(1);
    expect(said()[0]).not.toMatch(/not a command|did you mean/i);
    expect(said()[0]).toMatch(/small-caps/i);
  });

  it("without words is answered with the menu", async () => {
    await rig.deliver(rig.channel(""));
    expect(said()[0]).toContain("Works now");
  });

  it("with a mention entity that has no text is no fault", async () => {
    const entities = [{ type: "mention", mentioned: BOT }, null, "noise", { type: "clientInfo" }];
    await rig.deliver(rig.channel("help", "8", { entities }));
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain("Topics");
  });

  it("with nulls where Teams sends nothing is no fault", async () => {
    const nothing = { text: null, entities: null, value: null, name: null, replyToId: null };
    expect((await rig.deliver(rig.personal("", nothing))).status).toBe(200);
    expect(said()[0]).toContain("Works now");
  });

  it("that is delivered twice is answered once", async () => {
    const question = rig.personal("help", { id: "same" });
    await Promise.all([rig.deliver(question), rig.deliver(question)]);
    await rig.deliver(question);
    expect(rig.connector.messages).toHaveLength(1);
  });

  it("that is edited is not answered again", async () => {
    const question = rig.channel("help", "9", { id: "edited" });
    await rig.deliver(question);
    const response = await rig.deliver({ ...question, type: "messageUpdate" });
    expect(response.status).toBe(200);
    expect(rig.connector.messages).toHaveLength(1);
  });

  it("of a giant's length is answered politely", async () => {
    await rig.deliver(rig.personal("valuation ".repeat(20_000)));
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain("longer than 1000 characters");
    expect(rig.connector.messages[0]?.body).not.toMatchObject({ text: expect.stringMatching(/.{5000}/) });
  });

  it("that is no command names it, with nothing in it that a card would make a link of", async () => {
    await rig.deliver(rig.personal("[click](https://evil.example) &lt;b&gt;x&lt;/b&gt;"));
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain("is not a command");
    const shown = cardTexts(rig.connector.messages[0]?.body["attachments"]);
    expect(shown.filter((text) => text.includes("](http"))).toEqual([]);
  });

  it("goes on in its thread, and not in another", async () => {
    await rig.deliver(rig.channel("performance window=12m", "51"));
    await rig.deliver(rig.channel("and 6m?", "51"));
    await rig.deliver(rig.channel("and 6m?", "52"));
    expect(said()).toHaveLength(3);
    expect(said()[1]).toMatch(/small-caps/i);
    expect(said()[2]).toContain("I do not know which figures would answer that");
  });

  it("is acknowledged before it is answered", async () => {
    const gate = Promise.withResolvers<void>();
    const real = rig;
    let asked = 0;
    const assistant: Assistant = {
      answer: async () => {
        asked += 1;
        await gate.promise;
        return { kind: "page", private: false, dataMode: "live", page: { title: "Slow", sections: [] } };
      },
    };
    rig = await startTeamsRig({ assistant });
    await real.close();
    const response = await rig.post(rig.personal("help"), { authorization: await rig.bearer() });
    expect(response.status).toBe(200);
    expect(rig.connector.messages).toEqual([]);
    gate.resolve();
    await rig.app.stop();
    expect(asked).toBe(1);
    expect(said()).toHaveLength(1);
  });
});

describe("a slow answer", () => {
  it("is announced by a note, and takes the note's place", async () => {
    const noted = Promise.withResolvers<void>();
    await restart({
      settings: { workingAfterMs: 20 },
      assistant: {
        answer: async () => {
          await noted.promise;
          return { kind: "page", private: false, dataMode: "live", page: { title: "Slow", sections: [] } };
        },
      },
    });
    const answered = rig.deliver(rig.channel("help", "6"));
    await waitFor("the note", () => rig.connector.messages.length === 1);
    expect(said()[0]).toContain("Working on it");
    noted.resolve();
    await answered;
    expect(rig.connector.messages.map(({ method }) => method)).toEqual(["POST", "PUT"]);
    expect(rig.connector.messages[1]?.path).toBe(
      `/v3/conversations/${CHANNEL};messageid=6/activities/${noteId()}`,
    );
    expect(said()[1]).toContain("Slow");
  });

  /** As the connector numbers what it takes: the members were asked for before it. */
  const noteId = () => String(rig.connector.messages[1]?.body["id"]);
});

describe("a hundred questions at once", () => {
  it("are all answered, in one conversation and in many", async () => {
    const questions = [
      ...Array.from({ length: 50 }, (_, n) => rig.channel("performance", String(n))),
      ...Array.from({ length: 50 }, (_, n) =>
        rig.personal("help", {
          conversation: { id: `a:${n}`, conversationType: "personal", tenantId: TENANT },
        }),
      ),
    ];
    const authorization = await rig.bearer();
    const responses = await Promise.all(questions.map((each) => rig.post(each, { authorization })));
    expect(responses.map(({ status }) => status)).toEqual(questions.map(() => 200));
    await rig.app.stop();
    expect(rig.connector.messages).toHaveLength(100);
    expect(new Set(paths()).size).toBe(100);
  });
});

describe("a private answer", () => {
  it("to a question in a channel goes to the chat that is known", async () => {
    await rig.deliver(rig.personal("help"));
    await rig.deliver(rig.channel("performance private", "3"));
    expect(paths()[1]).toBe(`/v3/conversations/${PERSONAL}/activities`);
    expect(paths()[2]).toContain(CHANNEL);
    expect(said()[2]).toContain("Your answer is in our personal chat");
    expect(said()[2]).not.toMatch(/small-caps/i);
  });

  it("opens a chat where none is known", async () => {
    await rig.deliver(rig.channel("performance private"));
    const opened = rig.connector.calls.find(({ path }) => path === "/v3/conversations");
    expect(opened?.body).toMatchObject({ isGroup: false, members: [{ id: DANA.id }], tenantId: TENANT });
    expect(paths()[0]).toBe(`/v3/conversations/personal of ${DANA.id}/activities`);
  });

  it("is not given at all where Teams allows no chat, and says so without a figure", async () => {
    rig.connector.fail(({ path }) => path === "/v3/conversations", { status: 403, code: "BotNotInRoster" });
    await rig.deliver(rig.channel("performance private"));
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain("I cannot write to you");
    expect(said()[0]).not.toMatch(/%/);
  });
});

describe("a channel that others read", () => {
  const shared = { tenant: { id: TENANT }, team: TEAM, channel: { id: CHANNEL, type: "shared" } };

  it("is declined, with the reason and the remedy", async () => {
    await rig.deliver(rig.channel("performance", "1", { channelData: shared }));
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain("shared with other teams or organisations");
    expect(said()[0]).toContain("TEAMS");
    expect(said()[0]).not.toMatch(/%/);
  });

  it("is declined where a guest is a member, or somebody of another tenant", async () => {
    rig.connector.setMembers([
      { id: DANA.id, tenantId: TENANT, userRole: "user" },
      { id: "29:g", userRole: "guest" },
    ]);
    await rig.deliver(rig.channel("performance"));
    expect(said()[0]).toContain("I do not answer here");
    expect(said()).toHaveLength(1);
  });

  it("is answered once whoever runs the server allowed it", async () => {
    await restart({ settings: { allowedChannels: [CHANNEL] } });
    await rig.deliver(rig.channel("performance", "1", { channelData: shared }));
    expect(said()[0]).toMatch(/Source/);
  });

  it.each([{ status: 403 }, { status: 500 }, "hang-up" as const])(
    "is answered in the personal chat where nobody can be asked who reads it: %j",
    async (fault) => {
      rig.connector.failAlways(({ path }) => path.endsWith("/pagedmembers"), fault);
      await rig.deliver(rig.channel("performance"));
      expect(paths()[0]).toContain("personal of");
      expect(said()[1]).toContain("I cannot check who reads this conversation");
    },
  );
});

describe("sample data", () => {
  it("are never sent, by any way in", async () => {
    await restart({ mode: "sample" });
    await rig.deliver(rig.personal("performance"));
    await rig.deliver(
      rig.activity({ value: { smallcaps: { verb: "definitions", command: "performance" } }, id: "b1" }),
    );
    await rig.deliver(rig.activity({ type: "installationUpdate", action: "add", id: "i1" }));
    expect(said()).toHaveLength(3);
    for (const words of said()) expect(words).toMatch(/sample data, which are never sent to Teams/);
    const found = await rig.deliver(
      rig.activity({ type: "invoke", name: "composeExtension/query", value: {} }),
    );
    expect(JSON.stringify(await found.json())).toMatch(/never sent to Teams/);
    const where = { slot: "s", workspace: TENANT, channel: CHANNEL, scheduledAt: "2026-11-20T07:30:00.000Z" };
    const post = rig.app.poster.post(where, { kind: "notice", text: "x" }, async () => {});
    await expect(post).rejects.toMatchObject({ kind: "refused", gone: false });
    expect(said()).toHaveLength(3);
  });
});

describe("what goes wrong", () => {
  const failing: Assistant = {
    answer: () => Promise.reject(new TypeError("secret-detail is not a function")),
  };

  it("in the program is an apology with an id that the log holds too, and nothing else", async () => {
    await restart({ assistant: failing });
    await rig.deliver(rig.personal("performance"));
    expect(said()).toHaveLength(1);
    const id = /E-[0-9a-f]{8}/.exec(said()[0] ?? "")?.[0];
    expect(id).toBeDefined();
    expect(said()[0]).not.toContain("secret-detail");
    expect(rig.log.join("\n")).toContain(`"id":"${id}"`);
    expect(rig.log.join("\n")).toContain("secret-detail");
  });

  it.each([412, 429, 502, 504])("with HTTP %i is tried again until it is taken, once", async (status) => {
    rig.connector.fail(isMessage, { status }, { status });
    await rig.deliver(rig.personal("help"));
    expect(rig.connector.messages).toHaveLength(1);
    expect(rig.connector.calls.filter(isMessage)).toHaveLength(3);
  });

  it("as a card that is too large steps down to one that is taken", async () => {
    rig.connector.fail(
      isMessage,
      { status: 413, code: "MessageSizeTooBig" },
      { status: 400, code: "BadSyntax" },
    );
    await rig.deliver(rig.personal("performance"));
    expect(rig.connector.messages).toHaveLength(1);
    const attempts = rig.connector.calls.filter(isMessage).map(({ body }) => JSON.stringify(body));
    expect(attempts).toHaveLength(3);
    expect(attempts[0]).toContain("data:image/png;base64,");
    expect(attempts[2]).not.toContain("data:image/png;base64,");
  });

  it("as a connection that is cut is not sent again blindly: the asker is told", async () => {
    rig.connector.fail(isMessage, "hang-up");
    await rig.deliver(rig.personal("performance"));
    expect(rig.connector.calls.filter(isMessage)).toHaveLength(2);
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain("Teams did not confirm that the answer was posted");
  });

  it("as a login that is refused says nothing of the secret, anywhere", async () => {
    rig.issuer.refuseLogins({
      status: 401,
      body: { error: "invalid_client", error_description: "AADSTS7000215: Invalid client secret provided." },
    });
    await rig.deliver(rig.personal("help"));
    expect(rig.connector.calls).toEqual([]);
    expect(rig.log.join("\n")).toContain("AADSTS7000215");
    expect(rig.log.join("\n")).not.toContain("client secret of the rig");
  });
});
