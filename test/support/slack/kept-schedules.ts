import type { Asker, Page } from "../../../src/briefing/briefing.ts";
import { BriefingError } from "../../../src/briefing/errors.ts";
import type { Schedules, ScheduleView } from "../../../src/delivery/port.ts";
import type { ScheduleCommand } from "../../../src/delivery/schedule/subscription.ts";

interface Kept {
  readonly owner: string;
  readonly workspace: string;
  readonly view: ScheduleView;
}

/** Schedules in memory, which ask the asker what the real ones ask; and what was asked of them. */
export function keptSchedules(slowMs = 0) {
  const kept: Kept[] = [];
  const asked: { readonly command: ScheduleCommand; readonly by: Pick<Asker, "channel" | "user"> }[] = [];

  async function run(command: ScheduleCommand, asker: Asker): Promise<Page> {
    const { channel, user, workspace } = asker;
    asked.push({ command, by: { channel, user } });
    await new Promise((done) => setTimeout(done, slowMs));
    if (!(await asker.isMember()))
      throw new BriefingError("refused", "only members can change it", "ask a member");
    if (command.action === "add") {
      const refusal = await asker.refusal();
      if (refusal !== null) throw new BriefingError("refused", `not here: ${refusal}`, "choose another");
      const { at, topics } = command.schedule;
      const rule = `${at.kind === "time" ? at.hhmm : "close"} ${at.tz}: ${topics.join(", ")}`;
      const id = `s${kept.length + 1}`;
      add({ id, channel, rule }, user, workspace);
      return { title: `Scheduled: ${rule}`, sections: [{ heading: "Next", lines: NEXT }] };
    }
    const lines = kept.filter(({ view }) => view.channel === channel).map(({ view }) => view.rule);
    return { title: `schedule ${command.action} done`, sections: [{ heading: "Schedules", lines }] };
  }

  function add(
    view: Partial<ScheduleView> & Pick<ScheduleView, "id" | "channel" | "rule">,
    owner: string,
    workspace: string,
  ) {
    kept.push({ owner, workspace, view: { state: "active", next: NEXT, last: null, ...view } });
  }

  const schedules: Schedules = {
    run,
    list: async ({ workspace, channel, owner }) =>
      kept
        .filter((each) => each.workspace === workspace)
        .filter((each) => owner === undefined || each.owner === owner)
        .filter(({ view }) => channel === undefined || view.channel === channel)
        .map(({ view }) => view),
  };
  return { schedules, asked, add };
}

export const NEXT = [
  "Tue 24 Nov 2026 07:30 (GMT) for Monday's session",
  "Wed 25 Nov 2026 07:30 (GMT) for Tuesday's session",
  "Thu 26 Nov 2026 07:30 (GMT) for Wednesday's session",
];
