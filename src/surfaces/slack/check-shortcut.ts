import type { App, MessageShortcut, RespondFn } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { checkLine } from "../conversation/check-line.ts";
import { type Asked, organisationOf } from "./reply.ts";
import { typedText } from "./text.ts";

/** "Check this text", in the menu of a message, as the manifest declares it. */
export const CHECK_SHORTCUT = {
  id: "check_text",
  declaration: {
    name: "Check this text",
    type: "message",
    callback_id: "check_text",
    description: "Tests its claims about small-caps, for you alone",
  },
} as const;

/** Types `check` with the message's text, as its reader could; the answer is theirs alone. */
export function registerCheck(
  app: App,
  first: (key: string) => boolean,
  ask: (client: WebClient, asked: Asked) => void,
): void {
  app.shortcut<MessageShortcut>(
    { callback_id: CHECK_SHORTCUT.id, type: "message_action" },
    async ({ ack, shortcut, client, context, respond }) => {
      await ack();
      const { team, channel, user, message, trigger_id } = shortcut;
      const workspace = team?.id ?? user.team_id ?? context.teamId;
      if (!workspace || !first(`shortcut ${trigger_id}`)) return;
      ask(client, {
        team: workspace,
        ...organisationOf(context),
        channel: channel.id,
        user: user.id,
        line: checkLine(typedText(message.text ?? "", context.botUserId)),
        origin: "slash",
        respond: respond as RespondFn,
      });
    },
  );
}
