import { checkDraft } from "../../src/narrative/gate/gate.ts";
import { RULES } from "../../src/narrative/gate/rules.ts";
import { PARAGRAPHS } from "../thesis/corpus.ts";
import { briefingOf } from "./corpus/briefings.ts";
import type { Case } from "./corpus/corpus.ts";
import { GOOD, LOST, WRITTEN } from "./corpus/good.ts";
import { HOSTILE } from "./corpus/hostile.ts";
import { GOOD_A } from "./corpus/unseen/good-a.ts";
import { GOOD_B } from "./corpus/unseen/good-b.ts";
import { GOOD_C } from "./corpus/unseen/good-c.ts";
import { GOOD_D } from "./corpus/unseen/good-d.ts";
import { GOOD_E } from "./corpus/unseen/good-e.ts";
import { GOOD_F } from "./corpus/unseen/good-f.ts";
import { GOOD_G } from "./corpus/unseen/good-g.ts";
import { GOOD_H } from "./corpus/unseen/good-h.ts";
import { GOOD_I } from "./corpus/unseen/good-i.ts";
import { GOOD_J } from "./corpus/unseen/good-j.ts";
import { GOOD_K } from "./corpus/unseen/good-k.ts";
import { GOOD_L } from "./corpus/unseen/good-l.ts";
import { GOOD_M } from "./corpus/unseen/good-m.ts";
import { GOOD_N } from "./corpus/unseen/good-n.ts";
import { GOOD_O } from "./corpus/unseen/good-o.ts";
import { GOOD_P } from "./corpus/unseen/good-p.ts";
import { GOOD_Q } from "./corpus/unseen/good-q.ts";
import { GOOD_R } from "./corpus/unseen/good-r.ts";
import { HOSTILE_A } from "./corpus/unseen/hostile-a.ts";
import { HOSTILE_B } from "./corpus/unseen/hostile-b.ts";
import { HOSTILE_C } from "./corpus/unseen/hostile-c.ts";
import { HOSTILE_CONTRACT } from "./corpus/unseen/hostile-contract.ts";
import { HOSTILE_D } from "./corpus/unseen/hostile-d.ts";
import { HOSTILE_E } from "./corpus/unseen/hostile-e.ts";
import { HOSTILE_F } from "./corpus/unseen/hostile-f.ts";
import { HOSTILE_G } from "./corpus/unseen/hostile-g.ts";
import { HOSTILE_H } from "./corpus/unseen/hostile-h.ts";
import { HOSTILE_HORIZONS } from "./corpus/unseen/hostile-horizons.ts";
import { HOSTILE_HORIZONS_B } from "./corpus/unseen/hostile-horizons-b.ts";
import { HOSTILE_I } from "./corpus/unseen/hostile-i.ts";
import { HOSTILE_J } from "./corpus/unseen/hostile-j.ts";
import { HOSTILE_MODEL } from "./corpus/unseen/hostile-model.ts";
import { HOSTILE_ORDER } from "./corpus/unseen/hostile-order.ts";
import { HOSTILE_PLAIN } from "./corpus/unseen/hostile-plain.ts";

async function accepted(cases: readonly Case[]): Promise<number> {
  const verdicts = await Promise.all(
    cases.map(async (each) => checkDraft(await briefingOf(each), each.draft).accepted),
  );
  return verdicts.filter(Boolean).length;
}

/** Rules whose removal changes what is said of some hostile draft, and the drafts that are then let through. */
async function mutations() {
  const judged = await Promise.all(HOSTILE.map(async (each) => ({ each, briefing: await briefingOf(each) })));
  let red = 0;
  let through = 0;
  for (const { code } of RULES) {
    const rules = RULES.filter((rule) => rule.code !== code);
    const own = judged.filter(({ each }) => each.reasons.some(([reason]) => reason === code));
    const results = own.map(({ each, briefing }) => checkDraft(briefing, each.draft, rules));
    if (results.some(({ reasons }) => !reasons.some((reason) => reason.code === code))) red += 1;
    through += results.filter((result) => result.accepted).length;
  }
  return { red, through };
}

/** The README's table of results: computed here, on the real data folder too. */
export async function resultsTable(): Promise<readonly string[]> {
  const later = [
    ...HOSTILE_A,
    ...HOSTILE_B,
    ...HOSTILE_C,
    ...HOSTILE_D,
    ...HOSTILE_HORIZONS,
    ...HOSTILE_CONTRACT,
    ...HOSTILE_PLAIN,
    ...HOSTILE_MODEL,
    ...HOSTILE_E,
    ...HOSTILE_F,
    ...HOSTILE_HORIZONS_B,
    ...HOSTILE_G,
    ...HOSTILE_ORDER,
    ...HOSTILE_H,
    ...HOSTILE_I,
    ...HOSTILE_J,
  ];
  const older = HOSTILE.filter((each) => !later.includes(each));
  const rows: readonly (readonly [string, readonly Case[]])[] = [
    ["good, written beside the rules", WRITTEN],
    ["good, written before the rules were read", GOOD_A],
    ["good, written fresh after they were widened", GOOD_B],
    ["good, a second fresh set", GOOD_C],
    ["good, over all topics", GOOD_D],
    ["good, over all topics, a second set", GOOD_E],
    ["good, over all topics, a third set", GOOD_F],
    ["good, by an author who never saw the gate", GOOD_G],
    ["good, by that author, a second set", GOOD_H],
    ["good, as a model answers the prompt", GOOD_I],
    ["good, as a model answers, a second set", GOOD_J],
    ["good, as a model answers, two more sets", GOOD_K],
    ["good, as a model answers, on other days and data", GOOD_M],
    ["good, as a model answers, with the house's limits", GOOD_N],
    ["good, by two authors who knew the contract alone", GOOD_L],
    ["good, plain, by two authors of a conformance suite", GOOD_O],
    ["good, plain, by two more of them", GOOD_P],
    ["good, plain, by a third pair", GOOD_Q],
    ["good, plain, by a fourth pair", GOOD_R],
    ["hostile, written with the rules", older],
    ["hostile, written to get round the rules", HOSTILE_A],
    ["hostile, figures of the later topics given to another", HOSTILE_B],
    ["hostile, by an author who never saw the gate", HOSTILE_C],
    ["hostile, by that author, a second set", HOSTILE_D],
    ["hostile, a market in words of limits", HOSTILE_PLAIN],
    ["hostile, by two authors who knew the contract alone", HOSTILE_E],
    ["hostile, good answers with one thing turned", HOSTILE_F],
    ["hostile, plain, by two authors of a conformance suite", HOSTILE_G],
    ["hostile, declared rightly and said the other way round", HOSTILE_ORDER],
    ["hostile, most declared rightly and said wrongly", HOSTILE_H],
    ["hostile, the same by a third pair", HOSTILE_I],
    ["hostile, the same by a fourth pair", HOSTILE_J],
    ["hostile, true, but a horizon or count in words", [...HOSTILE_HORIZONS, ...HOSTILE_HORIZONS_B]],
    ["hostile, as a model answers, and turns of that", HOSTILE_MODEL],
    ["hostile, meant as good, but against the contract", HOSTILE_CONTRACT],
  ];
  const lines: string[] = [];
  for (const [name, cases] of rows) {
    const through = await accepted(cases);
    lines.push(`| ${name} | ${cases.length} | ${through} | ${cases.length - through} |`);
  }
  const { red, through } = await mutations();
  const good = GOOD.length + LOST.length;
  return [
    "| drafts | written | let through | refused |",
    "| --- | --- | --- | --- |",
    ...lines,
    "",
    `Of ${RULES.length} rules, taken out one at a time, ${red} turn a case red; ${through} hostile drafts would then be let through. Of ${good} good drafts ${LOST.length} are refused (${((LOST.length / good) * 100).toFixed(1)} %); \`check\` gives the expected claims and verdicts on ${PARAGRAPHS.length} paragraphs.`,
  ];
}
