import type { WebClient } from "@slack/web-api";
import type { FramedChart } from "../../briefing/chart.ts";
import { isAmbiguous, SlackCallFailed } from "./client.ts";
import type { SlackDeps } from "./deps.ts";
import type { ChartPlace, SlackMessage } from "./message.ts";
import type { Uploads } from "./upload.ts";

/** A message that was taken. */
export interface Sent {
  readonly ts: string;
  readonly overflow: readonly SlackMessage[];
  readonly showsChart: boolean;
}

/** Where a chart can be shown, from the best place to none. */
export interface ChartPlaces {
  /**
   * Tries one place after the other until `post` has a message taken; null from it: not with the chart there. A file
   * that no message shows is deleted; where nobody knows whether one does, it stays.
   * @throws SlackCallFailed `invalid_blocks` where no message was taken, and what `post` rejects with
   */
  first(
    client: WebClient,
    team: string,
    chart: FramedChart | null,
    post: (place: ChartPlace) => Promise<Sent | null>,
  ): Promise<Sent>;
}

export function createChartPlaces({ chartUrl }: Pick<SlackDeps, "chartUrl">, uploads: Uploads): ChartPlaces {
  async function* places(client: WebClient, team: string, chart: FramedChart): AsyncGenerator<ChartPlace> {
    const fileId = await uploads.fileFor(client, team, chart);
    if (fileId !== null) yield { kind: "file", fileId };
    if (chartUrl) yield { kind: "url", url: chartUrl(chart) };
    yield { kind: "native" };
  }

  async function first(
    client: WebClient,
    team: string,
    chart: FramedChart | null,
    post: (place: ChartPlace) => Promise<Sent | null>,
  ): Promise<Sent> {
    if (chart) {
      for await (const place of places(client, team, chart)) {
        const sent =
          place.kind === "file" ? await postFile(client, team, chart, () => post(place)) : await post(place);
        if (sent) return sent;
      }
    }
    const sent = await post({ kind: "none" });
    if (sent) return sent;
    const details = "no rendering of the answer was taken";
    throw new SlackCallFailed(
      "chat.postMessage",
      { kind: "refused", error: "invalid_blocks", details },
      null,
    );
  }

  async function postFile(
    client: WebClient,
    team: string,
    chart: FramedChart,
    post: () => Promise<Sent | null>,
  ): Promise<Sent | null> {
    let shown = false;
    try {
      const sent = await post();
      shown = sent?.showsChart === true;
      return sent;
    } catch (error) {
      shown = isAmbiguous(error);
      throw error;
    } finally {
      uploads.release(client, team, chart, shown);
    }
  }

  return { first };
}
