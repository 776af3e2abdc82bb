import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { topics } from "../src/topics/index.ts";

/** Who may import what: rooms of `src/`, each of which may import itself. This table is the architecture. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  briefing: [],
  maths: ["briefing/value.ts"],
  "delivery/schedule": ["briefing", "maths", "storage/port.ts"],
  delivery: ["briefing", "maths", "storage/port.ts", "audit/port.ts"],
  audit: ["briefing", "storage/port.ts"],
  market: ["briefing", "maths"],
  topics: ["briefing", "market", "maths"],
  thesis: ["briefing", "market", "maths", "topics"],
  commands: ["briefing", "market", "maths", "topics", "delivery/schedule"],
  "assistant.ts": [
    "briefing",
    "market",
    "maths",
    "topics",
    "commands",
    "delivery/port.ts",
    "delivery/schedule",
    "audit/port.ts",
    "assistant",
    "thesis/port.ts",
    "within.ts",
  ],
  // briefings from data, and from their stored inputs, with a summary where there is one
  assistant: [
    "briefing",
    "market",
    "topics",
    "commands",
    "audit/port.ts",
    "within.ts",
    "narrative/port.ts",
    "narrative/router-port.ts",
    "narrative/proposer-port.ts",
    "narrative/record.ts",
    "narrative/switch.ts",
  ],
  "narrative/openai": [
    "briefing",
    "narrative/port.ts",
    "narrative/router-port.ts",
    "narrative/proposer-port.ts",
  ], // one way to a model a folder
  narrative: ["briefing"], // grammar and ledger come in as arguments
  "narrative/gate": ["briefing", "narrative/port.ts"],
  "config.ts": ["briefing", "config"],
  config: ["briefing"],
  "folders.ts": [],
  "within.ts": [],
  // one source a folder; never a sibling
  "data/*": ["market", "briefing", "maths", "folders.ts", "data/http", "data/kept", "data/distrust"],
  "data/http": ["briefing"], // one way over HTTP
  "data/distrust": ["market", "maths", "data/http"], // what makes numbers doubtful
  "data/kept": ["market", "briefing", "folders.ts", "data/http"], // copies of answers
  "data/chain.ts": ["market", "briefing", "data/macro.ts"],
  "data/macro.ts": ["market", "briefing", "data/macro-turns.ts"],
  "data/macro-turns.ts": ["market"],
  charts: ["briefing"],
  exports: ["briefing"], // a briefing as a file of another program's
  storage: ["briefing", "folders.ts"],
  "surfaces/surface.ts": ["briefing"],
  "surfaces/listen.ts": ["briefing"],
  "surfaces/conversation": [
    "briefing",
    "storage/port.ts",
    "surfaces/surface.ts",
    "delivery/port.ts",
    "audit/port.ts",
  ], // what every chat platform needs
  // one platform a folder; never a sibling
  "surfaces/*": [
    "briefing",
    "folders.ts",
    "within.ts",
    "storage/port.ts",
    "surfaces/surface.ts",
    "surfaces/listen.ts",
    "surfaces/conversation",
    "delivery/port.ts",
    "audit/port.ts",
  ],
  "main.ts": ["anything"], // the composition root: main.ts, and main/ for its parts
  main: ["anything"],
};
/** The same inputs give the same bytes: no file, clock, chance, environment or time zone. */
const PURE_ROOMS = [
  "briefing",
  "maths",
  "market",
  "topics",
  "commands",
  "delivery/schedule",
  "narrative/gate",
  "thesis",
];
const PURE_ROOMS_MAY_IMPORT_OF_NODE: Readonly<Record<string, readonly string[]>> = {
  "topics/compose.ts": ["node:crypto"],
};
const IMPURE: Readonly<Record<string, RegExp>> = {
  "the clock (Date.now)": /\bDate\.now\b/,
  "the clock (new Date without an argument)": /\bnew Date\b(\(\s*\)|(?!\s*\())/,
  "the clock (Date as a function)": /(?<!\bnew )\bDate\(/,
  "the clock (performance.now)": /\bperformance\.now\b/,
  "chance (Math.random)": /\bMath\.random\b/,
  "chance (crypto)": /\b(randomUUID|getRandomValues|randomBytes)\b/,
  "the process": /\bprocess\s*(\.|\[|\?\.)/,
  "the local time zone": /\.get(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(/,
};
/** Packages that one room alone may use. */
const CONFINED: Readonly<Record<string, string>> = {
  echarts: "charts",
  "@resvg": "charts",
  botbuilder: "surfaces/teams",
  "pg-boss": "delivery",
  "write-excel-file": "exports",
  openai: "narrative/openai",
  saxes: "data/edgar",
  yaml: "thesis",
};

const src = fileURLToPath(new URL("../src", import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"))
  .sort();
const codeOf = new Map(files.map((file) => [file, withoutComments(readFileSync(join(src, file), "utf8"))]));

/** Comments blanked, strings kept. */
function withoutComments(text: string): string {
  const token =
    /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|(?<!\\)\/\/[^\n]*/g;
  return text.replace(token, (found) => (found.startsWith("/") ? " " : found));
}

/** What a module imports: static, re-exported, for its effects, dynamic. `null`: an import() of an expression. */
function importsOf(code: string): readonly (string | null)[] {
  const statics = code.matchAll(/^[ \t]*(?:import|export)\b[^;"'`]*?\bfrom\s*(["'])(.+?)\1/gm);
  const effects = code.matchAll(/^[ \t]*import\s*(["'])(.+?)\1/gm);
  const dynamics = code.matchAll(/\bimport\(\s*(?:(["'`])([^"'`$]+)\1\s*\)|)/g);
  return [...statics, ...effects, ...dynamics].map((match) => match[2] ?? null);
}

/** The row of the table a file stands in: its own, its folder's, or that of its source or platform. */
function roomOf(file: string): string | null {
  const [top = "", second = ""] = file.split("/");
  const nested = file.split("/").length > 2;
  const rows = [file, ...(nested ? [`${top}/${second}`, `${top}/*`] : []), top];
  const row = rows.find((each) => each in MAY_IMPORT);
  return row === undefined ? null : row.endsWith("/*") ? `${top}/${second}` : row;
}

function allowed(room: string): readonly string[] {
  return MAY_IMPORT[room] ?? MAY_IMPORT[`${room.split("/")[0]}/*`] ?? [];
}

function mayImport(file: string, target: string): boolean {
  const room = roomOf(file);
  if (room === null) return false;
  const inside = (place: string) => target === place || target.startsWith(`${place}/`);
  return inside(room) || allowed(room).some((place) => place === "anything" || inside(place));
}

const targetOf = (file: string, specifier: string) => posix.join(posix.dirname(file), specifier);
const ours = (file: string) =>
  importsOf(codeOf.get(file) ?? "").flatMap((specifier) =>
    specifier?.startsWith(".") ? [targetOf(file, specifier)] : [],
  );

/** Every file reached from one, itself included. */
function reachedFrom(entry: string): ReadonlySet<string> {
  const seen = new Set([entry]);
  for (const file of seen) for (const target of ours(file)) seen.add(target);
  return seen;
}

describe("the reader of imports", () => {
  it("sees every kind of import", () => {
    const code = [
      'import { a } from "./a.ts";',
      "import {\n  b,\n  type C,\n} from './b.ts';",
      'import type { D } from "./d.ts";',
      'import "./effect.ts";',
      'export { e } from "./e.ts";',
      'export * from "./f.ts";',
      'export type { G } from "./g.ts";',
      'const h = await import("./h.ts");',
      "type I = import(`./i.ts`).I;",
      "const j = await import(name);",
      'import defaultOne, * as k from "./k.ts";',
    ].join("\n");
    expect(importsOf(code)).toHaveLength(11);
    const letters = ["a", "b", "d", "e", "f", "g", "k", "effect", "h", "i"].map((name) => `./${name}.ts`);
    expect(importsOf(code)).toEqual([...letters, null]);
  });

  it("ignores comments and keeps strings", () => {
    const code = '/* import "./no.ts"; */ // import("./no.ts")\nconst url = "http://x"; import("./yes.ts")';
    expect(importsOf(withoutComments(code))).toEqual(["./yes.ts"]);
    expect(withoutComments(code)).toContain('"http://x"');
  });

  it("finds the rooms of files, a room of its own for each source and platform", () => {
    expect(roomOf("data/folder/csv.ts")).toBe("data/folder");
    expect(roomOf("data/chain.ts")).toBe("data/chain.ts");
    expect(roomOf("surfaces/web/app.ts")).toBe("surfaces/web");
    expect(roomOf("surfaces/surface.ts")).toBe("surfaces/surface.ts");
    expect(roomOf("maths/returns.ts")).toBe("maths");
    expect(roomOf("delivery/deliver.ts")).toBe("delivery");
    expect(roomOf("delivery/schedule/slots.ts")).toBe("delivery/schedule");
    expect(roomOf("nowhere/a.ts")).toBeNull();
    expect(roomOf("data/loose.ts")).toBeNull();
  });

  it("holds the rules it is given", () => {
    expect(mayImport("maths/a.ts", "briefing/value.ts")).toBe(true);
    expect(mayImport("maths/a.ts", "briefing/format.ts")).toBe(false);
    expect(mayImport("market/a.ts", "briefing/format.ts")).toBe(true);
    expect(mayImport("briefing/a.ts", "market/port.ts")).toBe(false);
    expect(mayImport("data/folder/a.ts", "data/french/b.ts")).toBe(false);
    expect(mayImport("data/folder/a.ts", "data/chain.ts")).toBe(false);
    expect(mayImport("surfaces/web/a.ts", "surfaces/terminal/b.ts")).toBe(false);
    expect(mayImport("surfaces/web/a.ts", "surfaces/surface.ts")).toBe(true);
    expect(mayImport("surfaces/web/a.ts", "assistant.ts")).toBe(false);
    expect(mayImport("surfaces/teams/a.ts", "surfaces/slack/b.ts")).toBe(false);
    expect(mayImport("surfaces/teams/a.ts", "surfaces/conversation/b.ts")).toBe(true);
    expect(mayImport("surfaces/conversation/a.ts", "surfaces/slack/b.ts")).toBe(false);
    expect(mayImport("assistant.ts", "charts/drawer.ts")).toBe(false);
    expect(mayImport("main.ts", "data/chain.ts")).toBe(true);
    expect(mayImport("mathsy/a.ts", "mathsy/b.ts")).toBe(false);
  });
});

describe("the architecture", () => {
  it("gives every file a room, and every room a file", () => {
    expect(files.length).toBeGreaterThan(50);
    const homeless = files.filter((file) => roomOf(file) === null);
    expect(homeless, "in no room of the table: add the room and what it may import").toEqual([]);
    const rooms = new Set(files.map((file) => roomOf(file) ?? ""));
    const taken = (row: string) =>
      rooms.has(row) || (row.endsWith("/*") && [...rooms].some((room) => room.startsWith(row.slice(0, -1))));
    expect(
      Object.keys(MAY_IMPORT).filter((row) => !taken(row)),
      "rooms without files",
    ).toEqual([]);
  });

  it("is what the imports say", () => {
    const violations = files.flatMap((file) =>
      ours(file)
        .filter((target) => !mayImport(file, target))
        .map((target) => {
          const room = roomOf(file) ?? "no room";
          const may = allowed(room).join(", ") || "nothing of ours";
          return `src/${file} imports ${target}; ${room} may import only itself and: ${may}`;
        }),
    );
    expect(violations).toEqual([]);
  });

  it("imports files that exist, by literal names", () => {
    const faults = files.flatMap((file) => [
      ...importsOf(codeOf.get(file) ?? "").flatMap((each) =>
        each === null ? [`src/${file} imports an expression: name the module`] : [],
      ),
      ...ours(file).flatMap((target) =>
        existsSync(join(src, target)) ? [] : [`src/${file} imports ${target}, which does not exist`],
      ),
    ]);
    expect(faults).toEqual([]);
  });

  it("keeps the pure rooms pure", () => {
    const pure = files.filter((file) => PURE_ROOMS.includes(roomOf(file) ?? ""));
    expect(PURE_ROOMS.filter((room) => !pure.some((file) => roomOf(file) === room))).toEqual([]);
    const faults = pure.flatMap((file) => {
      const code = codeOf.get(file) ?? "";
      const may = PURE_ROOMS_MAY_IMPORT_OF_NODE[file] ?? [];
      const node = importsOf(code).filter((each) => each?.startsWith("node:") && !may.includes(each));
      const uses = Object.entries(IMPURE).flatMap(([what, pattern]) => (pattern.test(code) ? [what] : []));
      return [...node, ...uses].map((what) => `src/${file} is in a pure room and uses ${what}`);
    });
    expect(pure.length).toBeGreaterThan(20);
    expect(faults).toEqual([]);
  });

  it.each([
    ["the clock (Date.now)", "Date.now()"],
    ["the clock (new Date without an argument)", "new Date( )"],
    ["the clock (new Date without an argument)", "new Date;"],
    ["the clock (Date as a function)", "const at = Date();"],
    ["the process", 'process["env"]'],
    ["the local time zone", "new Date(iso).getMonth()"],
  ])("knows %s by sight: %s", (what, code) => {
    expect(IMPURE[what]?.test(code)).toBe(true);
    const innocent = "new Date(Date.UTC(2026, 1, 1)).getUTCMonth(); isDate(x); Date.parse(y); in process of";
    expect(IMPURE[what]?.test(innocent)).toBe(false);
  });

  it("reads the environment in config.ts alone", () => {
    const readers = files.filter((file) =>
      /\bprocess\s*(\?\.|\.|\[["'])\s*env\b/.test(codeOf.get(file) ?? ""),
    );
    expect(readers).toEqual(["config.ts"]);
  });

  it.each(Object.entries(CONFINED))("confines %s to %s", (name, room) => {
    const users = files.filter((file) =>
      importsOf(codeOf.get(file) ?? "").some((each) => each === name || each?.startsWith(`${name}/`)),
    );
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter((file) => roomOf(file) !== room)).toEqual([]);
  });

  it("keeps the archived Teams SDK in one file, so that a successor replaces one file", () => {
    const users = files.filter((file) => importsOf(codeOf.get(file) ?? "").includes("botbuilder"));
    expect(users).toEqual(["surfaces/teams/adapter.ts"]);
  });

  it("keeps the queue in three files", () => {
    const users = files.filter((file) => importsOf(codeOf.get(file) ?? "").includes("pg-boss"));
    expect(users).toEqual(["delivery/boss.ts", "delivery/order.ts", "delivery/queue.ts"]);
  });

  it("wires every source and every platform in main.ts", () => {
    const reached = [...reachedFrom("main.ts")];
    const rooms = new Set(files.map((file) => roomOf(file) ?? ""));
    const folders = [...rooms].filter((room) => /^(data|surfaces)\//.test(room));
    expect(folders.length).toBeGreaterThan(4);
    const loose = folders.filter((room) => !reached.some((file) => roomOf(file) === room));
    expect(loose, "no import from main.ts leads here").toEqual([]);
  });

  it("lists every topic: the registry is the directory", () => {
    const defining = files.filter(
      (file) => file.startsWith("topics/") && /=\s*defineTopic\(/.test(codeOf.get(file) ?? ""),
    );
    expect(defining.length).toBeGreaterThan(0);
    const names = defining.map((file) => posix.basename(file, ".ts"));
    expect(topics.map((topic) => topic.name).sort()).toEqual(names.sort());
    const reached = reachedFrom("topics/index.ts");
    // The registry, and what fetches for its topics and dresses their answers.
    const dressing = ["compose", "merge", "inputs", "needed"].map((name) => `topics/${name}.ts`);
    const besides = ["topics/index.ts", ...dressing];
    const loose = files.filter(
      (file) => file.startsWith("topics/") && !reached.has(file) && !besides.includes(file),
    );
    expect(loose, "no import from topics/index.ts leads here").toEqual([]);
  });
});
