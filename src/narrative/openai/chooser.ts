import { z } from "zod";
import type { CommandChoice } from "../../briefing/question.ts";
import type { Chooser } from "../router-port.ts";
import { askedOf } from "./drafter.ts";
import type { OpenAiSettings } from "./settings.ts";

/** Every choice of a command is a shape of its own, so that no other command or argument can be written. */
export function choiceShape(choices: readonly CommandChoice[]) {
  const shapes = [...choices, NONE].map(({ command, args }) =>
    z.strictObject({
      command: z.literal(command),
      arguments: z.strictObject(
        Object.fromEntries(
          Object.entries(args).map(([name, { values }]) => [
            name,
            (values === null ? z.string() : z.enum(values as [string, ...string[]])).nullable(),
          ]),
        ),
      ),
    }),
  );
  return z.strictObject({ choice: z.union(shapes) });
}

const NONE: CommandChoice = { command: "none", describe: "", args: {} };

/** Over the same client as the summaries; never streamed, never stored. */
export function createOpenAiChooser(settings: OpenAiSettings): Chooser {
  const ask = askedOf(settings);
  return {
    model: settings.model,
    choose: (prompt, choices, signal) =>
      ask(prompt, { name: "command_choice", shape: choiceShape(choices) }, signal),
  };
}
