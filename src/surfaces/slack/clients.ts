import type { ExpressReceiver, InstallationQuery } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { BriefingError } from "../../briefing/errors.ts";
import type { Installations } from "./installations.ts";

/** The installation is no more, or is not served: only whoever installs or runs the app can mend that. */
export class NotServed extends Error {
  override readonly name = "NotServed";
}

/** The token could not be had now. */
export class TokenUnavailable extends Error {
  override readonly name = "TokenUnavailable";
}

interface ClientDeps {
  readonly installations: Installations;
  /** Bolt's, where users install by OAuth: it renews tokens that expire. */
  readonly installer: Pick<NonNullable<ExpressReceiver["installer"]>, "authorize"> | null;
  /** Of the environment, for one workspace. */
  readonly botToken: string | null;
  readonly allowedTeams: readonly string[];
  readonly clientWith: (token: string) => WebClient;
}

/**
 * A workspace's client for what nobody asked for, with a token that is good now.
 * The function rejects with NotServed or TokenUnavailable.
 */
export function createClients(deps: ClientDeps): (team: string) => Promise<WebClient> {
  const { installations, botToken, allowedTeams, clientWith } = deps;
  const asking = new Map<string, Promise<string>>();

  async function tokenFor(team: string): Promise<string> {
    const query = await installations.serving(team);
    if (query === null) throw new NotServed(`smallcaps is not installed in the Slack workspace ${team}`);
    // A refresh token is good once, so those who come together share the renewal.
    const key = query.isEnterpriseInstall ? (query.enterpriseId ?? team) : team;
    const known = asking.get(key);
    if (known) return known;
    const token = authorized(deps, query).finally(() => asking.delete(key));
    asking.set(key, token);
    return token;
  }

  return async (team) => {
    if (botToken === null) return clientWith(await tokenFor(team));
    if (allowedTeams.length === 0 || allowedTeams.includes(team)) return clientWith(botToken);
    throw new NotServed(`the Slack workspace ${team} is not on SLACK_ALLOWED_TEAMS`);
  };
}

async function authorized(
  { installer, installations }: ClientDeps,
  query: InstallationQuery<boolean>,
): Promise<string> {
  try {
    const token =
      installer === null
        ? (await installations.fetchInstallation(query)).bot?.token
        : (await installer.authorize(query)).botToken;
    if (token) return token;
  } catch (error) {
    throw whyNot(error);
  }
  throw new NotServed("the Slack installation holds no bot token");
}

/** The installer wraps what went wrong. */
function whyNot(error: unknown): Error {
  const original = error instanceof Error && "original" in error ? error.original : error;
  if (original instanceof BriefingError && original.code === "refused")
    return new NotServed(original.message);
  return new TokenUnavailable("the Slack workspace's token could not be read or renewed", { cause: error });
}
