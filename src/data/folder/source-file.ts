import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { isDate } from "./cells.ts";
import { decodeText } from "./csv.ts";
import { badFile, quote } from "./faults.ts";

export const SOURCE_FILE = "source.json";
const LIMIT = 1_000_000;

/** Short enough to stand in every chart's footer; it becomes part of texts whose {{slots}} are filled. */
const words = z
  .string()
  .trim()
  .min(1, "is blank")
  .max(200, "has more than 200 characters")
  .refine((value) => !/\{\{|\}\}/.test(value), "holds {{ or }}, which stand for a number's place");

/** `2026-08-21`, or with a time of day and an offset. */
function isDateOrDateTime(value: string): boolean {
  const [day = "", time] = value.split("T");
  if (time === undefined) return isDate(day);
  const clock = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)?$/;
  return isDate(day) && clock.test(time);
}

const sourceSchema = z.object({
  name: words,
  small: words,
  large: words,
  licence: words,
  retrievedAt: words.refine(
    isDateOrDateTime,
    "is not a date or date-time such as 2026-08-21 or 2026-08-21T06:00:00Z",
  ),
  sample: z.boolean("is neither true nor false").optional(),
});

/** Where a folder's data came from. `sample: true` marks synthetic data. */
export type SourceFile = z.infer<typeof sourceSchema>;

const HINT = `${SOURCE_FILE} needs {"name", "small", "large", "licence", "retrievedAt"} as text; "sample" is optional.`;

export async function readSourceFile(dir: string): Promise<SourceFile> {
  const path = join(dir, SOURCE_FILE);
  const size = await stat(path).then(
    (stats) => (stats.isFile() ? stats.size : -1),
    () => null,
  );
  if (size === null)
    throw badFile({ file: SOURCE_FILE }, `is missing in the data folder ${quote(dir)}`, HINT);
  if (size === -1) throw badFile({ file: SOURCE_FILE }, "is not a file", HINT);
  if (size > LIMIT) throw badFile({ file: SOURCE_FILE }, `is ${size} bytes long, more than ${LIMIT}`, HINT);
  return parseSourceFile(decodeText(SOURCE_FILE, await readFile(path)));
}

export function parseSourceFile(text: string): SourceFile {
  const json = parseJson(text);
  if (typeof json !== "object" || json === null || Array.isArray(json))
    throw badFile({ file: SOURCE_FILE }, "is not a JSON object", HINT);
  refuseMisspelt(Object.keys(json));
  const parsed = sourceSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = String(issue?.path[0] ?? "");
  const value = Object.entries(json).find(([name]) => name === field)?.[1];
  const problem = value === undefined ? "is missing" : `${quote(JSON.stringify(value))}: ${issue?.message}`;
  throw badFile({ file: SOURCE_FILE }, `field "${field}" ${problem}`, HINT);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw badFile({ file: SOURCE_FILE }, `is not JSON (${reason.slice(0, 120)})`, HINT, error);
  }
}

/** "Sample": true, taken for an unknown field, would pass synthetic data off as real. */
function refuseMisspelt(fields: readonly string[]): void {
  const known = Object.keys(sourceSchema.shape);
  for (const field of fields) {
    const meant = known.find((name) => name.toLowerCase() === field.trim().toLowerCase());
    if (meant !== undefined && meant !== field)
      throw badFile(
        { file: SOURCE_FILE },
        `field ${quote(field)} is not spelt "${meant}"`,
        `Rename it to "${meant}".`,
      );
  }
}
