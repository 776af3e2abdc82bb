import type { WebClient } from "@slack/web-api";
import type { Asker } from "../../briefing/briefing.ts";
import { isAdmin } from "./admin.ts";
import { refusalOf } from "./client.ts";
import { type Gate, listMembers, type Place } from "./gate.ts";
import type { Installations } from "./installations.ts";

interface WhoAsked extends Place {
  readonly user: string;
  readonly organisation?: string;
}

const DIRECT =
  "schedules belong to a channel: invite me to one and type it there, or choose the channel in the form on my home tab";

const isDirect = (channel: string) => channel.startsWith("D");

/** Who asked where, with what Slack can say of them when it matters. */
export function askerOf(
  client: WebClient,
  gate: Gate,
  installations: Installations,
  { team, channel, user, organisation }: WhoAsked,
): Asker {
  return {
    platform: "slack",
    workspace: team,
    channel,
    user,
    direct: isDirect(channel),
    isAdmin: () => isAdmin(client, user),
    isMember: () => isMember(client, channel, user),
    refusal: async () => {
      if (isDirect(channel)) return DIRECT;
      if (organisation !== undefined) await installations.belongs(team, organisation);
      gate.forget({ team, channel });
      const verdict = await gate.judge(client, { team, channel });
      return verdict.kind === "public" ? null : verdict.reason;
    },
  };
}

/** A channel that the bot cannot see has no members for it. */
export async function isMember(client: WebClient, channel: string, user: string): Promise<boolean> {
  try {
    return (await listMembers(client, channel)).includes(user);
  } catch (error) {
    if (refusalOf(error) === "channel_not_found") return false;
    throw error;
  }
}
