import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import { BriefingError } from "../../briefing/errors.ts";
import { quotable } from "../../briefing/quotable.ts";
import { suggestion } from "../../briefing/suggest.ts";
import type { KnownFigure, KnownFigures } from "./known-figures.ts";
import { PREDICATE_NAMES, type Predicate, takesOf } from "./predicates.ts";
import { thresholdIn } from "./threshold.ts";
import { type HouseClaim, type HouseView, NO_HOUSE } from "./view.ts";

export const LARGEST_FILE = 100_000;
const MOST_CLAIMS = 50;
const LONGEST = { id: 40, statement: 200, short: 40, title: 60 } as const;
const FIELDS = ["id", "statement", "short", "figure", "predicate", "threshold"] as const;
const REQUIRED = FIELDS.filter((field) => field !== "short");
const HINT =
  'correct the file, or take HOUSE_VIEW away; the README\'s "House view" has an example, `help <topic>` lists figures';

/** One thing that is wrong, and where. */
type Complain = (node: unknown, field: string, problem: string) => void;

/** What is wrong with the wording of what everybody is shown; null: nothing. */
export type WordingFault = (text: string) => string | null;

/**
 * A firm's claims from the text of its YAML file. @throws BriefingError `bad_config` that lists every fault with file,
 * line and field.
 */
export function readHouseView(
  text: string,
  file: string,
  known: KnownFigures,
  wording: WordingFault,
): HouseView {
  const faults: { readonly line: number; readonly text: string }[] = [];
  const lines = new LineCounter();
  const add = (line: number, field: string, problem: string) =>
    faults.push({ line, text: `${file}, line ${line}${field === "" ? "" : `, ${field}`}: ${problem}` });
  const complain: Complain = (node, field, problem) => {
    const at = isNode(node) ? node.range?.[0] : undefined;
    add(at === undefined ? 1 : Math.max(1, lines.linePos(at).line), field, problem);
  };
  const document = parsed(text, lines, add);
  if (document !== null && faults.length === 0) refuseReferences(document, complain);
  const view =
    document !== null && faults.length === 0
      ? viewOf(document.contents, { known, wording, complain })
      : NO_HOUSE;
  if (faults.length === 0) return view;
  const said = faults.toSorted((a, b) => a.line - b.line).map((fault) => fault.text);
  throw new BriefingError("bad_config", [...new Set(said)].join("\n"), HINT);
}

type Parsed = ReturnType<typeof parseDocument>;

function parsed(
  text: string,
  lineCounter: LineCounter,
  add: (line: number, field: string, problem: string) => void,
): Parsed | null {
  if (text.length > LARGEST_FILE) {
    add(1, "", `it has ${text.length} characters, more than ${LARGEST_FILE}`);
    return null;
  }
  try {
    const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: "error" });
    for (const { pos, message } of [...document.errors, ...document.warnings])
      add(
        Math.max(1, lineCounter.linePos(pos[0]).line),
        "",
        `this is no YAML that is read here: ${quotable(message)}`,
      );
    return document;
  } catch {
    add(1, "", "it cannot be read as YAML: it is nested too deep");
    return null;
  }
}

/** What a name stands for elsewhere may be of any size; a tag may make anything of a text. */
function refuseReferences(document: Parsed, complain: Complain): void {
  visit(document, (_key, node) => {
    if (isAlias(node))
      complain(node, "", `the alias *${quotable(node.source)} is not read: write the value itself`);
    else if (isNode(node) && "anchor" in node && node.anchor !== undefined)
      complain(node, "", `the anchor &${quotable(String(node.anchor))} is not read: take it away`);
    else if (isNode(node) && node.tag !== undefined)
      complain(node, "", `the tag ${quotable(node.tag)} is not read: take it away`);
  });
}

interface Reading {
  readonly known: KnownFigures;
  readonly wording: WordingFault;
  readonly complain: Complain;
}

function viewOf(root: unknown, reading: Reading): HouseView {
  const { complain } = reading;
  if (!isMap(root)) {
    complain(root, "", "the file holds a list of claims under the name claims");
    return NO_HOUSE;
  }
  refuseOthers(root, ["title", "claims"], complain);
  const title = root.has("title") ? shownOf(root, "title", reading) : NO_HOUSE.title;
  const list = root.get("claims", true) as unknown;
  if (!isSeq(list) || list.items.length === 0) {
    complain(list ?? root, "claims", "it is a list of one claim or more, each with - before its first field");
    return NO_HOUSE;
  }
  if (list.items.length > MOST_CLAIMS)
    complain(list, "claims", `there are ${list.items.length}, more than ${MOST_CLAIMS}`);
  const claims = list.items.slice(0, MOST_CLAIMS).flatMap((item) => claimOf(item, reading) ?? []);
  refuseTwice(claims, complain);
  return { title: title ?? NO_HOUSE.title, claims: claims.map(({ claim }) => claim) };
}

interface Placed {
  readonly claim: HouseClaim;
  readonly at: Node | undefined;
}

function refuseTwice(claims: readonly Placed[], complain: Complain): void {
  const first = new Set<string>();
  for (const { claim, at } of claims) {
    if (first.has(claim.id))
      complain(at, "id", `"${claim.id}" stands twice: give each claim an id of its own`);
    first.add(claim.id);
  }
}

function refuseOthers(map: YAMLMap, known: readonly string[], complain: Complain): void {
  for (const { key } of map.items) {
    const name = isScalar(key) ? String(key.value) : "";
    if (known.includes(name)) continue;
    complain(
      key,
      quotable(name),
      `there is no such field; ${suggestion(name, known)}fields: ${known.join(", ")}`,
    );
  }
}

function claimOf(item: unknown, reading: Reading): Placed | null {
  const { known, complain } = reading;
  if (!isMap(item)) {
    complain(item, "claims", `a claim has the fields ${REQUIRED.join(", ")}`);
    return null;
  }
  refuseOthers(item, FIELDS, complain);
  for (const field of REQUIRED)
    if (!item.has(field)) complain(item, field, `it is missing; a claim has ${REQUIRED.join(", ")}`);
  const id = idOf(item, complain);
  const statement = shownOf(item, "statement", reading);
  const short = item.has("short") ? shownOf(item, "short", reading) : id;
  const figure = figureOf(item, known, complain);
  const predicate = predicateOf(item, complain);
  const thresholds =
    figure === null || predicate === null ? null : thresholdsOf(item, figure.known, predicate, complain);
  if (id === null || statement === null || short === null) return null;
  if (figure === null || predicate === null || thresholds === null) return null;
  const { unit, signed } = figure.known;
  return {
    claim: { id, statement, short, figure: figure.key, unit, signed, predicate, thresholds },
    at: nodeOf(item, "id"),
  };
}

const nodeOf = (map: YAMLMap, field: string): Node | undefined => {
  const node: unknown = map.get(field, true);
  return isNode(node) ? node : undefined;
};

const givenIn = (map: YAMLMap, field: string): unknown => {
  const node = nodeOf(map, field);
  return isScalar(node) ? node.value : node;
};

/** One line of text; null, and a complaint, where it is none. */
function textOf(map: YAMLMap, field: keyof typeof LONGEST | "figure" | "predicate", complain: Complain) {
  if (!map.has(field)) return null;
  const given = givenIn(map, field);
  const text = typeof given === "string" ? given.trim() : "";
  const problem = textFault(
    given,
    text,
    field in LONGEST ? LONGEST[field as keyof typeof LONGEST] : LONGEST.statement,
  );
  if (problem === null) return text;
  complain(nodeOf(map, field) ?? map, field, problem);
  return null;
}

/** The same of what is posted, in the firm's name. */
function shownOf(
  map: YAMLMap,
  field: "statement" | "short" | "title",
  { wording, complain }: Pick<Reading, "wording" | "complain">,
): string | null {
  const text = textOf(map, field, complain);
  const problem = text === null ? null : wording(text);
  if (problem === null) return text;
  complain(nodeOf(map, field) ?? map, field, problem);
  return null;
}

function textFault(given: unknown, text: string, longest: number): string | null {
  if (given === null || given === undefined || (typeof given === "string" && text === ""))
    return "it is empty";
  if (isNode(given)) return "it is no text";
  if (typeof given !== "string")
    return `it is the ${typeof given === "number" ? "number" : "value"} ${String(given)}, not a text: put it in quotes`;
  if (text.length > longest) return `it has ${text.length} characters, more than ${longest}`;
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text) || !text.isWellFormed()
    ? "it holds a line break or a character that does not show: write it on one line"
    : null;
}

function idOf(map: YAMLMap, complain: Complain): string | null {
  const id = textOf(map, "id", complain);
  if (id === null || /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return id;
  complain(
    nodeOf(map, "id"),
    "id",
    `"${quotable(id)}" is no id: small letters and digits with hyphens between, a letter first, such as cheap-ex-loss`,
  );
  return null;
}

function figureOf(
  map: YAMLMap,
  known: KnownFigures,
  complain: Complain,
): { readonly key: string; readonly known: KnownFigure } | null {
  const key = textOf(map, "figure", complain);
  if (key === null) return null;
  const found = known.find(key);
  const complaint = (problem: string) => {
    complain(nodeOf(map, "figure"), "figure", problem);
    return null;
  };
  if (found?.unit === "verdict") return complaint(`"${quotable(key)}" is a verdict, which has no threshold`);
  if (found !== null) return { key, known: found };
  return complaint(`"${quotable(key)}" is not a figure of any topic${meant(known.near(key))}`);
}

const MOST_NAMED = 6;

function meant(near: readonly string[]): string {
  const [one, ...others] = near;
  if (one === undefined) return "";
  return others.length === 0
    ? `; did you mean "${one}"?`
    : `; there are ${near.slice(0, MOST_NAMED).join(", ")}${near.length > MOST_NAMED ? ", …" : ""}`;
}

function predicateOf(map: YAMLMap, complain: Complain): Predicate | null {
  const typed = textOf(map, "predicate", complain);
  if (typed === null) return null;
  const predicate = PREDICATE_NAMES.find((name) => name === typed);
  if (predicate !== undefined) return predicate;
  complain(
    nodeOf(map, "predicate"),
    "predicate",
    `"${quotable(typed)}" is no predicate; ${suggestion(typed, PREDICATE_NAMES)}there are ${PREDICATE_NAMES.join(", ")}`,
  );
  return null;
}

function thresholdsOf(
  map: YAMLMap,
  { unit }: KnownFigure,
  predicate: Predicate,
  complain: Complain,
): readonly number[] | null {
  const node = nodeOf(map, "threshold");
  if (node === undefined) return null;
  const given = isSeq(node)
    ? node.items.map((each) => (isScalar(each) ? each.value : each))
    : [givenIn(map, "threshold")];
  const wrong = (problem: string) => {
    complain(node, "threshold", problem);
    return null;
  };
  if (given.length !== takesOf(predicate))
    return wrong(
      takesOf(predicate) === 1
        ? `${predicate} takes one number`
        : `${predicate} takes two numbers, the lower first, such as [1, 2]`,
    );
  const numbers = given.map((each) => thresholdIn(each, unit));
  const fault = numbers.find((each) => typeof each === "string");
  if (fault !== undefined) return wrong(`${fault}`);
  const thresholds = numbers.filter((each) => typeof each === "number");
  const [low = 0, high = low] = thresholds;
  return low <= high && (thresholds.length === 1 || low < high)
    ? thresholds
    : wrong(`${low} is not below ${high}: the lower comes first`);
}
