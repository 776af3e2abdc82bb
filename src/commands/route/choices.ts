import { BriefingError } from "../../briefing/errors.ts";
import type { ChosenCommand, CommandChoice } from "../../briefing/question.ts";
import type { ArgSpec } from "../../topics/args.ts";
import type { Topic } from "../../topics/topic.ts";
import { briefShape } from "../brief.ts";
import { parseLine } from "../grammar.ts";

/** What a model chooses for a request that gets the fixed refusal. */
export const ADVICE = "advice";

const WITHOUT_ARGUMENTS: readonly (readonly [command: string, describe: string])[] = [
  ["help", "what the program can do"],
  ["help schedule", "how to have briefings posted regularly"],
  ["sources", "where the data come from, how old they are, their licence"],
  ["status", "whether everything works, and what is posted here by itself"],
  [ADVICE, "asks for personal advice, a recommendation, a forecast of a price, or about a single company"],
];

/** Every command that a question in words may be taken for; none of them changes anything, and none assumes anything. */
export function choicesOf(topics: readonly Topic[]): readonly CommandChoice[] {
  const brief = briefShape(topics);
  return [
    ...topics.map((topic) => ({
      command: topic.name,
      describe: topic.summary,
      args: Object.fromEntries(
        Object.entries(topic.args)
          .filter(([name]) => !topic.assumptions.includes(name))
          .map(([name, spec]) => [
            name,
            { describe: spec.describe, values: closedValues(spec), example: spec.example },
          ]),
      ),
    })),
    ...topics.map(({ name }) => ({
      command: `help ${name}`,
      describe: `how ${name} is defined and computed, its arguments`,
      args: {},
    })),
    { command: brief.name, describe: brief.summary, args: {} },
    ...WITHOUT_ARGUMENTS.map(([command, describe]) => ({ command, describe, args: {} })),
  ];
}

/** An argument may list some of its values and take a year besides. */
function closedValues({ choices, parse }: ArgSpec<unknown>): readonly string[] | null {
  return choices.length > 0 && parse("2007") === null ? choices : null;
}

const numbersIn = (text: string): readonly string[] => text.match(/\d+/g) ?? [];

/**
 * A model's choice as a line of the grammar; null where it is none, or where it holds a number that is not in the
 * question.
 */
export function lineOfChoice(
  { command, arguments: given }: ChosenCommand,
  question: string,
  topics: readonly Topic[],
  today: string,
): string | null {
  const choice = choicesOf(topics).find((each) => each.command === command);
  if (choice === undefined || command === ADVICE) return null;
  const args = Object.entries(given).flatMap(([name, value]) =>
    value === null || value === "" ? [] : [{ name, value }],
  );
  for (const { name, value } of args) {
    const arg = Object.hasOwn(choice.args, name) ? choice.args[name] : undefined;
    if (arg === undefined || !/^[\w.,%+-]{1,40}$/.test(value)) return null;
    if (arg.values?.includes(value)) continue;
    if (!numbersIn(value).every((number) => numbersIn(question).includes(number))) return null;
  }
  const line = [command, ...args.map(({ name, value }) => `${name}=${value}`)].join(" ");
  try {
    parseLine(line, topics, today);
    return line;
  } catch (error) {
    if (error instanceof BriefingError) return null;
    throw error;
  }
}
