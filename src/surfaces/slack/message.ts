import type { Block, KnownBlock } from "@slack/types";

/** `data_visualization` and what else Slack added since the types were made are plain blocks. */
export type SlackBlock = KnownBlock | Block;

/** What is posted: `text` is what notifications, screen readers and old clients get. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

/** Where the chart of a message is: a file uploaded before, a public URL, Slack's own chart block, or a table only. */
export type ChartPlace =
  | { readonly kind: "file"; readonly fileId: string }
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "native" }
  | { readonly kind: "none" };

/** The buttons and menus under an answer; their values carry the command line, so no state is kept. */
export const ACTIONS = {
  explain: "smallcaps_explain",
  definitions: "smallcaps_definitions",
  more: "smallcaps_more",
  csv: "smallcaps_csv",
  post: "smallcaps_post",
  client: "smallcaps_client",
  feedback: "smallcaps_feedback",
  /** Carries `schedule pause <id>` and the like; one a button, so they end in what they do. */
  schedule: "smallcaps_schedule",
  newSchedule: "smallcaps_new_schedule",
} as const;
