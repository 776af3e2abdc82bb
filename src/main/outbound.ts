import { type Dispatcher, EnvHttpProxyAgent, type RequestInfo, fetch as undiciFetch } from "undici";
import type { Config } from "../config.ts";

/** The way out: through the proxy where one is set. */
export function outbound({ HTTPS_PROXY: proxy, NO_PROXY: noProxy }: Config): {
  fetch: typeof globalThis.fetch;
  dispatcher?: Dispatcher;
} {
  if (proxy === undefined) return { fetch: globalThis.fetch };
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: proxy,
    httpsProxy: proxy,
    ...(noProxy ? { noProxy } : {}),
  });
  const throughProxy = (input: unknown, init: object = {}) =>
    undiciFetch(input as RequestInfo, { ...init, dispatcher });
  return { fetch: throughProxy as unknown as typeof globalThis.fetch, dispatcher };
}
