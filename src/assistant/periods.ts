import type { Briefing } from "../briefing/briefing.ts";
import { wantsPeriods } from "../briefing/client-copy.ts";
import { BriefingError } from "../briefing/errors.ts";
import { parseTopic } from "../commands/grammar.ts";
import type { Topic } from "../topics/topic.ts";
import type { Maker } from "./posted.ts";

/** The topic that has the five discrete 12-month periods of the pair. */
const TOPIC = "performance";

/** What belongs beside the past performance that a briefing shows, as of the same day; none where it cannot be had. */
export async function periodsBeside(
  briefing: Briefing,
  topics: readonly Topic[],
  make: Maker,
): Promise<{ readonly periods?: Briefing }> {
  const topic = topics.find(({ name }) => name === TOPIC);
  if (topic === undefined || !wantsPeriods(briefing)) return {};
  const date = { given: briefing.asOf, said: briefing.asOf };
  try {
    return { periods: await make(parseTopic(topic, []), date) };
  } catch (error) {
    if (error instanceof BriefingError) return {};
    throw error;
  }
}
