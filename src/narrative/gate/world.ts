import type { Briefing } from "../../briefing/briefing.ts";
import type { Figure } from "../../briefing/figure.ts";
import { fold } from "./normalise.ts";

/** What a draft is checked against. */
export interface World {
  readonly figures: ReadonlyMap<string, Figure>;
  /** Words by which the two sides are called besides "small" and "large", lower case: "russell". */
  /** Words of the labels, lower case: what the briefing is about. */
  readonly labels: string;
  /** The topics whose figures it has. */
  readonly topics: readonly string[];
  readonly names: { readonly small: readonly string[]; readonly large: readonly string[] };
}

const worlds = new WeakMap<object, World>();

/** Made once a briefing, which never changes. */
export function worldOf(briefing: Pick<Briefing, "figures" | "pair">): World {
  const world = worlds.get(briefing) ?? makeWorld(briefing);
  worlds.set(briefing, world);
  return world;
}

function makeWorld({ figures, pair }: Pick<Briefing, "figures" | "pair">): World {
  const [small = "", large = ""] = pair.split(" / ");
  const words = (label: string): readonly string[] => fold(label).match(/[a-z][a-z&]{2,}/g) ?? [];
  const own = (label: string, other: string) =>
    words(label).filter(
      (word) =>
        !words(other).includes(word) && !/^(?:small|large|index|the|size|factor|premium|style)$/.test(word),
    );
  return {
    figures: new Map(figures.map((figure) => [figure.key, figure])),
    topics: [...new Set(figures.map(({ key }) => key.split(".")[0] ?? ""))],
    labels: fold(figures.map(({ label }) => label).join(" | ")),
    names: { small: own(small, large), large: own(large, small) },
  };
}
