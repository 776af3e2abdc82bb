import { existsSync } from "node:fs";
import { BriefingError } from "./briefing/errors.ts";
import { contradictions } from "./config/contradictions.ts";
import { type Environment, faulty, inspectSettings } from "./config/read.ts";
import { type Config, SETTINGS, type Setting } from "./config/settings.ts";

export type { Config } from "./config/settings.ts";

/** @throws BriefingError `bad_config` that lists every fault at once. */
export function readConfig(environment: Environment = ownEnvironment()): Config {
  const { config, faults } = inspectConfig(environment);
  if (faults.length > 0) throw faulty(faults);
  return config;
}

/** What is set, a variable at fault as if it were not, and all that is wrong: a line each. */
export function inspectConfig(environment: Environment = ownEnvironment()): {
  readonly config: Config;
  readonly faults: readonly string[];
} {
  const { values: config, faults } = inspectSettings(SETTINGS, environment);
  const names = faults.map(({ name }) => new RegExp(`\\b${name}\\b`));
  // What does not go with a variable that cannot be read is not known yet.
  const others = contradictions(config).filter((said) => !names.some((name) => name.test(said)));
  return { config, faults: [...faults.map(({ message }) => message), ...others] };
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
