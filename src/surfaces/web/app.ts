import { readFileSync } from "node:fs";
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import type { Page } from "../../briefing/briefing.ts";
import { BriefingError } from "../../briefing/errors.ts";
import { type AskTurn, createAskTurn, newKey, type Turn } from "./answer-turn.ts";
import { type ChartShelf, createChartShelf } from "./chart-shelf.ts";
import type { ConsoleDeps } from "./deps.ts";
import { createFileShelf, type FileShelf } from "./file-shelf.ts";
import { isSameOrigin, mayRunFromAddress, requireLoopbackHost, securityHeaders } from "./guard.ts";
import { type Html, html, markupOf } from "./html.ts";
import { MAX_BODY, MAX_CHARTS, MAX_FILES } from "./limits.ts";
import { createLoadJob, type LoadJob } from "./load-job.ts";
import { type Problem, problemOf } from "./problem.ts";
import { renderDeliveries } from "./render-deliveries.ts";
import { renderDocument } from "./render-document.ts";
import { renderPage, renderProblem } from "./render-page.ts";

/** The console's routes; `startConsole` puts them on the loopback. */
export function createConsole(deps: ConsoleDeps): Express {
  const shelf = createChartShelf(deps.drawer, MAX_CHARTS);
  const job = deps.loadRealData === null ? null : createLoadJob(deps.loadRealData, deps.log);
  const files = createFileShelf(MAX_FILES);
  const ask = createAskTurn(deps, shelf, files);

  const app = express();
  app.set("query parser", "simple");
  app.use(requireLoopbackHost, securityHeaders(), noStore);
  app
    .route("/")
    .get(showPage(deps, job, ask))
    .all(allowOnly("GET, HEAD"));
  app.route("/ask").post(sameOriginOnly, readForm, answerFragment(ask)).all(allowOnly("POST"));
  app.route("/charts/:file").get(sendChart(deps, shelf)).all(allowOnly("GET, HEAD"));
  app.route("/exports/:id").get(sendFile(deps, files)).all(allowOnly("GET, HEAD"));
  if (job !== null) addLoading(app, job, deps.mode);
  addAssets(app);
  addProbes(app, deps);
  app.use((_request, response) => sendProblem(response, NOT_FOUND));
  app.use(lastResort(deps));
  return app;
}

const NOT_FOUND: Problem = {
  status: 404,
  title: "No such page",
  message: "There is nothing at this address.",
  hint: "Everything starts on the console's first page.",
};

const noStore: RequestHandler = (_request, response, next) => {
  response.set("Cache-Control", "no-store");
  next();
};

function allowOnly(methods: string): RequestHandler {
  return (request, response) => {
    response.set("Allow", methods);
    const message = `This address does not take ${request.method}, only ${methods}.`;
    sendProblem(response, { status: 405, title: "Not possible here", message, hint: NOT_FOUND.hint });
  };
}

const sameOriginOnly: RequestHandler = (request, response, next) => {
  if (isSameOrigin(request)) return next();
  const message = "Only the console's own page may do this.";
  sendProblem(response, {
    status: 403,
    title: "Refused",
    message,
    hint: "Open the console and do it there.",
  });
};

const readForm: RequestHandler = express.urlencoded({ extended: false, limit: MAX_BODY });

function showPage(deps: ConsoleDeps, job: LoadJob | null, ask: AskTurn): RequestHandler {
  return async (request, response) => {
    const { q } = request.query;
    const typed = typeof q === "string" ? q : "";
    const runs = typed !== "" && mayRunFromAddress(request);
    const menu = await readMenu(deps);
    const first = runs ? await ask(typed) : menu.turn;
    const done = job?.state().phase === "done";
    sendHtml(
      response,
      first.status,
      renderDocument({
        title: runs ? `${first.title} · smallcaps` : "smallcaps console",
        mode: deps.mode(),
        firm: deps.firm,
        version: deps.version,
        load: job !== null && (deps.mode() === "sample" || done) ? job.state() : null,
        menu: menu.page,
        deliveries: await readDeliveries(deps),
        turns: [first.html],
        command: runs ? "" : typed,
      }),
    );
  };
}

/** The page works without its menu, too. */
async function readMenu(deps: ConsoleDeps): Promise<{ page: Page | null; turn: Turn }> {
  try {
    const page = await deps.menu();
    return { page, turn: { status: 200, title: page.title, html: renderPage(page, newKey()) } };
  } catch (error) {
    const problem = problemOf(error, deps.log, "listing what works");
    return {
      page: null,
      turn: { status: 200, title: problem.title, html: renderProblem(problem, newKey()) },
    };
  }
}

/** The page works without them, too. */
async function readDeliveries({ deliveries, log }: ConsoleDeps): Promise<Html | null> {
  if (deliveries === undefined) return null;
  try {
    const view = await deliveries();
    return view && renderDeliveries(view);
  } catch (error) {
    log.error({ err: error }, "deliveries could not be read for the console page");
    return renderDeliveries("unreadable");
  }
}

/** 200 even where a command was bad: the fragment says so, and a failed request would be noise in the browser. */
function answerFragment(ask: AskTurn): RequestHandler {
  return async (request, response) => {
    const body: unknown = request.body;
    const typed = typeof body === "object" && body !== null && "q" in body ? body.q : "";
    const turn = await ask(typed);
    sendHtml(response, turn.status === 500 ? 500 : 200, turn.html);
  };
}

function sendChart(deps: ConsoleDeps, shelf: ChartShelf): RequestHandler<{ file: string }> {
  return async (request, response) => {
    const id = /^([0-9a-f]{32})\.png$/.exec(request.params.file)?.[1];
    const drawing = id === undefined ? null : shelf.image(id);
    if (drawing === null) return sendText(response, 404, "No such chart; ask again for its answer.");
    try {
      const { png } = await drawing;
      response.type("png").send(Buffer.from(png.buffer, png.byteOffset, png.byteLength));
    } catch (error) {
      deps.log.error({ err: error, chart: id }, "a chart could not be drawn");
      sendText(response, 503, "The chart could not be drawn; the answer's tables hold its figures.");
    }
  };
}

function sendFile(deps: ConsoleDeps, files: FileShelf): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const making = files.make(request.params.id);
    if (making === null) return sendText(response, 404, "No such file; ask again for it.");
    try {
      const { name, type, bytes } = await making;
      response.set({
        "Content-Disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "_")}"`,
        "Content-Type": type,
      });
      response.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    } catch (error) {
      deps.log.error({ err: error }, "a file could not be made");
      const said = error instanceof BriefingError ? `${error.message}: ${error.hint}.` : "try again";
      sendText(response, 503, `The file could not be made: ${said}`);
    }
  };
}

function addLoading(app: Express, job: LoadJob, mode: ConsoleDeps["mode"]): void {
  const start: RequestHandler = (request, response) => {
    if (mode() === "sample") job.start();
    if (request.accepts(["html", "json"]) === "json") response.status(202).json(job.state());
    else response.redirect(303, "/");
  };
  app.route("/data/load").post(sameOriginOnly, start).all(allowOnly("POST"));
  app
    .route("/data/progress")
    .get((request, response) => job.stream(request, response))
    .all(allowOnly("GET"));
}

const ASSETS = [
  ["console.js", "text/javascript"],
  ["console.css", "text/css"],
  ["icon.svg", "image/svg+xml"],
] as const;

function addAssets(app: Express): void {
  for (const [name, type] of ASSETS) {
    const content = readFileSync(new URL(`assets/${name}`, import.meta.url));
    const send: RequestHandler = (_request, response) => {
      response.set("Cache-Control", "no-cache").type(type).send(content); // kept, but checked by its ETag
    };
    app.route(`/assets/${name}`).get(send).all(allowOnly("GET, HEAD"));
  }
}

function addProbes(app: Express, deps: ConsoleDeps): void {
  app.get("/healthz", (_request, response) => sendText(response, 200, "ok"));
  app.get("/readyz", async (_request, response) => {
    const readiness = await deps.readiness();
    response.status(readiness.ready ? 200 : 503).json(readiness);
  });
  app.get("/metrics", async (_request, response) => {
    response.type("text/plain; version=0.0.4").send(await deps.metrics());
  });
  app.all(["/healthz", "/readyz", "/metrics"], allowOnly("GET, HEAD"));
}

function lastResort(deps: ConsoleDeps): ErrorRequestHandler {
  return (error: unknown, request: Request, response, next) => {
    if (response.headersSent) return next(error);
    const status = clientFault(error);
    if (status === null) return sendProblem(response, problemOf(error, deps.log, `serving ${request.path}`));
    const message = status === 413 ? "The request is longer than 16 kB." : "The request could not be read.";
    sendProblem(response, {
      status,
      title: "Not possible",
      message,
      hint: "Shorten the command and try again.",
    });
  };
}

/** Express and its body parser mark what the client did wrong with a 4xx status. */
function clientFault(error: unknown): number | null {
  const status: unknown =
    typeof error === "object" && error !== null && "status" in error ? error.status : null;
  return typeof status === "number" && status >= 400 && status < 500 ? status : null;
}

function sendProblem(response: Response, problem: Problem): void {
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${problem.title} · smallcaps</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/assets/console.css"></head>
<body><main><h1 class="visually-hidden">smallcaps</h1>${renderProblem(problem, "problem")}<p><a href="/">Go to the console</a></p></main></body></html>`;
  sendHtml(response, problem.status, page);
}

function sendHtml(response: Response, status: number, content: Html): void {
  response.status(status).type("html").send(markupOf(content));
}

function sendText(response: Response, status: number, text: string): void {
  response.status(status).type("text").send(`${text}\n`);
}
