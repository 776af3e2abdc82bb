export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A JSON object, or an empty one where the text is not. */
export function objectOf(text: string): Json {
  const value = parsed(text);
  return isJson(value) ? value : {};
}

/** Arguments of a Web API call as Slack reads them: forms whose objects and lists are JSON, or a JSON body. */
export function argumentsOf(body: string, contentType: string): Json {
  if (contentType.includes("application/json")) return objectOf(body);
  const entries = [...new URLSearchParams(body)];
  return Object.fromEntries(entries.map(([key, value]) => [key, decoded(value)]));
}

export function stringOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function decoded(value: string): unknown {
  if (!/^\s*[[{]/.test(value)) return value;
  const read = parsed(value);
  return typeof read === "object" && read !== null ? read : value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
