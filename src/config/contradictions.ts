import type { SourceId } from "./live-sources.ts";
import { type Config, OPENAI } from "./settings.ts";

const SOURCE_NEEDS: Readonly<Partial<Record<SourceId, readonly (keyof Config)[]>>> = {
  fred: ["FRED_API_KEY"],
  tiingo: ["TIINGO_API_KEY"],
  fmp: ["FMP_API_KEY", "ISHARES_FOLDER"],
  ishares: ["ISHARES_FOLDER"],
};

/** Settings that are each fine but do not go together: one line a fault, empty where there is none. */
export function contradictions(config: Config): readonly string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_CLIENT_ID: client } = config;
  const wants = (name: keyof Config, others: readonly (keyof Config)[]) =>
    others
      .filter((other) => config[other] === undefined)
      .map((other) => `${name} is set, but ${other} is not`);
  return [
    ...(config.SMALLCAPS_DATA === "sample" && config.DATA_FOLDER !== undefined
      ? ["SMALLCAPS_DATA=sample and DATA_FOLDER are both set: sample and live data never mix, keep one"]
      : []),
    ...(bot !== undefined && client !== undefined
      ? ["SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set: keep one"]
      : []),
    ...(bot !== undefined && config.SLACK_APP_TOKEN === undefined
      ? wants("SLACK_BOT_TOKEN", ["SLACK_SIGNING_SECRET"])
      : []),
    ...(client === undefined
      ? []
      : wants("SLACK_CLIENT_ID", [
          "SLACK_CLIENT_SECRET",
          "SLACK_STATE_SECRET",
          "SLACK_SIGNING_SECRET",
          "PUBLIC_URL",
        ])),
    ...(bot === undefined &&
    client === undefined &&
    (config.SLACK_SIGNING_SECRET ?? config.SLACK_APP_TOKEN) !== undefined
      ? ["SLACK_SIGNING_SECRET or SLACK_APP_TOKEN is set, but neither SLACK_BOT_TOKEN nor SLACK_CLIENT_ID is"]
      : []),
    ...(config.OPENAI_MODEL !== undefined &&
    config.OPENAI_API_KEY === undefined &&
    config.OPENAI_BASE_URL === OPENAI
      ? [
          "OPENAI_MODEL is set, but OPENAI_API_KEY is not (a server of yours without a key needs OPENAI_BASE_URL)",
        ]
      : []),
    ...sourceContradictions(config),
    ...(config.TEAMS_LOCAL ? localContradictions(config) : teamsContradictions(config)),
  ];
}

/** A source that is asked for by name, but lacks what it needs. */
function sourceContradictions(config: Config): readonly string[] {
  const { all, own } = config.LIVE_SOURCES;
  const named = new Set([...(all ?? []), ...Object.values(own).flat()]);
  return [...named].flatMap((id) =>
    (SOURCE_NEEDS[id] ?? [])
      .filter((name) => config[name] === undefined)
      .map((name) => `LIVE_SOURCES names ${id}, but ${name} is not set`),
  );
}

/** Without an app id nobody is checked, so nobody but this machine may reach it. */
function localContradictions(config: Config): readonly string[] {
  const beside = [
    "PUBLIC_URL",
    "MicrosoftAppId",
    "MicrosoftAppPassword",
    "SLACK_BOT_TOKEN",
    "SLACK_SIGNING_SECRET",
    "SLACK_APP_TOKEN",
    "SLACK_CLIENT_ID",
    "SLACK_CLIENT_SECRET",
  ] as const;
  return [
    ...beside
      .filter((name) => config[name] !== undefined)
      .map(
        (name) => `TEAMS_LOCAL=1 and ${name} are both set: TEAMS_LOCAL is for this machine alone, keep one`,
      ),
    ...(isLoopback(config.HOST)
      ? []
      : [`TEAMS_LOCAL=1 and HOST=${config.HOST}: TEAMS_LOCAL wants a loopback address, such as 127.0.0.1`]),
  ];
}

function teamsContradictions(config: Config): readonly string[] {
  const { MicrosoftAppId: id, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenant } = config;
  const type = config.MicrosoftAppType ?? "SingleTenant";
  if (id === undefined) {
    const orphans = (["MicrosoftAppPassword", "MicrosoftAppTenantId", "MicrosoftAppType"] as const).filter(
      (name) => config[name] !== undefined,
    );
    return orphans.map(
      (name) => `${name} is set, but MicrosoftAppId is not (TEAMS_LOCAL=1 runs without one, on this machine)`,
    );
  }
  const whose = `MicrosoftAppId is set with MicrosoftAppType ${type}, but`;
  return [
    ...(type !== "MultiTenant" && tenant === undefined ? [`${whose} MicrosoftAppTenantId is not`] : []),
    ...(type !== "UserAssignedMSI" && password === undefined ? [`${whose} MicrosoftAppPassword is not`] : []),
    ...(type === "UserAssignedMSI" && password !== undefined
      ? ["MicrosoftAppType is UserAssignedMSI, which has no secret, but MicrosoftAppPassword is set"]
      : []),
  ];
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
