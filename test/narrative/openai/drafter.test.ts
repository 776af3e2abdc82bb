import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createOpenAiDrafter } from "../../../src/narrative/openai/drafter.ts";
import { apiAddress, type OpenAiSettings } from "../../../src/narrative/openai/settings.ts";
import { DraftFault } from "../../../src/narrative/port.ts";
import { type Answer, type Model, startModel } from "../../support/narrative/model.ts";

const PROMPT = { instructions: "how to write", input: '{"figures":[]}' };
const CONTENT = '{"sentences":[]}';
const GOOD = {
  content: CONTENT,
  model: "model-as-served",
  usage: { input_tokens: 120, output_tokens: 30, prompt_tokens: 120, completion_tokens: 30 },
};

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function model(...answers: readonly Answer[]): Promise<Model> {
  const started = await startModel(...answers);
  open.push(started.close);
  return started;
}

const drafterAt = (baseUrl: string, more: Partial<OpenAiSettings> = {}) =>
  createOpenAiDrafter({
    baseUrl,
    apiKey: "sk-secret",
    model: "model-wished",
    apiVersion: null,
    fetch: globalThis.fetch,
    ...more,
  });

const never = new AbortController().signal;

async function faultAt(
  baseUrl: string,
  more: Partial<OpenAiSettings> = {},
  signal = never,
): Promise<DraftFault> {
  const error: unknown = await drafterAt(baseUrl, more)
    .draft(PROMPT, signal)
    .catch((each: unknown) => each);
  if (!(error instanceof DraftFault)) throw new Error(`no fault: ${JSON.stringify(error)}`);
  return error;
}

/** A server that answers each path with a status and a body of its own. */
async function rawServer(
  answer: (
    path: string,
    request: string,
  ) => { status?: number; body: string; headers?: Record<string, string> } | null,
): Promise<{ url: string; paths: string[]; bodies: string[] }> {
  const [paths, bodies]: [string[], string[]] = [[], []];
  const server: Server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      paths.push(request.url ?? "");
      bodies.push(text);
      const given = answer(request.url ?? "", text);
      if (given === null) return; // hangs
      response.writeHead(given.status ?? 200, { "content-type": "application/json", ...given.headers });
      response.end(given.body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  open.push(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, paths, bodies };
}

describe("the Responses API", () => {
  it("is asked with a strict schema, unstored and unstreamed", async () => {
    const server = await model(GOOD);
    const drafted = await drafterAt(server.url).draft(PROMPT, never);
    expect(drafted).toEqual({ output: CONTENT, model: "model-as-served", usage: { input: 120, output: 30 } });
    const raw = await rawServer(() => ({ body: JSON.stringify({ output: [], status: "completed" }) }));
    await faultAt(raw.url);
    const sent = JSON.parse(raw.bodies[0] ?? "") as Record<string, unknown>;
    expect(raw.paths).toEqual(["/v1/responses"]);
    expect(sent).toMatchObject({
      model: "model-wished",
      instructions: "how to write",
      input: '{"figures":[]}',
      store: false,
      stream: false,
      text: { format: { type: "json_schema", strict: true } },
    });
    const { text } = sent as { text: { format: { schema: Record<string, unknown> } } };
    const sentence = JSON.stringify(text.format.schema);
    for (const key of ["text", "figures", "claimType", "subject", "direction", "comparator"])
      expect(sentence).toContain(`"${key}"`);
    expect(text.format.schema).toMatchObject({ additionalProperties: false, required: ["sentences"] });
  });

  it("waits as the server asks after 429, and tries again", async () => {
    const server = await model({ error: { message: "slow down" }, status: 429, retryAfter: 0 }, GOOD);
    await expect(drafterAt(server.url).draft(PROMPT, never)).resolves.toMatchObject({ output: CONTENT });
    expect(server.asked()).toHaveLength(2);
  });

  it("tries 503 three times in all, and then says what the server said, without its words", async () => {
    const server = await model({
      error: { message: "overloaded: key sk-secret", code: "overloaded" },
      status: 503,
    });
    const fault = await faultAt(server.url);
    expect(fault).toMatchObject({ kind: "down", message: "the model's server said 503, overloaded" });
    expect(server.asked()).toHaveLength(3);
  });

  it("does not try again what no trying mends", async () => {
    const server = await model({ error: { message: "bad key", code: "invalid_api_key" }, status: 401 });
    await expect(faultAt(server.url)).resolves.toMatchObject({
      kind: "down",
      message: "the model's server said 401, invalid_api_key",
    });
    expect(server.asked()).toHaveLength(1);
  });

  it("takes an answer that was cut off for none, and counts its cost", async () => {
    const server = await model({ ...GOOD, content: '{"sentences":[', finishReason: "length" });
    const fault = await faultAt(server.url);
    expect(fault).toMatchObject({ kind: "declined", usage: { input: 120, output: 30 } });
    expect(fault.message).toMatch(/^the answer was cut off/);
  });

  it("takes a refusal for none", async () => {
    const refusal = {
      model: "m",
      status: "completed",
      output: [{ type: "message", role: "assistant", content: [{ type: "refusal", refusal: "I cannot." }] }],
      usage: { input_tokens: 5, output_tokens: 2, total_tokens: 7 },
    };
    const server = await rawServer(() => ({ body: JSON.stringify(refusal) }));
    await expect(faultAt(server.url)).resolves.toMatchObject({
      kind: "declined",
      message: "the model refused to write",
      usage: { input: 5, output: 2 },
    });
  });

  it.each([
    ["half a document", '{"output": [{"ty'],
    ["something else", '"hello"'],
    ["a page", "<html>hello</html>"],
    ["nothing", "{}"],
    ["null", "null"],
  ])("survives an answer that is %s", async (_what, body) => {
    const server = await rawServer(() => ({ body }));
    await expect(faultAt(server.url)).resolves.toBeInstanceOf(DraftFault);
  });

  it("is given up when the deadline passes, and when nobody listens", async () => {
    const hanging = await rawServer(() => null);
    const fault = await faultAt(hanging.url, {}, AbortSignal.timeout(50));
    expect(fault).toMatchObject({ kind: "down", message: "the deadline passed" });
    const slow = await faultAt(hanging.url, { timeoutMs: 30 });
    expect(slow).toMatchObject({ kind: "down", message: "the model did not answer in time" });
    const nobody = await faultAt("http://127.0.0.1:9/v1");
    expect(nobody).toMatchObject({ kind: "down", message: "the model could not be reached" });
  });
});

describe("servers without the Responses API", () => {
  const completion = (content: string, more: object = {}) =>
    JSON.stringify({
      model: "local-model",
      choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content }, ...more }],
      usage: { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 },
    });
  const missing = { status: 404, body: '{"error":{"message":"no such path"}}' };

  it("are asked by chat completions, and from then on by nothing else", async () => {
    const server = await rawServer((path) =>
      path.endsWith("/chat/completions") ? { body: completion(CONTENT) } : missing,
    );
    const drafter = drafterAt(server.url);
    await expect(drafter.draft(PROMPT, never)).resolves.toEqual({
      output: CONTENT,
      model: "local-model",
      usage: { input: 7, output: 3 },
    });
    await drafter.draft(PROMPT, never);
    await drafterAt(server.url).draft(PROMPT, never);
    expect(server.paths).toEqual(["/v1/responses", ...Array(3).fill("/v1/chat/completions")]);
    expect(JSON.parse(server.bodies[1] ?? "")).toMatchObject({
      model: "model-wished",
      store: false,
      stream: false,
      messages: [
        { role: "system", content: "how to write" },
        { role: "user", content: '{"figures":[]}' },
      ],
      response_format: { type: "json_schema", json_schema: { strict: true } },
    });
  });

  it("work with the mock's chat completions as well", async () => {
    const server = await model(GOOD);
    const behind = await rawServer(() => missing);
    const fetch: typeof globalThis.fetch = (input, init) =>
      globalThis.fetch(String(input).endsWith("/responses") ? `${behind.url}/responses` : input, init);
    await expect(drafterAt(`${server.bare}/v1`, { fetch }).draft(PROMPT, never)).resolves.toMatchObject({
      output: CONTENT,
    });
    expect(server.asked().map(({ path }) => path)).toEqual(["/v1/chat/completions"]);
  });

  it("are asked without a schema where they refuse one, and a fence around the answer is taken off", async () => {
    const server = await rawServer((path, body) => {
      if (!path.endsWith("/chat/completions")) return missing;
      if (body.includes("response_format")) return { status: 400, body: '{"error":{"message":"what?"}}' };
      return { body: completion(`\`\`\`json\n${CONTENT}\n\`\`\``) };
    });
    await expect(drafterAt(server.url).draft(PROMPT, never)).resolves.toMatchObject({ output: CONTENT });
    expect(server.paths).toHaveLength(3);
    expect(JSON.parse(server.bodies[2] ?? "")).not.toHaveProperty("response_format");
  });

  it.each([
    ["cut off", { finish_reason: "length" }, "the answer was cut off (length)"],
    ["filtered", { finish_reason: "content_filter" }, "the model refused to write"],
    [
      "refused",
      { message: { role: "assistant", content: null, refusal: "no" } },
      "the model refused to write",
    ],
    ["empty", { message: { role: "assistant", content: " " } }, "the model wrote nothing"],
  ])("an answer that is %s is none", async (_what, more, message) => {
    const server = await rawServer((path) =>
      path.endsWith("/chat/completions") ? { body: completion(CONTENT, more) } : missing,
    );
    await expect(faultAt(server.url)).resolves.toMatchObject({ kind: "declined", message });
  });

  it("an unknown model is not taken for an unknown way", async () => {
    const server = await rawServer(() => ({
      status: 404,
      body: '{"error":{"message":"no such model","code":"model_not_found"}}',
    }));
    await expect(faultAt(server.url)).resolves.toMatchObject({
      message: "the model's server said 404, model_not_found",
    });
    expect(server.paths).toEqual(["/v1/responses"]);
  });
});

describe("Azure", () => {
  it.each([
    ["https://api.openai.com/v1", null, "https://api.openai.com/v1"],
    ["http://127.0.0.1:8080/v1/", null, "http://127.0.0.1:8080/v1"],
    ["https://r.openai.azure.com", null, "https://r.openai.azure.com/openai/v1"],
    ["https://r.openai.azure.com/openai", null, "https://r.openai.azure.com/openai/v1"],
    ["https://r.openai.azure.com/openai/v1/", null, "https://r.openai.azure.com/openai/v1"],
    ["https://r.cognitiveservices.azure.com", null, "https://r.cognitiveservices.azure.com/openai/v1"],
    ["https://r.openai.azure.com", "2025-04-01-preview", "https://r.openai.azure.com/openai"],
    ["https://gateway.example.com/azure", "2025-04-01-preview", "https://gateway.example.com/azure/openai"],
  ])("%s with version %s is asked at %s", (baseUrl, apiVersion, address) => {
    expect(apiAddress({ baseUrl, apiVersion })).toBe(address);
  });

  it("a dated API gets its version and its own header; chat completions go to the deployment", async () => {
    const heads: Record<string, unknown>[] = [];
    const server = await rawServer((path) =>
      path.includes("/chat/completions")
        ? { body: JSON.stringify({ choices: [{ finish_reason: "stop", message: { content: CONTENT } }] }) }
        : { status: 404, body: "{}" },
    );
    const fetch: typeof globalThis.fetch = (input, init) => {
      heads.push(Object.fromEntries(new Headers(init?.headers)));
      return globalThis.fetch(input, init);
    };
    const base = server.url.replace("/v1", "");
    const drafter = drafterAt(base, { apiVersion: "2025-04-01-preview", fetch });
    await expect(drafter.draft(PROMPT, never)).resolves.toMatchObject({ model: "model-wished" });
    expect(server.paths).toEqual([
      "/openai/responses?api-version=2025-04-01-preview",
      "/openai/deployments/model-wished/chat/completions?api-version=2025-04-01-preview",
    ]);
    expect(heads[0]).toMatchObject({ "api-key": "sk-secret" });
    expect(heads[0]).not.toHaveProperty("authorization");
  });
});
