import { thesisOver } from "../thesis/topic.ts";
import { topics as registered } from "../topics/index.ts";
import type { Topic } from "../topics/topic.ts";

/** Every topic, the thesis first: it is tested by the figures of the others. */
export const topics: readonly Topic[] = [thesisOver(registered), ...registered];
