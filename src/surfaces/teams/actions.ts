import { clientCopy } from "../../briefing/client-copy.ts";
import type { Exportable } from "../../briefing/exporter.ts";
import { assertExportable } from "../../briefing/licences.ts";
import { within } from "../../within.ts";
import type { TeamsDeps } from "./deps.ts";
import { linkedFiles } from "./files.ts";
import { type TeamsMessage, VERBS } from "./message.ts";
import { aboutOf } from "./placing.ts";
import { type Poster, recordable } from "./post.ts";
import {
  readSubmit,
  renderClientCopy,
  renderData,
  renderDefinitions,
  renderLadder,
  renderMore,
  renderNote,
  renderProblem,
  type Submit,
} from "./render.ts";
import type { Asked, Replier } from "./reply.ts";
import { kindOf } from "./schedule-form.ts";
import { isScheduleButton, type ScheduleDesk } from "./schedules.ts";

/** What an invoke is answered with. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Actions {
  /** A pressed button; never rejects. */
  pressed(asked: Asked, value: unknown): Promise<void>;
  /** Action.Execute: the card that takes the old one's place, or a word about why not; never rejects. */
  executed(asked: Asked, value: unknown): Promise<InvokeAnswer>;
}

interface ActionDeps extends TeamsDeps {
  readonly replier: Replier;
  readonly poster: Poster;
  readonly desk: ScheduleDesk;
  readonly background: (work: Promise<unknown>) => void;
}

/** Teams gives an invoke up after some ten seconds. */
const INVOKE_MS = 8_000;
const NOT_OURS = renderProblem({
  message: "This button is not one of mine.",
  hint: "Ask again for a fresh answer.",
});

/** The buttons under an answer. They carry the command, so an old message works as a new one. */
export function createActions(deps: ActionDeps): Actions {
  const { replier, poster, desk, log } = deps;

  async function run(asked: Asked, submit: Submit): Promise<void> {
    const about = { ...asked, ...postedOf(submit), line: submit.command };
    switch (submit.verb) {
      case VERBS.explain: {
        const [, ...args] = submit.command.split(" ");
        return replier.reply({ ...about, line: ["explain", submit.figure ?? "", ...args].join(" ") });
      }
      case VERBS.definitions:
        return replier.withBriefing(about, async ({ briefing }) => renderDefinitions(briefing));
      case VERBS.more:
        return replier.withBriefing(about, async ({ briefing }) =>
          renderMore(briefing, await poster.place(briefing, 1)),
        );
      case VERBS.csv:
        return replier.withBriefing(about, async ({ briefing }) => {
          assertExportable(briefing.sources);
          return renderData(briefing);
        });
      case VERBS.client:
        return replier.withBriefing(about, (found) => clientMessage(asked, found), { forClient: true });
      case VERBS.again:
      case VERBS.refresh:
        return replier.reply(about);
      case VERBS.schedule:
        if (!isScheduleButton(submit.command)) return replier.say(asked, NOT_OURS);
        return replier.inPlace(about, (ask) => desk.pressed(about, submit.command, ask));
      case VERBS.newSchedule:
        return replier.inPlace(about, (ask) =>
          desk.filledIn(about, { kind: kindOf(submit.command), values: submit.form ?? {} }, ask),
        );
      case VERBS.feedback:
        // Who said so is nobody's business: the verdict and what it is about.
        log.info({ verdict: submit.verdict, command: submit.command }, "feedback");
        return replier.say(asked, renderNote("Thank you: your feedback is noted."));
    }
  }

  /** Where its picture cannot be had, the text is there. */
  async function clientMessage({ reference }: Asked, found: Exportable): Promise<TeamsMessage> {
    const { briefing, periods } = found;
    const copy = clientCopy(briefing, periods);
    if ("refused" in copy) return renderClientCopy(briefing, { kind: "none" }, copy);
    const [picture] = await linkedFiles(deps, reference.tenant, found, "client").catch((error: unknown) => {
      log.error({ err: error, briefing: briefing.id }, "a copy for clients has no picture");
      return [];
    });
    return renderClientCopy(briefing, await poster.place(briefing), copy, picture);
  }

  /** A refusal never takes the card's place: what stands there stays. */
  async function refreshed(asked: Asked, submit: Submit): Promise<InvokeAnswer> {
    const refusal = await replier.refusalFor(asked);
    if (refusal) return word(refusal);
    const answer = await replier.askFor(asked)(submit.command);
    if (answer.kind !== "briefing" || answer.private) return word(NOT_OURS);
    const place = await poster.place(answer.briefing);
    const [message] = renderLadder(answer.briefing, { place, private: false });
    if (!message?.card) return word(message ?? NOT_OURS);
    if (await replier.refusalFor(asked)) return word(NOT_OURS);
    const body = cardBody(message.card);
    const { tenant, conversation } = asked.reference;
    const recorded = await deps.recorder.sending({
      ...aboutOf({ ...asked, line: submit.command }),
      platform: "teams",
      workspace: tenant,
      channel: conversation,
      slot: null,
      briefing: answer.briefing,
      get message() {
        return recordable(body);
      },
    });
    // What becomes of an invoke's answer Teams does not say.
    await recorded.sent(null);
    return { status: 200, body };
  }

  return {
    async pressed(asked, value) {
      const submit = readSubmit(value);
      await (submit === null ? replier.say(asked, NOT_OURS) : run(asked, submit));
    },
    async executed(asked, value) {
      const submit = readSubmit(value);
      if (submit === null) return word(NOT_OURS);
      if (submit.verb !== VERBS.refresh) {
        deps.background(run(asked, submit));
        return word(renderNote("On its way."));
      }
      try {
        const answer = await within(INVOKE_MS, refreshed(asked, submit));
        return answer ?? word(renderNote("This takes longer than usual: press again in a minute."));
      } catch (error) {
        return word(replier.failureMessage(asked, error));
      }
    },
  };
}

function postedOf({ command, briefing: id }: Submit): Pick<Asked, "posted"> {
  return id === undefined ? {} : { posted: { id, command } };
}

const cardBody = (value: unknown) => ({
  statusCode: 200,
  type: "application/vnd.microsoft.card.adaptive",
  value,
});

function word({ text }: TeamsMessage): InvokeAnswer {
  return {
    status: 200,
    body: { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: text },
  };
}
