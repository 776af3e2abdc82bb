const MESSAGE_KEYS = ["error_message", "Error Message", "Note", "Information", "message", "detail", "error"];

/** The message of a body that is one: a small JSON object of a few fields. Null where it is something else. */
export function saidIn(text: string): string | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return null;
  const entries = Object.entries(parsed);
  if (entries.length > 4) return null;
  const found = MESSAGE_KEYS.flatMap((key) => entries.filter(([name]) => name === key));
  const said = found.map(([, value]) => value).find((value) => typeof value === "string" && value !== "");
  return typeof said === "string" ? plain(said) : null;
}

/** On one line, without what could be taken for a slot of ours, at most 160 characters. */
function plain(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .replaceAll(/\{\{|\}\}/g, "")
    .replace(/\s+/gu, " ")
    .trim();
  return line.length > 160 ? `${line.slice(0, 159).toWellFormed()}…` : line;
}

/** The text with every secret in it blotted out. */
export function blot(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((clean, secret) => clean.replaceAll(secret, "[secret]"), text);
}
