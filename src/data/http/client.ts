import { createHash } from "node:crypto";
import { BrokenCircuitError, TaskCancelledError } from "cockatiel";
import { type Dispatcher, fetch, type Response } from "undici";
import type { SourceResponse } from "../../briefing/figure.ts";
import { type Address, askedUrl, shownUrl } from "./address.ts";
import { type BodyKind, limitFault, refuseBody, refuseType } from "./body.ts";
import { SourceFault } from "./fault.ts";
import type { Pace } from "./pace.ts";
import { createPolicy } from "./policy.ts";
import { readBody } from "./read-body.ts";
import { reasonOf } from "./reason.ts";
import { blot, saidIn } from "./said.ts";

export interface ClientOptions {
  readonly now: () => Date;
  /** For a proxy. */
  readonly dispatcher?: Dispatcher | undefined;
  /** For one request in all: connecting, waiting, reading, asking again. */
  readonly timeoutMs: number;
  /** How long a server that failed is left alone. */
  readonly breakMs: number;
  readonly userAgent?: string | undefined;
  /** Shared by all clients that count against one limit. */
  readonly pace?: Pace | undefined;
  /** Blotted out of every message. */
  readonly secrets?: readonly string[];
}

export interface Request extends Address {
  readonly kind: BodyKind;
  /** Sent to the address's own origin only; never shown. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Posted as JSON. */
  readonly json?: unknown;
  readonly maxBytes: number;
  /** Throws `SourceFault` where the bytes are not whole; asked again where that is `transient`. */
  readonly check?: (bytes: Buffer) => void;
  /** Told how many bytes have come, and how many are to come, where known. */
  readonly progress?: (bytes: number, total: number | null) => void;
}

/** What came, and its provenance. */
export interface Got {
  readonly bytes: Buffer;
  readonly response: SourceResponse;
}

export type Client = (request: Request) => Promise<Got>;

/**
 * One source's way over HTTP: in time, asked again with jitter after passing faults, left alone after failing, and
 * when it asks for it. Refuses what is no answer although it says so. Rejects with `SourceFault` only.
 */
export function createClient(options: ClientOptions): Client {
  const policy = createPolicy(options);
  const { secrets = [] } = options;
  let lastFault = "";
  let restUntil = 0;

  return async (request) => {
    const shown = shownUrl({ base: request.base, path: request.path });
    if (performance.now() < restUntil)
      throw new SourceFault(`not asked again so soon after: ${lastFault}`, { transient: true });
    try {
      // The wait for one's turn does not count against the time limit; that of a second attempt does.
      await options.pace?.();
      let attempts = 0;
      return await policy.execute(async ({ signal }) => {
        attempts += 1;
        if (attempts > 1) await options.pace?.(signal);
        return attempt(request, shown, options, signal);
      });
    } catch (error) {
      const fault = faultOf(error, shown, options, lastFault);
      const clean = cleaned(fault, [...secrets, ...secretsOf(request)]);
      if (clean.restMs > 0) restUntil = performance.now() + clean.restMs;
      if (clean.transient) lastFault = clean.message.replace(/^not asked again so soon after: /, "");
      throw clean;
    }
  };
}

/** What a server might send back, or a library quote. */
function secretsOf({ base, secretQuery = {}, headers = {} }: Request): readonly string[] {
  const tokens = Object.values(headers).flatMap((value) => [value, value.replace(/^\w+ /, "")]);
  const own = [
    decodeURIComponent(base.password),
    decodeURIComponent(base.username),
    ...base.searchParams.values(),
  ];
  return [...own, ...Object.values(secretQuery), ...tokens];
}

function cleaned(fault: SourceFault, secrets: readonly string[]): SourceFault {
  const message = blot(fault.message, secrets);
  if (message === fault.message) return fault;
  const { transient, status, restMs } = fault;
  return new SourceFault(message, { transient, restMs, ...(status === null ? {} : { status }) });
}

function faultOf(error: unknown, shown: string, options: ClientOptions, lastFault: string): SourceFault {
  if (error instanceof SourceFault) return error;
  if (error instanceof BrokenCircuitError)
    return new SourceFault(`not asked again so soon after: ${lastFault}`, { transient: true, cause: error });
  if (error instanceof TaskCancelledError || (error instanceof Error && error.name === "AbortError")) {
    const problem = `${shown} did not answer within ${options.timeoutMs / 1000} s`;
    return new SourceFault(problem, { transient: true, cause: error });
  }
  throw error;
}

async function attempt(
  request: Request,
  shown: string,
  options: ClientOptions,
  signal: AbortSignal,
): Promise<Got> {
  const response = await follow(request, shown, options, signal);
  try {
    if (response.status !== 200) throw await statusFault(shown, response);
    refuseType(shown, request.kind, response);
    const bytes = await readBody(shown, response, request);
    refuseBody(shown, request.kind, response.headers.get("content-type") ?? "", bytes);
    request.check?.(bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const retrievedAt = options.now().toISOString();
    return { bytes, response: { url: shownUrl(request), sha256, retrievedAt, status: 200 } };
  } finally {
    if (!response.bodyUsed) await response.body?.cancel().catch(() => {});
  }
}

const MOST_REDIRECTS = 5;

/** Follows redirects by itself: fetch would ask an unencrypted address before anyone could refuse. */
async function follow(
  request: Request,
  shown: string,
  options: ClientOptions,
  signal: AbortSignal,
): Promise<Response> {
  const { url: first, authorization } = askedUrl(request);
  let url = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const own = url.origin === first.origin ? { ...authorization, ...request.headers } : {};
    const response = await ask(url, own, request, shown, options, signal);
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel().catch(() => {});
    url = redirected(location, url, request, shown);
  }
  throw new SourceFault(`${shown} redirects more than ${MOST_REDIRECTS} times`, { transient: false });
}

function redirected(location: string, from: URL, request: Request, shown: string): URL {
  const next = URL.parse(location, from.href);
  if (next === null || !/^https?:$/.test(next.protocol))
    throw new SourceFault(`${shown} redirects to something that is no web address`, { transient: false });
  if (from.protocol === "https:" && next.protocol !== "https:")
    throw new SourceFault(`${shown} redirects to an unencrypted address`, { transient: false });
  if (request.json !== undefined && next.origin !== from.origin)
    throw new SourceFault(`${shown} redirects what is posted to another host`, { transient: false });
  return next;
}

/** Waits for the headers for part of the time only, so that a hanging server is asked a second time. */
async function ask(
  url: URL,
  own: Readonly<Record<string, string>>,
  request: Request,
  shown: string,
  options: ClientOptions,
  signal: AbortSignal,
): Promise<Response> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), options.timeoutMs * 0.4);
  const posted = request.json === undefined ? {} : { method: "POST", body: JSON.stringify(request.json) };
  const headers = {
    accept: ACCEPT[request.kind],
    "user-agent": options.userAgent ?? "smallcaps",
    ...(request.json === undefined ? {} : { "content-type": "application/json" }),
    ...own,
  };
  try {
    return await fetch(url.href, {
      ...posted,
      headers,
      redirect: "manual",
      signal: AbortSignal.any([signal, patience.signal]),
      ...(options.dispatcher ? { dispatcher: options.dispatcher } : {}),
    });
  } catch (cause) {
    const problem = patience.signal.aborted ? "did not answer" : `could not be reached (${reasonOf(cause)})`;
    throw new SourceFault(`${shown} ${problem}`, { transient: true, cause });
  } finally {
    clearTimeout(timer);
  }
}

const ACCEPT: Readonly<Record<BodyKind, string>> = {
  json: "application/json",
  csv: "text/csv, text/plain;q=0.9, */*;q=0.1",
  zip: "application/zip",
  xml: "application/xml, text/xml;q=0.9, */*;q=0.1",
  text: "text/plain, */*;q=0.1",
};

async function statusFault(shown: string, response: Response): Promise<SourceFault> {
  const { status } = response;
  const text = await readBody(shown, response, { maxBytes: 20_000 }).then(
    (bytes) => bytes.toString("utf8"),
    () => "",
  );
  const limit = limitFault(shown, text, status);
  if (limit !== null && status !== 429) return limit;
  const said = saidIn(text);
  const message = `${shown} answered with status ${status}${said === null ? "" : `: ${said}`}`;
  const transient = status >= 500 || status === 429 || status === 408;
  return new SourceFault(message, { transient, status, restMs: restOf(response) });
}

/** Longer wishes are tried again all the same. */
const LONGEST_REST_MS = 3_600_000;

/** Seconds, or a date; anything else is no wish. */
function restOf(response: Response): number {
  const wish = response.headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(wish)) return Math.min(Number(wish) * 1_000, LONGEST_REST_MS);
  const until = Date.parse(wish);
  const from = Date.parse(response.headers.get("date") ?? "");
  if (!Number.isFinite(until) || !Number.isFinite(from)) return 0;
  return Math.min(Math.max(0, until - from), LONGEST_REST_MS);
}
