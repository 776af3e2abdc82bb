import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { BriefingError } from "./briefing/errors.ts";

/** One environment variable: what it must be, what it is for. */
interface Setting<T> {
  readonly schema: z.ZodType<T>;
  readonly describe: string;
  readonly example: string;
  /** Also read from the file that `<NAME>_FILE` names; never printed. */
  readonly secret?: boolean;
}

const PORT = "a port is a whole number from 0 to 65535";
const port = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, PORT)
    .transform(Number)
    .refine((number) => number <= 65_535, PORT)
    .default(fallback);
const url = (fallback: string) =>
  z
    .url({ protocol: /^https?$/, error: "an address begins with https:// or http://" })
    .default(fallback)
    .transform((text) => text.replace(/\/+$/, ""));

const https = (fallback: string) =>
  z.url({ protocol: /^https$/, error: "an address begins with https://" }).default(fallback);
/** Microsoft writes them in either case, and compares them as text. */
const guid = (error: string) => z.guid(error).toLowerCase().optional();
const wholeNumber = (error: string) =>
  z
    .string()
    .regex(/^\d{1,12}$/, error)
    .transform(Number);
const token = (prefix: string) => z.string().startsWith(prefix, `it begins with ${prefix}`).optional();
const list = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  );

const OPENAI = "https://api.openai.com/v1";

const SETTINGS = {
  HOST: {
    schema: z.string().default("127.0.0.1"),
    describe: "address that faces Slack and Teams",
    example: "0.0.0.0",
  },
  PORT: {
    schema: port(3000),
    describe: "port that faces Slack and Teams; opened only when one is configured",
    example: "3000",
  },
  PUBLIC_URL: {
    schema: z
      .url({ protocol: /^https?$/, error: "an address begins with https:// or http://" })
      .transform((text) => text.replace(/\/+$/, ""))
      .optional(),
    describe:
      "the public address that leads to HOST:PORT; needed to install by OAuth and for public chart images",
    example: "https://smallcaps.example.com",
  },
  CONSOLE_PORT: {
    schema: port(3001),
    describe: "port of the console page, on 127.0.0.1 only",
    example: "3001",
  },
  STATE_DIR: {
    schema: z.string().default(".smallcaps"),
    describe: "where downloaded data and, without DATABASE_URL, the database are kept",
    example: ".smallcaps",
  },
  DATABASE_URL: {
    schema: z
      .url({
        protocol: /^postgres(ql)?$/,
        error: "a database's address begins with postgres:// or postgresql://",
      })
      .optional(),
    describe:
      "a PostgreSQL of your own, version 13 or later. Default: an embedded one with its data in STATE_DIR",
    example: "postgres://smallcaps:password@db.example.com:5432/smallcaps?sslmode=verify-full",
    secret: true,
  },
  SMALLCAPS_DATA: {
    schema: z.enum(["sample", "live"]).optional(),
    describe:
      "sample: synthetic market; live: real data. Default: sample until real data were loaded from the console",
    example: "live",
  },
  DATA_FOLDER: {
    schema: z.string().optional(),
    describe: "a canonical data folder of yours, first choice for every dataset that it holds (live)",
    example: "./market-data",
  },
  ENCRYPTION_KEY: {
    schema: z.string().optional(),
    describe:
      "32 bytes in base64 (openssl rand -base64 32) that encrypt tokens at rest; older keys after a comma. Default: a key made in STATE_DIR",
    example: "the-output-of-openssl-rand-base64-32",
    secret: true,
  },
  SLACK_BOT_TOKEN: {
    schema: token("xoxb-"),
    describe: "Slack, one workspace: Bot User OAuth Token",
    example: "xoxb-…",
    secret: true,
  },
  SLACK_SIGNING_SECRET: {
    schema: z.string().optional(),
    describe: "Slack over HTTP: Signing Secret",
    example: "0123456789abcdef0123456789abcdef",
    secret: true,
  },
  SLACK_APP_TOKEN: {
    schema: token("xapp-"),
    describe: "Slack over Socket Mode instead of HTTP: app-level token with connections:write",
    example: "xapp-…",
    secret: true,
  },
  SLACK_CLIENT_ID: {
    schema: z.string().optional(),
    describe: "Slack, many workspaces by OAuth: Client ID (instead of SLACK_BOT_TOKEN)",
    example: "1234567890.1234567890",
  },
  SLACK_CLIENT_SECRET: {
    schema: z.string().optional(),
    describe: "Slack by OAuth: Client Secret",
    example: "0123456789abcdef0123456789abcdef",
    secret: true,
  },
  SLACK_STATE_SECRET: {
    schema: z.string().min(16, "at least 16 characters").optional(),
    describe: "Slack by OAuth: any long random text",
    example: "any-long-random-text",
    secret: true,
  },
  SLACK_API_URL: {
    schema: url("https://slack.com/api"),
    describe: "Slack's API; another address for tests only",
    example: "https://slack.com/api",
  },
  SLACK_AUTHORIZE_URL: {
    schema: z.url().optional(),
    describe: "Slack's authorisation page; another address for tests only",
    example: "https://slack.com/oauth/v2/authorize",
  },
  SLACK_ALLOWED_TEAMS: {
    schema: list,
    describe:
      "ids of the workspaces (T…) or organisations (E…) that are served, comma-separated; empty: all that installed",
    example: "T0123ABCD,T0456EFGH",
  },
  MicrosoftAppId: {
    schema: guid("an application id is a GUID"),
    describe: "Teams: Application (client) ID of the bot's registration",
    example: "00000000-0000-0000-0000-000000000000",
  },
  MicrosoftAppPassword: {
    schema: z.string().optional(),
    describe: "Teams: client secret of the registration; none for a managed identity",
    example: "the-value-of-the-client-secret",
    secret: true,
  },
  MicrosoftAppType: {
    schema: z.enum(["SingleTenant", "MultiTenant", "UserAssignedMSI"]).optional(),
    describe:
      "Teams: SingleTenant, UserAssignedMSI, or MultiTenant for bots made before August 2025. Default: SingleTenant",
    example: "SingleTenant",
  },
  MicrosoftAppTenantId: {
    schema: guid("a tenant id is a GUID"),
    describe: "Teams: Directory (tenant) ID of the registration",
    example: "00000000-0000-0000-0000-000000000000",
  },
  TEAMS_LOCAL: {
    schema: z
      .enum(["0", "1"])
      .default("0")
      .transform((text) => text === "1"),
    describe:
      "1: Teams without an app id or any check of who asks, for Microsoft's Agents Playground on this machine",
    example: "1",
  },
  TEAMS_ALLOWED_TENANTS: {
    schema: list,
    describe:
      "ids of the tenants that are served, comma-separated. Default: MicrosoftAppTenantId; with MultiTenant, all that installed",
    example: "00000000-0000-0000-0000-000000000000",
  },
  TEAMS_ALLOWED_CHANNELS: {
    schema: list,
    describe:
      "ids of channels (19:…) that are answered although they are shared with other organisations or hold guests, comma-separated",
    example: "19:0123456789abcdef@thread.tacv2",
  },
  TEAMS_SERVICE_HOSTS: {
    schema: list,
    describe:
      "hosts of the Bot Connector that are called, comma-separated, a leading dot for all below. Default: Microsoft's, every cloud",
    example: "smba.trafficmanager.net",
  },
  TEAMS_OPENID_METADATA_URL: {
    schema: url("https://login.botframework.com/v1/.well-known/openidconfiguration"),
    describe: "Teams: where the keys of incoming tokens are found; another for government clouds and tests",
    example: "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
  },
  TEAMS_TOKEN_ISSUER: {
    schema: url("https://api.botframework.com"),
    describe:
      "Teams: who issues incoming tokens, and for whom outgoing ones are; another for government clouds",
    example: "https://api.botframework.us",
  },
  TEAMS_LOGIN_URL: {
    schema: url("https://login.microsoftonline.com"),
    describe: "Teams: where the bot gets its token; another for government clouds and tests",
    example: "https://login.microsoftonline.us",
  },
  TEAMS_WEBSITE_URL: {
    schema: https("https://example.com"),
    describe: "Teams app package: your page about the app",
    example: "https://example.com/smallcaps",
  },
  TEAMS_PRIVACY_URL: {
    schema: https("https://example.com/privacy"),
    describe: "Teams app package: your privacy statement",
    example: "https://example.com/privacy",
  },
  TEAMS_TERMS_URL: {
    schema: https("https://example.com/terms"),
    describe: "Teams app package: your terms of use",
    example: "https://example.com/terms",
  },
  HTTPS_PROXY: {
    schema: z.url({ protocol: /^https?$/, error: "an address begins with https:// or http://" }).optional(),
    describe: "proxy for everything that goes out",
    example: "http://proxy.example.com:8080",
  },
  NO_PROXY: {
    schema: z.string().optional(),
    describe: "hosts that are reached without the proxy, comma-separated",
    example: "localhost,127.0.0.1",
  },
  FRENCH_BASE_URL: {
    schema: url("https://mba.tuck.dartmouth.edu/pages/faculty/ken.french/ftp"),
    describe: "the Kenneth R. French Data Library",
    example: "https://mba.tuck.dartmouth.edu/pages/faculty/ken.french/ftp",
  },
  OPENAI_API_KEY: {
    schema: z.string().optional(),
    describe: "a language model that drafts a short summary: the key; needs OPENAI_MODEL",
    example: "sk-…",
    secret: true,
  },
  OPENAI_MODEL: {
    schema: z.string().max(200).optional(),
    describe: "the model that drafts, or on Azure the deployment; without it there are no summaries",
    example: "the-model-of-your-choice",
  },
  OPENAI_BASE_URL: {
    schema: url(OPENAI),
    describe: "OpenAI, an Azure resource, or a compatible server of yours (which may need no key)",
    example: "https://your-resource.openai.azure.com",
  },
  OPENAI_API_VERSION: {
    schema: z.string().optional(),
    describe: "Azure's dated API; without it Azure's v1 API is used",
    example: "2025-04-01-preview",
  },
  OPENAI_DAILY_TOKENS: {
    schema: wholeNumber("a whole number of tokens, 0 for no cap").default(1_000_000),
    describe: "how many tokens summaries may take for one workspace in a day (UTC); 0: no cap",
    example: "1000000",
  },
  OPENAI_PRICES: {
    schema: z
      .string()
      .regex(/^\d+(\.\d+)?,\d+(\.\d+)?$/, "two prices, USD for a million tokens: input,output")
      .transform((text) => text.split(",").map(Number) as [number, number])
      .optional(),
    describe: "USD for a million tokens, input,output, so that costs are counted beside tokens",
    example: "0.40,1.60",
  },
  FIRM_NAME: {
    schema: z.string().max(80).default(""),
    describe: "your firm's name, in every message and chart",
    example: "Example Wealth LLP",
  },
  FIRM_DISCLAIMER: {
    schema: z.string().max(600).default(""),
    describe: "your firm's disclaimer, in every message",
    example: "For internal use only.",
  },
  RETENTION_DAYS: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/, "a whole number of days, 0 for ever")
      .transform(Number)
      .default(2_557),
    describe:
      "after how many days the texts of messages and the briefings' inputs are deleted; 0: never. Default: seven years. The audit's chain stays",
    example: "2557",
  },
  AUDIT_ANCHOR_FILE: {
    schema: z.string().optional(),
    describe:
      "where the audit's anchors are kept, best on another machine's disk. Default: audit-anchors.jsonl in STATE_DIR",
    example: "/mnt/audit/smallcaps-anchors.jsonl",
  },
  AUDIT_ANCHOR_URL: {
    schema: z
      .url({ protocol: /^https?$/, error: "an address begins with https:// or http://" })
      .transform((text) => text.replace(/\/+$/, ""))
      .optional(),
    describe:
      "an object store that keeps the audit's anchors as well: each is put there by HTTP PUT, as <address>/00000001.json and so on",
    example: "https://objects.example.com/audit/smallcaps",
  },
  AUDIT_ANCHOR_TOKEN: {
    schema: z.string().optional(),
    describe: "bearer token for AUDIT_ANCHOR_URL",
    example: "the-token-of-the-object-store",
    secret: true,
  },
  LOG_LEVEL: {
    schema: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    describe: "how much is logged, to standard error",
    example: "info",
  },
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

type Environment = Readonly<Record<string, string | undefined>>;
type SettingTable = Readonly<Record<string, Setting<unknown>>>;
type Values<T extends SettingTable> = { readonly [Name in keyof T]: z.infer<T[Name]["schema"]> };
export type Config = Values<typeof SETTINGS>;

/** @throws BriefingError `bad_config` that lists every fault at once. */
export function readConfig(environment: Environment = ownEnvironment()): Config {
  const config = readSettings(SETTINGS, environment);
  const faults = contradictions(config);
  if (faults.length > 0) throw new BriefingError("bad_config", faults.join("\n"), HINT);
  return config;
}

/** Settings that are each fine but do not go together. */
function contradictions(config: Config): readonly string[] {
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
    ...(config.TEAMS_LOCAL ? localContradictions(config) : teamsContradictions(config)),
  ];
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

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

export function isTeamsConfigured(config: Config): boolean {
  return config.MicrosoftAppId !== undefined || config.TEAMS_LOCAL;
}

/** A key alone, such as other programs on the machine use, sends nothing anywhere. */
export function isNarratorConfigured(config: Config): boolean {
  return config.OPENAI_MODEL !== undefined;
}

export function isPlatformConfigured(config: Config): boolean {
  return isSlackConfigured(config) || isTeamsConfigured(config);
}

export function isSlackConfigured(config: Config): boolean {
  return config.SLACK_BOT_TOKEN !== undefined || config.SLACK_CLIENT_ID !== undefined;
}

/**
 * Reads and checks the variables of a table; an empty or blank variable counts as not set.
 * @throws BriefingError `bad_config` that lists every fault at once, without a secret's value.
 */
export function readSettings<T extends SettingTable>(table: T, environment: Environment): Values<T> {
  const faults: string[] = [];
  const values = Object.entries(table).map(([name, setting]) => {
    try {
      return [name, readSetting(name, setting, environment)];
    } catch (fault) {
      if (!(fault instanceof SettingFault)) throw fault;
      faults.push(fault.message);
      return [name, undefined];
    }
  });
  if (faults.length > 0) throw new BriefingError("bad_config", faults.join("\n"), HINT);
  return Object.fromEntries(values) as Values<T>;
}

const HINT = "correct these variables in the environment or in .env; .env.example describes each";

class SettingFault extends Error {}

function readSetting(name: string, setting: Setting<unknown>, environment: Environment): unknown {
  const raw = rawValue(name, setting, environment);
  const result = setting.schema.safeParse(raw);
  if (result.success) return result.data;
  const reasons = result.error.issues.map((issue) => issue.message).join("; ");
  if (raw === undefined) throw new SettingFault(`${name} is not set: ${setting.describe}`);
  throw new SettingFault(`${name}: ${setting.secret ? "its value" : `"${raw}"`} is not valid (${reasons})`);
}

function rawValue(name: string, setting: Setting<unknown>, environment: Environment): string | undefined {
  const direct = environment[name]?.trim() || undefined;
  const file = environment[`${name}_FILE`]?.trim();
  if (!setting.secret || !file) return direct;
  if (direct !== undefined) throw new SettingFault(`${name} and ${name}_FILE are both set: keep one`);
  const held = contentsOf(file);
  if (held === null) throw new SettingFault(`${name}_FILE: the file "${file}" cannot be read`);
  if (held === "") throw new SettingFault(`${name}_FILE: the file "${file}" is empty`);
  return held;
}

function contentsOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return null;
  }
}

/** The process's environment, completed from a `.env` file in the working directory. */
function ownEnvironment(): Environment {
  if (!existsSync(".env")) return process.env;
  try {
    process.loadEnvFile(".env");
  } catch (cause) {
    throw new BriefingError("bad_config", "the file .env cannot be read", "check its permissions", { cause });
  }
  return process.env;
}

/** The text of `.env.example`. */
export function envExample(): string {
  const blocks = Object.entries(SETTINGS).map(
    ([name, { describe, example, secret }]: [string, Setting<unknown>]) => {
      const file = secret ? `# or ${name}_FILE=/path/to/a/file that holds it\n` : "";
      return `# ${describe}\n${file}# ${name}=${example}\n`;
    },
  );
  return `# Copy to .env and uncomment what you need. Nothing is required: without any of it smallcaps runs on sample data.\n# Made by \`npm run generate\`.\n\n${blocks.join("\n")}`;
}
