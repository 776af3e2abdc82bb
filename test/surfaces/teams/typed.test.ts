import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Activity, activitySchema } from "../../../src/surfaces/teams/incoming.ts";
import { mentionsBot, typedText } from "../../../src/surfaces/teams/typed.ts";

const BOT = { id: "28:bot", name: "small caps" };
const base = {
  type: "message",
  channelId: "msteams",
  serviceUrl: "https://smba.trafficmanager.net/amer/",
  from: { id: "29:dana" },
  recipient: BOT,
  conversation: { id: "19:x@thread.tacv2" },
};
const activity = (text: string | null, entities: unknown[] = []): Activity =>
  activitySchema.parse({ ...base, text, entities });

describe("what was typed", () => {
  it.each([
    ["<at>small caps</at> valuation", "valuation"],
    ["<at>small caps</at>&nbsp;valuation variant=all\n", "valuation variant=all"],
    ['<at id="0">small caps</at>,\u00a0ratecut', ", ratecut"],
    ["\u200b<at>small caps</at> <at>Lee Ash</at> help", "help"],
    ["<p>help</p>", "help"],
    ["explain a &lt; b &amp;amp; c", "explain a < b &amp; c"],
    ["valuation &#39;x&#39; &quot;y&quot;", `valuation 'x' "y"`],
    ["<AT>Small</AT>help", "help"],
    ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
    ["", ""],
  ])("of %j is %j", (text, line) => {
    expect(typedText(activity(text))).toBe(line);
  });

  it("leaves out the bot's name where a client sends it without markup", () => {
    const entities = [{ type: "mention", mentioned: BOT, text: "@small caps" }];
    expect(typedText(activity("@small caps valuation", entities))).toBe("valuation");
  });

  it("keeps an activity as it was, and needs no text", () => {
    const one = Object.freeze(activity("<at>small caps</at> help"));
    expect(typedText(one)).toBe("help");
    expect(one.text).toBe("<at>small caps</at> help");
    expect(typedText(activity(null))).toBe("");
  });

  it("of anything is one line without markup, in no time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const line = typedText(activity(text));
        expect(line).not.toMatch(/[\n\r]|<at\b[^<>]*>[^<]*<\/at>/);
        expect(line).toBe(line.trim());
      }),
    );
    for (const part of ["<a", "<at>", "&nbsp;", "<at><", "< "]) {
      expect(typedText(activity(part.repeat(100_000))).length).toBeLessThanOrEqual(20_000);
    }
  });
});

describe("a mention", () => {
  it("is of the bot where an entity says so, whatever stands in the text", () => {
    expect(mentionsBot(activity("x", [{ type: "mention", mentioned: BOT }]))).toBe(true);
    expect(
      mentionsBot(activity("<at>small caps</at>", [{ type: "mention", mentioned: { id: "29:lee" } }])),
    ).toBe(false);
    expect(mentionsBot(activity("small caps", [null, 7, { type: "clientInfo" }]))).toBe(false);
  });
});
