import { APIConnectionTimeoutError, APIError, APIUserAbortError, type OpenAI } from "openai";
import { type Drafted, type Drafter, DraftFault, type Prompt } from "../port.ts";
import { openClient } from "./client.ts";
import { DRAFT, type Format } from "./schema.ts";
import type { OpenAiSettings } from "./settings.ts";
import { WAYS, type Way } from "./ways.ts";

/** Which way the server at an address knows: not tried out again. */
const known = new Map<string, number>();

/** OpenAI's Responses API or, at compatible servers that lack it, chat completions; never streamed, never stored. */
export function createOpenAiDrafter(settings: OpenAiSettings): Drafter {
  const ask = askedOf(settings);
  return { model: settings.model, draft: (prompt, signal) => ask(prompt, DRAFT, signal) };
}

/** Asks the model for something of a shape. @throws DraftFault */
export function askedOf(settings: OpenAiSettings) {
  const { model } = settings;
  const client = openClient(settings);
  return async (prompt: Prompt, format: Format, signal: AbortSignal): Promise<Drafted> => {
    const drafted = await byTheFirstWayKnown(client, model, prompt, format, signal);
    return { ...drafted, model: drafted.model === "" ? model : drafted.model };
  };
}

async function byTheFirstWayKnown(
  client: OpenAI,
  model: string,
  prompt: Prompt,
  format: Format,
  signal: AbortSignal,
): Promise<Drafted> {
  const start = known.get(client.baseURL) ?? 0;
  for (const [step, way] of WAYS.slice(start).entries()) {
    try {
      const drafted = await way.ask(client, model, prompt, format, signal);
      known.set(client.baseURL, start + step);
      return drafted;
    } catch (error) {
      if (error instanceof DraftFault) known.set(client.baseURL, start + step);
      if (!isUnknownThere(way, error)) throw faultOf(error);
    }
  }
  throw new DraftFault("down", "the server knows none of the ways of asking");
}

function isUnknownThere(way: Way, error: unknown): boolean {
  if (!(error instanceof APIError) || error.status === undefined) return false;
  return way.isUnknown(error.status, error.code ?? null);
}

/** The server's own words are left out: they may quote the key. */
function faultOf(cause: unknown): DraftFault {
  if (cause instanceof DraftFault) return cause;
  if (cause instanceof APIUserAbortError) return new DraftFault("down", "the deadline passed", { cause });
  if (cause instanceof APIConnectionTimeoutError)
    return new DraftFault("down", "the model did not answer in time", { cause });
  if (!(cause instanceof APIError)) return new DraftFault("down", "the answer could not be read", { cause });
  if (cause.status === undefined) return new DraftFault("down", "the model could not be reached", { cause });
  const code = typeof cause.code === "string" && /^[\w.-]{1,60}$/.test(cause.code) ? `, ${cause.code}` : "";
  return new DraftFault("down", `the model's server said ${cause.status}${code}`, { cause });
}
