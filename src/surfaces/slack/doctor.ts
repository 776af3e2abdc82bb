import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { type Check, fault, ok, warning } from "../../briefing/check.ts";
import { callSlack, refusalOf, SlackCallFailed } from "./client.ts";
import { BOT_SCOPES, OPTIONAL_BOT_SCOPES } from "./scopes.ts";

interface DoctorDeps {
  readonly client: WebClient;
  readonly apiUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly publicUrl: string | null;
  readonly now: () => number;
}

const identity = z.object({
  team: z.string(),
  user: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});
const channels = z.object({
  channels: z.array(z.object({ name: z.string().optional(), is_member: z.boolean().optional() })),
});
const LARGEST_SKEW_S = 60;

/** Whether Slack will let the bot do its work: token, scopes, channels, clock, public address. Never rejects. */
export async function slackDoctor(deps: DoctorDeps): Promise<readonly Check[]> {
  const token = await checkToken(deps.client);
  const rest = token.every(({ state }) => state !== "fault") ? [await checkChannels(deps.client)] : [];
  return [...token, ...rest, await checkClock(deps), ...(await checkPublicUrl(deps))];
}

const TOKEN_REMEDIES: Readonly<Record<string, string>> = {
  invalid_auth: "copy the Bot User OAuth Token anew from the app's page into SLACK_BOT_TOKEN",
  not_authed: "set SLACK_BOT_TOKEN",
  token_revoked: "reinstall the app to the workspace and copy the new token into SLACK_BOT_TOKEN",
  account_inactive: "reinstall the app: its bot user was deactivated",
};

async function checkToken(client: WebClient): Promise<readonly Check[]> {
  try {
    const { team, user, response_metadata } = identity.parse(await callSlack(client, "auth.test", {}));
    return [
      ok("Slack token", `works, as ${user} in ${team}`),
      checkScopes(response_metadata?.scopes ?? null),
    ];
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal)
      return [
        fault(
          "Slack token",
          `Slack refuses it: ${refusal}`,
          TOKEN_REMEDIES[refusal] ?? "reinstall the app from its manifest",
        ),
      ];
    const reason = error instanceof SlackCallFailed ? error.message : "no answer";
    return [
      fault(
        "Slack token",
        `Slack could not be reached (${reason})`,
        "check the network, HTTPS_PROXY and NODE_EXTRA_CA_CERTS",
      ),
    ];
  }
}

function checkScopes(granted: readonly string[] | null): Check {
  if (granted === null)
    return warning(
      "Slack scopes",
      "Slack did not say which were granted",
      "compare the app's OAuth page with manifests/slack.json",
    );
  const missing = Object.entries(BOT_SCOPES).filter(([scope]) => !granted.includes(scope));
  if (missing.length > 0) {
    return fault(
      "Slack scopes",
      `missing: ${missing.map(([scope, why]) => `${scope} (${why})`).join("; ")}`,
      "update the app from manifests/slack.json and reinstall it",
    );
  }
  const optional = Object.entries(OPTIONAL_BOT_SCOPES)
    .filter(([scope]) => !granted.includes(scope))
    .map(([scope, why]) => `${scope} (${why})`);
  return ok(
    "Slack scopes",
    optional.length > 0
      ? `all that are needed; without optional ones: ${optional.join("; ")}`
      : "all, optional ones too",
  );
}

async function checkChannels(client: WebClient): Promise<Check> {
  try {
    const page = channels.parse(
      await callSlack(client, "conversations.list", {
        types: "public_channel,private_channel",
        exclude_archived: true,
        limit: 500,
      }),
    );
    const joined = page.channels
      .filter((channel) => channel.is_member)
      .map((channel) => `#${channel.name ?? "?"}`);
    return joined.length > 0
      ? ok(
          "Slack channels",
          `a member of ${joined.slice(0, 8).join(", ")}${joined.length > 8 ? ` and ${joined.length - 8} more` : ""}`,
        )
      : warning(
          "Slack channels",
          "a member of none: all answers are private",
          "type /invite @smallcaps in a channel",
        );
  } catch (error) {
    return warning(
      "Slack channels",
      `could not be listed (${error instanceof Error ? error.message : "no answer"})`,
      "grant channels:read and groups:read",
    );
  }
}

/** Signatures are refused when the clocks are five minutes apart. */
async function checkClock({ fetch, apiUrl, now }: DoctorDeps): Promise<Check> {
  try {
    const response = await fetch(`${apiUrl.replace(/\/?$/, "/")}api.test`, {
      method: "POST",
      signal: AbortSignal.timeout(5_000),
    });
    await response.body?.cancel();
    const theirs = Date.parse(response.headers.get("date") ?? "");
    if (Number.isNaN(theirs))
      return warning("Clock", "Slack did not tell the time", "check that this machine's clock is set by NTP");
    const skew = Math.round((now() - theirs) / 1_000);
    return Math.abs(skew) <= LARGEST_SKEW_S
      ? ok("Clock", `within ${LARGEST_SKEW_S} s of Slack's`)
      : fault(
          "Clock",
          `${Math.abs(skew)} s ${skew > 0 ? "ahead of" : "behind"} Slack's: requests will be refused`,
          "set this machine's clock by NTP",
        );
  } catch {
    return warning(
      "Clock",
      "could not be compared: Slack was not reached",
      "check the network and HTTPS_PROXY",
    );
  }
}

async function checkPublicUrl({ fetch, publicUrl }: DoctorDeps): Promise<readonly Check[]> {
  if (publicUrl === null) return [];
  const remedy = "point the public address at HOST:PORT of this machine, and check its certificate";
  try {
    const response = await fetch(`${publicUrl}/healthz`, { signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return [
      response.ok
        ? ok("PUBLIC_URL", `${publicUrl} leads here`)
        : fault("PUBLIC_URL", `${publicUrl}/healthz answered ${response.status}`, remedy),
    ];
  } catch {
    return [fault("PUBLIC_URL", `${publicUrl} does not answer`, remedy)];
  }
}
