import type { Answer, Page } from "../../briefing/briefing.ts";
import { BriefingError } from "../../briefing/errors.ts";
import type { ScheduleView } from "../../delivery/port.ts";
import type { TeamsDeps } from "./deps.ts";
import type { TeamsMessage } from "./message.ts";
import { renderPage, renderSchedule } from "./render.ts";
import type { Asked } from "./reply.ts";
import { type FormKind, type FormValues, lineOf, problemAt } from "./schedule-form.ts";

/** What stands around the `schedule` commands here: the card with buttons and the form. All go through the one grammar. */
export interface ScheduleDesk {
  /** The card for what a typed `schedule` command was answered with. */
  card(asked: Asked, page: Page): Promise<TeamsMessage>;
  /** A pressed button; what went wrong is said in the card. */
  pressed(asked: Asked, line: string, ask: Ask): Promise<TeamsMessage>;
  /** The filled-in form; what went wrong is said beside what was filled in. */
  filledIn(asked: Asked, filled: Filled, ask: Ask): Promise<TeamsMessage>;
}

type Ask = (line: string) => Promise<Answer>;

/** A form and what was filled in. */
export interface Filled {
  readonly kind: FormKind;
  readonly values: FormValues;
}

const COMMAND = /^\s*((private|asof=\S+)\s+)*schedule(\s|$)/i;
const LISTING = /^\s*(private\s+)*schedule(\s+list)?\s*$/i;

export function isScheduleLine(line: string): boolean {
  return COMMAND.test(line);
}

/** Of what a button may carry; anything else in its place is forged. */
export function isScheduleButton(line: string): boolean {
  return /^schedule (list|(changed|pause|resume|remove|test) [\w-]{1,64})$/.test(line);
}

const OWN_PAGE = (views: readonly ScheduleView[]): Page => ({
  title: views.length === 0 ? "You have no schedules" : "Your schedules, in all channels",
  sections: [
    {
      heading: "",
      lines: ["A schedule belongs to a channel or a group chat: mention me there with `schedule`."],
    },
  ],
});

export function createScheduleDesk(deps: Pick<TeamsDeps, "schedules" | "topics" | "log">): ScheduleDesk {
  /** Null where the list cannot be had: the answer itself is worth having. */
  async function viewsFor({ reference, directoryId }: Asked): Promise<readonly ScheduleView[] | null> {
    const schedules = deps.schedules();
    if (schedules === null) return null;
    const of = { platform: "teams", workspace: reference.tenant } as const;
    const isOwn = reference.where === "personal";
    try {
      return await schedules.list({
        ...of,
        ...(isOwn ? { owner: directoryId } : { channel: reference.conversation }),
      });
    } catch (error) {
      deps.log.warn({ tenant: reference.tenant, err: error }, "the list of schedules could not be had");
      return null;
    }
  }

  const formFor = ({ reference, zone }: Asked) =>
    reference.where === "personal"
      ? null
      : { kind: "briefing" as const, topics: deps.topics, zone, values: {}, problem: null };

  async function card(asked: Asked, page: Page): Promise<TeamsMessage> {
    const views = await viewsFor(asked);
    if (views === null) return renderPage(page);
    const isOwnList = asked.reference.where === "personal" && LISTING.test(asked.line);
    return renderSchedule({ page: isOwnList ? OWN_PAGE(views) : page, views, form: formFor(asked) });
  }

  return {
    card,
    async pressed(asked, line, ask) {
      try {
        const answer = await ask(line);
        if (answer.kind !== "page") throw new TypeError("schedule answers with a page");
        return await card({ ...asked, line }, answer.page);
      } catch (error) {
        const views = await viewsFor(asked);
        if (!(error instanceof BriefingError) || views === null) throw error;
        const page = asked.reference.where === "personal" ? OWN_PAGE(views) : null;
        return renderSchedule({ page, views, form: formFor(asked), problem: error });
      }
    },
    async filledIn(asked, { kind, values }, ask) {
      const line = lineOf(values, kind);
      try {
        const answer = await ask(line);
        if (answer.kind !== "page") throw new TypeError("schedule answers with a page");
        return await card({ ...asked, line }, answer.page);
      } catch (error) {
        const form = formFor(asked);
        if (!(error instanceof BriefingError) || form === null) throw error;
        return renderSchedule({
          page: null,
          views: [],
          form: { ...form, kind, values, problem: problemAt(error, values, kind) },
        });
      }
    },
  };
}
