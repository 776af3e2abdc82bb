import type { Briefing } from "../../briefing/briefing.ts";
import { filledIn, standInFor } from "../conversation/stand-in.ts";
import type { SlackMessage } from "./message.ts";
import { type RenderOptions, renderBriefing } from "./render.ts";

/** What is posted, with its blocks as they go over the wire. */
export interface Written extends SlackMessage {
  readonly json: string;
  readonly overflow: readonly SlackMessage[];
}

/** A chart is a file of each workspace's own, so that each workspace sees it in its own way. */
const MOST_KEPT = 200;

/** The same briefing goes to many channels: it is rendered once for those who see it alike, whosever schedule it is. */
export function createRendered(): (briefing: Briefing, options: RenderOptions) => Written {
  const kept = new WeakMap<Briefing, Map<string, Written>>();
  const shared = (briefing: Briefing, options: RenderOptions) => {
    const known = kept.get(briefing) ?? new Map<string, Written>();
    kept.set(briefing, known);
    const key = JSON.stringify(options);
    const written = known.get(key) ?? writtenOf(renderBriefing(briefing, options));
    known.set(key, written);
    const [oldest] = known.keys();
    if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
    return written;
  };
  return (briefing, options) => {
    const { scheduled } = options;
    if (scheduled?.subscription == null) return shared(briefing, options);
    const { subscription: id } = scheduled;
    const blank = { ...options, scheduled: { ...scheduled, subscription: standInFor(id) } };
    return filledIn(shared(briefing, blank), id);
  };
}

export function writtenOf(message: ReturnType<typeof renderBriefing>): Written {
  return { ...message, json: JSON.stringify(message.blocks) };
}
