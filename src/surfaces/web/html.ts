/** Not exported, so that only the `html` tag below can mark text as markup: data read from anywhere cannot. */
const MARKUP: unique symbol = Symbol("markup");

/** Markup that is safe to send: every value in it was escaped on the way in. */
export interface Html {
  readonly [MARKUP]: string;
}

/** What a template takes. Text is escaped; `null`, `undefined` and `false` print nothing; lists are joined. */
export type Fragment = Html | string | number | false | null | undefined | readonly Fragment[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Builds markup. Values are escaped for text and for attributes in double quotes; write no other kind. */
export function html(parts: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  const markup = parts.reduce((text, part, i) => text + print(values[i - 1]) + part);
  return { [MARKUP]: markup };
}

export function markupOf(fragment: Html): string {
  return fragment[MARKUP];
}

function print(fragment: Fragment): string {
  if (fragment === null || fragment === undefined || fragment === false) return "";
  if (typeof fragment === "string") return fragment.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? "");
  if (typeof fragment === "number") return String(fragment);
  if (isList(fragment)) return fragment.map(print).join("");
  return fragment[MARKUP];
}

/** `Array.isArray` alone does not narrow a readonly array. */
function isList(fragment: Html | readonly Fragment[]): fragment is readonly Fragment[] {
  return Array.isArray(fragment);
}
