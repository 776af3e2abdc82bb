/** Where the model is, and how it is asked. */
export interface OpenAiSettings {
  /** "https://api.openai.com/v1", a compatible server's, or an Azure resource's. */
  readonly baseUrl: string;
  /** Null: a server of one's own that asks for none. */
  readonly apiKey: string | null;
  /** On Azure: the deployment's name. */
  readonly model: string;
  /** Azure's dated API; null: OpenAI's own, or Azure's v1 API. */
  readonly apiVersion: string | null;
  /** Honours the proxy and the private CA. */
  readonly fetch: typeof globalThis.fetch;
  /** Of one attempt; 20 s when left out. */
  readonly timeoutMs?: number;
}

const AZURE = /\.(openai\.azure|cognitiveservices\.azure|services\.ai\.azure)\.(com|us|cn)$/;

/** An Azure resource is often given by its bare address: its API lies below. */
export function apiAddress({ baseUrl, apiVersion }: Pick<OpenAiSettings, "baseUrl" | "apiVersion">): string {
  const base = baseUrl.replace(/\/+$/, "");
  const { hostname, pathname } = new URL(base);
  if (!AZURE.test(hostname) && apiVersion === null) return base;
  if (apiVersion !== null) return /\/openai(\/|$)/.test(pathname) ? base : `${base}/openai`;
  return pathname === "/" || pathname === "/openai" ? `${base.replace(/\/openai$/, "")}/openai/v1` : base;
}
