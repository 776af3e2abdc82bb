import type { Figure } from "./figure.ts";
import { formatFigure } from "./format.ts";

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

/** The figure keys a text names, in order. */
export function slotKeys(text: string): readonly string[] {
  return [...text.matchAll(SLOT)].map((match) => match[1] ?? "");
}
