import { LIMITS, textLength } from "../../../../src/surfaces/slack/limits.ts";
import type { SlackMessage } from "../../../../src/surfaces/slack/message.ts";
import type { Rendered } from "../../../../src/surfaces/slack/render-parts.ts";

/** JSON as Slack gets it: the checks below must not trust the types. */
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Fields = { readonly [key: string]: Json };

/** Fields that each kind of block or element may have, with those it must have marked by "!". */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  header: ["text!"],
  section: ["text!", "expand"],
  context: ["elements!"],
  image: ["alt_text!", "slack_file", "image_url"],
  table: ["rows!", "column_settings"],
  actions: ["elements!", "block_id"],
  context_actions: ["elements!"],
  data_visualization: ["title!", "chart!"],
  plain_text: ["text!", "emoji"],
  mrkdwn: ["text!", "verbatim"],
  raw_text: ["text!"],
  rich_text: ["elements!"],
  rich_text_section: ["elements!"],
  text: ["text!", "style"],
  button: ["text!", "action_id!", "value!"],
  static_select: ["action_id!", "placeholder!", "options!"],
  feedback_buttons: ["action_id!", "positive_button!", "negative_button!"],
  line: ["series!", "axis_config!"],
  bar: ["series!", "axis_config!"],
};

/** What is wrong with a message by Slack's rules; empty when Slack would take it. */
export function faultsOf(message: SlackMessage): readonly string[] {
  const blocks = JSON.parse(JSON.stringify(message.blocks)) as readonly Fields[];
  const faults: string[] = [];
  const say = (isWrong: boolean, what: string) => {
    if (isWrong) faults.push(what);
  };
  const count = (type: string) => blocks.filter((block) => block["type"] === type).length;
  say(blocks.length > LIMITS.blocks, `${blocks.length} blocks`);
  say(count("table") > LIMITS.tables, `${count("table")} tables`);
  say(count("data_visualization") > LIMITS.nativeCharts, "too many charts");
  say(textLength(message.blocks) > LIMITS.totalText, `${textLength(message.blocks)} characters in blocks`);
  const longestText = blocks.length > 0 ? LIMITS.topText : LIMITS.plainText;
  say(message.text.trim() === "" || message.text.length > longestText, `text of ${message.text.length}`);
  const ids = blocks.flatMap((block) => (typeof block["block_id"] === "string" ? [block["block_id"]] : []));
  say(new Set(ids).size < ids.length || ids.some((id) => id.length > LIMITS.blockId), "block_id");
  for (const block of blocks) checkNode(block, String(block["type"]), say);
  return faults;
}

type Say = (isWrong: boolean, what: string) => void;

const LONGEST: Readonly<Record<string, number>> = {
  "header.text": LIMITS.header,
  "section.text": LIMITS.section,
  "context.elements": LIMITS.contextText,
  "button.text": LIMITS.buttonText,
  "button.value": LIMITS.buttonValue,
  "image.alt_text": LIMITS.altText,
  "image.image_url": LIMITS.imageUrl,
  "static_select.placeholder": LIMITS.placeholder,
  "options.text": LIMITS.optionText,
  "options.value": LIMITS.optionValue,
  "data_visualization.title": LIMITS.nativeTitle,
  "series.name": LIMITS.nativeLabel,
  "data.label": LIMITS.nativeLabel,
  "axis_config.categories": LIMITS.nativeLabel,
  "axis_config.x_label": LIMITS.nativeTitle,
  "axis_config.y_label": LIMITS.nativeTitle,
};
const MOST: Readonly<Record<string, number>> = {
  "context.elements": LIMITS.contextElements,
  "actions.elements": LIMITS.actions,
  "context_actions.elements": LIMITS.contextActions,
  "static_select.options": LIMITS.options,
  "table.rows": LIMITS.tableRows,
  "table.column_settings": LIMITS.tableColumns,
  "line.series": LIMITS.nativeSeries,
  "bar.series": LIMITS.nativeSeries,
  "series.data": LIMITS.nativePoints,
  "axis_config.categories": LIMITS.nativePoints,
};

function checkNode(node: Fields, name: string, say: Say): void {
  const { type } = node;
  if (typeof type === "string") checkShape(node, type, say);
  for (const [key, value] of Object.entries(node)) {
    const path = `${typeof type === "string" && type !== "plain_text" && type !== "mrkdwn" ? type : name}.${key}`;
    checkValue(value, key === "text" && path.endsWith(".text.text") ? name : path, key, say);
  }
}

function checkShape(node: Fields, type: string, say: Say): void {
  const shape = SHAPES[type];
  if (!shape) {
    say(true, `unknown type ${type}`);
    return;
  }
  const names = shape.map((field) => field.replace("!", ""));
  for (const key of Object.keys(node)) say(key !== "type" && !names.includes(key), `${type} has ${key}`);
  for (const field of shape)
    say(field.endsWith("!") && node[field.slice(0, -1)] === undefined, `${type} lacks ${field}`);
  say(
    type === "image" && ("slack_file" in node ? 1 : 0) + ("image_url" in node ? 1 : 0) !== 1,
    "image source",
  );
}

function checkValue(value: Json, path: string, key: string, say: Say): void {
  if (typeof value === "string") checkText(value, path, key, say);
  else if (Array.isArray(value)) checkList(value as readonly Json[], path, key, say);
  else if (typeof value === "object" && value !== null) checkNode(value as Fields, path, say);
}

function checkText(value: string, path: string, key: string, say: Say): void {
  const longest = LONGEST[path] ?? LONGEST[path.replace(/\.text$/, "")] ?? Number.POSITIVE_INFINITY;
  say(value.length > longest, `${path} of ${value.length} characters`);
  say(value === "", `${path} is empty`);
  const obeyed = /[^\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069]/u.test(value);
  say(obeyed && key !== "value", `${path} has control characters`);
  say(!value.isWellFormed(), `${path} is not well formed`);
}

function checkList(list: readonly Json[], path: string, key: string, say: Say): void {
  say(list.length === 0 || list.length > (MOST[path] ?? Number.POSITIVE_INFINITY), `${path}: ${list.length}`);
  if (path !== "table.rows") {
    for (const item of list) checkItem(item, path, key, say);
    return;
  }
  for (const row of list as readonly Fields[][]) {
    say(row.length === 0 || row.length > LIMITS.tableColumns, `a row of ${row.length} cells`);
    for (const cell of row) checkNode(cell, "cell", say);
  }
}

function checkItem(item: Json, path: string, key: string, say: Say): void {
  if (typeof item === "object" && item !== null && !Array.isArray(item)) {
    const fields = item as Fields;
    checkNode(fields, fields["type"] === "plain_text" || fields["type"] === "mrkdwn" ? path : key, say);
  } else checkValue(item, path, key, say);
}

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const LOOK_ALIKES: Readonly<Record<string, string>> = { "∗": "*", ˍ: "_", "∼": "~", ˋ: "`" };

/** As a reader compares texts: without escapes, look-alikes, invisible characters and line breaks. */
export function flat(text: string): string {
  return text
    .replace(/&(amp|lt|gt);/g, (found) => ENTITIES[found] ?? found)
    .replace(/[∗ˍ∼ˋ]/g, (found) => LOOK_ALIKES[found] ?? found)
    .replace(/(?!\p{Join_Control})[\p{Cf}\p{Cc}]/gu, (found) => (/\s/.test(found) ? " " : ""))
    .replace(/\s+/g, "");
}

/** All texts of a message and of what follows it, in order. */
export function wholeText({ text, blocks, overflow }: Rendered): string {
  const inBlocks = [{ text, blocks }, ...overflow].map((each) =>
    each.blocks.length > 0 ? textsOf(JSON.parse(JSON.stringify(each.blocks))).join("\n") : each.text,
  );
  return inBlocks.join("\n");
}

function textsOf(node: Json): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    (key === "text" || key === "alt_text") && typeof value === "string" ? [value] : textsOf(value),
  );
}

/** The texts that Slack parses. */
export function parsedTexts({ text, blocks }: SlackMessage): readonly string[] {
  const found = [text];
  JSON.stringify(blocks, (_key, value) => {
    if (value?.type === "mrkdwn") found.push(value.text);
    return value;
  });
  return found;
}

/** What of a parsed text would be live: mentions, links, addresses, formatting that data brought along. */
export function liveParts(text: string): readonly string[] {
  const withoutCode = text.replace(/```[^`]*```|`[^`\n]*`/g, "");
  const live =
    /[<>]|&(?!(?:amp|lt|gt);)|@\S(?<!@\u2060)|:\/\/|\bmailto:(?!\u2060)|[\p{L}\p{N}]\.\p{L}{2}|~|`/gu;
  return [...withoutCode.matchAll(live)].map(([found]) => found);
}
