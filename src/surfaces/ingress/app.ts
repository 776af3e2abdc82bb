import express, {
  type ErrorRequestHandler,
  type Express,
  type RequestHandler,
  type Response,
  type Router,
} from "express";
import helmet from "helmet";
import { BriefingError } from "../../briefing/errors.ts";
import { within } from "../../within.ts";
import { newErrorId } from "../conversation/apology.ts";
import type { ChartLinks, LinkedChart } from "./chart-links.ts";
import type { ExportLinks } from "./export-links.ts";
import {
  CHART_WAIT_MS,
  EXPORT_WAIT_MS,
  MAX_CACHE_S,
  MAX_REQUEST_BYTES,
  READINESS_WAIT_MS,
} from "./limits.ts";

/** The part of pino that the ingress uses. */
export interface IngressLog {
  error(details: object, message: string): void;
}

export interface IngressDeps {
  /** Of the platforms: they read their own bodies, whose signatures cover the bytes. */
  readonly routers: readonly Router[];
  /** Null where no public address is configured: there are no links then. */
  readonly charts: ChartLinks | null;
  /** Null like `charts`. */
  readonly exports: ExportLinks | null;
  /** The reasons are for the console and the log; the internet is told yes or no. */
  readonly readiness: () => Promise<{ readonly ready: boolean; readonly reasons: readonly string[] }>;
  readonly log: IngressLog;
  readonly chartWaitMs?: number;
}

/** All that faces the internet: the platforms' routes, charts by secret address, probes. */
export function createIngress(deps: IngressDeps): Express {
  const app = express();
  app.set("env", "production"); // Express itself then shows nobody a stack trace, whatever NODE_ENV says
  app.set("query parser", "simple");
  app.use(securityHeaders(), noStore, refuseLongRequests);
  addProbes(app, deps);
  app.route("/charts/:file").get(sendChart(deps)).all(allowOnly("GET, HEAD"));
  app.route("/exports/:token").get(sendExport(deps)).all(allowOnly("GET, HEAD"));
  for (const router of deps.routers) app.use(router);
  app.use((_request, response) =>
    sendProblem(response, 404, "not_found", "There is nothing at this address."),
  );
  app.use(lastResort(deps));
  return app;
}

function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { "default-src": ["'none'"], "base-uri": ["'none'"], "frame-ancestors": ["'none'"] },
    },
    referrerPolicy: { policy: "no-referrer" },
    frameguard: { action: "deny" },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false }, // other hosts are not ours to bind
  });
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set("Cache-Control", "no-store");
  next();
};

/** Where the length is not announced, the routers' own limits count. */
const refuseLongRequests: RequestHandler = (request, response, next) => {
  if (Number(request.headers["content-length"] ?? 0) <= MAX_REQUEST_BYTES) return next();
  response.set("Connection", "close"); // else Node would take in the rest of it
  sendProblem(response, 413, "too_long", "The request is longer than 1 MB.");
};

function allowOnly(methods: string): RequestHandler {
  return (_request, response) => {
    response.set("Allow", methods);
    sendProblem(response, 405, "not_allowed", `This address takes only ${methods}.`);
  };
}

function addProbes(app: Express, { readiness, log }: IngressDeps): void {
  app.get("/healthz", (_request, response) => void response.type("text").send("ok\n"));
  app.get("/readyz", async (_request, response) => {
    const answer = await within(READINESS_WAIT_MS, readiness()).catch((error: unknown) => {
      log.error({ err: error }, "readiness could not be told");
      return null;
    });
    const ready = answer?.ready === true;
    response.status(ready ? 200 : 503).json({ ready });
  });
  app.all(["/healthz", "/readyz"], allowOnly("GET, HEAD"));
}

function sendChart({
  charts,
  log,
  chartWaitMs = CHART_WAIT_MS,
}: IngressDeps): RequestHandler<{ file: string }> {
  return async (request, response) => {
    const id = /^([\w-]+)\.png$/.exec(request.params.file)?.[1];
    const found = id === undefined ? null : ((await charts?.find(id)) ?? null);
    if (found === null)
      return sendProblem(response, 404, "not_found", "There is no such chart, or no longer.");
    const image = await within(chartWaitMs, found.draw()).catch((error: unknown) => {
      log.error({ err: error, chart: found.chartId }, "a linked chart could not be drawn");
      return null;
    });
    if (image === null) {
      response.set("Retry-After", "10");
      return sendProblem(response, 503, "not_drawn", "The chart could not be drawn now.");
    }
    const { png } = image;
    setChartHeaders(response, found);
    response.type("png").send(Buffer.from(png.buffer, png.byteOffset, png.byteLength));
  };
}

function sendExport({ exports: links, log }: IngressDeps): RequestHandler<{ token: string }> {
  return async (request, response) => {
    const found = links?.find(request.params.token) ?? null;
    if (found === null)
      return sendProblem(
        response,
        404,
        "not_found",
        "There is no such file, or no longer: ask for it again.",
      );
    const file = await within(EXPORT_WAIT_MS, found.make()).catch((error: unknown) => {
      if (!(error instanceof BriefingError)) throw error;
      log.error({ err: error }, "a linked file could not be made");
      return "refused" as const;
    });
    if (file === "refused")
      return sendProblem(response, 410, "gone", "This file is not given any more: ask for it again.");
    if (file === null) {
      response.set("Retry-After", "10");
      return sendProblem(response, 503, "not_made", "The file could not be made now.");
    }
    response.set({
      "Content-Disposition": `attachment; filename="${file.name.replace(/[^\w.-]/g, "_")}"`,
      "Content-Type": file.type,
      "X-Robots-Tag": "noindex",
    });
    response.send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
  };
}

function setChartHeaders(response: Response, { expires, chartId }: LinkedChart): void {
  const left = Math.floor((expires.getTime() - Date.now()) / 1_000);
  response.set({
    "Cache-Control": `private, max-age=${Math.max(0, Math.min(left, MAX_CACHE_S))}`,
    "Content-Disposition": `inline; filename="${chartId.replace(/[^\w-]/g, "_")}.png"`,
    "Cross-Origin-Resource-Policy": "cross-origin", // Teams in a browser shows it from its own page
    "X-Robots-Tag": "noindex",
  });
}

/** What went wrong is for the log: even a message meant for a person may name a file or a setting. */
function lastResort({ log }: IngressDeps): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const status = clientFault(error) ?? 500;
    const errorId = newErrorId();
    // The path alone: queries hold the codes and states of an installation.
    if (status === 500) log.error({ err: error, errorId, path: request.path }, "a request failed");
    if (response.headersSent) response.destroy();
    else if (status === 413) sendProblem(response, status, "too_long", "The request is too long.");
    else if (status < 500) sendProblem(response, status, "bad_request", "The request could not be read.");
    else sendProblem(response, status, "failed", `The request failed; the log has the details: ${errorId}.`);
  };
}

/** Express and the body parsers mark what the client did wrong with a 4xx status. */
function clientFault(error: unknown): number | null {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : null;
  return typeof status === "number" && status >= 400 && status < 500 ? status : null;
}

function sendProblem(response: Response, status: number, error: string, message: string): void {
  response.status(status).json({ error, message });
}
