import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTeamsRig, type TeamsRig } from "../../support/teams/rig.ts";

let rig: TeamsRig;
beforeAll(async () => {
  rig = await startTeamsRig();
});
afterAll(() => rig.close());

const TYPES = ["message", "invoke", "conversationUpdate", "installationUpdate", "messageUpdate", "event"];
const NAMES = ["adaptiveCard/action", "message/submitAction", "composeExtension/query", "nosuch", null];
const VERBS = ["explain", "definitions", "more", "csv", "client", "again", "feedback", "refresh", "nosuch"];
const carried = fc.record(
  {
    verb: fc.constantFrom(...VERBS),
    command: fc.oneof(fc.constantFrom("performance", "help", ""), fc.string()),
    figure: fc.string(),
    verdict: fc.constantFrom("good", "bad", "ugly"),
  },
  { requiredKeys: ["verb"] },
);
const value = fc.oneof(
  fc.record({ smallcaps: carried }),
  fc.record({ action: fc.record({ data: fc.record({ smallcaps: carried }) }) }),
  fc.jsonValue({ maxDepth: 3 }),
);
const field = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(null));
/** What differs from an activity in order: a few fields, of any form. */
const change = fc.record(
  {
    type: fc.constantFrom(...TYPES),
    name: fc.constantFrom(...NAMES),
    text: fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom("help", "<at>x</at>&nbsp;performance")),
    value,
    action: fc.constantFrom("add", "remove", "x"),
    entities: field,
    conversation: field,
    channelData: field,
    from: field,
    recipient: field,
    membersAdded: field,
    membersRemoved: field,
    id: field,
  },
  { requiredKeys: [] },
);

describe("whatever comes in with a token in order", () => {
  it("has a status of its own, sends nothing that is not meant, and leaves no promise unseen", async () => {
    const broken: unknown[] = [];
    const note = (error: unknown) => void broken.push(error);
    process.on("unhandledRejection", note);
    try {
      await fc.assert(
        fc.asyncProperty(change, async (changed) => {
          const response = await rig.deliver({ ...rig.personal("help"), ...changed });
          expect([200, 400, 403, 501]).toContain(response.status);
        }),
        { numRuns: 150 },
      );
    } finally {
      process.off("unhandledRejection", note);
    }
    expect(broken).toEqual([]);
    expect(rig.log.filter((line) => /a question failed|acknowledgement failed/.test(line))).toEqual([]);
  });
});
