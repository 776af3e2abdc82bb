import type { Button } from "@slack/types";
import type { ScheduleView } from "../../delivery/port.ts";
import { cleanLine, clip, escapeMrkdwn } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import { ACTIONS, type SlackBlock, type SlackMessage } from "./message.ts";
import { scheduleButton } from "./render-actions.ts";
import { mrkdwnSections, plain, plainContext } from "./render-parts.ts";

/** Opens the form. @param channel proposed in it */
export function newScheduleButton(channel?: string): Button {
  return {
    type: "button",
    action_id: ACTIONS.newSchedule,
    text: plain("New schedule"),
    value: JSON.stringify({ c: "schedule help", p: channel }),
  };
}

/** Under what is said of a channel's schedules. */
export function withScheduleButton({ text, blocks }: SlackMessage, channel: string): SlackMessage {
  if (blocks.length === 0 || blocks.length >= LIMITS.blocks) return { text, blocks };
  return { text, blocks: [...blocks, { type: "actions", elements: [newScheduleButton(channel)] }] };
}

/** One schedule on a home tab: what, where, when next, how it went; and what can be done about it. */
export function scheduleBlocks(view: ScheduleView): readonly SlackBlock[] {
  const { id, channel, state, rule, next, last } = view;
  const lines = [
    `*${escapeMrkdwn(clip(cleanLine(rule), 400))}*`,
    [`<#${channel}>`, state, escapeMrkdwn(id)].join(" · "),
  ];
  const actions = [
    ...(state === "active" ? ([scheduleButton("pause", id, channel)] as const) : []),
    ...(state === "active" ? [] : [scheduleButton("resume", id, channel)]),
    scheduleButton("test", id, channel),
    scheduleButton("remove", id, channel),
  ];
  return [
    ...mrkdwnSections(lines),
    ...plainContext([
      ...next.slice(0, 1).map((run) => `Next: ${clip(run, 200)}`),
      last === null ? "None posted yet" : `Last: ${clip(last, 300)}`,
    ]),
    { type: "actions", elements: actions },
  ];
}
