import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Answer, Briefing, ExportFormat } from "../../briefing/briefing.ts";
import type { ChartDrawer, ChartImage } from "../../briefing/chart.ts";
import { clientCopy, clientLines, licenceReminder } from "../../briefing/client-copy.ts";
import { BriefingError, type ErrorCode } from "../../briefing/errors.ts";
import type { Exportable, Exporter, ExportFile, FileFormat } from "../../briefing/exporter.ts";
import { frameOf } from "../../briefing/frame.ts";
import { LOCAL_WORKSPACE, NARRATE_WITHIN_MS } from "../../briefing/narrative.ts";
import { besideLines, besideOf, type Question, refusedQuestion } from "../../briefing/question.ts";
import { makeFolder } from "../../folders.ts";
import type { Assistant } from "../surface.ts";
import { PROGRESS_AFTER_MS } from "./limits.ts";
import { printable, renderPageText, renderText } from "./render.ts";

/** What `ask` was called with. */
export interface AskRequest {
  readonly line: string;
  /** A canonical data folder to read, and nothing else. */
  readonly data: string | null;
  readonly asOf: string | null;
  readonly json: boolean;
  /** Where to write one PNG a chart. */
  readonly png: string | null;
  /** Where to write a copy for clients, as a picture and as text. */
  readonly client: string | null;
  /** Where an export is written. */
  readonly out: string;
  /** A summary as well, where a model is configured; false: `--no-llm`. */
  readonly narrate: boolean;
}

const NARRATE = { workspace: LOCAL_WORKSPACE, withinMs: NARRATE_WITHIN_MS.asked };

export interface TerminalDeps {
  readonly assistant: (request: AskRequest) => Promise<Assistant>;
  readonly drawer: () => ChartDrawer;
  /** Closed after use. */
  readonly exporter: () => Exporter & { close(): Promise<void> };
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Keeps a record of a question that was refused; never rejects. */
  readonly refused?: (question: Question) => Promise<void>;
}

const USAGE =
  'usage: npm run --silent ask -- "<command line>" [--data DIR] [--as-of YYYY-MM-DD] [--json] [--png DIR] [--client DIR] [--out DIR] [--no-llm]';

/** The shell command that asks `line` of the data folder `data` again; null: of the configured data. */
export function askAgain(line: string, data: string | null): string {
  const words = ["npm", "run", "--silent", "ask", "--", ...line.split(" ")];
  return [...words, ...(data === null ? [] : ["--data", data])].map(shellWord).join(" ");
}

/** As a POSIX shell reads it back. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Where exports are written that name no folder: not among what is kept in git. */
const EXPORTS = "exports";

type FolderOption = "--png" | "--out" | "--client";

/** Outcome of each kind of error, by the command line's contract; 1 is a bug. */
const EXIT_CODES: Readonly<Record<ErrorCode, number>> = {
  bad_command: 2,
  bad_input: 2,
  bad_config: 2,
  refused: 2,
  data_unavailable: 3,
};

/**
 * Runs one question and returns the exit code. Answers go to `out`, everything else to `err`. The answer is
 * printed before its charts are drawn: a chart that fails costs the exit code, never the text.
 */
export async function runAsk(argv: readonly string[], deps: TerminalDeps): Promise<number> {
  const progress = delayedProgress(deps.err);
  try {
    const request = readRequest(argv);
    if (request === "help") {
      deps.out(`${USAGE}\nA bare command shows what works now; "help" lists the commands.\n`);
      return 0;
    }
    const assistant = await deps.assistant(request);
    const answer = await assistant.answer(request.line, {
      progress: progress.say,
      files: true,
      forClient: request.client !== null,
      ...(request.asOf === null ? {} : { asOf: request.asOf }),
      ...(request.narrate ? { narrate: NARRATE } : {}),
    });
    if (answer.kind === "briefing" && answer.exportAs !== undefined) {
      await writeExport(answer, answer.exportAs, request.out, progress.say, deps);
      return 0;
    }
    deps.out(request.json ? `${JSON.stringify(documentOf(answer), null, 2)}\n` : renderAnswer(answer));
    if (request.png !== null) await writeCharts(answer, request.png, progress.say, deps);
    if (request.client !== null) await writeClientCopy(answer, request.client, progress.say, deps);
    return 0;
  } catch (error) {
    const code = reportFailure(error, deps.err);
    const question = refusedQuestion(error);
    if (question) await deps.refused?.(question);
    return code;
  } finally {
    progress.stop();
  }
}

/** Prints what went wrong; a bug keeps its stack to the terminal of the one who runs it. */
export function reportFailure(error: unknown, err: (text: string) => void): number {
  if (error instanceof BriefingError) {
    err(printable(`${error.message}\n${inQuotes(error.hint)}\n`));
    return EXIT_CODES[error.code];
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  err(printable(`This is a bug in smallcaps; please report it.\n${detail}\n`));
  return 1;
}

/** Commands stand in `backticks`, for surfaces that make links of them. */
function inQuotes(text: string): string {
  return text.replace(/`([^`\n]+)`/g, '"$1"');
}

function readRequest(argv: readonly string[]): AskRequest | "help" {
  try {
    const { values, positionals } = parseArgs({
      args: withMinusHidden(argv),
      allowPositionals: true,
      options: {
        data: { type: "string" },
        "as-of": { type: "string" },
        json: { type: "boolean", default: false },
        png: { type: "string" },
        client: { type: "string" },
        out: { type: "string" },
        "no-llm": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return "help";
    return {
      line: positionals.join(" "),
      data: values.data ?? null,
      asOf: values["as-of"] ?? null,
      json: values.json,
      png: values.png ?? null,
      client: values.client ?? null,
      out: values.out ?? EXPORTS,
      narrate: !values["no-llm"],
    };
  } catch (cause) {
    throw new BriefingError("bad_command", optionFault(cause), USAGE, { cause });
  }
}

/** Node's "Option '--data <value>' argument missing" in plainer words; its advice for programmers is left out. */
function optionFault(cause: unknown): string {
  const [first = ""] = cause instanceof Error ? cause.message.split(". ") : [String(cause)];
  return first
    .replace(/^Option '(?:-\w, )?(--[\w-]+)(?: <value>)?' argument missing$/, "$1 needs a value")
    .replace(/^Option '(?:-\w, )?(--[\w-]+)(?: <value>)?' argument is ambiguous.*$/s, "$1 needs a value")
    .replace(/^Option '(?:-\w, )?(--[\w-]+)' does not take an argument$/, "$1 takes no value")
    .replace(/^Unknown option '(.{0,60}).*'$/s, 'there is no option "$1"');
}

/** `eps= -10%` and `--as-of -1` would read as options; a space before the minus keeps them words. */
function withMinusHidden(argv: readonly string[]): string[] {
  return argv.map((word) => (/^-\d/.test(word) ? ` ${word}` : word));
}

function documentOf(answer: Answer): object {
  return answer.kind === "briefing" ? answer.briefing : answer.page;
}

function renderAnswer(answer: Answer): string {
  if (answer.kind === "page") return renderPageText(answer.page);
  const beside = besideLines(besideOf(answer)).map((line) => `${printable(line)}\n\n`);
  return `${beside.join("")}${renderText(answer.briefing, [])}`;
}

async function writeCharts(
  answer: Answer,
  dir: string,
  say: (message: string) => void,
  deps: TerminalDeps,
): Promise<void> {
  if (answer.kind === "page" || answer.briefing.charts.length === 0) {
    deps.err("This answer has no chart.\n");
    return;
  }
  const { briefing } = answer;
  await writing("--png", dir, () => makeFolder(dir));
  await drawEach(briefing, say, deps, async ({ id, png }) => {
    const file = join(dir, `${id}.png`);
    await writing("--png", dir, () => writeWhole(file, png));
    deps.err(printable(`chart: ${file}\n`));
  });
}

/** Each file is named on the standard output once it is whole. */
async function writeExport(
  { briefing }: Exportable,
  format: ExportFormat,
  dir: string,
  say: (message: string) => void,
  deps: TerminalDeps,
): Promise<void> {
  for (const file of await filesOf({ briefing }, format, say, deps))
    await writeFileIn("--out", dir, file, deps.out);
}

/** The picture to forward and the text to paste. */
async function writeClientCopy(
  answer: Answer,
  dir: string,
  say: (message: string) => void,
  deps: TerminalDeps,
): Promise<void> {
  if (answer.kind === "page") {
    const problem = "there is a copy for clients of a topic's answer, not of a page";
    throw new BriefingError("bad_command", problem, "name a topic, e.g. ask -- valuation --client DIR");
  }
  const { briefing, periods } = answer;
  const copy = clientCopy(briefing, periods);
  if ("refused" in copy) throw new BriefingError("refused", copy.refused, copy.hint);
  const [picture] = await filesOf(answer, "client", say, deps);
  const text = Buffer.from(`${clientLines(copy).join("\n\n")}\n`);
  await writeFileIn("--client", dir, picture, deps.out);
  await writeFileIn("--client", dir, { name: picture.name.replace(/\.png$/, ".txt"), bytes: text }, deps.out);
  deps.err(printable(`${licenceReminder(copy)}\n`));
}

async function filesOf(
  found: Exportable,
  format: FileFormat,
  say: (message: string) => void,
  deps: TerminalDeps,
): ReturnType<Exporter["files"]> {
  const exporter = deps.exporter();
  try {
    return await exporter.files(found, format, say);
  } finally {
    await exporter.close();
  }
}

async function writeFileIn(
  option: FolderOption,
  dir: string,
  { name, bytes }: Pick<ExportFile, "name" | "bytes">,
  out: (text: string) => void,
): Promise<void> {
  const file = join(dir, name);
  await writing(option, dir, () => makeFolder(dir));
  await writing(option, dir, () => writeWhole(file, bytes));
  out(printable(`${file}\n`));
}

/** One after the other. */
async function drawEach(
  briefing: Briefing,
  say: (message: string) => void,
  deps: TerminalDeps,
  use: (image: ChartImage) => Promise<void>,
): Promise<void> {
  if (briefing.charts.length === 0) return;
  const drawer = deps.drawer();
  try {
    for (const spec of briefing.charts) {
      say(`drawing ${spec.id}`);
      const image = await drawer.draw({ spec, frame: frameOf(briefing, spec) }, "slide");
      await use({ ...image, id: spec.id });
    }
  } finally {
    await drawer.close();
  }
}

async function writing(option: FolderOption, dir: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split(",")[0] ?? "") : String(cause);
    throw new BriefingError(
      "bad_input",
      `${option} "${dir}": ${option === "--png" ? "the charts" : "the files"} cannot be written there (${reason})`,
      "name a folder that you may write to",
      { cause },
    );
  }
}

/** Under its name only once complete. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.${process.pid}.part`;
  try {
    await writeFile(part, bytes);
    await rename(part, file);
  } catch (cause) {
    await rm(part, { force: true });
    throw cause;
  }
}

/** Says what takes long, once it does; and that something does, where nobody says what. */
function delayedProgress(err: (text: string) => void) {
  let latest = "still working";
  let isLate = false;
  const show = () => err(printable(`… ${latest}\n`));
  const timer = setTimeout(() => {
    isLate = true;
    show();
  }, PROGRESS_AFTER_MS).unref();
  return {
    say: (message: string) => {
      latest = message;
      if (isLate) show();
    },
    stop: () => clearTimeout(timer),
  };
}
