import { expect, test } from "vitest";
import { faultsOf, liveParts } from "./check-message.ts";

const plain = (text: string) => ({ type: "plain_text", text });
const button = (value: string, label = "Go") => ({
  type: "button",
  action_id: "a",
  text: plain(label),
  value,
});
const raw = (text: string) => ({ type: "raw_text", text });

test.each<readonly [string, readonly object[]]>([
  ["51 blocks", Array.from({ length: 51 }, () => ({ type: "header", text: plain("x") }))],
  ["header.text of 151 characters", [{ type: "header", text: plain("x".repeat(151)) }]],
  [
    "section.text of 3001 characters",
    [{ type: "section", text: { type: "mrkdwn", text: "x".repeat(3_001) } }],
  ],
  ["context.elements.text of 2001 characters", [{ type: "context", elements: [plain("x".repeat(2_001))] }]],
  ["context.elements: 11", [{ type: "context", elements: Array.from({ length: 11 }, () => plain("x")) }]],
  ["button.value of 2001 characters", [{ type: "actions", elements: [button("x".repeat(2_001))] }]],
  ["button.text of 76 characters", [{ type: "actions", elements: [button("x", "x".repeat(76))] }]],
  [
    "image.alt_text of 2001 characters",
    [{ type: "image", image_url: "https://x", alt_text: "x".repeat(2_001) }],
  ],
  ["image source", [{ type: "image", alt_text: "x" }]],
  ["a row of 21 cells", [{ type: "table", rows: [Array.from({ length: 21 }, () => raw("x"))] }]],
  ["table.rows: 101", [{ type: "table", rows: Array.from({ length: 101 }, () => [raw("x")]) }]],
  [
    "2 tables",
    [
      { type: "table", rows: [[raw("x")]] },
      { type: "table", rows: [[raw("x")]] },
    ],
  ],
  ["raw_text.text is empty", [{ type: "table", rows: [[raw("")]] }]],
  ["unknown type nonsense", [{ type: "nonsense" }]],
  ["section has texts", [{ type: "section", text: plain("x"), texts: "y" }]],
  [
    "10001 characters in blocks",
    Array.from({ length: 4 }, (_, i) => ({
      type: "section",
      text: plain("x".repeat(i < 3 ? 3_000 : 1_001)),
    })),
  ],
])("the checker of messages sees: %s", (fault, blocks) => {
  expect(faultsOf({ text: "t", blocks: blocks as never })).toEqual([fault]);
});

test("and what is live", () => {
  for (const live of ["<!channel>", "<@U1>", "@here", "https://a.b", "a.com", "&x", "~s~", "a ` b"])
    expect([live, liveParts(live)]).not.toEqual([live, []]);
  expect(liveParts("&lt;!channel&gt; `code` 27.4x")).toEqual([]);
});
