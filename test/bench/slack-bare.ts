import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { App, ExpressReceiver, LogLevel } from "@slack/bolt";

/** The least that Bolt can do with a slash command: check the signature and acknowledge. */
const receiver = new ExpressReceiver({
  signingSecret: process.env["BENCH_SECRET"] ?? "",
  logLevel: LogLevel.ERROR,
});
const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  authorize: async () => ({ botToken: "xoxb-bare", botId: "B0BOT00001", botUserId: "U0BOT00001" }),
});
app.command("/smallcaps", async ({ ack }) => ack());
const server = createServer(receiver.app);
server.listen(0, "127.0.0.1", () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events` });
});
process.on("disconnect", () => process.exit(0));
