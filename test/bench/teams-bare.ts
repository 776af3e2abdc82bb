import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import express from "express";

/** The least that botbuilder can do with a message: say it again. */
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const app = express().use(express.json());
app.post("/api/messages", (request, response) =>
  adapter.process(request, response, async (context) => {
    if (context.activity.type === "message") await context.sendActivity(context.activity.text);
  }),
);
const server = createServer(app);
server.listen(0, "127.0.0.1", () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages` });
});
process.on("disconnect", () => process.exit(0));
