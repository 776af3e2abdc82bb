import { z } from "zod";

/** Names of live sources, in the order in which they are asked where nothing else is set. */
export const SOURCE_IDS = [
  "tiingo",
  "french",
  "nyfed",
  "treasury",
  "bls",
  "fred",
  "fmp",
  "ishares",
  "edgar",
  "reference",
] as const;
export type SourceId = (typeof SOURCE_IDS)[number];

const DATASETS = [
  "levels",
  "policyDecisions",
  "recessions",
  "factors",
  "macro",
  "calendar",
  "constituents",
  "valuationHistory",
  "revisions",
  "deals",
  "universe",
] as const;

/** `all`: null where every source that has what it needs is asked. */
export interface LiveSources {
  readonly all: readonly SourceId[] | null;
  readonly own: Readonly<Partial<Record<(typeof DATASETS)[number], readonly SourceId[]>>>;
}

/** "french,nyfed; levels=tiingo,french" */
export const liveSources: z.ZodType<LiveSources> = z
  .string()
  .default("")
  .transform((text, context): LiveSources => {
    const fault = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    let all: readonly SourceId[] | null = null;
    const own: Record<string, readonly SourceId[]> = {};
    for (const part of text
      .split(";")
      .map((each) => each.trim())
      .filter((each) => each !== "")) {
      const [names = "", dataset] = part
        .split("=")
        .reverse()
        .map((each) => each.trim());
      const ids = names.split(",").map((each) => each.trim());
      const strange = ids.find((id) => !SOURCE_IDS.includes(id as SourceId));
      if (strange !== undefined)
        return fault(`"${strange}" is no source; there are ${SOURCE_IDS.join(", ")}`);
      if (dataset === undefined) all = ids as SourceId[];
      else if (DATASETS.includes(dataset as "levels")) own[dataset] = ids as SourceId[];
      else return fault(`"${dataset}" is no dataset; there are ${DATASETS.join(", ")}`);
    }
    return { all, own };
  });
