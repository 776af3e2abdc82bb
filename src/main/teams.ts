import type { FramedChart } from "../briefing/chart.ts";
import type { Check } from "../briefing/check.ts";
import { BriefingError } from "../briefing/errors.ts";
import type { ExportRequest } from "../briefing/exporter.ts";
import type { Config } from "../config.ts";
import type { TeamsIdentity, TeamsSettings } from "../surfaces/teams/deps.ts";
import type { Known } from "../surfaces/teams/references.ts";
import { outbound } from "./outbound.ts";
import type { Platform, PlatformParts } from "./platforms.ts";
import { withStorage } from "./storage.ts";
import { topics } from "./topics.ts";

/** Teams, over HTTP on the ingress. */
export async function teamsPlatform(parts: PlatformParts): Promise<Platform> {
  const { config, charts, exports } = parts;
  const { createTeamsApp } = await import("../surfaces/teams/app.ts");
  let local = "";
  // With PORT=0 the address is known only once the ingress listens.
  const here = (url: string) => (local === "" ? url : new URL(new URL(url).pathname, local).href);
  const chartUrl = charts && ((chart: FramedChart) => here(charts.linkFor(chart, "card").url));
  const exportUrl = exports && ((request: ExportRequest) => here(exports.linkFor(request)));
  const { router, poster, stop } = createTeamsApp({
    ...parts,
    chartUrl,
    exportUrl,
    topics: topics.map(({ name, summary }) => ({ command: name, what: summary })),
    settings: teamsSettings(config),
  });
  return {
    router,
    poster,
    says: (ingress) =>
      `Teams: ${ingress}/api/messages${config.TEAMS_LOCAL ? " (this machine alone, nobody is checked)" : ""}`,
    start: async (ingress) => {
      if (config.TEAMS_LOCAL) local = ingress;
    },
    stop,
  };
}

const FIRST_WAIT_MS = 1_000;

export function teamsSettings(config: Config): TeamsSettings {
  const app = identityOf(config);
  const own = app?.tenant && app.type !== "MultiTenant" ? [app.tenant] : [];
  return {
    app,
    allowedTenants: config.TEAMS_ALLOWED_TENANTS.length > 0 ? config.TEAMS_ALLOWED_TENANTS : own,
    allowedChannels: config.TEAMS_ALLOWED_CHANNELS,
    serviceHosts: config.TEAMS_SERVICE_HOSTS,
    openIdMetadataUrl: config.TEAMS_OPENID_METADATA_URL,
    tokenIssuer: config.TEAMS_TOKEN_ISSUER,
    loginUrl: config.TEAMS_LOGIN_URL,
    proxy: config.HTTPS_PROXY ?? null,
    fetch: outbound(config).fetch,
    firstWaitMs: FIRST_WAIT_MS,
  };
}

function identityOf(config: Config): TeamsIdentity | null {
  const { MicrosoftAppId: id, MicrosoftAppType: type = "SingleTenant" } = config;
  if (id === undefined) return null;
  return {
    id,
    type,
    password: config.MicrosoftAppPassword ?? null,
    tenant: type === "MultiTenant" ? null : (config.MicrosoftAppTenantId ?? null),
  };
}

/** Beside a running bot or without one. */
export async function checkTeams(config: Config): Promise<readonly Check[]> {
  const [{ createAdapter }, { teamsDoctor }] = await Promise.all([
    import("../surfaces/teams/adapter.ts"),
    import("../surfaces/teams/doctor.ts"),
  ]);
  const settings = teamsSettings(config);
  return teamsDoctor({
    settings,
    token: createAdapter(settings).token,
    known: await knownConversations(config),
    publicUrl: config.PUBLIC_URL ?? null,
    now: Date.now,
  });
}

/** Null where the database cannot be had. */
async function knownConversations(config: Config): Promise<readonly Known[] | null> {
  const { createReferences } = await import("../surfaces/teams/references.ts");
  try {
    return await withStorage(config, ({ store }) => createReferences(store).all());
  } catch (error) {
    if (error instanceof BriefingError) return null;
    throw error;
  }
}
