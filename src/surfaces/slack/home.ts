import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Page } from "../../briefing/briefing.ts";
import { callSlack } from "./client.ts";
import type { SlackDeps } from "./deps.ts";
import { renderPage } from "./render.ts";

const openedChannel = z.object({ channel: z.object({ id: z.string() }) });
const HOME_BLOCKS = 100;
const SAMPLE_PAGE: Page = {
  title: "US small-caps against large-caps",
  sections: [
    {
      heading: "Data",
      lines: [
        "This installation runs on sample data, which are never sent to Slack.",
        "To load real data, set SMALLCAPS_DATA=live or DATA_FOLDER and start again.",
      ],
    },
  ],
};
const TRY = "Try here, or after /smallcaps in a channel that you invited me to";
const DOCTOR = {
  heading: "If something is amiss",
  lines: ["Whoever runs the server can type `npm run --silent admin -- doctor`."],
};
const PROMPTS = [
  { title: "Valuation, every definition", message: "valuation" },
  { title: "After Fed cuts", message: "ratecut" },
  { title: "Small against large", message: "performance" },
  { title: "What can I ask?", message: "help" },
];

/** What works with the data at hand; where nobody installed by OAuth, this stands for the welcome. */
export async function publishHome(deps: SlackDeps, client: WebClient, user: string): Promise<void> {
  const menu = deps.mode() === "sample" ? SAMPLE_PAGE : await menuOf(deps);
  const { blocks } = renderPage({ ...menu, sections: [...menu.sections, DOCTOR] });
  await callSlack(client, "views.publish", {
    user_id: user,
    view: JSON.stringify({ type: "home", blocks: blocks.slice(0, HOME_BLOCKS) }),
  });
}

/** What a bare command answers: which data, to when, what they can answer and what not. */
async function menuOf(deps: SlackDeps): Promise<Page> {
  const answer = await deps.assistant().answer("");
  if (answer.kind !== "page") throw new TypeError("a bare command answers with the menu");
  return answer.page;
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
  const { text, blocks } = renderPage(await welcomePage(deps));
  await callSlack(client, "chat.postMessage", { channel, text, blocks: JSON.stringify(blocks) });
}

async function welcomePage(deps: SlackDeps): Promise<Page> {
  const title = "smallcaps is installed";
  if (deps.mode() === "sample") return { title, sections: [...SAMPLE_PAGE.sections, DOCTOR] };
  // The welcome arrives even where the data do not.
  const menu = await menuOf(deps).catch((error: unknown) => {
    deps.log.error({ err: error }, "the data status for the welcome could not be told");
    return null;
  });
  const linesUnder = (heading: string) =>
    menu?.sections.find((section) => section.heading === heading)?.lines ?? [];
  const ready = linesUnder("Works now");
  const asTheyStand = linesUnder("Also").filter((line) => !line.includes("<"));
  const sections = [
    { heading: "Data", lines: linesUnder("Data") },
    { heading: TRY, lines: [...ready, ...asTheyStand].slice(0, 3) },
    { heading: "Works too", lines: ready.slice(3) },
    { heading: "Needs more data", lines: linesUnder("Needs more data") },
    DOCTOR,
  ];
  return { title, sections: sections.filter(({ lines }) => lines.length > 0) };
}
