import { SaxesParser } from "saxes";
import { layoutFault } from "../http/fault.ts";

/** An element with all below it; names without their prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: Open[];
  text: string;
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * Reads a document once and hands over each element of the names asked for, whole and in document order; what lies
 * between is not kept. @throws SourceFault where the document is cut short or not XML
 */
export function readElements(
  xml: string,
  names: ReadonlySet<string>,
  take: (element: Element) => void,
): void {
  const stack: Open[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw layoutFault(`is not well-formed XML (${error.message})`);
  });
  parser.on("opentag", ({ name, attributes }) => {
    const local = localName(name);
    if (stack.length > 0 || names.has(local))
      stack.push({ name: local, attributes: { ...attributes }, children: [], text: "" });
  });
  parser.on("text", (text) => {
    const open = stack.at(-1);
    if (open) open.text += text;
  });
  parser.on("closetag", () => {
    const closed = stack.pop();
    if (!closed) return;
    closed.text = closed.text.trim();
    const parent = stack.at(-1);
    if (parent) parent.children.push(closed);
    else take(closed);
  });
  parser.write(xml).close();
}

export function childOf(element: Element, name: string): Element | undefined {
  return element.children.find((child) => child.name === name);
}

/** The text of a child, null where it is missing, empty or "N/A". */
export function textOf(element: Element, name: string): string | null {
  const text = childOf(element, name)?.text ?? "";
  return text === "" || text === "N/A" ? null : text;
}
