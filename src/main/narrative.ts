import { LOCAL_WORKSPACE } from "../briefing/narrative.ts";
import { type Config, isNarratorConfigured } from "../config.ts";
import { type DraftCache, memoryCache } from "../narrative/cache.ts";
import { checkDraft } from "../narrative/gate/gate.ts";
import type { NarratorLog, Outcome } from "../narrative/narrator.ts";
import type { Narrator } from "../narrative/port.ts";
import type { ClaimProposer } from "../narrative/proposer-port.ts";
import type { QuestionRouter } from "../narrative/router-port.ts";
import { createSpending, type NarrativeStore, type Spending } from "../narrative/spending.ts";
import { createDesk, createSwitch, type NarrativeDesk } from "../narrative/switch.ts";
import type { Storage } from "../storage/port.ts";
import { narrativeMetrics } from "./narrative-metrics.ts";
import { outbound } from "./outbound.ts";

/** What writes summaries, and who has them. */
export interface Writing {
  /** Null where no model is configured. */
  readonly narrator: Narrator | null;
  /** Takes questions in words for commands; null where no model is configured. */
  readonly router: QuestionRouter | null;
  /** Proposes what claims a pasted text makes; null where no model is configured. */
  readonly proposer: ClaimProposer | null;
  /** Null where there is no workspace. */
  readonly desk: NarrativeDesk | null;
}

/** For a terminal and a console page without a platform: nothing is kept after the process. Null: no model. */
export async function localWriting(config: Config, log: NarratorLog): Promise<Writing | null> {
  if (!isNarratorConfigured(config)) return null;
  const spending = spendingOver(config, memoryStore());
  const isOn = async () => true;
  return { ...(await modelOver(config, { spending, isOn, cache: memoryCache(), log })), desk: null };
}

/** For workspaces: off until an admin switches them on. */
export async function storedWriting(
  config: Config,
  { store, cache }: Pick<Storage, "store" | "cache">,
  log: NarratorLog,
): Promise<Writing> {
  const spending = spendingOver(config, store);
  const switches = createSwitch(store);
  const desk = createDesk({ switches, model: config.OPENAI_MODEL ?? null, spending });
  if (!isNarratorConfigured(config)) return { narrator: null, router: null, proposer: null, desk };
  const isOn = async (workspace: string) => workspace === LOCAL_WORKSPACE || switches.isOn(workspace);
  const onOutcome = await narrativeMetrics();
  return { ...(await modelOver(config, { spending, isOn, cache, log, onOutcome })), desk };
}

interface NarratorParts {
  readonly spending: Spending;
  readonly isOn: (workspace: string) => Promise<boolean>;
  readonly cache: DraftCache;
  readonly log: NarratorLog;
  readonly onOutcome?: (outcome: Outcome) => void;
}

/** The client is loaded only where a model is configured. */
async function modelOver(config: Config, parts: NarratorParts): Promise<Omit<Writing, "desk">> {
  const [
    { createOpenAiDrafter },
    { createOpenAiChooser },
    { createOpenAiMatcher },
    { createNarrator },
    { createQuestionRouter },
    { createClaimProposer },
  ] = await Promise.all([
    import("../narrative/openai/drafter.ts"),
    import("../narrative/openai/chooser.ts"),
    import("../narrative/openai/matcher.ts"),
    import("../narrative/narrator.ts"),
    import("../narrative/router.ts"),
    import("../narrative/proposer.ts"),
  ]);
  const settings = {
    baseUrl: config.OPENAI_BASE_URL,
    apiKey: config.OPENAI_API_KEY ?? null,
    model: config.OPENAI_MODEL ?? "",
    apiVersion: config.OPENAI_API_VERSION ?? null,
    fetch: outbound(config).fetch,
  };
  return {
    narrator: createNarrator({
      ...parts,
      drafter: createOpenAiDrafter(settings),
      check: checkDraft,
      now: () => new Date(),
    }),
    router: createQuestionRouter({ ...parts, chooser: createOpenAiChooser(settings) }),
    proposer: createClaimProposer({ ...parts, matcher: createOpenAiMatcher(settings) }),
  };
}

function spendingOver(config: Config, store: NarrativeStore): Spending {
  const [input, output] = config.OPENAI_PRICES ?? [];
  return createSpending(store, {
    dailyTokens: config.OPENAI_DAILY_TOKENS,
    prices: input === undefined || output === undefined ? null : { input, output },
    now: () => new Date(),
  });
}

function memoryStore(): NarrativeStore {
  const kept = new Map<string, unknown>();
  return {
    get: async (_collection, key) => kept.get(key),
    set: async (_collection, key, value) => void kept.set(key, value),
  };
}
