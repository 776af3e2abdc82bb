import { BriefingError } from "../../briefing/errors.ts";
import { CHECK_COMMAND } from "./check-action.ts";

/** Of Microsoft's schema for app packages: the newest that can be checked without a network. */
const MANIFEST_VERSION = "1.30";
/** Search in the message box: what the query's invoke names. */
const SEARCH_COMMAND = "topics";
const SCOPES = ["personal", "team", "groupChat"] as const;
/** Teams shows so many prompt starters of a scope. */
const MOST_COMMANDS = 10;
const LONGEST_NAME = 32;
export const ACCENT_COLOUR = "#14315C";

interface NamedTopic {
  readonly name: string;
  readonly summary: string;
}

/** What differs from one installation to the next. */
export interface TeamsPackageSettings {
  /** Of the app's registration: a GUID. */
  readonly appId: string;
  /** Host name that leads to the program, without a scheme. */
  readonly host: string;
  /** The program's version, as in package.json. */
  readonly version: string;
  /** Who runs it, as users read it; empty: the project's name. */
  readonly firm: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
}

/** What stands in the repository's manifest until `npm run teams:package` fills it in. */
export const PLACEHOLDERS = {
  appId: "00000000-0000-0000-0000-000000000000",
  host: "your-public-host.example.com",
  firm: "",
  websiteUrl: "https://example.com",
  privacyUrl: "https://example.com/privacy",
  termsUrl: "https://example.com/terms",
} as const;

const FULL_DESCRIPTION =
  "US small-cap market briefings for wealth managers, portfolio managers and advisers. Write a topic to smallcaps, or mention it in a channel or group chat, and get figures computed from a data source, a chart that could go to a client, and the caveats that a compliance officer would ask for. Every number can be explained: definition, source, as-of date. In a thread it remembers what the thread is about. It gives no advice.";

/** The app package's manifest, made from topics; the bot's commands are prompt starters in every scope. */
export function teamsManifest(settings: TeamsPackageSettings, topics: readonly NamedTopic[]) {
  const { appId, host, version, firm, websiteUrl, privacyUrl, termsUrl } = settings;
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version,
    id: appId,
    developer: {
      name: shortened(firm || "smallcaps", LONGEST_NAME),
      websiteUrl,
      privacyUrl,
      termsOfUseUrl: termsUrl,
    },
    name: { short: "smallcaps", full: "smallcaps: US small-cap market briefings" },
    description: {
      short: "US small-cap briefings: computed figures, charts, caveats",
      full: FULL_DESCRIPTION,
    },
    icons: { color: "color.png", outline: "outline.png" },
    accentColor: ACCENT_COLOUR,
    defaultInstallScope: "personal",
    defaultGroupCapability: { team: "bot", groupchat: "bot" },
    bots: [
      {
        botId: appId,
        scopes: [...SCOPES],
        isNotificationOnly: false,
        supportsFiles: false,
        commandLists: SCOPES.map((scope) => ({ scopes: [scope], commands: commands(topics) })),
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: [
          {
            id: SEARCH_COMMAND,
            type: "query",
            title: "Small-cap briefing",
            description: "Search topics and insert a briefing into your message",
            context: ["compose", "commandBox"],
            initialRun: true,
            parameters: [
              {
                name: "topic",
                title: "Topic or command",
                description: commandHint(topics),
                inputType: "text",
              },
            ],
          },
          {
            id: CHECK_COMMAND,
            type: "action",
            title: "Check this text",
            description: "Tests a message's claims about small-caps, for you alone",
            context: ["message"],
            fetchTask: true,
          },
        ],
      },
    ],
    // For private answers to who asked in a channel. No Graph permission; it reads only what is said to it.
    permissions: ["messageTeamMembers"],
    validDomains: [host],
  };
}

function commands(topics: readonly NamedTopic[]) {
  const topical = topics.slice(0, MOST_COMMANDS - 1).map(({ name, summary }) => starter(name, summary));
  return [...topical, starter("help", "What works with the data at hand, and how to ask")];
}

const starter = (title: string, description: string) => ({
  title,
  description: shortened(description, 128),
  type: "prompt",
  prompt: title,
});

const commandHint = (topics: readonly NamedTopic[]) =>
  shortened(`For example ${topics.map(({ name }) => name).join(", ")}`, 128);

function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

/**
 * The host of the public address that Teams is led to.
 * @throws BriefingError `bad_config` for an address that Teams cannot reach.
 */
export function publicHost(publicUrl: string): string {
  const { protocol, hostname } = new URL(publicUrl);
  const local = hostname === "localhost" || hostname.startsWith("[") || /^[\d.]+$/.test(hostname);
  if (protocol === "https:" && !local && hostname.includes(".")) return hostname;
  throw new BriefingError(
    "bad_config",
    `PUBLIC_URL is "${publicUrl}", which Teams cannot reach`,
    "set PUBLIC_URL to the https:// address with a host name that leads to HOST:PORT of this machine",
  );
}
