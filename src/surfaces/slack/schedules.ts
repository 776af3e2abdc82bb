import type { App, BlockAction, Context, ViewSubmitAction } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { BriefingError } from "../../briefing/errors.ts";
import { within } from "../../within.ts";
import { argumentAt, type ScheduleArgument } from "../conversation/schedule-argument.ts";
import { askedBy, NOT_OURS } from "./actions.ts";
import { callSlack } from "./client.ts";
import type { SlackDeps } from "./deps.ts";
import { cleanLine, clip } from "./escape.ts";
import { type HomeDeps, publishHome } from "./home.ts";
import { ACTIONS, type SlackMessage } from "./message.ts";
import { readActionValue, renderPage, renderProblem } from "./render.ts";
import { readScheduleValue } from "./render-actions.ts";
import { type Asked, organisationOf, type Replier } from "./reply.ts";
import {
  FIELDS,
  FORM_ID,
  type FormValues,
  formView,
  lineOf,
  loadingView,
  pageView,
  WHAT,
} from "./schedule-form.ts";

interface ScheduleDeps extends SlackDeps, HomeDeps {
  readonly replier: Replier;
  readonly background: (work: Promise<unknown>) => void;
}

/** Slack shows a form as failed after three seconds without an answer. */
const SUBMIT_MS = 2_000;
const LONGEST_ERROR = 300;

const shownView = z.object({ view: z.object({ id: z.string(), hash: z.string().optional() }) });
const person = z.object({ user: z.object({ tz: z.string().min(1) }) });
const chosen = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_conversation: z.string().nullish(),
      selected_option: z.object({ value: z.string() }).nullish(),
      selected_options: z.array(z.object({ value: z.string() })).nullish(),
    }),
  ),
);

/** Buttons on schedules, and the form for a new one. All of it types what a person could type. */
export function registerSchedules(app: App, deps: ScheduleDeps): void {
  app.action<BlockAction>(new RegExp(`^${ACTIONS.schedule}_`), async (pressed) => {
    const { ack, body, client, context, action, respond } = pressed;
    await ack();
    const value = readScheduleValue("value" in action ? String(action.value) : "");
    const home = body.view?.type === "home";
    const asked = home ? askedInView(body, context, value?.channel ?? "") : askedBy(body, respond, context);
    if (!asked) return;
    if (value === null) deps.background(deps.replier.whisper(client, asked, NOT_OURS));
    else if (home) deps.background(onHome(deps, client, { ...asked, line: value.command }));
    else deps.background(deps.replier.reply(client, { ...asked, line: value.command }));
  });
  app.action<BlockAction>(ACTIONS.newSchedule, async ({ ack, body, client, context, action }) => {
    await ack();
    const channel = readActionValue("value" in action ? String(action.value) : "")?.channel;
    const asked = askedInView(body, context, channel ?? "");
    if (asked) deps.background(openForm(deps, client, asked, body.trigger_id));
  });
  app.action<BlockAction>({ action_id: WHAT, block_id: WHAT }, async ({ ack, body, client }) => {
    await ack();
    const { view } = body;
    if (view?.callback_id !== FORM_ID) return;
    // Another choice, other fields: those that stay keep what was filled in.
    const shown = formFor(deps, client, body.user.id, valuesOf(view.state.values));
    deps.background(shown.then((form) => update(client, view.id, form, view.hash)));
  });
  app.view<ViewSubmitAction>(FORM_ID, async ({ ack, body, client, context, view }) => {
    const values = valuesOf(view.state.values);
    const asked = askedInView(body, context, values.channel?.[0] ?? "");
    if (!asked) return ack();
    const answer = submit(deps, client, { ...asked, line: lineOf(values) }, values);
    deps.background(answer);
    const inTime = await within(SUBMIT_MS, answer);
    if (inTime !== null) return ack(inTime as never);
    await ack({ response_action: "update", view: loadingView("Setting it up…") as never });
    deps.background(answer.then((late) => showLate(deps, client, asked, values, view.id, late)));
  });
}

function askedInView(body: BlockAction | ViewSubmitAction, context: Context, channel: string): Asked | null {
  const team = body.team?.id ?? body.user.team_id ?? context.teamId;
  if (!team) return null;
  return { team, channel, user: body.user.id, line: "", origin: "button", ...organisationOf(context) };
}

/** The home tab is shown anew, with what became of it on top. */
async function onHome(deps: ScheduleDeps, client: WebClient, asked: Asked): Promise<void> {
  const outcome = await outcomeOf(deps, client, asked);
  await publishHome(deps, client, asked, "page" in outcome ? outcome.page : outcome.problem);
}

type Outcome =
  | { readonly page: SlackMessage }
  | { readonly problem: SlackMessage; readonly text: string; readonly field: ScheduleArgument | null };

/** Never rejects. */
async function outcomeOf({ replier }: ScheduleDeps, client: WebClient, asked: Asked): Promise<Outcome> {
  try {
    const refusal = await replier.refusal(client, asked);
    if (refusal) return problem(renderProblem(refusal), `${refusal.message} ${refusal.hint}`, null);
    const answer = await replier.answerOf(client, asked);
    if (answer.kind !== "page") throw new TypeError("a schedule is answered with a page");
    return { page: renderPage(answer.page) };
  } catch (error) {
    const message = replier.problemOf(asked, error);
    if (!(error instanceof BriefingError)) return problem(message, message.text, null);
    return problem(message, `${error.message}: ${error.hint}`, argumentAt(error.message));
  }
}

const problem = (message: SlackMessage, text: string, field: ScheduleArgument | null) => ({
  problem: message,
  text: clip(cleanLine(text), LONGEST_ERROR),
  field,
});

async function openForm(
  deps: ScheduleDeps,
  client: WebClient,
  asked: Asked,
  triggerId: string,
): Promise<void> {
  const opened = await callSlack(client, "views.open", {
    trigger_id: triggerId,
    view: JSON.stringify(loadingView("One moment…")),
  });
  const { view } = shownView.parse(opened);
  const refusal = await deps.replier.refusal(client, asked);
  const channel: FormValues = /^[CG]/.test(asked.channel) ? { channel: [asked.channel] } : {};
  const shown = refusal
    ? pageView(renderProblem(refusal).blocks)
    : await formFor(deps, client, asked.user, channel);
  await update(client, view.id, shown, view.hash);
}

async function formFor(
  { topics }: ScheduleDeps,
  client: WebClient,
  user: string,
  values: FormValues,
  problemText?: string,
) {
  const ownZone = await zoneOf(client, user);
  return formView({
    topics,
    ownZone,
    values,
    ...(problemText === undefined ? {} : { problem: problemText }),
  });
}

/** As Slack knows it; null where it does not tell, or not fast. */
async function zoneOf(client: WebClient, user: string): Promise<string | null> {
  try {
    return person.parse(await callSlack(client, "users.info", { user }, 0)).user.tz;
  } catch {
    return null;
  }
}

async function update(client: WebClient, viewId: string, view: object, hash?: string): Promise<void> {
  await callSlack(client, "views.update", {
    view_id: viewId,
    view: JSON.stringify(view),
    ...(hash ? { hash } : {}),
  });
}

function valuesOf(state: unknown): FormValues {
  const read = chosen.parse(state);
  const entries = FIELDS.map((field) => {
    const { value, selected_conversation, selected_option, selected_options } = read[field]?.[field] ?? {};
    const one = value ?? selected_conversation ?? selected_option?.value;
    return [field, selected_options?.map((each) => each.value) ?? (one ? [one] : [])] as const;
  });
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0));
}

/** What Slack is answered: an error at its field, the form again with an error on top, or what holds now. */
async function submit(deps: ScheduleDeps, client: WebClient, asked: Asked, values: FormValues) {
  const outcome = await outcomeOf(deps, client, asked);
  if ("page" in outcome) return { response_action: "update", view: pageView(outcome.page.blocks) };
  const { field, text } = outcome;
  if (field !== null) return { response_action: "errors", errors: { [field]: text } };
  return { response_action: "update", view: await formFor(deps, client, asked.user, values, text) };
}

/** The form was answered with a waiting line: what became of it takes its place. */
async function showLate(
  deps: ScheduleDeps,
  client: WebClient,
  asked: Asked,
  values: FormValues,
  viewId: string,
  late: Awaited<ReturnType<typeof submit>>,
): Promise<void> {
  const text = "errors" in late && late.errors ? Object.values(late.errors).join(" ") : undefined;
  const view =
    "view" in late && late.view ? late.view : await formFor(deps, client, asked.user, values, text);
  await update(client, viewId, view);
}
