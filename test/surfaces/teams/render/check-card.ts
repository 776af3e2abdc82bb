import { LIMITS } from "../../../../src/surfaces/teams/limits.ts";
import type { TeamsMessage } from "../../../../src/surfaces/teams/message.ts";
import { toActivity } from "../../../../src/surfaces/teams/render.ts";

/** JSON as Teams gets it: the checks below must not trust the types. */
type Json = null | boolean | number | string | readonly Json[] | Fields;
interface Fields {
  readonly [key: string]: Json;
}

const parsed = (value: unknown) => JSON.parse(JSON.stringify(value)) as Fields;

/** Every object within, itself included, with the name under which it stands. */
function nodesOf(value: Json, name = ""): readonly { readonly name: string; readonly node: Fields }[] {
  if (Array.isArray(value)) return value.flatMap((each) => nodesOf(each, name));
  if (typeof value !== "object" || value === null) return [];
  const node = value as Fields;
  return [{ name, node }, ...Object.entries(node).flatMap(([key, each]) => nodesOf(each, key))];
}

const ACTIONS = new Set(["Action.Submit", "Action.Execute", "Action.ShowCard"]);
const ELEMENTS = new Set([
  "AdaptiveCard",
  "TextBlock",
  "RichTextBlock",
  "TextRun",
  "Image",
  "Table",
  "TableRow",
  "TableCell",
  "Container",
  "ColumnSet",
  "Column",
  "Input.ChoiceSet",
]);

/** What is wrong with a message by Teams' rules; empty when Teams would take it. */
export function faultsOf(message: TeamsMessage): readonly string[] {
  const faults: string[] = [];
  const say = (isWrong: boolean, what: string) => {
    if (isWrong) faults.push(what);
  };
  const activity = JSON.stringify(toActivity(message), (_key, value) =>
    typeof value === "string" && value.startsWith("data:image/") ? "" : value,
  );
  say(activity.length * 2 > LIMITS.activityBytes, `${activity.length * 2} bytes`);
  say(message.text.trim() === "", "no text");
  say(message.card !== null && message.text.length > LIMITS.text, `text of ${message.text.length}`);
  if (message.card === null) return faults;
  const card = parsed(message.card);
  say(card["version"] !== "1.5", "version");
  say((card["msteams"] as Fields | undefined)?.["width"] !== "Full", "not full width");
  const actions = (card["actions"] ?? []) as readonly Fields[];
  say(actions.length > LIMITS.actions, `${actions.length} buttons`);
  for (const { name, node } of nodesOf(card)) checkNode(name, node, say);
  return faults;
}

function checkNode(name: string, node: Fields, say: (isWrong: boolean, what: string) => void): void {
  const type = node["type"];
  if (typeof type === "string") {
    const known = ELEMENTS.has(type) || ACTIONS.has(type) || type.startsWith("Chart.");
    say(!known, `unknown type ${type}`);
    say(type.startsWith("Chart.") && node["fallback"] === undefined, "a chart without fallback");
    say(type === "Table" && node["fallback"] === undefined, "a table without fallback");
    say(type === "Image" && (node["altText"] ?? "") === "", "an image without words");
    say(type === "TextBlock" && (node["text"] ?? "") === "", "an empty text");
    say(ACTIONS.has(type) && (node["title"] ?? "") === "", "a button without title");
    const carried = ((node["data"] as Fields | undefined)?.["smallcaps"] as Fields | undefined)?.["verb"];
    say((type === "Action.Submit" || type === "Action.Execute") && !carried, "a button without verb");
  }
  for (const [key, value] of Object.entries(node)) {
    if (typeof value !== "string") continue;
    say(/[^\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069]/u.test(value), `${name}.${key} has control characters`);
    say(!value.isWellFormed(), `${name}.${key} is not well formed`);
  }
}

const LOOK_ALIKES: Readonly<Record<string, string>> = { "∗": "*", ˍ: "_", "∼": "~", ˋ: "`" };

/** As a reader compares texts: without look-alikes, invisible characters and line breaks. */
export function flat(text: string): string {
  return text
    .replace(/[∗ˍ∼ˋ]/g, (found) => LOOK_ALIKES[found] ?? found)
    .replace(/(?!\p{Join_Control})[\p{Cf}\p{Cc}]/gu, (found) => (/\s/.test(found) ? " " : ""))
    .replace(/\s+/g, "");
}

/** The texts of a card that a client draws: what stands under `fallback` is not, unless it is asked for. */
export function cardTexts(card: TeamsMessage["card"], fallbacks = false): readonly string[] {
  if (card === null) return [];
  const { fallbackText: _, actions: _a, ...body } = card;
  const shown = JSON.parse(
    JSON.stringify(body, (key, value) => (key === "fallback" && !fallbacks ? undefined : value)),
  ) as Json;
  return nodesOf(shown).flatMap(({ node }) =>
    ["text", "altText", "title"].flatMap((key) => (typeof node[key] === "string" ? [String(node[key])] : [])),
  );
}

/** All texts of a message and of what follows it, in order. */
export function wholeText(message: TeamsMessage, fallbacks = false): string {
  return [message, ...message.overflow]
    .map(({ card, text }) => (card === null ? text : cardTexts(card, fallbacks).join("\n")))
    .join("\n");
}

/** The texts that a client reads as Markdown, or whose like it might. */
export function parsedTexts({ card, text }: TeamsMessage): readonly string[] {
  const blocks = card === null ? [] : nodesOf(parsed(card)).map(({ node }) => node);
  const texts = blocks.flatMap((node) => (node["type"] === "TextBlock" ? [String(node["text"])] : []));
  return [text, ...texts].flatMap((each) => each.split("\n"));
}

/** What of a parsed text would be live: links, mentions, HTML, functions, addresses, lists, formatting. */
export function liveParts(text: string): readonly string[] {
  const live =
    /\][([:]|<[\p{L}/!?]|&#?\w+;|\{\{|@\S(?<!@\u2060)|:\/\/|\bmailto:(?!\u2060)|[\p{L}\p{N}]\.\p{L}{2}|[*~`]|^(?:[-+>]|#+|\d+[.)])\s|\\(?=[!-/:-@[-`{-~])/gu;
  return [...text.matchAll(live)].map(([found]) => found);
}
