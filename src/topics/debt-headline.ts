import type { Leverage } from "../maths/leverage.ts";
import { compared, staleSince } from "./compare.ts";
import type { Assumed } from "./debt-what-if.ts";
import type { View } from "./topic.ts";
import { withheldSince } from "./words.ts";

export interface Indebted extends Leverage {
  readonly asOf: string;
}

export interface DebtResult {
  /** The older of the two sides' dates. */
  readonly asOf: string;
  readonly small: Indebted;
  readonly large: Indebted;
  /** Null: interest rates are left as they are. */
  readonly assumed: Assumed | null;
}

export type DebtView = View<object, DebtResult>;

const READINGS = ["interestCoverMedian", "floatingShareOfDebt", "floatingShareOfDebtBeforeSwaps"];

/** Floating debt by companies and by amount, after swaps where they are reported, then interest cover. */
export function debtHeadline(view: DebtView): string {
  const stale = staleSince(
    view,
    READINGS.map((reading) => `debt.small.${reading}`),
  );
  if (stale !== null) return `Small-caps against large-caps on debt: ${withheldSince(stale)}`;
  const floating = floatingWords(view, "") ?? floatingWords(view, "BeforeSwaps");
  const cover = coverWords(view);
  if (floating !== null) return `Small-caps ${floating}${cover === null ? "" : `, and ${cover[0]}`}`;
  return cover === null
    ? "Small-caps against large-caps on debt: one of the two sides reports too little to compare"
    : `Small-caps ${cover.join(" ")}`;
}

const SAYS = { more: "more", less: "less", level: "as much" } as const;

function floatingWords(view: DebtView, swaps: "" | "BeforeSwaps"): string | null {
  const between = (what: string) =>
    compared(view, `debt.small.${what}${swaps}`, `debt.large.${what}${swaps}`);
  const [companies, amount] = [between("companiesMostlyFloating"), between("floatingShareOfDebt")];
  if (companies === null || amount === null) return null;
  const which = swaps === "" ? "" : " before swaps";
  return companies === amount
    ? `rely ${SAYS[companies]} on floating-rate debt${which} ${companies === "level" ? "as" : "than"} large-caps`
    : `rely ${SAYS[companies]} on floating-rate debt${which} by number of companies, ${SAYS[amount]} by amount of debt`;
}

function coverWords(view: DebtView): readonly [finding: string, comparedWith: string] | null {
  const cover = compared(view, "debt.small.interestCoverMedian", "debt.large.interestCoverMedian");
  if (cover === null) return null;
  return cover === "level"
    ? ["earn their interest as often", "as large-caps"]
    : [`earn their interest ${cover === "more" ? "more" : "fewer"} times over`, "than large-caps"];
}
