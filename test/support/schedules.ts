import type { Asker, Page } from "../../src/briefing/briefing.ts";
import { BriefingError } from "../../src/briefing/errors.ts";
import type { Schedules, ScheduleView } from "../../src/delivery/port.ts";
import { describeSubscription } from "../../src/delivery/schedule/describe.ts";
import type { Schedule, ScheduleCommand } from "../../src/delivery/schedule/subscription.ts";
import { nyseCalendar } from "../../src/delivery/schedule/trading-calendar.ts";
import type { Subscription } from "../../src/storage/port.ts";

/** Friday noon in New York. */
const NOW = Date.UTC(2026, 10, 20, 17);

/** The use case's port over an array, with the rules that a surface has to do with: who may, where, and which. */
export function memorySchedules() {
  const kept: Subscription[] = [];
  const tested: string[] = [];
  function changed(command: ScheduleCommand): Page {
    const { action, id: meant } = command as Extract<ScheduleCommand, { readonly id: string | null }>;
    const at = kept.findIndex(({ id }) => meant === null || id === meant);
    const found = kept[at];
    if (!found) throw new BriefingError("bad_command", `there is no schedule "${meant}"`, "list them");
    if (action === "remove") kept.splice(at, 1);
    else if (action === "test") tested.push(found.id);
    else if (action === "changed" || action === "always") kept[at] = { ...found, when: action };
    else kept[at] = { ...found, state: action === "pause" ? "paused" : "active" };
    return { title: `Schedule ${found.id}: ${action}`, sections: [] };
  }
  const schedules: Schedules = {
    async run(command, asker) {
      if (command.action === "help") throw new TypeError("help is answered by the grammar");
      if (command.action === "list") return { title: "Schedules of this channel", sections: [] };
      await assertMay(asker);
      if (command.action === "add") {
        const added = subscriptionOf(command.schedule, asker, kept.length + 1);
        kept.push(added);
        const { rule, next } = viewOf(added);
        const sections = [{ heading: rule, lines: next.map((run) => `Next: ${run}`) }];
        return { title: `Schedule ${added.id} added`, sections };
      }
      return changed(command);
    },
    list: async (of) =>
      kept
        .filter((each) => each.workspace === of.workspace)
        .filter(({ channel }) => of.channel === undefined || channel === of.channel)
        .filter(({ owner }) => of.owner === undefined || owner === of.owner)
        .map(viewOf),
  };
  return { schedules, kept, tested };
}

async function assertMay(asker: Asker): Promise<void> {
  const refusal = await asker.refusal();
  if (refusal !== null) throw new BriefingError("refused", refusal, "ask somebody who may");
  if (await asker.isMember()) return;
  throw new BriefingError("refused", "only members of this channel can do that", "join it");
}

function viewOf(each: Subscription): ScheduleView {
  const { rule, next } = describeSubscription(each, NOW, nyseCalendar());
  const { id, channel, state } = each;
  return { id, channel, state, rule, next: state === "active" ? next : [], last: null };
}

function subscriptionOf(schedule: Schedule, asker: Asker, count: number): Subscription {
  const { platform, workspace, channel, user: owner } = asker;
  return {
    ...schedule,
    id: `s${String(count).padStart(5, "0")}`,
    platform,
    workspace,
    channel,
    owner,
    state: "active",
    note: null,
    pausedAt: null,
    resumedAt: null,
    createdAt: new Date(NOW).toISOString(),
  };
}
