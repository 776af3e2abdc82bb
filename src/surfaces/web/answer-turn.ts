import { randomBytes } from "node:crypto";
import type { Answer, ExportFormat } from "../../briefing/briefing.ts";
import { clientCopy } from "../../briefing/client-copy.ts";
import { BriefingError } from "../../briefing/errors.ts";
import { type Exportable, sizeInWords } from "../../briefing/exporter.ts";
import { frameOf } from "../../briefing/frame.ts";
import { LOCAL_WORKSPACE, NARRATE_WITHIN_MS } from "../../briefing/narrative.ts";
import { besideOf, refusedQuestion } from "../../briefing/question.ts";
import { mayTravel } from "../../briefing/readings.ts";
import type { ChartShelf } from "./chart-shelf.ts";
import type { ConsoleDeps } from "./deps.ts";
import type { FileShelf } from "./file-shelf.ts";
import { type Html, html } from "./html.ts";
import { MAX_COMMAND } from "./limits.ts";
import { problemOf } from "./problem.ts";
import { renderBriefing } from "./render-briefing.ts";
import { renderClientCopy, renderFiles } from "./render-files.ts";
import { renderPage, renderProblem } from "./render-page.ts";

/** One exchange: what was asked, and the answer or what went wrong. */
export interface Turn {
  /** HTTP status of a whole page that shows it. */
  readonly status: number;
  readonly title: string;
  readonly html: Html;
}

const NARRATE = { workspace: LOCAL_WORKSPACE, withinMs: NARRATE_WITHIN_MS.asked };

export type AskTurn = (typed: unknown) => Promise<Turn>;

export function createAskTurn(deps: ConsoleDeps, shelf: ChartShelf, files: FileShelf): AskTurn {
  async function renderAnswer(answer: Answer, key: string): Promise<Html> {
    if (answer.kind === "page") return renderPage(answer.page, key);
    if (answer.exportAs !== undefined) return exported(answer, answer.exportAs, key);
    const { briefing } = answer;
    const chartUrl = (spec: (typeof briefing.charts)[number]) =>
      `/charts/${shelf.put({ spec, frame: frameOf(briefing, spec) })}.png`;
    const client = mayTravel(briefing) ? clientPart(answer, key) : null;
    return renderBriefing(briefing, { key, chartUrl, client, ...besideOf(answer) });
  }

  async function exported(of: Exportable, format: ExportFormat, key: string): Promise<Html> {
    const made = await deps.exporter.files(of, format);
    const linked = made.map((file) => ({
      name: file.name,
      size: sizeInWords(file),
      url: `/exports/${files.put(async () => file)}`,
    }));
    return renderFiles(of.briefing, linked, key);
  }

  /** Its picture is drawn when it is fetched. */
  function clientPart(of: Exportable, key: string): Html {
    const make = async () => (await deps.exporter.files(of, "client"))[0];
    return renderClientCopy(clientCopy(of.briefing, of.periods), `/exports/${files.put(make)}`, key);
  }

  return async (typed) => {
    const asked = typeof typed === "string" ? typed : "";
    const key = newKey();
    try {
      const command = readCommand(asked);
      const answer =
        command === ""
          ? await menuAnswer(deps)
          : await deps.assistant().answer(command, { narrate: NARRATE, files: true, forClient: true });
      const title = answer.kind === "briefing" ? answer.briefing.headline : answer.page.title;
      return {
        status: 200,
        title,
        html: renderTurn(asked, await renderAnswer(answer, key), "answered"),
      };
    } catch (error) {
      const question = refusedQuestion(error);
      if (question) await deps.refused?.(question);
      const problem = problemOf(error, deps.log, `answering "${asked.slice(0, 200)}"`);
      return {
        status: problem.status,
        title: problem.title,
        html: renderTurn(asked, renderProblem(problem, key), "problem"),
      };
    }
  };
}

/** For ids in the document. */
export function newKey(): string {
  return randomBytes(5).toString("hex");
}

function renderTurn(asked: string, answer: Html, outcome: "answered" | "problem"): Html {
  const shown = asked.length > 200 ? `${asked.slice(0, 200)}…` : asked;
  return html`<div class="turn" data-outcome="${outcome}">
${shown.trim() !== "" && html`<p class="asked"><span class="visually-hidden">You asked: </span><bdi>${shown}</bdi></p>`}
${answer}
</div>`;
}

async function menuAnswer(deps: ConsoleDeps): Promise<Answer> {
  return { kind: "page", private: true, dataMode: deps.mode(), page: await deps.menu() };
}

/** Line breaks from pasted text become spaces; other control characters are named, not dropped in silence. */
function readCommand(typed: string): string {
  if (typed.length > MAX_COMMAND) {
    const found = `The command has ${typed.length} characters; the longest that works has ${MAX_COMMAND}.`;
    throw new BriefingError("bad_command", found, "Shorten it, or check a long text in parts.");
  }
  const command = typed.replace(/[\t\n\r]+/g, " ").trim();
  const control = /\p{Cc}/u.exec(command)?.[0];
  if (control !== undefined) {
    const code = `U+${(control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    throw new BriefingError(
      "bad_command",
      `The command holds the control character ${code}.`,
      "Type it instead of pasting it.",
    );
  }
  return command;
}
