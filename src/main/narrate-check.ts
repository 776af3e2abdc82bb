import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Briefing } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import { UNIT_LABELS } from "../briefing/format.ts";
import type { Verdict } from "../briefing/narrative.ts";
import { checkDraft } from "../narrative/gate/gate.ts";
import { out } from "./program.ts";

const USAGE = "npm run --silent narrate-check -- --briefing B.json --draft D.json [--json]";
const MAKE_ONE = "write one with `npm run --silent ask -- valuation --json > B.json`";

const units = Object.keys(UNIT_LABELS) as [keyof typeof UNIT_LABELS];
const figure = z.object({
  key: z.string(),
  label: z.string(),
  unit: z.enum(units),
  value: z.union([z.number(), z.object({ absent: z.string(), note: z.string() })]),
  sources: z.array(z.object({ provider: z.string(), licence: z.string() })),
});
const briefingSchema = z.object({ pair: z.string(), figures: z.array(figure) });

/**
 * Puts a recorded draft through the gate, offline. Exit code 0 whether it is accepted or not, also where the draft is
 * not of the agreed shape; 2 where a file cannot be read or holds no briefing.
 */
export async function narrateCheck(argv: readonly string[]): Promise<number> {
  const { briefing: briefingPath, draft: draftPath, json } = readOptions(argv);
  const briefing = asBriefing(await readJson("--briefing", briefingPath, MAKE_ONE), briefingPath);
  const draft = await readJson("--draft", draftPath, 'give a file that holds {"sentences": [...]}');
  const verdict = checkDraft(briefing, draft);
  out(json ? `${JSON.stringify(verdict, null, 2)}\n` : inWords(verdict));
  return 0;
}

function readOptions(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        briefing: { type: "string" },
        draft: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    const { briefing, draft, json } = values;
    if (briefing !== undefined && draft !== undefined) return { briefing, draft, json };
  } catch (error) {
    throw new BriefingError("bad_command", (error as Error).message, `usage: ${USAGE}`, { cause: error });
  }
  const missing = argv.some((each) => each.startsWith("--briefing")) ? "--draft" : "--briefing";
  throw new BriefingError("bad_command", `${missing} is missing`, `usage: ${USAGE}`);
}

async function readJson(option: string, path: string, remedy: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === "ENOENT" ? "there is no such file" : cause.message;
    throw new BriefingError("bad_input", `${option} ${path}: ${why}`, remedy, { cause });
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BriefingError(
      "bad_input",
      `${option} ${path} is no JSON: ${(cause as Error).message}`,
      remedy,
      {
        cause,
      },
    );
  }
}

function asBriefing(document: unknown, path: string): Briefing {
  const read = briefingSchema.safeParse(document);
  if (read.success) return document as Briefing;
  const [issue] = read.error.issues;
  const where = issue?.path.join(".") || "the document";
  throw new BriefingError(
    "bad_input",
    `--briefing ${path} is no briefing: ${where}: ${issue?.message}`,
    MAKE_ONE,
  );
}

function inWords({ accepted, reasons, text }: Verdict): string {
  if (accepted) return `accepted\n${text}\n`;
  const lines = reasons.map(
    ({ code, sentence, detail }) =>
      `${sentence === null ? "draft" : `sentence ${sentence}`}: ${code}: ${detail}`,
  );
  return `refused\n${lines.join("\n")}\n`;
}
