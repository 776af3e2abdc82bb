import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeCard, plainText } from "../../../src/surfaces/teams/escape.ts";
import { HOSTILE } from "../../support/example-briefings.ts";
import { flat, liveParts } from "./render/check-card.ts";

const PARTS =
  "< > & @ # * _ ~ ` ! | : // . com https mailto: [ ]( ) at /at \\ {{ }} - + 1. 1) = &lt; &#60; é 𝔸".split(
    " ",
  );
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 100 }),
  fc
    .array(fc.constantFrom(...PARTS, " ", "\n", "\u202e", "\u0000", "\ud83d"), { maxLength: 30 })
    .map((parts) => parts.join("")),
);

describe("card Markdown", () => {
  test.each([
    ["<at>Everyone</at>", "<\u2060at>Everyone<\u2060/at>"],
    ["[bank](https://evil.com)", "[bank]\u2060(https:\u2060//evil.\u2060com)"],
    ["[bank][1]", "[bank]\u2060[1]"],
    ["![x](data:image/png)", "![x]\u2060(data:image/png)"],
    ["<b>x</b> &lt;at&gt; S&P 500", "<\u2060b>x<\u2060/b> &\u2060lt;at&\u2060gt; S&P 500"],
    ["mail a@b.com", "mail a@\u2060b.\u2060com"],
    ["*b* ~s~ `c` _i_", "∗b∗ ∼s∼ ˋcˋ ˍiˍ"],
    ["snake_case_name", "snake_case_name"],
    ["- item", "\u2060- item"],
    ["1. item", "\u20601. item"],
    ["# heading", "\u2060# heading"],
    ["1990 was a year", "1990 was a year"],
    ["+20.2%", "+20.2%"],
    ["-0.5", "-0.5"],
    ["---", "\u2060---"],
    ["−2.1 to +9.0", "−2.1 to +9.0"],
    ["{{DATE(2017-02-14T06:08:39Z)}}", "{\u2060{DATE(2017-02-14T06:08:39Z)}}"],
    ["a\\*b", "a\\\u2060∗b"],
    ["a\n> b\tc\u202e\u0007", "a > b c"],
    ["27.4x, 31.1% to 2.5 pp. Then U.S. S&P", "27.4x, 31.1% to 2.5 pp. Then U.S. S&P"],
  ])("%j becomes inert", (text, expected) => expect(escapeCard(text)).toBe(expected));

  test("has nothing live for any text, on one line, and says the same", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeCard(text);
        expect(liveParts(escaped)).toEqual([]);
        expect(escaped).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(escaped.isWellFormed()).toBe(true);
        expect(flat(escaped)).toBe(flat(text.toWellFormed()));
      }),
    );
    expect(liveParts(HOSTILE).length).toBeGreaterThan(3);
  });
});

test("plain text is cut to length, one line, without functions", () => {
  expect(plainText("a\nb \u202e{{TIME(x)}}", 100)).toBe("a b {\u2060{TIME(x)}}");
  expect(plainText("word ".repeat(50), 20)).toHaveLength(20);
});
