import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { App, ExpressReceiver, LogLevel, RespondError } from "@slack/bolt";

export const SECRET = "signing secret of the harness";

/** A small app as users of Bolt write it, to show that the harness behaves as Slack does to it. */
export async function startBoltApp(slackApiUrl: string, token: string) {
  const heard: string[] = [];
  const receiver = new ExpressReceiver({
    signingSecret: SECRET,
    logLevel: LogLevel.ERROR,
    bodyLimit: 1_000_000,
  });
  const app = new App({
    receiver,
    token,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl, retryConfig: { retries: 0 } },
  });
  app.command("/smallcaps", async ({ ack, body, client, respond }) => {
    await ack("working");
    if (body.text === "modal") {
      const title = { type: "plain_text", text: "Briefing" } as const;
      await client.views.open({ trigger_id: body.trigger_id, view: { type: "modal", title, blocks: [] } });
    }
    for (let time = 0; time < (body.text === "much" ? 6 : 1); time += 1) {
      await respond({ text: `done ${body.text}` }).catch((error: unknown) => {
        if (error instanceof RespondError) heard.push(`respond ${error.statusCode}`);
      });
    }
  });
  app.event("app_mention", async ({ event, say, context }) => {
    heard.push(`mention ${context.retryNum ?? 0}`);
    await say({ text: `hello <@${event.user}>`, thread_ts: event.ts });
  });
  app.message(async ({ message, say }) => {
    heard.push(`message.${message.channel_type}`);
    if (message.channel_type === "im") await say("hello in private");
  });
  app.event("app_home_opened", async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: "home", blocks: [{ type: "divider" }] },
    });
  });
  app.event("member_joined_channel", async ({ event }) => void heard.push(`joined ${event.channel}`));
  app.action("go", async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: "replaced" });
  });
  const server = createServer(receiver.app);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    heard,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    async close(): Promise<void> {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
