import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Briefing } from "../../../src/briefing/briefing.ts";
import { sampleDatasets } from "../../../src/data/sample/sample.ts";
import { type AlertState, PostFault } from "../../../src/delivery/port.ts";
import { readScheduleValue } from "../../../src/surfaces/slack/render-actions.ts";
import { briefingOf, folderOf } from "../../support/folder-assistant.ts";
import {
  type Fault,
  hangUp,
  htmlPage,
  invalidBlocks,
  invalidSlackFile,
  missingScope,
  rateLimited,
  refusal,
  status,
} from "../../support/slack/faults.ts";
import { TEAM_ID } from "../../support/slack/payloads.ts";
import { installationOf, RIG_TOKEN, type Rig, startRig } from "../../support/slack/rig.ts";

const POST = "chat.postMessage";
const CHANNEL = "C0ALPHA001";
const WHERE = {
  slot: `slack/${TEAM_ID}/abc123/2026-11-20`,
  workspace: TEAM_ID,
  channel: CHANNEL,
  scheduledAt: new Date(Date.now() - 1_000).toISOString(),
};
const NOTICE = { kind: "notice", text: "Nothing new since Friday's session" } as const;

let performance: Briefing;
let rig: Rig;
beforeAll(async () => {
  performance = await briefingOf(await folderOf(sampleDatasets()), "performance");
});
beforeEach(async () => {
  rig = await startRig();
});
afterEach(async () => {
  const [log, unused] = [rig.log(), rig.slack.unused()];
  await rig.close();
  expect(log).not.toContain(RIG_TOKEN);
  expect(unused).toEqual([]);
});

const briefing = () =>
  ({
    kind: "briefing",
    briefing: performance,
    lead: ["Since Thursday: day −0.6 pp", "12 minutes late: the data came late"],
    foot: ["Next: Mon 23 Nov 07:30 London, for Friday's session"],
  }) as const;

/** What each sending saw: how many requests to post had come before. */
function counting() {
  const seen: number[] = [];
  return { seen, onSending: async () => void seen.push(rig.slack.callsOf(POST).length) };
}

const silent = async () => {};
const failed = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe("a scheduled post", () => {
  it("is one message with its slot as metadata, its lines, and a button that pauses it", async () => {
    const { seen, onSending } = counting();
    const { messageId } = await rig.poster.post(WHERE, briefing(), onSending);
    const [message, ...more] = rig.slack.messages;
    expect(more).toEqual([]);
    expect(message?.ts).toBe(messageId);
    expect(message?.channel).toBe(CHANNEL);
    expect(message?.metadata).toEqual({
      event_type: "smallcaps_delivery",
      event_payload: { slot: WHERE.slot },
    });
    expect(seen).toEqual([0]);
    const types = message?.blocks.map(({ type }) => type) ?? [];
    const shown = JSON.stringify(message?.blocks);
    expect(types).toContain("image");
    expect(shown).toContain("schedule pause abc123");
    const order = [
      "Since Thursday",
      "image",
      performance.caveats[0],
      "Next: Mon 23 Nov",
      "smallcaps_definitions",
    ];
    const places = order.map((part) => shown.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(message?.text).toContain("Next: Mon 23 Nov");
  });

  it("carries lead, foot and slot down the whole ladder, and says so before each request leaves", async () => {
    rig.slack.answer(
      POST,
      Array.from({ length: 3 }, () => invalidBlocks()),
    );
    const { seen, onSending } = counting();
    await rig.poster.post(WHERE, briefing(), onSending);
    const posts = rig.slack.callsOf(POST);
    expect(seen).toEqual(posts.map((_, index) => index));
    for (const { args } of posts) {
      const shown = JSON.stringify(args);
      for (const part of ["Since Thursday", "Next: Mon 23 Nov", WHERE.slot]) expect(shown).toContain(part);
    }
    expect(posts.at(-1)?.args["blocks"]).toBeUndefined();
    expect(rig.slack.messages).toHaveLength(1);
  }, 30_000);

  it("is refused where Slack takes no rendering of it", async () => {
    rig.slack.always(POST, refusal("msg_too_long"));
    rig.slack.always("files.getUploadURLExternal", refusal("missing_scope"));
    const error = await failed(rig.poster.post(WHERE, briefing(), silent));
    expect(error).toMatchObject({ name: "PostFault", kind: "refused", gone: false });
  }, 30_000);

  it("waits for its file, saying so before each attempt", async () => {
    rig.slack.answer(POST, invalidSlackFile(2));
    const { seen, onSending } = counting();
    await rig.poster.post(WHERE, briefing(), onSending);
    expect(seen).toEqual([0, 1, 2]);
    expect(JSON.stringify(rig.slack.messages[0]?.blocks)).toContain("slack_file");
  });

  it("is posted without its picture where that cannot be uploaded", async () => {
    rig.slack.answer("files.getUploadURLExternal", [status(500)]);
    await rig.poster.post(WHERE, briefing(), silent);
    expect(rig.slack.messages[0]?.blocks.map(({ type }) => type)).toContain("data_visualization");
  });

  it("is not sent where it may not be, and passes the reason on as it was", async () => {
    const reason = new Error("the claim was taken over");
    const posting = rig.poster.post(WHERE, NOTICE, () => Promise.reject(reason));
    expect(await failed(posting)).toBe(reason);
    expect(rig.slack.callsOf(POST)).toEqual([]);
  });

  const kinds: readonly [string, Fault, object][] = [
    ["a limit", rateLimited(40), { kind: "limited", retryAfterMs: 40_000, gone: false }],
    ["a limit without a time", refusal("message_limit_exceeded"), { kind: "limited", retryAfterMs: 60_000 }],
    ["a 500", status(500), { kind: "ambiguous", retryAfterMs: null }],
    ["a 500 after it was done", status(502, { done: true }), { kind: "ambiguous" }],
    ["a page instead of JSON", htmlPage(), { kind: "ambiguous" }],
    ["a cut connection", hangUp("after"), { kind: "ambiguous" }],
    ["an inner error", refusal("internal_error"), { kind: "ambiguous" }],
    ["a channel that is gone", refusal("channel_not_found"), { kind: "refused", gone: true }],
    ["an archived channel", refusal("is_archived"), { kind: "refused", gone: true }],
    ["a channel it left", refusal("not_in_channel"), { kind: "refused", gone: true }],
    ["an app that was removed", refusal("account_inactive"), { kind: "refused", gone: true }],
    ["a token that was revoked", refusal("token_revoked"), { kind: "refused", gone: true }],
    ["a channel that takes none", refusal("restricted_action"), { kind: "refused", gone: false }],
    ["a permission that is missing", missingScope("chat:write"), { kind: "refused", gone: false }],
  ];
  it.each(kinds)("%s is told apart, and never sent twice", async (_, fault, expected) => {
    rig.slack.answer(POST, [fault]);
    const error = await failed(rig.poster.post(WHERE, NOTICE, silent));
    expect(error).toBeInstanceOf(PostFault);
    expect(error).toMatchObject(expected);
    expect(rig.slack.callsOf(POST)).toHaveLength(1);
  });

  it("is unreachable where nobody listens, also where the gate could not ask", async () => {
    const other = await startRig({ settings: { apiUrl: "http://127.0.0.1:9/api/" } });
    const error = await failed(other.poster.post(WHERE, NOTICE, silent));
    expect(error).toMatchObject({ name: "PostFault", kind: "unreachable", gone: false });
    await other.close();
    rig.slack.answer("conversations.info", [status(503)]);
    const unknown = await failed(rig.poster.post(WHERE, NOTICE, silent));
    expect(unknown).toMatchObject({ name: "PostFault", kind: "unreachable" });
    rig.slack.answer("conversations.info", [rateLimited(7)]);
    const limited = await failed(rig.poster.post(WHERE, NOTICE, silent));
    expect(limited).toMatchObject({ name: "PostFault", kind: "limited", retryAfterMs: 7_000 });
    expect(rig.slack.callsOf(POST)).toEqual([]);
  });

  it("follows another one in its channel after a second, and leaves longer waits to the queue", async () => {
    await rig.poster.post(WHERE, NOTICE, silent);
    const later = [1, 2, 3].map((n) =>
      failed(rig.poster.post({ ...WHERE, slot: `${WHERE.slot}${n}` }, NOTICE, silent)),
    );
    const outcomes = await Promise.all(later);
    const [first, second, third] = rig.slack.callsOf(POST).map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(950);
    expect((third ?? 0) - (second ?? 0)).toBeGreaterThanOrEqual(950);
    expect(outcomes.filter((each) => each === null)).toHaveLength(2);
    expect(outcomes.find((each) => each !== null)).toMatchObject({ kind: "limited" });
  });
});

describe("the gate of scheduled posts", () => {
  it.each([
    ["a channel shared with others", () => rig.slack.setChannel(CHANNEL, { is_ext_shared: true }), false],
    ["a channel it is not in", () => rig.slack.setChannel(CHANNEL, { is_member: false }), true],
    [
      "a channel with guests",
      () => {
        rig.slack.setMembers(CHANNEL, ["U1"]);
        rig.slack.setUser("U1", { is_restricted: true });
      },
      false,
    ],
  ])("refuses %s with the reason, and posts nothing", async (_, change, gone) => {
    change();
    const error = await failed(rig.poster.post(WHERE, briefing(), silent));
    expect(error).toMatchObject({ name: "PostFault", kind: "refused", gone });
    expect((error as Error).message).toMatch(/shared with another|not a member|guests/);
    expect(rig.slack.messages).toEqual([]);
    expect(rig.slack.files()).toEqual([]);
  });
});

it("a guest who joined a moment ago is seen, whichever process Slack told of it", async () => {
  rig.slack.setMembers(CHANNEL, ["U2"]);
  rig.slack.setUser("U1", { is_restricted: true });
  await rig.poster.post(WHERE, NOTICE, silent);
  rig.slack.setMembers(CHANNEL, ["U1", "U2"]);
  expect(await failed(rig.poster.post(WHERE, NOTICE, silent))).toMatchObject({ kind: "refused" });
  expect(rig.slack.messages).toHaveLength(1);
});

describe("looking a post up", () => {
  it("finds it by its slot on a later page, and nothing else", async () => {
    const { messageId } = await rig.poster.post(WHERE, NOTICE, silent);
    for (let n = 0; n < 450; n += 1)
      rig.slack.perform(POST, { channel: CHANNEL, text: `chatter ${n}`, metadata: null });
    expect(await rig.poster.find(WHERE)).toEqual({ messageId });
    expect(await rig.poster.find({ ...WHERE, slot: `${WHERE.slot}x` })).toBe("absent");
    expect(rig.slack.callsOf("conversations.history").length).toBeGreaterThan(3);
    const dueIn = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    // The database's clock, by which a slot is due, may have jumped hours ahead of Slack's.
    expect(await rig.poster.find({ ...WHERE, scheduledAt: dueIn(7) })).toEqual({ messageId });
    expect(await rig.poster.find({ ...WHERE, scheduledAt: dueIn(25) })).toBe("absent");
  });

  it.each([
    [missingScope("channels:history")],
    [refusal("not_in_channel")],
    [refusal("channel_not_found")],
    [refusal("token_revoked")],
  ])("cannot ask: %j", async (fault) => {
    rig.slack.answer("conversations.history", [fault]);
    expect(await rig.poster.find(WHERE)).toBe("cannotAsk");
  });

  it.each([
    [status(500), "unreachable"],
    [hangUp("before"), "unreachable"],
    [refusal("internal_error"), "unreachable"],
    [rateLimited(30), "limited"],
  ])("could not ask now: %j", async (fault, kind) => {
    rig.slack.answer("conversations.history", [fault]);
    expect(await failed(rig.poster.find(WHERE))).toMatchObject({ name: "PostFault", kind });
  });
});

describe("an alert", () => {
  const told = "Alert: Volatility index (VIX) has fired, by the print of 20 Nov 2026";
  const alert = (by: AlertState["by"]) => ({
    ...briefing(),
    lead: [told],
    foot: [],
    alert: { token: "1a2b3c4d", by },
  });

  it("has a button that acknowledges it, and who did in its place", async () => {
    const { messageId } = await rig.poster.post(WHERE, alert(null), silent);
    const [button] = JSON.stringify(rig.slack.messages[0]?.blocks).match(/schedule acknowledge [\w-]+/) ?? [];
    expect(button).toBe("schedule acknowledge abc123-1a2b3c4d");
    expect(readScheduleValue(JSON.stringify({ c: button }))).toEqual({ command: button });
    expect(rig.slack.messages[0]?.text).toContain(told);
    const by = { user: "U0MEMBER01", name: null, when: "Mon 23 Nov 2026 09:15 (GMT)" };
    await rig.poster.replace(WHERE, messageId, alert(by));
    const [message, ...more] = rig.slack.messages;
    expect(more).toEqual([]);
    const shown = JSON.stringify(message?.blocks);
    expect(message).toMatchObject({ ts: messageId, edited: true });
    expect(shown).toContain("✓ Acknowledged by <@U0MEMBER01>, Mon 23 Nov 2026 09:15 (GMT)");
    expect(shown).toContain(told);
    expect(shown).not.toContain("schedule acknowledge");
    expect(shown).toContain("schedule pause abc123");
  });
});

describe("a correction", () => {
  it("takes the message's place, keeps its slot, and says in the thread and the channel what was wrong", async () => {
    const { messageId } = await rig.poster.post(WHERE, NOTICE, silent);
    await rig.poster.correct(WHERE, messageId, briefing(), "the yield was a day old");
    const [corrected, reply] = rig.slack.messages;
    expect(corrected?.ts).toBe(messageId);
    expect(corrected?.edited).toBe(true);
    expect(JSON.stringify(corrected?.blocks)).toContain("Since Thursday");
    expect(reply?.threadTs).toBe(messageId);
    expect(reply?.text).toContain("Correction: the yield was a day old");
    expect(rig.slack.callsOf(POST).at(-1)?.args["reply_broadcast"]).toBe("true");
    expect(await rig.poster.find(WHERE)).toEqual({ messageId });
  });

  it("leaves no old figure where Slack takes text alone: the blocks are emptied", async () => {
    const { messageId } = await rig.poster.post(WHERE, briefing(), silent);
    rig.slack.always("files.getUploadURLExternal", refusal("missing_scope"));
    for (let n = 0; n < 3; n += 1) rig.slack.answer("chat.update", [invalidBlocks()]);
    await rig.poster.correct(WHERE, messageId, briefing(), "a figure");
    expect(rig.slack.callsOf("chat.update").at(-1)?.args["blocks"]).toEqual([]);
    expect(rig.slack.messages[0]?.blocks).toEqual([]);
  }, 30_000);

  it("of a message that is gone is refused", async () => {
    const error = await failed(rig.poster.correct(WHERE, "1.1", NOTICE, "a figure"));
    expect(error).toMatchObject({ name: "PostFault", kind: "refused" });
    expect(rig.slack.messages).toEqual([]);
  });
});

describe("telling one person", () => {
  it("goes to the direct message", async () => {
    await rig.poster.tell(TEAM_ID, "U0MEMBER01", "Three briefings in a row failed.");
    expect(rig.slack.messages).toMatchObject([
      { channel: "D0MEMBER01", text: "Three briefings in a row failed." },
    ]);
  });
});

describe("whose token", () => {
  const oauth = {
    clientId: "1.2",
    clientSecret: "client secret of the rig",
    stateSecret: "state secret of the rig",
    redirectUri: "http://127.0.0.1/slack/oauth_redirect",
  };
  async function installed(allowedTeams: readonly string[] = []) {
    await rig.close();
    rig = await startRig({ settings: { botToken: null, oauth, allowedTeams } });
  }
  const ofOrganisation = (id: string) => ({
    ...installationOf(),
    team: undefined,
    enterprise: { id },
    isEnterpriseInstall: true as const,
  });

  it("the workspace's own", async () => {
    await installed();
    await rig.installations.storeInstallation(installationOf());
    await rig.poster.post(WHERE, NOTICE, silent);
    expect(rig.slack.messages).toHaveLength(1);
  });

  it("one that runs out is renewed first, once for all who post", async () => {
    await installed();
    const dying = { refreshToken: "xoxe-1-old", expiresAt: Math.floor(Date.now() / 1_000) + 60 };
    const { bot, ...rest } = installationOf();
    const rotating = { ...rest, bot: { ...bot, ...dying }, authVersion: "v2" };
    await rig.store.set("installations", `team:${TEAM_ID}`, rotating);
    rig.slack.answer("oauth.v2.access", [
      {
        kind: "ok",
        fields: {
          ok: true,
          error: undefined,
          access_token: "xoxe.xoxb-new",
          refresh_token: "xoxe-1-new",
          expires_in: 43_200,
          token_type: "bot",
        },
      },
    ]);
    const posts = ["C1", "C2", "C3"].map((channel) => rig.poster.post({ ...WHERE, channel }, NOTICE, silent));
    await Promise.all(posts);
    expect(rig.slack.callsOf("oauth.v2.access")).toHaveLength(1);
    expect(rig.slack.messages).toHaveLength(3);
  });

  it("the organisation's, the noted one where there are two", async () => {
    await installed();
    await rig.installations.storeInstallation(ofOrganisation("E1"));
    await rig.poster.post(WHERE, NOTICE, silent);
    await rig.installations.storeInstallation(ofOrganisation("E2"));
    const unclear = await failed(rig.poster.post(WHERE, NOTICE, silent));
    expect(unclear).toMatchObject({ kind: "refused", gone: true });
    await rig.installations.belongs(TEAM_ID, "E2");
    await rig.poster.post(WHERE, NOTICE, silent);
    expect(rig.slack.messages).toHaveLength(2);
  });

  it("none: refused, and gone; of a workspace that is no longer served, too", async () => {
    await installed(["T0SERVED01"]);
    const nobody = await failed(rig.poster.post(WHERE, NOTICE, silent));
    expect(nobody).toMatchObject({ name: "PostFault", kind: "refused", gone: true });
    await rig.store.set("installations", `team:${TEAM_ID}`, installationOf());
    const unserved = await failed(rig.poster.post(WHERE, NOTICE, silent));
    expect(unserved).toMatchObject({ name: "PostFault", kind: "refused", gone: true });
    expect(rig.slack.callsOf(POST)).toEqual([]);
  });
});
