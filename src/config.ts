import { existsSync } from "node:fs";
import { BriefingError } from "./briefing/errors.ts";
import { contradictions } from "./config/contradictions.ts";
import { type Environment, HINT, readSettings } from "./config/read.ts";
import { type Config, SETTINGS, type Setting } from "./config/settings.ts";

export type { Config } from "./config/settings.ts";

/** @throws BriefingError `bad_config` that lists every fault at once. */
export function readConfig(environment: Environment = ownEnvironment()): Config {
  const config = readSettings(SETTINGS, environment);
  const faults = contradictions(config);
  if (faults.length > 0) throw new BriefingError("bad_config", faults.join("\n"), HINT);
  return config;
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
