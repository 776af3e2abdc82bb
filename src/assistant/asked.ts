import type { AskOptions } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import { type Question, Refusal } from "../briefing/question.ts";
import { followUp } from "../commands/follow-up.ts";
import { type ParsedLine, parseLine } from "../commands/grammar.ts";
import { type KnownNames, knownNames } from "../commands/refuse/names.ts";
import { refusalReason } from "../commands/refuse/refuse.ts";
import { ADVICE, choicesOf, lineOfChoice } from "../commands/route/choices.ts";
import { isOwnLine, isQuestion, isShortQuestion } from "../commands/route/question.ts";
import { routeQuestion } from "../commands/route/route.ts";
import type { Constituent } from "../market/datasets.ts";
import type { MarketData } from "../market/port.ts";
import type { QuestionRouter } from "../narrative/router-port.ts";
import type { Topic } from "../topics/topic.ts";
import { within } from "../within.ts";

export interface UnderstandingDeps {
  readonly market: MarketData;
  readonly topics: readonly Topic[];
  /** ISO date, UTC. */
  readonly today: () => string;
  /** Null where no language model is configured. */
  readonly router?: () => QuestionRouter | null;
}

export interface Understood {
  /** Null: a question in words that is no command's. */
  readonly parsed: ParsedLine | null;
  /** Where words were read. */
  readonly question?: Question;
  /** Command lines that may have been meant, where nothing is clear. */
  readonly nearest: readonly string[];
  /** Where nothing is clear: whether the asker alone is to be told so. */
  readonly private?: boolean;
}

/** How long an answer waits for a model to choose its command. */
const CHOOSE_WITHIN_MS = 4_000;
/** How long it waits for the names of companies. */
const NAMES_WITHIN_MS = 1_000;

/**
 * What somebody wants: a command, a reply that changes the one before, or a question in words, which is routed to a
 * command by rules first, then by a model where one may be asked. A near miss of a command stays one.
 * @throws BriefingError `bad_command`; Refusal
 */
export async function askedFor(
  deps: UnderstandingDeps,
  line: string,
  options: AskOptions,
): Promise<Understood> {
  const { topics, today } = deps;
  const exact = parsedOr(() => parseLine(line, topics, today()));
  if (!(exact instanceof BriefingError)) {
    if (exact.command.kind !== "ask") return { parsed: exact, nearest: [] };
    return inWords(deps, exact.command.question, options, exact);
  }
  if (isOwnLine(line)) throw exact;
  const reply = replied(deps, line, options.previous);
  if (reply !== null) return { parsed: reply, nearest: [] };
  if (isQuestion(line, topics)) return inWords(deps, line, options, null);
  await refuse(deps, line);
  const { line: routed } = isShortQuestion(line, topics)
    ? routeQuestion(line, topics, options.previous ?? null)
    : { line: null };
  if (routed === null) throw exact;
  return inWords(deps, line, options, null);
}

function parsedOr(parse: () => ParsedLine): ParsedLine | BriefingError {
  try {
    return parse();
  } catch (error) {
    if (error instanceof BriefingError) return error;
    throw error;
  }
}

/** A line that is no command may be a reply to the previous answer. */
function replied(
  { topics, today }: UnderstandingDeps,
  line: string,
  previous: string | undefined,
): ParsedLine | null {
  const meant = previous === undefined ? null : followUp(line, previous, topics);
  return meant === null ? null : parseLine(meant, topics, today());
}

/** `around`: what stood before and behind the question. */
async function inWords(
  deps: UnderstandingDeps,
  text: string,
  options: AskOptions,
  around: ParsedLine | null,
): Promise<Understood> {
  const { topics, today } = deps;
  const asked = withoutModifiers(text);
  const modifiers = [
    ...asked.modifiers,
    ...(around?.pair ? [`pair=${around.pair}`] : []),
    ...(around?.asOf ? [`asof=${around.asOf}`] : []),
    ...(around?.private ? ["private"] : []),
  ];
  const base = { asked: text, by: "rules", unused: [], refused: null } as const;
  const done = (line: string, more: Partial<Question> = {}): Understood => {
    const ran = [line, ...modifiers.filter((each) => !line.split(" ").includes(each))].join(" ");
    return { parsed: parseLine(ran, topics, today()), question: { ...base, ran, ...more }, nearest: [] };
  };
  const nothing = (nearest: readonly string[], more: Partial<Question> = {}): Understood => ({
    parsed: null,
    question: { ...base, ran: null, ...more },
    nearest,
    private: modifiers.includes("private"),
  });
  const exact = parsedOr(() => parseLine(asked.text, topics, today()));
  if (!(exact instanceof BriefingError) && exact.command.kind !== "ask") return done(asked.text);
  await refuse(deps, text);
  const reply = options.previous === undefined ? null : followUp(asked.text, options.previous, topics);
  if (reply !== null) return done(reply);
  const { line, unused, nearest } = routeQuestion(asked.text, topics, options.previous ?? null);
  if (line !== null) {
    const past = withoutDayAhead(line, today());
    return done(past.line, { unused: [...unused, ...past.unused] });
  }
  const chosen = await byModel(deps, asked.text, options);
  if (chosen === null) return nothing(nearest);
  const { routing } = chosen;
  const told = { by: "model", routing } as const;
  if (chosen.advice) throw new Refusal({ ...base, ...told, ran: null, refused: "advice" });
  return chosen.line === null ? nothing(nearest, told) : done(chosen.line, told);
}

/** A year or a month that is not over yet ends ahead: it is answered as of now, and that is said. */
function withoutDayAhead(line: string, today: string): { readonly line: string; readonly unused: string[] } {
  const day = / asof=(\S+)/.exec(line)?.[1];
  if (day === undefined || day <= today) return { line, unused: [] };
  return { line: line.replace(` asof=${day}`, ""), unused: [`up to ${day}`] };
}

const MODIFIER = /^(?:private|(?:asof|pair)=\S+)$/i;

/** `private`, `asof=` and `pair=` may stand in a question as in a command. */
function withoutModifiers(text: string): { readonly text: string; readonly modifiers: readonly string[] } {
  const words = text.split(/\s+/u);
  return {
    text: words.filter((word) => !MODIFIER.test(word)).join(" "),
    modifiers: words.filter((word) => MODIFIER.test(word)).map((word) => word.toLowerCase()),
  };
}

/** @throws Refusal */
async function refuse(deps: UnderstandingDeps, asked: string): Promise<void> {
  const refused = refusalReason(asked, await membersOf(deps.market));
  if (refused !== null) throw new Refusal({ asked, ran: null, by: "rules", unused: [], refused });
}

const prepared = new WeakMap<readonly Constituent[], KnownNames>();

/** The companies of the indices, where they can be had at once. */
async function membersOf(market: MarketData): Promise<KnownNames | null> {
  if (!market.provides.has("constituents")) return null;
  const fetched = await within(
    NAMES_WITHIN_MS,
    market.fetch("constituents").then(
      ({ data }) => data,
      () => null, // without them those that everybody knows are refused
    ),
  );
  if (fetched === null) return null;
  const known = prepared.get(fetched) ?? knownNames(fetched);
  prepared.set(fetched, known);
  return known;
}

interface Chosen {
  readonly line: string | null;
  readonly advice: boolean;
  readonly routing: object;
}

/** Null: no model may be asked, or none answered in time. */
async function byModel(
  { router, topics, today }: UnderstandingDeps,
  text: string,
  { narrate }: AskOptions,
): Promise<Chosen | null> {
  const model = router?.() ?? null;
  if (model === null || narrate === undefined) return null;
  const { choice, record } = await model.choose(text, choicesOf(topics), {
    workspace: narrate.workspace,
    signal: AbortSignal.timeout(CHOOSE_WITHIN_MS),
  });
  if (record === null) return null;
  const advice = choice?.command === ADVICE;
  return {
    line: choice === null || advice ? null : lineOfChoice(choice, text, topics, today()),
    advice,
    routing: record,
  };
}
