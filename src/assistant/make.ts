import { setImmediate } from "node:timers/promises";
import type { Briefing, Firm } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import { frozen, type Memo } from "../briefing/memo.ts";
import { isAbsent } from "../briefing/value.ts";
import { byDefault, inBriefOrder, notInBrief } from "../commands/brief.ts";
import { type BriefCommand, parseTopic, type TopicCommand } from "../commands/grammar.ts";
import type { MarketData, Progress } from "../market/port.ts";
import { composeBriefing } from "../topics/compose.ts";
import { assertAnswerable, cutInput, input, isAnswerable } from "../topics/inputs.ts";
import { mergeBriefings, partsOf } from "../topics/merge.ts";
import type { Topic } from "../topics/topic.ts";
import { LEFT_OUT, madeFrom, madeOf, NOT_IN, remember } from "./recompute.ts";
import { type AsOfRule, defaultAsOf } from "./sources.ts";

export interface MakingDeps extends AsOfRule {
  readonly market: MarketData;
  readonly topics: readonly Topic[];
  readonly codeVersion: string;
  readonly firm: Firm;
}

/** An as-of date (null: the default), and what of it the briefing's own command says. */
export interface Dated {
  readonly given: string | null;
  readonly said: string | null;
}

/** One topic's briefing. The same question on the same data is not computed twice. @throws BriefingError */
export async function brief(
  deps: MakingDeps,
  kept: Memo<Briefing>,
  command: TopicCommand,
  { given, said }: Dated,
  progress?: Progress,
): Promise<Briefing> {
  const { topic, args } = command;
  const { market, codeVersion, firm } = deps;
  assertAnswerable(topic, market);
  const asOf = given ?? (await defaultAsOf(market, deps, progress));
  const fetched = await Promise.all(
    Object.entries(topic.needs).map(
      async ([name, need]) => [name, need.dataset, await input(market, need, progress)] as const,
    ),
  );
  const line = [topic.name, ...command.given, ...(said === null ? [] : [`asof=${said}`])].join(" ");
  const identity = fetched.map(([name, , each]) => [name, isAbsent(each) ? each : each.source]);
  const key = JSON.stringify([line, asOf, market.mode, identity]);
  const inputs = () =>
    fetched.map(
      ([name, dataset, each]) =>
        [
          name,
          isAbsent(each) ? each : cutInput(dataset, each, asOf, topic.needs[name]?.vintages ?? false),
        ] as const,
    );
  if (topic.prepare && !kept.has(key)) await inTurns(topic.prepare(Object.fromEntries(inputs()), asOf));
  return kept(key, () => {
    const compose = () =>
      composeBriefing({
        topic,
        args,
        asOf,
        command: line,
        inputs: Object.fromEntries(inputs()),
        dataMode: market.mode,
        codeVersion,
        firm,
      });
    const stoodIn = fetched.flatMap(([, , each]) => (isAbsent(each) ? [] : (each.source.fallback ?? [])));
    const briefing = frozen(sayingWhatToSet(topic, market, stoodIn, compose));
    return remember(briefing, () => inputs().map(([need, each]) => madeOf(topic, need, each)));
  });
}

/** Where the data at hand lack what a topic needs, a source that failed may have had it, or one not yet set has it. */
function sayingWhatToSet(
  topic: Topic,
  { wanting }: MarketData,
  stoodIn: readonly string[],
  compose: () => Briefing,
): Briefing {
  try {
    return compose();
  } catch (error) {
    if (!(error instanceof BriefingError) || error.code !== "data_unavailable") throw error;
    const needed = new Set(Object.values(topic.needs).map(({ dataset }) => dataset));
    const more = new Set([...needed].flatMap((dataset) => wanting?.(dataset) ?? []));
    if (more.size === 0 && stoodIn.length === 0) throw error;
    const hint =
      more.size === 0 ? error.hint : `${error.hint.replace(/\.$/, "")}. Or: ${[...more].join(" ")}`;
    const message = [error.message, ...new Set(stoodIn)].join("; ");
    throw new BriefingError(error.code, message, hint, { cause: error });
  }
}

/** Between the parts whatever else waits is served. */
async function inTurns(parts: Iterable<unknown>): Promise<void> {
  for (const _part of parts) await setImmediate();
}

/**
 * Several topics as one briefing. The parts are asked one by one, each as if alone; what cannot be answered is left
 * out, and said to be. @throws BriefingError where nothing can be answered
 */
export async function merged(
  deps: MakingDeps,
  kept: Memo<Briefing>,
  command: BriefCommand,
  { given, said }: Dated,
  progress?: Progress,
): Promise<Briefing> {
  const pair = command.given.filter((each) => each.startsWith("pair="));
  const usual = () => defaultParts(deps).map((part) => ({ ...part, given: pair }));
  const tried = await Promise.all(
    (command.topics ?? usual()).map(async (part) => {
      const briefing = await brief(deps, kept, part, { given, said }, progress).catch(toldToTheAsker);
      const named = command.topics !== null || !(await lacksColumns(part.topic, briefing, deps, progress));
      return { part, briefing, named };
    }),
  );
  const answers = tried.some(({ named }) => named) ? tried.filter(({ named }) => named) : tried;
  const asked = answers.map(({ part }) => part);
  const answered = answers.flatMap(({ part: { topic }, briefing }) =>
    briefing instanceof BriefingError ? [] : [{ topic, briefing }],
  );
  const leftOut = answers.flatMap(({ part, briefing }) =>
    briefing instanceof BriefingError
      ? [{ title: part.topic.title, reason: briefing.message, remedy: briefing.hint, cause: briefing }]
      : [],
  );
  const [first, ...others] = partsOf(answered);
  if (first === undefined) throw leftOut[0]?.cause;
  const list = asked.map(({ topic }) => topic.name).join(",");
  const line = ["brief", `topics=${list}`, ...pair, ...(said === null ? [] : [`asof=${said}`])].join(" ");
  const missing = leftOut.map(({ title, reason, remedy }) => ({ title, reason, remedy }));
  const notIn = notInBrief(
    deps.topics,
    asked.map(({ topic }) => topic),
    (topic) => isAnswerable(topic, deps.market),
  );
  const identity = JSON.stringify([line, answered.map(({ briefing }) => briefing.id), missing, notIn]);
  return kept(identity, () =>
    remember(frozen(mergeBriefings(line, [first, ...others], missing, notIn)), () => [
      { name: LEFT_OUT, value: missing, forbidden: null },
      { name: NOT_IN, value: notIn, forbidden: null },
      ...answered.flatMap(({ briefing }) => madeFrom(briefing) ?? []),
    ]),
  );
}

/** The usual ones that the data at hand can answer; where that is none, the first, to say why. */
function defaultParts({ topics, market }: MakingDeps): readonly TopicCommand[] {
  const ordered = inBriefOrder(topics);
  const ready = byDefault(ordered.filter((topic) => isAnswerable(topic, market)));
  return (ready.length > 0 ? ready : ordered.slice(0, 1)).map((topic) => parseTopic(topic, []));
}

/** Its files are at hand and were read, and hold nothing for it: not one of those that the data can answer. */
async function lacksColumns(
  { needs }: Topic,
  answer: Briefing | BriefingError,
  { market }: MakingDeps,
  progress?: Progress,
): Promise<boolean> {
  if (!(answer instanceof BriefingError) || answer.code !== "data_unavailable") return false;
  const atHand = Object.values(needs).filter(({ dataset }) => market.provides.has(dataset));
  const read = await Promise.all(
    atHand.map((need) =>
      input(market, need, progress).then(
        (each) => !isAbsent(each),
        () => false,
      ),
    ),
  );
  return read.every((each) => each);
}

function toldToTheAsker(error: unknown): BriefingError {
  if (error instanceof BriefingError) return error;
  throw error;
}
