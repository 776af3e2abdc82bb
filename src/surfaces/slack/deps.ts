import type { Recorder } from "../../audit/port.ts";
import type { ChartDrawer, FramedChart } from "../../briefing/chart.ts";
import type { Exporter } from "../../briefing/exporter.ts";
import type { Controls, Schedules } from "../../delivery/port.ts";
import type { Store } from "../../storage/port.ts";
import type { Assistant } from "../surface.ts";

/** The part of pino that the surface uses. */
export interface SlackLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface SlackDeps {
  readonly assistant: () => Assistant;
  /** Sample data are never sent to Slack. */
  readonly mode: () => "sample" | "live";
  readonly drawer: ChartDrawer;
  readonly exporter: Exporter;
  readonly store: Store;
  readonly log: SlackLog;
  /** A public address for a chart, where one is configured: the second rung of the ladder. */
  readonly chartUrl: ((chart: FramedChart) => string) | null;
  readonly settings: SlackSettings;
  /** Null where nothing is posted without being asked. */
  readonly schedules: () => Schedules | null;
  /** What can be scheduled, for the form. */
  readonly topics: readonly { readonly name: string; readonly summary: string }[];
  readonly recorder: Recorder;
  readonly controls: Controls;
}

export interface SlackSettings {
  readonly botToken: string | null;
  readonly signingSecret: string | null;
  /** Socket Mode when set. */
  readonly appToken: string | null;
  readonly oauth: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly stateSecret: string;
    readonly redirectUri: string;
  } | null;
  /** "https://slack.com/api/" unless tests say otherwise. */
  readonly apiUrl: string;
  /** Where users authorise the app; null: Slack's own. */
  readonly authorizeUrl: string | null;
  /** Workspaces that are served; empty: all that installed. */
  readonly allowedTeams: readonly string[];
  /** Honours the proxy and the private CA. */
  readonly fetch: typeof globalThis.fetch;
  /** A question that takes longer is told that it is being worked on; 2.5 s when left out. */
  readonly workingAfterMs?: number;
}
