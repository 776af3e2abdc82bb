import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Briefing } from "../../../src/briefing/briefing.ts";
import { sampleDatasets } from "../../../src/data/sample/sample.ts";
import { type AlertState, PostFault, type Posting } from "../../../src/delivery/port.ts";
import { briefingOf, folderOf } from "../../support/folder-assistant.ts";
import { isMessage } from "../../support/teams/connector.ts";
import {
  BOT,
  CHANNEL,
  DANA,
  memoryStore,
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
  await introduce();
});
afterEach(() => rig.close());

async function restart(options: Parameters<typeof startTeamsRig>[0]): Promise<void> {
  await rig.close();
  rig = await startTeamsRig(options);
}

/** Where nobody listens. */
async function closedPort(): Promise<{ url: string; host: string }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return { url: `http://127.0.0.1:${port}/`, host: `127.0.0.1:${port}` };
}

const GROUP = "19:desk@thread.v2";
const added = { type: "installationUpdate", action: "add" };
const inChannel = (more: object = {}) => ({
  conversation: { id: CHANNEL, conversationType: "channel", tenantId: TENANT },
  channelData: { tenant: { id: TENANT }, team: TEAM, channel: { id: CHANNEL, name: "Markets", ...more } },
});

async function introduce(): Promise<void> {
  await rig.deliver(rig.activity(added)); // Dana's own chat, where she is told things
  await rig.deliver(rig.activity({ ...added, ...inChannel() }));
}

let real: Promise<Briefing> | undefined;
const briefing = () => (real ??= folderOf(sampleDatasets()).then((dir) => briefingOf(dir, "ratecut")));
const where = (channel = CHANNEL) => ({
  slot: `teams/${TENANT}/abc234/2026-11-20`,
  workspace: TENANT,
  channel,
  scheduledAt: "2026-11-20T07:30:00.000Z",
});
const notice: Posting = { kind: "notice", text: "Nothing new since Thursday." };
const LEAD = "Changed since Thu 19 Nov: the 12-month mean";
const FOOT = "Next: Tue 24 Nov 2026 07:30 (GMT) for Monday's session";
const scheduled = async (): Promise<Posting> => ({
  kind: "briefing",
  briefing: await briefing(),
  lead: [LEAD],
  foot: [FOOT],
});

/** What a post came to: the message's id, or the fault. */
async function outcome(posting: Posting = notice, channel = CHANNEL, onSending = async () => {}) {
  return rig.app.poster.post(where(channel), posting, onSending).then(
    ({ messageId }) => ({ messageId }),
    (error: unknown) => {
      if (error instanceof PostFault) return error;
      throw error;
    },
  );
}

const begun = () =>
  rig.connector.calls.filter(({ path, method }) => method === "POST" && path === "/v3/conversations");
const isBegin = ({ path }: { path: string }) => path === "/v3/conversations";
const isMembers = ({ path }: { path: string }) => path.endsWith("/pagedmembers");

describe("a scheduled post", () => {
  it("begins a thread of its own, and gives an id that finds it again", async () => {
    expect(await outcome()).toEqual({ messageId: expect.stringMatching(/^\d+\/message-\d+$/) });
    expect(begun()).toHaveLength(1);
    expect(begun()[0]?.body).toMatchObject({
      isGroup: true,
      bot: BOT,
      tenantId: TENANT,
      channelData: { channel: { id: CHANNEL } },
      activity: { type: "message" },
    });
  });

  it("is a message in a group chat", async () => {
    const conversation = { id: GROUP, conversationType: "groupChat", tenantId: TENANT, isGroup: true };
    await rig.deliver(rig.activity({ ...added, conversation }));
    expect(await outcome(notice, GROUP)).toEqual({ messageId: expect.stringMatching(/^message-\d+$/) });
    expect(rig.connector.calls.at(-1)?.path).toBe(`/v3/conversations/${GROUP}/activities`);
  });

  it("shows its lead under the headline and its foot last, on the card and in the text", async () => {
    await outcome(await scheduled());
    const { headline } = await briefing();
    const sent = begun()[0]?.body["activity"] as { summary: string; attachments: unknown[] };
    const { summary, attachments } = sent;
    const body = JSON.stringify((attachments[0] as { content: { body: unknown } }).content.body);
    for (const text of [summary.replaceAll("\\", ""), body.replaceAll("\\", "")]) {
      const places = [headline.slice(0, 30), LEAD, "⚠", FOOT].map((part) => text.indexOf(part));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
    expect(JSON.stringify(attachments)).toContain("schedule pause abc234");
    for (const caveat of (await briefing()).caveats) expect(wordsOf(begun()[0] as never)).toContain(caveat);
  });

  it("is rendered once for many, and yet names its own schedule and the picture as it is linked now", async () => {
    let links = 0;
    const chartUrl = () => {
      links += 1;
      return `https://briefings.example/charts/${links}.png`;
    };
    await restart({ chartUrl });
    await introduce();
    const posting = await scheduled();
    for (const id of ["abc234", "xyz789"]) {
      const slot = `teams/${TENANT}/${id}/2026-11-20`;
      await rig.app.poster.post({ ...where(), slot }, posting, async () => {});
    }
    const cards = begun().map(({ body }) => JSON.stringify(body["activity"]));
    expect(cards.map((card) => card.match(/schedule pause \w+/g))).toEqual([
      ["schedule pause abc234"],
      ["schedule pause xyz789"],
    ]);
    expect(new Set(cards.map((card) => card.match(/charts\/\d+\.png/)?.[0])).size).toBe(2);
  });

  it("steps down to text alone, which says the same", async () => {
    const isRich = ({ path, body }: (typeof rig.connector.calls)[number]) =>
      isBegin({ path }) && JSON.stringify(body).includes("attachments");
    rig.connector.failAlways(isRich, { status: 413, code: "MessageSizeTooBig" });
    const asked: number[] = [];
    await outcome(await scheduled(), CHANNEL, async () => void asked.push(begun().length));
    const words = wordsOf(begun().at(-1) as never);
    expect(words).toContain(LEAD);
    expect(words.replaceAll("\\", "")).toContain(FOOT);
    // Asked anew before each request, and each time before it left.
    expect(asked).toEqual(begun().map((_, i) => i));
    expect(asked.length).toBeGreaterThan(2);
  });

  it("asks right before it leaves, and does not leave where that is refused", async () => {
    const refusal = new Error("taken over");
    const post = rig.app.poster.post(where(), notice, () => Promise.reject(refusal));
    await expect(post).rejects.toBe(refusal);
    expect(begun()).toEqual([]);
  });

  it("of several at once loses none", async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => outcome()));
    expect(outcomes.every((each) => "messageId" in each)).toBe(true);
    expect(rig.connector.calls.filter(isMessage).length).toBeGreaterThanOrEqual(20);
  });
});

describe("what goes wrong with a scheduled post", () => {
  it.each([
    [{ status: 429, headers: { "retry-after": "37" } }, "limited", 37_000],
    [{ status: 429 }, "limited", null],
    [{ status: 412 }, "limited", null],
    [{ status: 401, code: "Unauthorized" }, "refused", null],
    [{ status: 500 }, "ambiguous", null],
    [{ status: 503 }, "ambiguous", null],
    ["hang-up" as const, "ambiguous", null],
    [{ status: 500, done: true }, "ambiguous", null],
  ])("%j is %s, after one try", async (fault, kind, retryAfterMs) => {
    rig.connector.failAlways(isBegin, fault);
    expect(await outcome()).toMatchObject({ kind, retryAfterMs, gone: false });
    expect(begun()).toHaveLength(1);
  });

  it.each([502, 504])("a gateway's %i is tried again, the last word before each try", async (status) => {
    const asked: number[] = [];
    rig.connector.fail(isBegin, { status });
    rig.connector.fail(isBegin, { status });
    const sending = async () => void asked.push(begun().length);
    expect(await outcome(notice, CHANNEL, sending)).toHaveProperty("messageId");
    expect(asked).toEqual([0, 1, 2]);
  });

  it.each([502, 504])("a gateway's %i that stays is not known after three tries", async (status) => {
    rig.connector.failAlways(isBegin, { status });
    expect(await outcome()).toMatchObject({ kind: "ambiguous", gone: false });
    expect(begun()).toHaveLength(3);
  });

  it("stopped between two tries it does not leave again", async () => {
    const refusal = new Error("posting was stopped");
    rig.connector.failAlways(isBegin, { status: 502 });
    const sending = async () => {
      if (begun().length > 0) throw refusal;
    };
    await expect(rig.app.poster.post(where(), notice, sending)).rejects.toBe(refusal);
    expect(begun()).toHaveLength(1);
  });

  it("an answer without an id is not known", async () => {
    rig.connector.fail(isBegin, { status: 201 });
    expect(await outcome()).toMatchObject({ kind: "ambiguous" });
  });

  it("a machine that is not there was not reached", async () => {
    const known = await rig.app.references.find({ tenant: TENANT, conversation: CHANNEL });
    if (!known) throw new Error("the channel is not known");
    const { url, host } = await closedPort();
    await restart({ settings: { serviceHosts: [host], allowedChannels: [CHANNEL] } });
    await rig.app.references.remember({ ...known, reference: { ...known.reference, serviceUrl: url } });
    const fault = await outcome();
    expect(fault).toMatchObject({ kind: "unreachable", gone: false });
    expect(String(fault)).toContain("ECONNREFUSED");
  });

  it("a sign-in that is away was not reached", async () => {
    const known = await rig.app.references.find({ tenant: TENANT, conversation: CHANNEL });
    if (!known) throw new Error("the channel is not known");
    await restart({ settings: { allowedChannels: [CHANNEL], loginUrl: (await closedPort()).url } });
    await rig.app.references.remember({
      ...known,
      reference: { ...known.reference, serviceUrl: rig.connector.url },
    });
    expect(await outcome()).toMatchObject({ kind: "unreachable", gone: false });
    expect(rig.connector.calls).toEqual([]);
  });

  it.each([
    [403, "MessageWritesBlocked"],
    [404, "ConversationNotFound"],
  ])("%i %s: gone, and not tried again until somebody speaks there", async (status, code) => {
    rig.connector.fail(isBegin, { status, code });
    expect(await outcome()).toMatchObject({ kind: "refused", gone: true });
    expect(await outcome()).toMatchObject({ kind: "refused", gone: true });
    expect(begun()).toHaveLength(1);
    await rig.deliver(rig.channel("help", "1"));
    expect(await outcome()).toHaveProperty("messageId");
  });

  it("a channel that is not known, or was left, is gone", async () => {
    expect(await outcome(notice, "19:never@thread.tacv2")).toMatchObject({ kind: "refused", gone: true });
    await rig.deliver(rig.activity({ type: "installationUpdate", action: "remove", ...inChannel() }));
    expect(await outcome()).toMatchObject({ kind: "refused", gone: true });
    expect(begun()).toEqual([]);
  });

  it("cannot be asked about afterwards: Teams lists no messages to a bot", async () => {
    const before = rig.connector.calls.length;
    expect(await rig.app.poster.find(where())).toBe("cannotAsk");
    expect(rig.connector.calls).toHaveLength(before);
  });
});

describe("who reads the channel, judged at every post", () => {
  it("guests: refused, naming the remedy", async () => {
    rig.connector.setMembers([DANA, { id: "29:guest", userRole: "guest" }]);
    const fault = await outcome();
    expect(fault).toMatchObject({ kind: "refused", gone: false });
    expect(String(fault)).toContain(`TEAMS_ALLOWED_CHANNELS=${CHANNEL}`);
    expect(begun()).toEqual([]);
  });

  it("a guest who joined a moment ago is seen, whichever process Teams told of it", async () => {
    expect(await outcome()).toHaveProperty("messageId");
    rig.connector.setMembers([DANA, { id: "29:guest", userRole: "guest" }]);
    expect(await outcome()).toMatchObject({ kind: "refused" });
    expect(begun()).toHaveLength(1);
  });

  it("a channel that became shared: refused, also once its events do not say so any more", async () => {
    await rig.deliver(rig.channel("help", "1", inChannel({ type: "shared" })));
    await rig.deliver(rig.channel("help", "2"));
    expect(String(await outcome())).toContain("shared with other teams");
  });

  it("who cannot be asked about: nothing is posted, and it may be tried again", async () => {
    rig.connector.fail(isMembers, { status: 500 });
    expect(await outcome()).toMatchObject({ kind: "unreachable", gone: false });
    expect(begun()).toEqual([]);
    expect(await outcome()).toHaveProperty("messageId");
  });

  it("a tenant that is no longer served: refused", async () => {
    const store = memoryStore();
    await restart({ store });
    await introduce();
    await restart({ store, settings: { allowedTenants: ["another"] } });
    expect(await outcome()).toMatchObject({ kind: "refused", gone: false });
  });
});

describe("an alert", () => {
  it("has a button that acknowledges it, and who did in its place", async () => {
    const alert = async (by: AlertState["by"]): Promise<Posting> => ({
      kind: "briefing",
      briefing: await briefing(),
      lead: [LEAD],
      foot: [],
      alert: { token: "1a2b3c4d", by },
    });
    const posted = await outcome(await alert(null));
    if (posted instanceof PostFault) throw posted;
    const card = JSON.stringify(begun().at(-1)?.body);
    expect(card).toContain('"title":"Acknowledge"');
    expect(card).toContain("schedule acknowledge abc234-1a2b3c4d");
    const before = rig.connector.messages.length;
    const by = { user: "d4na", name: "Dana", when: "Mon 23 Nov 2026 09:15 (GMT)" };
    await rig.app.poster.replace(where(), posted.messageId, await alert(by));
    const [updated, ...more] = rig.connector.messages.slice(before);
    expect(more).toEqual([]);
    expect(updated).toMatchObject({ method: "PUT" });
    expect(wordsOf(updated as never)).toContain("✓ Acknowledged by Dana, Mon 23 Nov 2026 09:15 (GMT)");
    expect(JSON.stringify(updated)).not.toContain("schedule acknowledge");
  });
});

describe("a correction", () => {
  it("takes the message's place, and says in its thread what was wrong", async () => {
    const posted = await outcome(await scheduled());
    if (posted instanceof PostFault) throw posted;
    const [thread, id] = posted.messageId.split("/");
    const before = rig.connector.messages.length;
    await rig.app.poster.correct(where(), posted.messageId, await scheduled(), "the mean was 5.2, not 5.1");
    const [updated, word] = rig.connector.messages.slice(before);
    expect(updated).toMatchObject({
      method: "PUT",
      path: `/v3/conversations/${CHANNEL};messageid=${thread}/activities/${id}`,
    });
    expect(wordsOf(updated as never)).toContain(LEAD);
    expect(word).toMatchObject({
      method: "POST",
      path: `/v3/conversations/${CHANNEL};messageid=${thread}/activities/${id}`,
    });
    expect(wordsOf(word as never)).toContain("Corrected: the mean was 5.2, not 5.1");
  });

  it("of a message that was deleted is refused, posts nothing, and says nothing about the channel", async () => {
    rig.connector.failAlways(({ method }) => method === "PUT", { status: 404, code: "ActivityNotFound" });
    const before = rig.connector.messages.length;
    const correction = rig.app.poster.correct(where(), "1700000000000", await scheduled(), "x");
    await expect(correction).rejects.toMatchObject({ kind: "refused", gone: false });
    expect(rig.connector.messages).toHaveLength(before);
    expect(await outcome()).toHaveProperty("messageId");
  });
});

describe("a word to one person", () => {
  it("goes to the chat that they have with the bot", async () => {
    await rig.app.poster.tell(TENANT, DANA.aadObjectId, "Nothing has arrived for three days.");
    const last = rig.connector.messages.at(-1);
    expect(last?.path).toBe(`/v3/conversations/${PERSONAL}/activities`);
    expect(wordsOf(last as never)).toContain("three days");
  });

  it("begins one where there is none", async () => {
    await rig.app.poster.tell(TENANT, "00000000-0000-0000-0000-0000000000bb", "x");
    expect(begun()[0]?.body).toMatchObject({
      isGroup: false,
      members: [{ id: "00000000-0000-0000-0000-0000000000bb" }],
      tenantId: TENANT,
    });
    expect(rig.connector.messages.at(-1)?.path).toContain("personal of 00000000");
  });

  it("is refused where Teams allows none; no channel is lost by it", async () => {
    rig.connector.fail(isBegin, { status: 403, code: "BotNotInConversationRoster" });
    const told = rig.app.poster.tell(TENANT, "nobody", "x");
    await expect(told).rejects.toMatchObject({ kind: "refused", gone: false });
    await expect(rig.app.poster.tell("other-tenant", "nobody", "x")).rejects.toMatchObject({
      kind: "refused",
    });
    expect(await outcome()).toHaveProperty("messageId");
  });
});
