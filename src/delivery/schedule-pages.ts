import type { Page } from "../briefing/briefing.ts";
import { formatDate } from "../briefing/format.ts";
import { daysBetween } from "../maths/calendar.ts";
import type { Subscription } from "../storage/port.ts";
import type { Acknowledgement } from "./acknowledge.ts";
import { commandOf } from "./schedule/command.ts";
import type { Needed } from "./schedule/freshness-gate.ts";
import { utcDate } from "./schedule/local-time.ts";

/** A subscription as it stands, in words. */
export interface Standing {
  readonly subscription: Subscription;
  readonly rule: string;
  readonly next: readonly string[];
  readonly last: string | null;
}

type Section = Page["sections"][number];

/** What is worth saying beside a schedule: posting is stopped, the data are slower than the schedule. */
export type Remarks = readonly string[];

/** One schedule after a change: what holds now. */
export function schedulePage(title: string, standing: Standing, remarks: Remarks): Page {
  const { subscription, rule } = standing;
  return page(title, [
    { heading: rule, lines: standingLines(standing) },
    { heading: "Good to know", lines: remarks },
    { heading: "Change it", lines: [actionsFor(subscription)] },
  ]);
}

export function listPage(
  standings: readonly Standing[],
  undelivered: readonly string[],
  remarks: Remarks,
): Page {
  if (standings.length === 0)
    return page("No schedules in this channel", [
      { heading: "Not delivered in the last week", lines: undelivered },
      {
        heading: "To begin one",
        lines: [
          "`schedule add <HH:MM> tz=<zone> topics=<a,b>`: at that time, on every trading day",
          "`schedule add alerts`: when a trigger of `risks` fires or clears",
          "`help schedule`: days, conditions, after the close",
        ],
      },
    ]);
  const each = standings.map((standing) => ({
    heading: `${standing.subscription.id}: ${standing.rule}`,
    lines: [...standingLines(standing), actionsFor(standing.subscription)],
  }));
  return page(standings.length === 1 ? "The schedule of this channel" : "Schedules of this channel", [
    ...each,
    { heading: "Not delivered in the last week", lines: undelivered },
    { heading: "Good to know", lines: remarks },
  ]);
}

/** Of somebody who asks where nobody else reads: theirs, wherever they are. */
export function ownPage(
  standings: readonly Standing[],
  undelivered: readonly string[],
  remarks: Remarks,
): Page {
  const begin = "invite me to a channel and type `schedule add …` there; `help schedule` explains it";
  if (standings.length === 0)
    return page("You have no schedules", [
      { heading: "To begin one", lines: [begin] },
      { heading: "Of other people", lines: ["`schedule list`, typed in a channel, shows what it has"] },
    ]);
  const each = standings.map((standing) => ({
    heading: `${placed(standing.subscription)}: ${standing.rule}`,
    lines: [...standingLines(standing), actionsFor(standing.subscription)],
  }));
  return page(standings.length === 1 ? "Your schedule" : "Your schedules", [
    ...each,
    { heading: "Not delivered in the last week", lines: undelivered },
    { heading: "Good to know", lines: remarks },
  ]);
}

/** Slack's ids of channels are short enough to be read; Teams' are not. */
const placed = ({ id, platform, channel }: Subscription) =>
  platform === "slack" ? `${id} in ${channel}` : id;

export function removedPage({ subscription, rule }: Standing): Page {
  return page(`Schedule ${subscription.id} removed`, [
    { heading: rule, lines: ["Nothing more is posted by it. What was posted stays."] },
    { heading: "To have it again", lines: [`\`${commandOf(subscription)}\``] },
  ]);
}

export function testPage({ subscription, rule }: Standing, needed: readonly Needed[], now: number): Page {
  return page(`Test of ${subscription.id}: posting now`, [
    {
      heading: rule,
      lines: [
        "It waits for no data, and shows their age. The schedule itself goes on as if it had not been.",
      ],
    },
    { heading: "Data", lines: needed.flatMap((each) => ageLine(each, utcDate(now))) },
  ]);
}

export function acknowledgedPage({ by, isNew, told, fault }: Acknowledgement): Page {
  const who = isNew ? "you" : (by.name ?? "another member");
  const lines = [
    ...told,
    ...(fault === null ? [] : [`Recorded, but the message could not be updated: ${fault}`]),
  ];
  return page(`Acknowledged by ${who}, ${by.when}`, [{ heading: "What the alert told", lines }]);
}

function ageLine({ name, newest, cadence }: Needed, today: string): readonly string[] {
  if (newest === null) return cadence === "events" ? [] : [`${name}: none at hand`];
  const days = daysBetween(newest, today);
  const age = days <= 0 ? "" : `, ${days} ${days === 1 ? "day" : "days"} old`;
  return [`${name}: to ${formatDate(newest)}${age}`];
}

function standingLines({ subscription, next, last }: Standing): readonly string[] {
  const { state, note } = subscription;
  const because = note === null ? "" : ` (${note})`;
  const runs =
    state === "active"
      ? next.map((run, i) => `${i === 0 ? "Next" : "Then"}: ${run}`)
      : [`${state === "paused" ? "Paused" : "Deactivated"}${because}: nothing is posted until it is resumed`];
  return [...runs, `Last: ${last ?? "none yet"}`];
}

function actionsFor({ id, state }: Subscription): string {
  const actions = state === "active" ? ["test", "pause", "remove"] : ["resume", "remove"];
  return actions.map((action) => `\`schedule ${action} ${id}\``).join(" · ");
}

function page(title: string, sections: readonly Section[]): Page {
  return { title, sections: sections.filter(({ lines }) => lines.length > 0) };
}
