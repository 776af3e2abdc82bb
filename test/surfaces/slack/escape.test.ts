import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cleanLine,
  cleanLines,
  clip,
  codeSpan,
  escapeMrkdwn,
  escapePreformatted,
  pieces,
} from "../../../src/surfaces/slack/escape.ts";
import { HOSTILE } from "../../support/example-briefings.ts";
import { flat, liveParts } from "./render/check-message.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 100 }),
  fc
    .array(
      fc.constantFrom(
        "<",
        ">",
        "&",
        "@",
        "#",
        "*",
        "_",
        "~",
        "`",
        "!",
        "|",
        ":",
        "//",
        ".",
        "com",
        "https",
        "mailto:",
        "channel",
        "here",
        "U1",
        " ",
        "\n",
        "\u202e",
        "\u0000",
        "&lt;",
        "+1",
        "\ud83d",
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join("")),
);

describe("mrkdwn", () => {
  test.each([
    ["<!channel>", "&lt;\u2060!channel&gt;"],
    ["<https://evil.com|bank>", "&lt;https:\u2060//evil.\u2060com|bank&gt;"],
    ["@here @everyone", "@\u2060here @\u2060everyone"],
    ["mail a@b.com", "mail a@\u2060b.\u2060com"],
    ["*b* ~s~ `c` _i_", "∗b∗ ∼s∼ ˋcˋ ˍiˍ"],
    ["snake_case_name", "snake_case_name"],
    ["a\n> b\tc\u202e", "a &gt; b c"],
    ["> quote", "\u2060&gt; quote"],
    [":smile: at 07:10:00", ":\u2060smile: at 07:10:00"],
    ["27.4x, 31.1% to 2.5 pp. Then U.S. S&P", "27.4x, 31.1% to 2.5 pp. Then U.S. S&amp;P"],
    ["#general", "#\u2060general"],
  ])("%j becomes inert", (text, expected) => expect(escapeMrkdwn(text)).toBe(expected));

  test("has nothing live for any text, and says the same", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeMrkdwn(text);
        expect(liveParts(escaped)).toEqual([]);
        expect(escaped).not.toMatch(/[\n\p{Cc}*]|[\u202a-\u202e\u2066-\u2069]/u);
        expect(flat(escaped)).toBe(flat(cleanLine(text).replaceAll("&", "&amp;")));
      }),
      { numRuns: 2_000 },
    );
  });

  test("code and preformatted text cannot be left, for any text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(codeSpan(text)).toMatch(/^(`[^`\n<>]+`)?$/);
        expect(escapePreformatted(text)).not.toMatch(/[`<>]|@(?!\u2060)/);
      }),
    );
  });

  test("of hostile text keeps the words", () => expect(flat(escapeMrkdwn(HOSTILE))).toBe(flat(HOSTILE)));
});

test("plain text loses what cannot be seen, and keeps its lines and emoji", () => {
  expect(cleanLines(" a\r\nb\u2028c\u0007\u202e \u{1f9d1}\u200d\u{1f4bb} ")).toBe(
    "a\nb\nc \u{1f9d1}\u200d\u{1f4bb}",
  );
  expect(cleanLine("a \n\t b\ud800")).toBe("a b\ufffd");
});

test("clipping keeps to the limit and to whole characters", () => {
  expect(clip("one two three", 13)).toBe("one two three");
  expect(clip("one two three", 12)).toBe("one two thr…");
  expect(clip("twelve letters", 13)).toBe("twelve lette…");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
      const clipped = clip(text, limit);
      expect(clipped.length).toBeLessThanOrEqual(limit);
      expect(clipped.isWellFormed()).toBe(text.isWellFormed());
    }),
  );
});

test("pieces hold everything but the spaces they are cut at", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.integer({ min: 4, max: 50 }),
      (text, limit) => {
        const cut = pieces(text, limit);
        for (const piece of cut)
          expect([piece.length <= limit, piece.isWellFormed()]).toEqual([true, text.isWellFormed()]);
        expect(cut.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      },
    ),
  );
});
