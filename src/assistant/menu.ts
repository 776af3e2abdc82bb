import type { Briefing } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import { parseTopic } from "../commands/grammar.ts";
import type { MarketData } from "../market/port.ts";
import { isAnswerable } from "../topics/inputs.ts";
import { within } from "../within.ts";
import type { MakingDeps } from "./make.ts";
import type { Maker } from "./posted.ts";
import { MENU_WAIT_MS, readAtHand } from "./sources.ts";

/** How long the menu waits for a first thesis, once its data are read. */
const FIRST_CASE_WAIT_MS = 5_000;

const SYNTHETIC = "Synthetic data say nothing of it: `thesis` shows how its claims are tested";
const NOT_YET = "Not made yet: `thesis` has it once its data are read";

/**
 * What a bare command says of the data and of the case. The menu waits for no source: where the thesis is not made in
 * time it leads with what it found last, of each pair.
 */
export function createMenuFinder({ topics, market, defaultAsOf }: MakingDeps) {
  const cases = new Map<string | null, Briefing>();
  const leading = topics.find(({ name }) => name === "thesis");

  const note = (briefing: Briefing, pair: string | null) => {
    const newest = newerCase(cases.get(pair) ?? null, briefing);
    if (newest !== null) cases.set(pair, newest);
  };

  async function lead(own: MarketData, pair: string | null, make: Maker, read: Promise<unknown>) {
    if (leading === undefined || !isAnswerable(leading, own)) return null;
    if (market.mode === "sample") return SYNTHETIC;
    const given = pair === null ? [] : [`pair=${pair}`];
    const made = make({ ...parseTopic(leading, []), given }, { given: null, said: null }).then((briefing) => {
      note(briefing, pair);
      return true;
    }, untold);
    const ended = await (defaultAsOf === "newest" ? made : inTime(made, read, cases.has(pair)));
    const last = cases.get(pair);
    if (last !== undefined) return leading.inBrief?.(last) ?? last;
    return ended === null ? NOT_YET : null;
  }

  return {
    note,
    /** `own`: the market of the pair (null: the first). */
    find: async (own: MarketData, pair: string | null, make: Maker) => {
      const reading = readAtHand(own);
      const inTime = within(MENU_WAIT_MS, reading.all);
      const [found] = await Promise.all([lead(own, pair, make, reading.all), inTime]);
      return { ...reading.found(), lead: found };
    },
  };
}

/** Files are read in their time; a source over the network may not answer at all. Null: not made in time. */
async function inTime(made: Promise<boolean>, read: Promise<unknown>, hasLast: boolean) {
  const soon = await within(MENU_WAIT_MS, made);
  if (soon !== null || hasLast) return soon;
  const isRead = (await within(0, read)) !== null;
  return isRead ? within(FIRST_CASE_WAIT_MS, made) : null;
}

/** The newest thesis, whole; nothing synthetic. */
function newerCase(last: Briefing | null, briefing: Briefing): Briefing | null {
  const { topic, dataMode, figures, asOf } = briefing;
  const isWhole = topic === "thesis" && figures.some(({ key }) => key === "thesis.all.holds");
  return isWhole && dataMode === "live" && asOf >= (last?.asOf ?? "") ? briefing : last;
}

/** A menu stands without what it would lead with. */
function untold(error: unknown): false {
  if (!(error instanceof BriefingError)) throw error;
  return false;
}
