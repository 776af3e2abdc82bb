/** Of the characters that Unicode leaves to private use: no briefing holds it. */
const MARK = "\uE000";

/** What stands for an id in a message that is rendered once for many; as long as the id, so that the same fits. */
export const standInFor = (id: string) => MARK.repeat(id.length);

/** A message with the id where its stand-in was. What holds none is shared, not copied. */
export function filledIn<T>(value: T, id: string): T {
  return fill(value, standInFor(id), id) as T;
}

function fill(value: unknown, standIn: string, id: string): unknown {
  if (typeof value === "string") return value.includes(standIn) ? value.replaceAll(standIn, id) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const filled = value.map((each) => fill(each, standIn, id));
    return filled.every((each, index) => each === value[index]) ? value : filled;
  }
  const entries = Object.entries(value);
  const filled = entries.map(([name, each]) => [name, fill(each, standIn, id)] as const);
  return filled.every(([, each], index) => each === entries[index]?.[1]) ? value : Object.fromEntries(filled);
}
