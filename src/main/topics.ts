import { type HouseView, NO_HOUSE } from "../thesis/house/view.ts";
import { thesisOver } from "../thesis/topic.ts";
import { topics as registered } from "../topics/index.ts";
import type { Topic } from "../topics/topic.ts";

/** Every topic, the thesis first: it is tested by the figures of the others. */
export const topics: readonly Topic[] = topicsWith(NO_HOUSE);

/** The same, the thesis with a firm's own claims. */
export function topicsWith(house: HouseView): readonly Topic[] {
  return [thesisOver(registered, house), ...registered];
}
