import { startFaultServer } from "../support/slack/fault-server.ts";

/** A Slack that says yes, in a process of its own so that it takes no time from the program that is measured. */
const slack = await startFaultServer();
process.send?.({ apiUrl: slack.apiUrl, responseUrl: slack.responseUrl("bench") });
process.on("message", () => {
  process.send?.({
    posted: slack.messages.map(({ channel, text }) => `${channel} ${text}`),
    aside: slack.responses().map(({ args }) => String(args["text"])),
    uploads: slack.files().length,
  });
});
process.on("disconnect", () => process.exit(0));
