import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel";
import { type Dispatcher, fetch, type Response } from "undici";
import type { Progress } from "../../market/port.ts";
import { SourceFault } from "./faults.ts";
import { checkZip } from "./zip.ts";

/** The published zip files have 13 kB and about 400 kB. */
const MAX_ZIP_BYTES = 10_000_000;

export interface DownloadOptions {
  readonly dispatcher?: Dispatcher | undefined;
  /** For everything: connecting, waiting, reading, asking again. */
  readonly timeoutMs: number;
  /** How long a server that failed is left alone. */
  readonly breakMs: number;
}

/** Without user, password and query, which may hold secrets. */
function shownUrl(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

type Download = (url: URL, label: string, progress?: Progress) => Promise<Buffer>;

/** Downloads zip files, asking again after passing faults, all within `timeoutMs`. Rejects with `SourceFault`. */
export function createDownload(options: DownloadOptions): Download {
  const failed = handleWhen((error) => !(error instanceof SourceFault) || error.transient);
  const policy = wrap(
    circuitBreaker(failed, { halfOpenAfter: options.breakMs, breaker: new ConsecutiveBreaker(1) }),
    timeout(options.timeoutMs, TimeoutStrategy.Aggressive),
    // The delays are drawn at random (decorrelated jitter).
    retry(failed, { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: 200, maxDelay: 2000 }) }),
  );
  let lastFault = "";
  return async (url, label, progress) => {
    try {
      return await policy.execute(({ signal }) => attempt(url, label, options, signal, progress));
    } catch (error) {
      const fault = faultOf(error, url, options, lastFault);
      lastFault = fault.message;
      throw fault;
    }
  };
}

function faultOf(error: unknown, url: URL, options: DownloadOptions, lastFault: string): SourceFault {
  if (error instanceof SourceFault) return error;
  if (error instanceof BrokenCircuitError) {
    const reason = lastFault.replace(/^not asked again so soon after: /, "");
    return new SourceFault(`not asked again so soon after: ${reason}`, { transient: true, cause: error });
  }
  if (error instanceof TaskCancelledError) {
    const problem = `${shownUrl(url)} did not answer within ${options.timeoutMs / 1000} s`;
    return new SourceFault(problem, { transient: true, cause: error });
  }
  throw error;
}

async function attempt(
  url: URL,
  label: string,
  options: DownloadOptions,
  signal: AbortSignal,
  progress?: Progress,
) {
  const response = await ask(url, options, signal);
  try {
    refuseAnswer(url, response);
    const bytes = await readBody(url, response, label, progress);
    checkZip(bytes);
    return bytes;
  } finally {
    if (!response.bodyUsed) await response.body?.cancel();
  }
}

/** Waits for the headers for part of the time only, so that a hanging server is asked a second time. */
async function ask(url: URL, options: DownloadOptions, signal: AbortSignal): Promise<Response> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), options.timeoutMs * 0.4);
  const { address, authorization } = splitCredentials(url);
  const headers = { accept: "application/zip", "user-agent": "smallcaps", ...authorization };
  const init = { headers, signal: AbortSignal.any([signal, patience.signal]) };
  try {
    return await fetch(address, options.dispatcher ? { ...init, dispatcher: options.dispatcher } : init);
  } catch (cause) {
    const problem = patience.signal.aborted ? "did not answer" : `could not be reached (${reasonOf(cause)})`;
    throw new SourceFault(`${shownUrl(url)} ${problem}`, { transient: true, cause });
  } finally {
    clearTimeout(timer);
  }
}

/** fetch refuses addresses with a user name in them; a mirror inside a firm may need one. */
function splitCredentials(url: URL): { address: URL; authorization: Record<string, string> } {
  const address = new URL(url);
  address.username = "";
  address.password = "";
  if (url.username === "") return { address, authorization: {} };
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return {
    address,
    authorization: { authorization: `Basic ${Buffer.from(credentials).toString("base64")}` },
  };
}

/** The cause only: fetch's own messages may quote the whole address. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error)) return "connection failed";
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}

function refuseAnswer(url: URL, response: Response): void {
  const { status } = response;
  if (status !== 200) {
    const transient = status >= 500 || status === 429 || status === 408;
    throw new SourceFault(`${shownUrl(url)} answered with status ${status}`, { transient });
  }
  if (url.protocol === "https:" && !response.url.startsWith("https:"))
    throw new SourceFault(`${shownUrl(url)} redirects to an unencrypted address`, { transient: false });
  if (/\btext\/html\b/i.test(response.headers.get("content-type") ?? ""))
    throw new SourceFault(`${shownUrl(url)} answered with a web page instead of a zip file`, {
      transient: false,
    });
}

async function readBody(url: URL, response: Response, label: string, progress?: Progress): Promise<Buffer> {
  const length = Number(response.headers.get("content-length") ?? 0);
  const total = length > 0 && !response.headers.has("content-encoding") ? ` of ${kilobytes(length)}` : "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  let told = 0;
  try {
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      size += chunk.length;
      if (Math.max(size, length) > MAX_ZIP_BYTES) break;
      if (size - told >= 64_000) progress?.(`French: ${label}, ${kilobytes(size)}${total}`);
      if (size - told >= 64_000) told = size;
    }
  } catch (cause) {
    const problem = `${shownUrl(url)} broke off after ${size} bytes (${reasonOf(cause)})`;
    throw new SourceFault(problem, { transient: true, cause });
  }
  if (Math.max(size, length) > MAX_ZIP_BYTES)
    throw new SourceFault(`${shownUrl(url)} answered with more than ${kilobytes(MAX_ZIP_BYTES)}`, {
      transient: false,
    });
  progress?.(`French: ${label}, ${kilobytes(size)} downloaded`);
  return Buffer.concat(chunks);
}

const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1000)} kB`;
