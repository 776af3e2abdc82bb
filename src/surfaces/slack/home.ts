import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { callSlack } from "./client.ts";
import type { SlackDeps } from "./deps.ts";
import { renderNote, renderPage } from "./render.ts";

const openedChannel = z.object({ channel: z.object({ id: z.string() }) });
const HOME_BLOCKS = 100;
const PROMPTS = [
  { title: "Valuation, every definition", message: "valuation" },
  { title: "After Fed cuts", message: "ratecut" },
  { title: "Small against large", message: "performance" },
  { title: "What can I ask?", message: "help" },
];

/** What it does, what works with the data at hand. */
export async function publishHome(deps: SlackDeps, client: WebClient, user: string): Promise<void> {
  const blocks =
    deps.mode() === "sample"
      ? renderNote("This installation runs on sample data, which are never sent to Slack.").blocks
      : await menuBlocks(deps);
  await callSlack(client, "views.publish", {
    user_id: user,
    view: JSON.stringify({ type: "home", blocks: blocks.slice(0, HOME_BLOCKS) }),
  });
}

async function menuBlocks(deps: SlackDeps) {
  const answer = await deps.assistant().answer("");
  return answer.kind === "page" ? renderPage(answer.page).blocks : [];
}

/** The agent view's suggestions; a workspace without that view refuses them, which is no fault. */
export async function suggestPrompts(client: WebClient, channel: string): Promise<void> {
  await callSlack(client, "assistant.threads.setSuggestedPrompts", {
    channel_id: channel,
    title: "Ask about US small-caps",
    prompts: JSON.stringify(PROMPTS),
  }).catch(() => undefined);
}

/** The first words to whoever installed the app: data status, three commands that work, `doctor`. */
export async function welcomeInstaller(deps: SlackDeps, client: WebClient, user: string): Promise<void> {
  const opened = await callSlack(client, "conversations.open", { users: user });
  const channel = openedChannel.parse(opened).channel.id;
  const menu =
    deps.mode() === "sample"
      ? "It runs on sample data, which are never sent to Slack: set SMALLCAPS_DATA=live or DATA_FOLDER."
      : "Try `valuation`, `ratecut` or `performance` here, or `/smallcaps` in a channel that you invited me to.";
  await callSlack(client, "chat.postMessage", {
    channel,
    text: `smallcaps is installed. ${menu} If something is amiss, whoever runs the server can type: npm run --silent admin -- doctor`,
  });
}
