import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { callSlack } from "./client.ts";
import type { Gate } from "./gate.ts";
import { renderNote, renderProblem } from "./render.ts";
import type { Asked, Replier } from "./reply.ts";

const person = z.object({
  user: z.object({ is_admin: z.boolean().optional(), is_owner: z.boolean().optional() }),
});

/** True for `channel allow`, `channel disallow`, `channel status`: about this channel, not about markets. */
export function isChannelCommand(line: string): boolean {
  return /^channel\b/i.test(line.trim());
}

/** An admin says that I may answer in a channel that is shared or holds guests. Never rejects. */
export async function answerChannelCommand(
  gate: Gate,
  replier: Replier,
  client: WebClient,
  asked: Asked,
): Promise<void> {
  const wish = asked.line.trim().split(/\s+/)[1]?.toLowerCase() ?? "status";
  const say = (text: string) => replier.whisper(client, asked, renderNote(text));
  try {
    if (wish === "status") {
      gate.forget(asked);
      const verdict = await gate.judge(client, asked);
      return await say(
        verdict.kind === "public"
          ? "I answer in this channel."
          : `I do not answer in this channel: ${verdict.reason}.`,
      );
    }
    if (wish !== "allow" && wish !== "disallow") {
      return await replier.whisper(
        client,
        asked,
        renderProblem({
          message: `"channel ${wish.slice(0, 40)}" is not a command`,
          hint: "Type channel allow, channel disallow or channel status.",
        }),
      );
    }
    if (!(await isAdmin(client, asked.user))) {
      return await replier.whisper(
        client,
        asked,
        renderProblem({
          message: "Only a workspace admin or owner can change that.",
          hint: "Ask one to type this command here.",
        }),
      );
    }
    if (wish === "allow") await gate.allow(asked, asked.user);
    else await gate.disallow(asked);
    await say(
      wish === "allow"
        ? "From now on I answer in this channel for all to see. Undo it with: channel disallow"
        : "From now on this channel is judged by its members again.",
    );
  } catch {
    await replier.whisper(
      client,
      asked,
      renderProblem({
        message: "I could not check who you are.",
        hint: "The app needs users:read; try again in a minute.",
      }),
    );
  }
}

/** @throws SlackCallFailed */
export async function isAdmin(client: WebClient, user: string): Promise<boolean> {
  const { is_admin, is_owner } = person.parse(await callSlack(client, "users.info", { user })).user;
  return is_admin === true || is_owner === true;
}
