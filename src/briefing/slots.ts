import type { Figure } from "./figure.ts";
import { formatFigure } from "./format.ts";
import { isAbsent } from "./value.ts";

const SLOT = /\{\{([^{}]*)\}\}/g;

/**
 * Fills `{{figure.key}}` with the formatted figure. `{{figure.key|abs}}`-like options do not exist:
 * a sentence that needs another reading of a number needs another figure.
 * @throws TypeError for a slot that names no figure: a template's bug.
 */
export function fillSlots(text: string, figures: ReadonlyMap<string, Figure>): string {
  return text.replace(SLOT, (_slot, key: string) => {
    const figure = figures.get(key);
    if (figure === undefined) throw new TypeError(`text names the figure "${key}", which was not computed`);
    return formatFigure(figure);
  });
}

/** Where one sentence of a template ends and the next begins. */
const SENTENCE_END = /(?<=[.!?]) (?=[A-Z{\d])/;

/**
 * Fills the slots of sentences; one that names an absent figure is left out, since "n/m" or "withheld" in its
 * midst says nothing. "" when none is left.
 */
export function fillSentences(text: string, figures: ReadonlyMap<string, Figure>): string {
  const said = text
    .split(SENTENCE_END)
    .filter((sentence) => slotKeys(sentence).every((key) => !isAbsent(figures.get(key)?.value)));
  return fillSlots(said.join(" "), figures);
}

/** The figure keys a text names, in order. */
export function slotKeys(text: string): readonly string[] {
  return [...text.matchAll(SLOT)].map((match) => match[1] ?? "");
}
