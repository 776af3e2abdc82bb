import type { Briefing, Table } from "../briefing/briefing.ts";
import type { ChartSpec } from "../briefing/chart.ts";
import type { Figure, Pair } from "../briefing/figure.ts";
import { formatDate, formatFigure } from "../briefing/format.ts";
import type { Value } from "../briefing/value.ts";
import { isOnePrintShort } from "../topics/risks-figures.ts";
import { triggerOf } from "../topics/risks-table.ts";
import type { TopicAnswer } from "../topics/topic.ts";
import { inWords, NOT_ADVICE, PAST_PERFORMANCE } from "../topics/words.ts";
import { CHANGES, changeFigures, changesTable, flipNotes, testableNotes } from "./changes.ts";
import { PILLARS } from "./claims.ts";
import { THEN } from "./history.ts";
import { otherPairs } from "./pairs.ts";
import {
  COUNT_NAMES,
  COUNTED,
  countFigures,
  countOf,
  type NearestTrigger,
  nearestTrigger,
  ofPillar,
  PILLAR_NAMES,
  type Scoreboard,
  type Scored,
  verdictFigures,
} from "./scoreboard.ts";

const HEADS = {
  holds: "Holds",
  fails: "Fails",
  depends: "Depends",
  untested: "Untested",
  opinion: "Opinion",
} as const;

/** All claims at a glance. */
export function overview(board: Scoreboard, pair: Pair): TopicAnswer {
  const counts = countFigures(board);
  const nearest = nearestTrigger(board);
  return {
    figures: [
      ...counts,
      ...board.scored.flatMap((each) => verdictFigures(each, board)),
      ...changeFigures(board),
      ...(nearest?.figures ?? []),
      ...board.own,
    ],
    headline: headline(board),
    subtitle: `31 claims of an article of December 2025, tested ${testedOn(board.asOf)}`,
    tables: tables(board),
    notes: [
      ...flipNotes(board),
      ...testableNotes(board),
      ...(nearest ? nearestNote(nearest) : []),
      ...conditionNote(board),
      ...kindNotes(board),
      `${ONE_CLAIM}\`thesis claim=14\``,
    ],
    charts: chart(board, counts, pair),
    caveats: [
      `Each verdict is what a fixed test says of the data at hand, and nothing of what comes. “Cannot be tested” is neither for nor against. ${NOT_ADVICE}`,
      PAST_PERFORMANCE,
      ...otherPairs(board.scored, pair),
    ],
  };
}

const COUNTS = "Claims by verdict";
const NEAREST = "Nearest trigger: ";
const CONDITIONS = /what would break the case/i;
const FLIPPED = /^(?:Flipped since|No verdict (?:that )?could|As of a day before|Could be tested then)/;
const HOUSE = /, (?:\d+ )?claims? of the firm's own: /;
const ONE_CLAIM = "One claim with its test and figures: ";
const IN_BRIEF =
  /^thesis\.(?:(?:house\.)?[\w-]+\.(?:now|on\..+)|\w+\.(?:holds|fails|depends|untested|opinion)|nearest\.\w+)$/;

/** At the head of a briefing of several topics: the counts, what flipped, which trigger is nearest. */
export function glance(whole: Briefing): Briefing {
  return {
    ...whole,
    tables: whole.tables.filter(({ title }) => title === COUNTS || title === CHANGES),
    notes: whole.notes.filter(
      (note) =>
        FLIPPED.test(note) ||
        note.startsWith(NEAREST) ||
        CONDITIONS.test(note) ||
        note.startsWith(ONE_CLAIM) ||
        HOUSE.test(note),
    ),
    charts: [],
    figures: whole.figures.filter(({ key }) => IN_BRIEF.test(key)),
  };
}

/** "as of 10 Dec 2025 and as of 1 Nov 2026" */
export const testedOn = (asOf: string): string =>
  asOf > THEN ? `as of ${formatDate(THEN)} and as of ${formatDate(asOf)}` : `as of ${formatDate(asOf)}`;

const counted = (scored: readonly Scored[]) => ({
  hold: countOf(scored, "holds"),
  fail: countOf(scored, "fails"),
  depend: countOf(scored, "depends on definition"),
});
const verb = (count: number, one: string, many: string) => `${inWords(count)} ${count === 1 ? one : many}`;
/** Of claims that were named before: "two fail", "none fails". */
const none = (count: number, one: string, many: string) =>
  count === 0 ? `none ${one}` : verb(count, one, many);

function headline({ scored }: Scoreboard): string {
  const { hold, fail, depend } = counted(scored);
  const untested = scored.length - hold - fail - depend - countOf(scored, "opinion");
  return `The case for small-caps: ${verb(hold, "claim holds", "claims hold")}, ${none(fail, "fails", "fail")}, ${none(depend, "depends", "depend")} on the definition, ${inWords(untested)} cannot be tested`;
}

function tables(board: Scoreboard): readonly Table[] {
  const { scored } = board;
  const days = daysShown(board);
  return [
    {
      title: COUNTS,
      columns: ["", ...COUNT_NAMES.map((name) => HEADS[name])],
      rows: [
        ...PILLAR_NAMES.map((pillar) => ({
          label: PILLARS[pillar],
          cells: COUNT_NAMES.map((name) => `thesis.${pillar}.${name}`),
        })),
        { label: "All claims", cells: COUNT_NAMES.map((name) => `thesis.all.${name}`) },
      ],
    },
    ...changesTable(board),
    ...PILLAR_NAMES.map((pillar) => ({
      title: PILLARS[pillar],
      columns: ["", ...days.map(({ heading }) => heading)],
      rows: ofPillar(scored, pillar).map(({ claim }) => ({
        label: `${claim.id}. ${claim.short}`,
        cells: days.map(({ when }) => `thesis.${claim.id}.${when}`),
      })),
    })),
  ];
}

/** The day of printing beside that of the question, where it came before it. */
export const daysShown = ({ asOf }: Pick<Scoreboard, "asOf">) =>
  [
    ...(asOf > THEN ? [{ when: "then", heading: formatDate(THEN) } as const] : []),
    { when: "now", heading: formatDate(asOf) } as const,
  ] as const;

function nearestNote({ name, figures: [value, room] }: NearestTrigger): readonly string[] {
  if (value === undefined || room === undefined) return [];
  const stands = isOnePrintShort(name, room.value)
    ? "beyond its threshold; one more such print fires it"
    : `${formatFigure(room)} before it fires`;
  return [`${NEAREST}${triggerOf(name).name} at ${formatFigure(value)}, ${stands}`];
}

const FIRED = 2;
const CONDITION_STATE = /^risks\.condition\.\w+\.state$/;

function conditionNote({ risks }: Scoreboard): readonly string[] {
  if (typeof risks === "string") return [`What would break the case is not known: ${risks}`];
  const states = risks.figures.filter(
    ({ key, value }) => CONDITION_STATE.test(key) && typeof value === "number",
  );
  if (states.length === 0)
    return ["Whether a condition that would break the case has fired is not known from these data"];
  const named = (of: readonly Figure[]) => of.map(({ label }) => label.split(":")[0]).join(", ");
  const fired = states.filter(({ value }) => value === FIRED);
  // What the data at hand cannot tell is not the same as what has not fired.
  const untold = risks.figures.filter(
    ({ key, value }) => CONDITION_STATE.test(key) && typeof value !== "number",
  );
  const open = untold.length === 0 ? "" : `; not known from these data: ${named(untold)}`;
  return [
    fired.length === 0
      ? `Of what would break the case none of ${inWords(states.length)} known ${states.length === 1 ? "condition" : "conditions"} has fired${open}`
      : `Of what would break the case has fired: ${named(fired)}${open}`,
  ];
}

function kindNotes({ scored }: Scoreboard): readonly string[] {
  return (["mechanism", "outcome"] as const).map((kind) => {
    const { hold, fail, depend } = counted(scored.filter(({ claim }) => claim.kind === kind));
    const name = kind === "mechanism" ? "Claims of how it works" : "Claims of what comes of it";
    if (hold + fail + depend === 0) return `${name}: none can be tested`;
    return `${name}: ${none(hold, "holds", "hold")}, ${none(fail, "fails", "fail")}, ${none(depend, "depends", "depend")} on the definition`;
  });
}

/** "1 holds", "3 hold": a count's name with its number. */
const saidOf = (name: string, count: Value): string => (count === 1 ? name : (SEVERAL[name] ?? name));
const SEVERAL: Readonly<Record<string, string>> = {
  holds: "hold",
  fails: "fail",
  "depends on definition": "depend on definition",
  opinion: "opinions",
};

function chart(
  { asOf, scored }: Scoreboard,
  counts: readonly Figure[],
  { label }: Pair,
): readonly ChartSpec[] {
  const values = (names: readonly (keyof typeof COUNTED)[]) =>
    PILLAR_NAMES.map((pillar) =>
      names.reduce((total, name) => total + countOf(ofPillar(scored, pillar), COUNTED[name]), 0),
    );
  const told = PILLAR_NAMES.map((pillar) => {
    const parts = COUNT_NAMES.map((name) =>
      counts.find(({ key }) => key === `thesis.${pillar}.${name}`),
    ).flatMap((each) =>
      each === undefined || each.value === 0
        ? []
        : [`${formatFigure(each)} ${saidOf(each.label.split(": ")[1] ?? "", each.value)}`],
    );
    return `${PILLARS[pillar]}: ${parts.join(", ")}.`;
  });
  return [
    {
      kind: "bar",
      id: "thesis-verdicts",
      asOf,
      title: "What the data say of the case, pillar by pillar",
      subtitle: `Claims by verdict, count · ${label} · ${formatDate(asOf)}`,
      unit: "count",
      groups: PILLAR_NAMES.map((pillar) => PILLARS[pillar]),
      series: [
        { name: "Holds", emphasis: "primary", values: values(["holds"]) },
        { name: "Depends on definition", emphasis: "accent", values: values(["depends"]) },
        { name: "Fails", emphasis: "secondary", values: values(["fails"]) },
        { name: "Untested, or opinion", emphasis: "muted", values: values(["untested", "opinion"]) },
      ],
      alt: `Bar chart of the verdicts on 31 claims (${label}). ${told.join(" ")}`,
      footnote: "Each claim counts as one. Untested: the data at hand do not decide it.",
    },
  ];
}
