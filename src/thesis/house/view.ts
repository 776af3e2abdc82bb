import type { Unit } from "../../briefing/figure.ts";
import type { Predicate } from "./predicates.ts";

/** A claim of the firm's own: a figure of some topic, against a threshold in the figure's own unit. */
export interface HouseClaim {
  /** Typed after `thesis claim=`; letters, digits and hyphens, a letter first. */
  readonly id: string;
  readonly statement: string;
  /** In a few words, for tables. */
  readonly short: string;
  /** Key of the figure that decides. */
  readonly figure: string;
  readonly unit: Unit;
  readonly signed: boolean;
  readonly predicate: Predicate;
  /** One number; of "between" the lower and the upper. */
  readonly thresholds: readonly number[];
}

/** A firm's own claims, apart from those of the ledger. */
export interface HouseView {
  readonly title: string;
  readonly claims: readonly HouseClaim[];
}

export const NO_HOUSE: HouseView = { title: "House view", claims: [] };
