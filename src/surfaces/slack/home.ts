import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Page } from "../../briefing/briefing.ts";
import type { ScheduleView } from "../../delivery/port.ts";
import { isMember } from "./asker.ts";
import { callSlack } from "./client.ts";
import type { SlackDeps } from "./deps.ts";
import type { SlackBlock, SlackMessage } from "./message.ts";
import { announced } from "./record.ts";
import { renderNote, renderPage } from "./render.ts";
import { newScheduleButton, scheduleBlocks } from "./render-schedule.ts";

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
/** Of the menu, what stands on top of the tab. */
const LEAD = "The case";
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

/** Each is three blocks: all of them leave room for the menu. */
const MOST_SCHEDULES = 20;
/** So many channels are asked whether the user is in them. */
const MOST_CHANNELS = 10;

export type HomeDeps = Pick<SlackDeps, "mode" | "assistant" | "schedules" | "log">;

interface Whose {
  readonly team: string;
  readonly user: string;
}

/**
 * The case, schedules, and what works with the data at hand; where nobody installed by OAuth, this stands for the welcome.
 * @param notice what became of a button, on top
 */
export async function publishHome(
  deps: HomeDeps,
  client: WebClient,
  { team, user }: Whose,
  notice?: SlackMessage,
): Promise<void> {
  const isSample = deps.mode() === "sample";
  const menu = isSample ? SAMPLE_PAGE : await menuOf(deps);
  const lead = menu.sections.filter(({ heading }) => heading === LEAD);
  const others = menu.sections.filter(({ heading }) => heading !== LEAD);
  const blocks = [
    ...(notice?.blocks ?? []),
    ...(lead.length > 0 ? renderPage({ ...menu, sections: lead }).blocks : []),
    ...(isSample ? [] : await scheduleSection(deps, client, { team, user })),
    ...renderPage({
      ...menu,
      ...(lead.length > 0 ? { title: "What there is" } : {}),
      sections: [...others, DOCTOR],
    }).blocks,
  ];
  await callSlack(client, "views.publish", {
    user_id: user,
    view: JSON.stringify({ type: "home", blocks: blocks.slice(0, HOME_BLOCKS) }),
  });
}

/** Those of the user, then others of channels that the user is in. The rest of the tab comes without them. */
async function scheduleSection(
  { schedules, log }: HomeDeps,
  client: WebClient,
  whose: Whose,
): Promise<readonly SlackBlock[]> {
  const kept = schedules();
  if (kept === null) return [];
  const head: SlackBlock = { type: "header", text: { type: "plain_text", text: "Scheduled briefings" } };
  const create: SlackBlock = { type: "actions", elements: [newScheduleButton()] };
  const none = "None of yours yet. A channel gets its briefing on every day New York trades.";
  try {
    const of = { platform: "slack", workspace: whose.team } as const;
    const own = await kept.list({ ...of, owner: whose.user });
    const others = (await kept.list(of)).filter(({ id }) => !own.some((each) => each.id === id));
    const all = [...own, ...(await visible(client, whose.user, others))];
    const left = all.length - MOST_SCHEDULES;
    return [
      head,
      ...(all.length === 0 ? renderNote(none).blocks : all.slice(0, MOST_SCHEDULES).flatMap(scheduleBlocks)),
      ...(left > 0 ? renderNote(`${left} more: type \`schedule list\` in their channels.`).blocks : []),
      create,
    ];
  } catch (error) {
    log.error({ err: error }, "the schedules for a home tab could not be told");
    return [head, ...renderNote("They could not be read now: open this tab again in a minute.").blocks];
  }
}

/** Nobody learns of a channel by its schedules. */
async function visible(
  client: WebClient,
  user: string,
  views: readonly ScheduleView[],
): Promise<readonly ScheduleView[]> {
  const channels = [...new Set(views.map(({ channel }) => channel))].slice(0, MOST_CHANNELS);
  const known = await Promise.all(
    channels.map(async (channel) => ({
      channel,
      isIn: await isMember(client, channel, user).catch(() => false),
    })),
  );
  const seen = new Set(known.flatMap(({ channel, isIn }) => (isIn ? [channel] : [])));
  return views.filter(({ channel }) => seen.has(channel));
}

/** What a bare command answers: which data, to when, what they can answer and what not. */
async function menuOf(deps: HomeDeps): Promise<Page> {
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
export async function welcomeInstaller(
  deps: SlackDeps,
  client: WebClient,
  { team, user }: Whose,
): Promise<void> {
  const opened = await callSlack(client, "conversations.open", { users: user });
  const channel = openedChannel.parse(opened).channel.id;
  const page = renderPage(await welcomePage(deps));
  await announced(deps, client, { workspace: team, channel, user }, page);
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
