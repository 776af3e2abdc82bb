import type { Topic } from "../../topics/topic.ts";
import { stemOf, tokensOf } from "./tokens.ts";

/** Words that carry no argument; those in which a topic describes itself are added to them. */
export const FILLERS =
  "a about again also an and any are at be but by can could do does for from give go had has have how i if in is " +
  "it its just like look looks made me month months my new no now of ok okay on only or our over please return " +
  "returns same see should show so start starting still tell than that the their them then there these they this " +
  "those to too try us use using vs was we were what whats when where which why with would year years you";

/** Besides: in a sentence that is understood anyhow. */
const MORE =
  "small cap caps smallcap smallcaps large company companies stock stocks instead rather been did compare compared against " +
  "versus change changed look same thing question answer but let lets get period window horizon last past term terms make " +
  "ask me private privately each every just relative performance gap number numbers figure figures chart data";

const KNOWN = new Set([...tokensOf(FILLERS), ...tokensOf(MORE)]);

/** Whether words say no more than sentences need, or a topic says of itself. */
export function hasFillersOnly(
  tokens: readonly string[],
  { name, summary, args }: Pick<Topic, "name" | "summary" | "args">,
): boolean {
  const own = new Set(tokensOf([name, summary, ...Object.keys(args)].join(" ")));
  return tokens.every((token) => KNOWN.has(stemOf(token)) || own.has(token));
}
