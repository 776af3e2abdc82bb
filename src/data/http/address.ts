import { BriefingError } from "../../briefing/errors.ts";

/** What to ask for. The base may hold a user, a password and a query: neither these nor `secrets` are ever shown. */
export interface Address {
  readonly base: URL;
  /** Below the base's own path, without a leading slash. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Parameters such as a key. */
  readonly secretQuery?: Readonly<Record<string, string>>;
  /** The public part of a posted body, shown after "#". */
  readonly fragment?: string;
}

/** The address as it may stand in messages, logs, provenance and cache keys. */
export function shownUrl({ base, path, query = {}, fragment }: Address): string {
  const text = new URLSearchParams(query).toString();
  return `${base.origin}${pathOf(base, path)}${text && `?${text}`}${fragment ? `#${fragment}` : ""}`;
}

/** fetch refuses addresses with a user name in them; a mirror inside a firm may need one. */
export function askedUrl({ base, path, query = {}, secretQuery = {} }: Address): {
  readonly url: URL;
  readonly authorization: Readonly<Record<string, string>>;
} {
  const url = new URL(base);
  url.username = "";
  url.password = "";
  url.hash = "";
  url.pathname = pathOf(base, path);
  for (const [name, value] of Object.entries({ ...query, ...secretQuery })) url.searchParams.set(name, value);
  if (base.username === "") return { url, authorization: {} };
  const credentials = `${decodeURIComponent(base.username)}:${decodeURIComponent(base.password)}`;
  return { url, authorization: { authorization: `Basic ${Buffer.from(credentials).toString("base64")}` } };
}

const pathOf = (base: URL, path: string) => `${base.pathname.replace(/\/+$/, "")}/${path}`;

/** @throws BriefingError `bad_config` that names the setting, without what may be secret in it */
export function parseBase(setting: string, baseUrl: string): URL {
  const url = URL.parse(baseUrl);
  if (url?.protocol === "https:" || url?.protocol === "http:") return url;
  const shown = JSON.stringify(baseUrl.replace(/[?#].*$/, "").replace(/\/\/[^/@]*@/, "//"));
  throw new BriefingError(
    "bad_config",
    `${setting} ${shown} is not a web address`,
    "Write https://host/folder.",
  );
}
