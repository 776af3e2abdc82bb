/** What the app may do, and why: the manifest, the install page and `doctor` are made from this. */
export const BOT_SCOPES = {
  commands: "the slash command /smallcaps, and “Check this text” in a message's menu",
  "app_mentions:read": "to be asked by mention",
  "chat:write": "to answer",
  "files:write": "to put charts into answers",
  "channels:read": "to see whether a public channel is shared with another organisation, and its members",
  "groups:read": "the same for private channels it was invited to",
  "im:history": "to be asked in direct messages",
  "im:write": "to open the direct message for a private answer",
  "users:read": "to see whether a channel holds guests, who are not served",
  "assistant:write": "suggested prompts and a status while working, in the agent view",
} as const;

/** Not needed for answers; each adds something and can be left out. */
export const OPTIONAL_BOT_SCOPES = {
  "channels:history": "to look a scheduled post up after a crash: without it such a post stays unknown",
  "groups:history": "the same for private channels",
  "chat:write.public": "to post to public channels without being invited",
} as const;

export const BOT_EVENTS = [
  "app_home_opened",
  "app_mention",
  "app_uninstalled",
  "channel_shared",
  "function_executed",
  "member_joined_channel",
  "message.im",
  "tokens_revoked",
] as const;
