import type { OpenAI } from "openai";
import { zodResponseFormat, zodTextFormat } from "openai/helpers/zod";
import type { ChatCompletion } from "openai/resources/chat/completions";
import type { Response } from "openai/resources/responses/responses";
import { type Drafted, DraftFault, type Prompt, type Usage } from "../port.ts";
import type { Format } from "./schema.ts";

/** A way of asking that some servers have and others have not. */
export interface Way {
  readonly name: string;
  ask(client: OpenAI, model: string, prompt: Prompt, format: Format, signal: AbortSignal): Promise<Drafted>;
  /** Whether a refusal with this status says that the server does not know this way. */
  isUnknown(status: number, code: string | null): boolean;
}

/** Five sentences and, for models that think first, what they think. */
const MOST_TOKENS = 6_000;

const responses: Way = {
  name: "responses",
  ask: async (client, model, { instructions, input }, { name, shape }, signal) => {
    const response = await client.responses.create(
      {
        model,
        instructions,
        input,
        text: { format: zodTextFormat(shape, name) },
        max_output_tokens: MOST_TOKENS,
        store: false,
        stream: false,
      },
      { signal },
    );
    return draftedBy(response);
  },
  isUnknown: (status, code) => isMissing(status) && code !== "model_not_found",
};

const chat: Way = {
  name: "chat completions",
  ask: async (client, model, prompt, { name, shape }, signal) => {
    const completion = await client.chat.completions.create(
      {
        model,
        messages: messagesOf(prompt),
        response_format: zodResponseFormat(shape, name),
        max_completion_tokens: MOST_TOKENS,
        store: false,
        stream: false,
      },
      { signal },
    );
    return draftedIn(completion);
  },
  isUnknown: (status, code) => (status === 400 || status === 422) && code !== "model_not_found",
};

/** For servers that refuse what they do not know: the shape stands in the instructions alone. */
const plainChat: Way = {
  name: "chat completions without a schema",
  ask: async (client, model, prompt, _format, signal) =>
    draftedIn(await client.chat.completions.create({ model, messages: messagesOf(prompt) }, { signal })),
  isUnknown: () => false,
};

/** In the order in which they are tried. */
export const WAYS: readonly Way[] = [responses, chat, plainChat];

const isMissing = (status: number) => status === 404 || status === 405 || status === 501;

const messagesOf = ({ instructions, input }: Prompt) => [
  { role: "system" as const, content: instructions },
  { role: "user" as const, content: input },
];

function draftedBy({ model, status, incomplete_details, error, output, usage }: Response): Drafted {
  const used: Usage = { input: usage?.input_tokens ?? 0, output: usage?.output_tokens ?? 0 };
  const declined = (why: string) => new DraftFault("declined", why, { usage: used });
  const parts = (Array.isArray(output) ? output : []).flatMap((item) =>
    item.type === "message" && Array.isArray(item.content) ? item.content : [],
  );
  if (parts.some((part) => part.type === "refusal")) throw declined("the model refused to write");
  if (status === "incomplete")
    throw declined(`the answer was cut off (${incomplete_details?.reason ?? "?"})`);
  if (status === "failed") throw declined(`the model failed (${error?.code ?? "no code"})`);
  const text = parts.map((part) => (part.type === "output_text" ? part.text : "")).join("");
  if (text.trim() === "") throw declined("the model wrote nothing");
  return { output: text, model: nameOf(model), usage: used };
}

function draftedIn({ model, choices, usage }: ChatCompletion): Drafted {
  const used: Usage = { input: usage?.prompt_tokens ?? 0, output: usage?.completion_tokens ?? 0 };
  const declined = (why: string) => new DraftFault("declined", why, { usage: used });
  const choice = Array.isArray(choices) ? choices[0] : undefined;
  if (choice?.message?.refusal) throw declined("the model refused to write");
  if (choice?.finish_reason === "content_filter") throw declined("the model refused to write");
  if (choice?.finish_reason === "length") throw declined("the answer was cut off (length)");
  const text = choice?.message?.content;
  if (typeof text !== "string" || text.trim() === "") throw declined("the model wrote nothing");
  return { output: withoutFence(text), model: nameOf(model), usage: used };
}

/** Chat models like to put JSON into a fence. */
function withoutFence(text: string): string {
  return /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/.exec(text)?.[1] ?? text;
}

const nameOf = (model: unknown) => (typeof model === "string" ? model : "");
