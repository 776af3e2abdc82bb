import { LLMock } from "@copilotkit/aimock";
import type { Draft } from "../../../src/narrative/port.ts";

/** What the model answers, or how it fails. */
export type Answer = Parameters<LLMock["on"]>[1];

/** What a request held, as the mock's journal keeps it. */
export interface Asked {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** A server of OpenAI's APIs on this machine, which answers as told, one request after the other; the last for ever. */
export async function startModel(...answers: readonly Answer[]) {
  const mock = new LLMock({ port: 0, host: "127.0.0.1" });
  const queue = [...answers];
  /** The next answer; the last one stays. */
  const next = (request: Parameters<Extract<Answer, (...given: never) => unknown>>[0]) => {
    const answer = queue.length > 1 ? queue.shift() : queue[0];
    if (answer === undefined) throw new Error("the model was not told what to answer");
    return (typeof answer === "function" ? answer(request) : answer) as never;
  };
  mock.on({ predicate: () => true }, next);
  await mock.start();
  return {
    /** As OPENAI_BASE_URL. */
    url: `${mock.url}/v1`,
    bare: mock.url,
    mock,
    /** What it answers from now on. */
    says: (...given: readonly Answer[]) => void queue.splice(0, queue.length, ...given),
    asked: (): readonly Asked[] =>
      mock.getRequests().map(({ path, body, headers }) => ({
        path,
        body: body as unknown as Asked["body"],
        headers,
      })),
    forget: () => mock.clearRequests(),
    close: () => mock.stop(),
  };
}

export type Model = Awaited<ReturnType<typeof startModel>>;

export const drafting = (draft: Draft, more: Readonly<Record<string, unknown>> = {}) =>
  ({ content: JSON.stringify(draft), ...more }) as Answer;
