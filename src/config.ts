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

type Environment = Readonly<Record<string, string | undefined>>;
type SettingTable = Readonly<Record<string, Setting<unknown>>>;
type Values<T extends SettingTable> = { readonly [Name in keyof T]: z.infer<T[Name]["schema"]> };
export type Config = Values<typeof SETTINGS>;

/** @throws BriefingError `bad_config` that lists every fault at once. */
export function readConfig(environment: Environment = ownEnvironment()): Config {
  return readSettings(SETTINGS, environment);
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
  if (faults.length > 0) {
    const hint = "correct these variables in the environment or in .env; .env.example describes each";
    throw new BriefingError("bad_config", faults.join("\n"), hint);
  }
  return Object.fromEntries(values) as Values<T>;
}

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
