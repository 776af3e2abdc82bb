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

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const url = (fallback: string) =>
  z
    .url({ protocol: /^https?$/ })
    .default(fallback)
    .transform((text) => text.replace(/\/+$/, ""));

const SETTINGS = {
  CONSOLE_PORT: {
    schema: port(3001),
    describe: "port of the console page, on 127.0.0.1 only",
    example: "3001",
  },
  STATE_DIR: {
    schema: z.string().default(".smallcaps"),
    describe: "where downloaded data are kept",
    example: ".smallcaps",
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
  FRENCH_BASE_URL: {
    schema: url("https://mba.tuck.dartmouth.edu/pages/faculty/ken.french/ftp"),
    describe: "the Kenneth R. French Data Library",
    example: "https://mba.tuck.dartmouth.edu/pages/faculty/ken.french/ftp",
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
  LOG_LEVEL: {
    schema: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    describe: "how much is logged, to standard error",
    example: "info",
  },
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

type Settings = typeof SETTINGS;
export type Config = { readonly [Name in keyof Settings]: z.infer<Settings[Name]["schema"]> };

/**
 * Reads and checks the environment; an empty variable counts as not set.
 * @throws BriefingError `bad_config` that lists every fault at once.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = ownEnvironment(),
): Config {
  const faults: string[] = [];
  const entries = Object.entries(SETTINGS).map(([name, setting]: [string, Setting<unknown>]) => {
    const raw = rawValue(name, setting, environment, faults);
    const result = setting.schema.safeParse(raw);
    if (result.success) return [name, result.data];
    const shown = setting.secret ? "its value" : `"${raw}"`;
    faults.push(
      `${name}: ${shown} is not valid (${result.error.issues.map((issue) => issue.message).join("; ")})`,
    );
    return [name, undefined];
  });
  if (faults.length > 0) {
    throw new BriefingError(
      "bad_config",
      faults.join("\n"),
      "correct these variables; .env.example describes each",
    );
  }
  return Object.fromEntries(entries) as Config;
}

/** The process's environment, completed from a `.env` file in the working directory. */
function ownEnvironment(): Readonly<Record<string, string | undefined>> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return process.env;
}

function rawValue(
  name: string,
  setting: Setting<unknown>,
  environment: Readonly<Record<string, string | undefined>>,
  faults: string[],
): string | undefined {
  const file = environment[`${name}_FILE`];
  const direct = environment[name] || undefined;
  if (!setting.secret || !file) return direct;
  if (direct !== undefined) faults.push(`${name} and ${name}_FILE are both set: keep one`);
  try {
    return readFileSync(file, "utf8").trim() || undefined;
  } catch {
    faults.push(`${name}_FILE: "${file}" cannot be read`);
    return undefined;
  }
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
