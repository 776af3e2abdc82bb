import type { Recorder } from "../../audit/port.ts";
import type { ChartDrawer, FramedChart } from "../../briefing/chart.ts";
import type { Exporter, ExportRequest } from "../../briefing/exporter.ts";
import type { Controls, Schedules } from "../../delivery/port.ts";
import type { Store } from "../../storage/port.ts";
import type { Assistant } from "../surface.ts";

/** The part of pino that the surface uses. */
export interface TeamsLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** A command with its purpose, as menus show it. */
export interface Offer {
  readonly command: string;
  readonly what: string;
}

export interface TeamsDeps {
  readonly assistant: () => Assistant;
  /** Sample data are never sent to Teams. */
  readonly mode: () => "sample" | "live";
  readonly drawer: ChartDrawer;
  readonly store: Store;
  /** Null: nothing is posted without being asked. */
  readonly schedules: () => Schedules | null;
  readonly recorder: Recorder;
  readonly controls: Controls;
  readonly log: TeamsLog;
  /** A public address for a chart; null: charts travel inside their cards. */
  readonly chartUrl: ((chart: FramedChart) => string) | null;
  readonly exporter: Exporter;
  /** A short-lived address of a file; null: a bot cannot give files without one. */
  readonly exportUrl: ((request: ExportRequest) => string) | null;
  /** The topics, to search and to suggest. */
  readonly topics: readonly Offer[];
  readonly settings: TeamsSettings;
}

export interface TeamsSettings {
  /** Null: nobody is checked, on this machine alone (TEAMS_LOCAL). */
  readonly app: TeamsIdentity | null;
  /** Tenants that are served; empty: all. */
  readonly allowedTenants: readonly string[];
  /** Channels that are answered whoever reads them. */
  readonly allowedChannels: readonly string[];
  /** Connectors that are called; empty: Microsoft's. */
  readonly serviceHosts: readonly string[];
  readonly openIdMetadataUrl: string;
  /** "https://api.botframework.com": issues incoming tokens, and outgoing ones are for it. */
  readonly tokenIssuer: string;
  readonly loginUrl: string;
  /** Null: straight out. */
  readonly proxy: string | null;
  /** Honours the proxy and the private CA. */
  readonly fetch: typeof globalThis.fetch;
  /** The first wait before a call is made again; 1 s, less in tests. */
  readonly firstWaitMs: number;
  /** A question that takes longer is told that it is being worked on; 2.5 s when left out. */
  readonly workingAfterMs?: number;
}

export interface TeamsIdentity {
  readonly id: string;
  readonly type: "SingleTenant" | "MultiTenant" | "UserAssignedMSI";
  /** Null for a managed identity. */
  readonly password: string | null;
  /** Null for a multi-tenant bot. */
  readonly tenant: string | null;
}
