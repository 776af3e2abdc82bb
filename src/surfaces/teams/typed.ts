import { z } from "zod";
import type { Activity } from "./incoming.ts";

const mention = z.object({
  type: z.literal("mention"),
  mentioned: z.object({ id: z.string() }),
  text: z.string().min(1).nullish(),
});

/** A command is a line; what is far longer is told so instead of being read. */
export const LONGEST_LINE = 1_000;
const LONGEST_RAW = 20_000;
const ENTITIES: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/**
 * What a person typed, from what Teams sends: mentions of whomever gone, markup gone, the entities undone, one line.
 * The SDK's own stripping changes the activity, takes the first mention only, and throws where an entity has no text.
 */
export function typedText({ text, entities, recipient }: Activity): string {
  let typed = (text ?? "").slice(0, LONGEST_RAW);
  for (const entity of entities ?? []) {
    const read = mention.safeParse(entity).data;
    if (read?.text && read.mentioned.id === recipient.id) typed = typed.replaceAll(read.text, " ");
  }
  return withoutMarkup(typed);
}

/** One line of plain text, from a message's HTML; mentions are gone. */
export function withoutMarkup(html: string): string {
  return html
    .slice(0, LONGEST_RAW)
    .replace(/<at\b[^<>]*>[^<]*<\/at>/gi, " ")
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/&(?:nbsp|lt|gt|quot|#39|amp);/gi, (entity) => ENTITIES[entity.toLowerCase()] ?? entity)
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

/** In a channel or a group the bot is meant only where it was mentioned. */
export function mentionsBot({ entities, recipient }: Activity): boolean {
  return (entities ?? []).some((entity) => mention.safeParse(entity).data?.mentioned.id === recipient.id);
}
