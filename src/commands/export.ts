import { EXPORT_FORMATS, type ExportFormat } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import { quotable } from "../briefing/quotable.ts";
import { suggestion } from "../briefing/suggest.ts";

const USAGE = "usage: export <topic> format=png|csv|xlsx, with the topic's own arguments behind it";

/**
 * The words of `export` without `format=`, and the format.
 * @throws BriefingError `bad_command` where the format is missing, given twice or unknown
 */
export function splitExport(words: readonly string[]): {
  readonly topic: string;
  readonly rest: readonly string[];
  readonly format: ExportFormat;
} {
  const isFormat = (word: string) => /^format(=|$)/i.test(word);
  const [topic, ...rest] = words.filter((word) => !isFormat(word));
  const formats = words.filter(isFormat).map((word) => word.slice("format=".length).toLowerCase());
  const [typed] = formats;
  if (topic === undefined) throw new BriefingError("bad_command", "export needs a topic", USAGE);
  if (typed === undefined) throw new BriefingError("bad_command", "export needs a format", USAGE);
  if (formats.length > 1) throw new BriefingError("bad_command", "format= is given more than once", USAGE);
  const format = EXPORT_FORMATS.find((each) => each === typed);
  if (format !== undefined) return { topic, rest, format };
  throw new BriefingError(
    "bad_command",
    `"${quotable(typed)}" is not a format of export`,
    `${suggestion(typed, EXPORT_FORMATS)}${USAGE}`,
  );
}
