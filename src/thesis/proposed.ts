import { CLAIMS, type Claim } from "./claims.ts";
import { isRecognised } from "./match.ts";
import type { Evidence } from "./port.ts";

export interface Proposals {
  /** By sentence. */
  readonly claims: ReadonlyMap<string, Claim>;
  /** Who proposed them; null: nobody was asked, or nobody answered. */
  readonly model: string | null;
}

/** For the sentences alone that the rules know nothing of. */
export async function proposalsFor(
  sentences: readonly string[],
  { propose }: Pick<Evidence, "propose">,
): Promise<Proposals> {
  const unknown = [...new Set(sentences.filter((each) => !isRecognised(each)))];
  const choices = CLAIMS.map(({ id, statement }) => ({ id: String(id), statement }));
  const proposal = unknown.length === 0 ? null : ((await propose?.(unknown, choices)) ?? null);
  if (proposal === null) return { claims: new Map(), model: null };
  const claims = new Map(
    unknown.flatMap((sentence, i): readonly [string, Claim][] => {
      const claim = CLAIMS.find(({ id }) => String(id) === proposal.claims[i]);
      return claim === undefined ? [] : [[sentence, claim]];
    }),
  );
  return { claims, model: proposal.model };
}
