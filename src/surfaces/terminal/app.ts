import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Answer, Briefing } from "../../briefing/briefing.ts";
import type { ChartDrawer } from "../../briefing/chart.ts";
import { BriefingError, type ErrorCode } from "../../briefing/errors.ts";
import { frameOf } from "../../briefing/frame.ts";
import type { Assistant } from "../surface.ts";
import { PROGRESS_AFTER_MS } from "./limits.ts";
import { renderPageText, renderText } from "./render.ts";

/** What `ask` was called with. */
export interface AskRequest {
  readonly line: string;
  /** A canonical data folder to read, and nothing else. */
  readonly data: string | null;
  readonly asOf: string | null;
  readonly json: boolean;
  /** Where to write one PNG a chart. */
  readonly png: string | null;
}

export interface TerminalDeps {
  readonly assistant: (request: AskRequest) => Promise<Assistant>;
  readonly drawer: () => ChartDrawer;
  readonly firm: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const USAGE =
  'usage: npm run --silent ask -- "<command line>" [--data DIR] [--as-of YYYY-MM-DD] [--json] [--png DIR] [--no-llm]';

/** Outcome of each kind of error, by the command line's contract; 1 is a bug. */
const EXIT_CODES: Readonly<Record<ErrorCode, number>> = {
  bad_command: 2,
  bad_input: 2,
  bad_config: 2,
  refused: 2,
  data_unavailable: 3,
};

/** Runs one question and returns the exit code. Answers go to `out`, everything else to `err`. */
export async function runAsk(argv: readonly string[], deps: TerminalDeps): Promise<number> {
  try {
    const request = readRequest(argv);
    const progress = delayedProgress(deps.err);
    const assistant = await deps.assistant(request);
    const answer = await assistant.answer(request.line, {
      progress,
      ...(request.asOf === null ? {} : { asOf: request.asOf }),
    });
    const files =
      request.png !== null && answer.kind === "briefing"
        ? await writeCharts(answer.briefing, request.png, deps)
        : [];
    deps.out(request.json ? `${JSON.stringify(documentOf(answer), null, 2)}\n` : renderAnswer(answer));
    for (const file of files) deps.err(`chart: ${file}\n`);
    return 0;
  } catch (error) {
    return reportFailure(error, deps.err);
  }
}

/** Prints what went wrong; a bug keeps its stack to the terminal of the one who runs it. */
export function reportFailure(error: unknown, err: (text: string) => void): number {
  if (error instanceof BriefingError) {
    err(`${error.message}\n${error.hint}\n`);
    return EXIT_CODES[error.code];
  }
  err(
    `This is a bug in smallcaps; please report it.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 1;
}

function readRequest(argv: readonly string[]): AskRequest {
  try {
    const { values, positionals } = parseArgs({
      args: withValuesJoined(argv),
      allowPositionals: true,
      options: {
        data: { type: "string" },
        "as-of": { type: "string" },
        json: { type: "boolean", default: false },
        png: { type: "string" },
        "no-llm": { type: "boolean", default: false },
      },
    });
    return {
      line: positionals.join(" "),
      data: values.data ?? null,
      asOf: values["as-of"] ?? null,
      json: values.json,
      png: values.png ?? null,
    };
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split(". ")[0] ?? "") : String(cause);
    throw new BriefingError("bad_command", reason, USAGE, { cause });
  }
}

/** `--as-of -x` would read as two options; the value is joined so that it is reported as a bad date. */
function withValuesJoined(argv: readonly string[]): string[] {
  return argv.map((word) => (/^-\d/.test(word) ? ` ${word}` : word));
}

function documentOf(answer: Answer): object {
  return answer.kind === "briefing" ? answer.briefing : answer.page;
}

function renderAnswer(answer: Answer): string {
  return answer.kind === "briefing" ? renderText(answer.briefing, []) : renderPageText(answer.page);
}

async function writeCharts(briefing: Briefing, dir: string, deps: TerminalDeps): Promise<readonly string[]> {
  const frame = frameOf(briefing, deps.firm);
  const drawer = deps.drawer();
  try {
    await mkdir(dir, { recursive: true });
    return await Promise.all(
      briefing.charts.map(async (spec) => {
        const { png } = await drawer.draw({ spec, frame }, "slide");
        const file = join(dir, `${spec.id}.png`);
        await writeFile(`${file}.part`, png);
        await rename(`${file}.part`, file);
        return file;
      }),
    );
  } catch (cause) {
    if (!(cause instanceof Error && "syscall" in cause)) throw cause;
    throw new BriefingError(
      "bad_input",
      `--png ${dir}: cannot write there (${cause.message})`,
      "name a folder that you may write to",
      { cause },
    );
  } finally {
    await drawer.close();
  }
}

/** Says what takes long, once it does. */
function delayedProgress(err: (text: string) => void): (message: string) => void {
  const started = Date.now();
  return (message) => {
    if (Date.now() - started >= PROGRESS_AFTER_MS) err(`… ${message}\n`);
  };
}
