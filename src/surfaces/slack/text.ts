const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/**
 * What a person typed, from what Slack sends: mentions of the bot gone, links and channels as the words they
 * show, the three entities undone.
 */
export function typedText(raw: string, botUserId: string | undefined): string {
  const bot = botUserId ? raw.replaceAll(new RegExp(`<@${botUserId}(\\|[^>]*)?>`, "g"), " ") : raw;
  return bot
    .replace(/<(?:https?:\/\/|mailto:|[#@!])[^|>]*\|([^>]*)>/g, "$1")
    .replace(/<(https?:\/\/[^>]*)>/g, "$1")
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}
