import { describe, expect, test } from "vitest";
import type { Delivery } from "../../src/storage/port.ts";
import { type Outcome, type Owed, type Visible, violations } from "./invariants.ts";

const owed: Owed = { platform: "slack", workspace: "T1", subscription: "abc", channel: "C1", excuse: null };
const row: Delivery = {
  slot: "slack/T1/abc/2026-11-20",
  subscription: "abc",
  workspace: "T1",
  platform: "slack",
  channel: "C1",
  session: "2026-11-20",
  scheduledAt: "2026-11-23T07:30:00.000Z",
  state: "posted",
  attempts: 1,
  reason: null,
  messageId: "m1",
  postedAt: "2026-11-23T07:30:01.000Z",
  briefingId: "b1",
  changedAt: "2026-11-23T07:30:01.000Z",
};
const message: Visible = { platform: "slack", channel: "C1", messageId: "m1", slot: row.slot };
const good: Outcome = {
  owed: [owed],
  deliveries: [row],
  visible: [message],
  canAsk: ["slack"],
  audit: { faults: [], sendings: [message] },
};

const teams = { platform: "teams", workspace: "t", channel: "19:a" } as const;
const teamsRow: Delivery = { ...row, ...teams, slot: "teams/t/abc/2026-11-20" };
const teamsMessage: Visible = { ...teams, messageId: "m1", slot: null };
const goodTeams: Outcome = {
  owed: [{ ...owed, ...teams }],
  deliveries: [teamsRow],
  visible: [teamsMessage],
  canAsk: [],
  audit: { faults: [], sendings: [teamsMessage] },
};
const unknown = { state: "unknown", messageId: null, reason: "Teams did not answer" } as const;

const withRow = (change: Partial<Delivery>, of: Outcome = good): Outcome => ({
  ...of,
  deliveries: of.deliveries.map((each) => ({ ...each, ...change })),
});
const withVisible = (visible: readonly Visible[], of: Outcome = good): Outcome => ({ ...of, visible });

describe("nothing is found where the promise was kept", () => {
  test.each<[string, Outcome]>([
    ["posted", good],
    ["found at the platform afterwards", withRow({ state: "reconciled" })],
    ["posted on Teams", goodTeams],
    ["unknown on Teams, and it stands there", withRow(unknown, goodTeams)],
    ["unknown on Teams, and it does not", withVisible([], withRow(unknown, goodTeams))],
    ["unknown on Slack without the scope", { ...withRow(unknown), canAsk: [] }],
    [
      "failed where the channel is gone",
      {
        ...withVisible([], withRow({ state: "failed", messageId: null, reason: "channel_not_found" })),
        owed: [{ ...owed, excuse: "gone" }],
      },
    ],
    [
      "a notice before it",
      {
        ...good,
        deliveries: [row, { ...row, slot: `${row.slot}/delayed`, messageId: "m0" }],
        visible: [{ ...message, slot: `${row.slot}/delayed`, messageId: "m0" }, message],
        audit: { faults: [], sendings: [message, message] },
      },
    ],
    ["sent twice, arrived once", { ...good, audit: { faults: [], sendings: [message, message] } }],
  ])("%s", (_, outcome) => {
    expect(violations(outcome)).toEqual([]);
  });
});

describe("each breach is found", () => {
  test.each<[string, RegExp, Outcome]>([
    ["no record of a slot", /^lost: slack\/T1\/abc\//, { ...good, deliveries: [], visible: [] }],
    [
      "only a notice of it",
      /^lost/,
      {
        ...good,
        deliveries: [{ ...row, slot: `${row.slot}/delayed` }],
        visible: [{ ...message, slot: `${row.slot}/delayed` }],
      },
    ],
    [
      "two slots where one was due",
      /^invented/,
      {
        ...good,
        deliveries: [row, { ...row, slot: "slack/T1/abc/2026-11-21", messageId: "m2" }],
        visible: [message, { ...message, slot: "slack/T1/abc/2026-11-21", messageId: "m2" }],
      },
    ],
    ["claimed for ever", /^stuck/, withVisible([], withRow({ state: "claimed", messageId: null }))],
    ["posting for ever", /^stuck/, withVisible([], withRow({ state: "posting", messageId: null }))],
    [
      "given up without need",
      /^given up.*still limited/,
      withVisible([], withRow({ state: "failed", messageId: null, reason: "still limited" })),
    ],
    [
      "missed without need",
      /^given up/,
      withVisible([], withRow({ state: "missed", messageId: null, reason: "too late" })),
    ],
    ["no reason", /^unexplained/, { ...withRow({ ...unknown, reason: null }), canAsk: [] }],
    ["no message id", /^unproven/, withRow({ messageId: null })],
    ["unknown where Slack can be asked", /^unasked/, withRow(unknown)],
    ["said to be posted, and not there", /^untrue.* 0 times/, withVisible([])],
    [
      "said to be posted, and in another channel",
      /^untrue.* 0 times/,
      withVisible([{ ...message, channel: "C2" }]),
    ],
    [
      "said to have failed, and there",
      /^untrue.*failed, but/,
      {
        ...withRow({ state: "failed", reason: "cut", messageId: null }),
        owed: [{ ...owed, excuse: "gone" }],
      },
    ],
    [
      "said to have failed, and there, on Teams",
      /^twice: teams 19:a shows 1 messages beyond/,
      {
        ...withRow({ state: "failed", reason: "cut", messageId: null }, goodTeams),
        owed: [{ ...owed, ...teams, excuse: "gone" }],
      },
    ],
    [
      "a slot twice on Slack",
      /^twice: slack\/T1\/abc\/2026-11-20 was posted 2 times/,
      withVisible([message, { ...message, messageId: "m2" }]),
    ],
    [
      "a slot twice on Teams",
      /^twice: teams 19:a shows 1/,
      withVisible([teamsMessage, { ...teamsMessage, messageId: "m2" }], goodTeams),
    ],
    [
      "unknown, and there twice",
      /^twice: teams 19:a shows 2/,
      withVisible([teamsMessage, { ...teamsMessage, messageId: "m2" }], withRow(unknown, goodTeams)),
    ],
    [
      "the message of another slot",
      /^mixed up: .* has the message of slack\/T1\/xyz/,
      withVisible([{ ...message, slot: "slack/T1/xyz/2026-11-20" }]),
    ],
    [
      "one message in two records",
      /^mixed up: 2 records/,
      { ...goodTeams, deliveries: [teamsRow, { ...teamsRow, slot: `${teamsRow.slot}/delayed` }] },
    ],
    [
      "a message where nothing was due",
      /^stray: m9 in slack C9/,
      withVisible([message, { ...message, channel: "C9", messageId: "m9", slot: null }]),
    ],
    [
      "a broken chain",
      /^audit: row 3: its hash is wrong/,
      { ...good, audit: { ...good.audit, faults: ["row 3: its hash is wrong"] } },
    ],
    [
      "a message that the chain does not know of",
      /^unrecorded: slack C1 shows 1 messages, the audit knows 0/,
      { ...good, audit: { faults: [], sendings: [{ platform: "slack", channel: "C2" }] } },
    ],
  ])("%s", (_, breach, outcome) => {
    expect(violations(outcome)).toContainEqual(expect.stringMatching(breach));
  });
});
