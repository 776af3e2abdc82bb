import { AzureOpenAI, OpenAI } from "openai";
import { apiAddress, type OpenAiSettings } from "./settings.ts";

/** Of one attempt; the asker's own deadline is shorter in a conversation. */
const TIMEOUT_MS = 20_000;
/** After the first: with a wait that grows and varies, or as long as the server asks for. */
const RETRIES = 2;

/** Everything is said, so that nothing is read from the environment. */
export function openClient(settings: OpenAiSettings): OpenAI {
  const { apiKey, apiVersion, fetch, timeoutMs = TIMEOUT_MS } = settings;
  const options = {
    apiKey: apiKey ?? "none",
    baseURL: apiAddress(settings),
    organization: null,
    project: null,
    fetch,
    timeout: timeoutMs,
    maxRetries: RETRIES,
    logLevel: "off",
  } as const;
  return apiVersion === null ? new OpenAI(options) : new AzureOpenAI({ ...options, apiVersion });
}
