import { adjunctsOf } from "./adjuncts.ts";
import { type Assertion, STILL, sideOf } from "./assertion.ts";

const AHEAD =
  "beat|beats|beaten|beating|outperform|outperforms|outperformed|outpaced|outstripped|surpassed|ahead of|led|lead|done better than|did better than|do better than";
const BEHIND =
  "lag|lags|lagged|trailed|trail|trails|underperform|underperforms|underperformed|behind|done worse than|did worse than|do worse than";
const AUX = "(?:have been|has been|have|has|had|did|do|does|is|are|were|was)";
const RACE = new RegExp(`^([SL]) (?:${AUX} )?(not )?(?:(${AHEAD})|(${BEHIND})) ([SL])$`);
const PASSIVE =
  /^([SL]) (?:have been|has been|were|was|are|is) (not )?(?:(beaten|outperformed|outpaced|led)|(trailed)) by ([SL])$/;
const TURNED = new RegExp(
  `^(?:against|versus|relative to|compared (?:with|to)) ([SL]) ([SL]) (?:${AUX} )?(not )?(?:(outperformed|led|ahead)|(lagged|underperformed|trailed|behind))$`,
);

interface Runners {
  readonly subject: string | undefined;
  readonly object: string | undefined;
  readonly isAhead: boolean;
  readonly isDenied: boolean;
}

/** Who runs against whom, of all that is left of a clause; null: it is no race. */
function runnersIn(core: string): Runners | null {
  const straight = RACE.exec(core) ?? PASSIVE.exec(core);
  const found = straight ?? TURNED.exec(core);
  if (found === null) return null;
  const [, first, , , , last] = found;
  if (straight === null)
    return {
      subject: found[2],
      object: first,
      isAhead: found[4] !== undefined,
      isDenied: found[3] !== undefined,
    };
  return { subject: first, object: last, isAhead: found[3] !== undefined, isDenied: found[2] !== undefined };
}

/** "S beat L": who is ahead, and by how much. */
export function race(text: string): readonly Assertion[] {
  const { text: core, sample, of, period, amounts, shareOf } = adjunctsOf(text);
  const runners = runnersIn(core);
  const [value = null] = amounts;
  if (runners === null || runners.subject === runners.object || amounts.length > 1) return [];
  if (value?.unit === "x" || (shareOf && (value?.unit !== "%" || of !== null))) return [];
  // Of a sample's windows: a size is that of their mean, and "all" without one is said of each.
  const spread = of ?? (sample === "all" && value === null ? "every" : "mean");
  if (spread !== "mean" && value !== null) return [];
  const side = sideOf(runners.subject);
  const direction = PASSIVE.test(core) === runners.isAhead ? -1 : 1;
  const kind = shareOf ? "hit" : "race";
  const { isDenied } = runners;
  return [{ kind, side, direction, period, value, sample, of: spread, earnings: null, isDenied }];
}

const ROSE = "rose|risen|gained|returned|climbed|added|advanced|increased|jumped|rallied|surged|up";
const FELL = "fell|fallen|lost|dropped|declined|slid|slipped|shed|down";
const RETURN = new RegExp(`^([SL]) (?:(?:have|has|are|is|were|was|did) )?(not )?(?:(${ROSE})|(${FELL}))$`);

/** "S returned 12% over past year" */
export function returns(text: string): readonly Assertion[] {
  const { text: core, sample, period, amounts } = adjunctsOf(text);
  const found = RETURN.exec(core);
  const [value] = amounts;
  if (found === null || sample !== null || amounts.length !== 1 || value?.unit !== "%") return [];
  return [
    {
      ...STILL,
      kind: "return",
      side: sideOf(found[1]),
      direction: found[3] === undefined ? -1 : 1,
      period,
      value,
      isDenied: found[2] !== undefined,
    },
  ];
}
