import { z } from "zod";
import { liveSources } from "./live-sources.ts";
import { logo } from "./logo.ts";

/** One environment variable: what it must be, what it is for. */
export interface Setting<T> {
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
const address = z.url({ protocol: /^https?$/, error: "an address begins with https:// or http://" });
const withoutSlash = (text: string) => text.replace(/\/+$/, "");
const url = (fallback: string) => address.default(fallback).transform(withoutSlash);

const https = (fallback: string) =>
  z.url({ protocol: /^https$/, error: "an address begins with https://" }).default(fallback);
/** Microsoft writes them in either case, and compares them as text. */
const guid = (error: string) => z.guid(error).toLowerCase().optional();
const fund = (fallback: string) =>
  z
    .string()
    .regex(
      /^\d{1,10}\/S\d{9}\/C\d{9}\/\S.*$/,
      "CIK/series/class/index, such as 1100663/S000004344/C000012074/Russell 2000",
    )
    .default(fallback);
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

const sourceKey = () =>
  z
    .string()
    .regex(/^[\x21-\x7e]{8,200}$/, "8 to 200 characters without blanks")
    .optional();
const ticker = (fallback: string) =>
  z
    .string()
    .regex(/^[A-Za-z][A-Za-z.-]{0,9}$/, "a ticker is up to ten letters")
    .toUpperCase()
    .default(fallback);

/** Where no other address is set. */
export const OPENAI = "https://api.openai.com/v1";

/** Every variable that smallcaps reads, in the order of `.env.example`. */
export const SETTINGS = {
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
    schema: address.transform(withoutSlash).optional(),
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
  HOUSE_VIEW: {
    schema: z.string().optional(),
    describe:
      "a YAML file of your firm's own claims, each a figure against a threshold; they stand in `thesis` beside the article's",
    example: "./house-view.yaml",
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
    schema: address.optional(),
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
  EDGAR_USER_AGENT: {
    schema: z
      .string()
      .max(200)
      .regex(/^[\x20-\x7e]*\S+@\S+\.\S+[\x20-\x7e]*$/, "a name with an e-mail address, in plain letters")
      .optional(),
    describe:
      "who asks the SEC for filings (fund holdings, reported earnings, deals): your firm's name and an e-mail address. Without it EDGAR is not asked",
    example: "Example Wealth LLP data@example.com",
  },
  EDGAR_BASE_URL: {
    schema: url("https://www.sec.gov"),
    describe: "the SEC's filings: EDGAR",
    example: "https://www.sec.gov",
  },
  EDGAR_DATA_URL: {
    schema: url("https://data.sec.gov"),
    describe: "the SEC's tables of reported figures",
    example: "https://data.sec.gov",
  },
  EDGAR_SMALL_FUND: {
    schema: fund("1100663/S000004344/C000012074/Russell 2000"),
    describe:
      "the fund whose filings stand for small-caps: CIK/series/class/index. Default: the iShares fund that tracks the Russell 2000",
    example: "1100663/S000004344/C000012074/Russell 2000",
  },
  EDGAR_LARGE_FUND: {
    schema: fund("1100663/S000004310/C000012040/S&P 500"),
    describe:
      "the fund whose filings stand for large-caps. Default: the iShares fund that tracks the S&P 500",
    example: "1100663/S000004310/C000012040/S&P 500",
  },
  NYFED_BASE_URL: {
    schema: url("https://markets.newyorkfed.org"),
    describe: "the New York Fed's markets data: the target range, for Fed decisions newer than the program",
    example: "https://markets.newyorkfed.org",
  },
  TREASURY_BASE_URL: {
    schema: url("https://home.treasury.gov"),
    describe: "the US Treasury: yields",
    example: "https://home.treasury.gov",
  },
  BLS_BASE_URL: {
    schema: url("https://api.bls.gov"),
    describe: "the Bureau of Labor Statistics: unemployment and consumer prices",
    example: "https://api.bls.gov",
  },
  BLS_API_KEY: {
    schema: sourceKey(),
    describe: "its registration key, which is free: 500 requests a day instead of 25",
    example: "0123456789abcdef0123456789abcdef",
    secret: true,
  },
  FRED_BASE_URL: {
    schema: url("https://api.stlouisfed.org"),
    describe: "FRED: the economic series that the sources without a key lack",
    example: "https://api.stlouisfed.org",
  },
  FRED_API_KEY: {
    schema: z
      .string()
      .regex(/^[0-9a-z]{32}$/, "32 lower-case letters and digits")
      .optional(),
    describe: "your FRED key; its data are never stored",
    example: "0123456789abcdef0123456789abcdef",
    secret: true,
  },
  TIINGO_BASE_URL: {
    schema: url("https://api.tiingo.com"),
    describe: "Tiingo: daily prices of two funds as levels",
    example: "https://api.tiingo.com",
  },
  TIINGO_API_KEY: {
    schema: sourceKey(),
    describe: "your Tiingo token",
    example: "0123456789abcdef0123456789abcdef01234567",
    secret: true,
  },
  TIINGO_SMALL: {
    schema: ticker("IWM"),
    describe: "the fund that stands for the small side",
    example: "IWM",
  },
  TIINGO_LARGE: {
    schema: ticker("SPY"),
    describe: "the fund that stands for the large side",
    example: "SPY",
  },
  FMP_BASE_URL: {
    schema: url("https://financialmodelingprep.com"),
    describe: "Financial Modeling Prep: analysts' estimates of index members",
    example: "https://financialmodelingprep.com",
  },
  FMP_API_KEY: {
    schema: sourceKey(),
    describe: "your Financial Modeling Prep key; asked by `admin -- pull` only, a request a company",
    example: "0123456789abcdef0123456789abcdef",
    secret: true,
  },
  ISHARES_FOLDER: {
    schema: z.string().optional(),
    describe: "a folder with holdings files of iShares funds that you downloaded, unchanged",
    example: "./holdings",
  },
  LIVE_SOURCES: {
    schema: liveSources,
    describe:
      "the live sources to ask, first choice first, and after a semicolon another order for one dataset. Default: all that have what they need",
    example: "french,nyfed,reference; levels=tiingo,french",
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
  FIRM_LOGO: {
    schema: logo.optional(),
    describe:
      "a file with your firm's logo, on copies for clients: PNG or SVG (without text, scripts or references), at most 500 kB, 32 to 2000 px a side",
    example: "./logo.svg",
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
    schema: address.transform(withoutSlash).optional(),
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

export type SettingTable = Readonly<Record<string, Setting<unknown>>>;
export type Values<T extends SettingTable> = { readonly [Name in keyof T]: z.infer<T[Name]["schema"]> };
export type Config = Values<typeof SETTINGS>;
