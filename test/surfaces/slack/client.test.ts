import { WebClient } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { callSlack, isAmbiguous, refusalOf, SlackCallFailed } from "../../../src/surfaces/slack/client.ts";
import { type FaultServer, startFaultServer } from "../../support/slack/fault-server.ts";
import {
  type Fault,
  hangUp,
  htmlPage,
  rateLimited,
  refusal,
  slow,
  status,
} from "../../support/slack/faults.ts";

let slack: FaultServer;
beforeEach(async () => {
  slack = await startFaultServer();
});
afterEach(() => slack.close());

const clientOn = (slackApiUrl: string, timeout = 30_000) =>
  new WebClient("xoxb-client", {
    slackApiUrl,
    timeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });

async function failure(work: Promise<unknown>): Promise<SlackCallFailed> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof SlackCallFailed) return error;
  throw new Error(`not a SlackCallFailed: ${String(error)}`);
}

describe("a call to Slack", () => {
  it.each<[string, Fault]>([
    ["500", status(500)],
    ["HTML with 200", htmlPage()],
    ["a hang-up before", hangUp("before")],
    ["a hang-up after", hangUp("after")],
    ["slow headers", slow("headers", 60_000)],
    ["a slow body", slow("body", 60_000)],
  ])("that ended in %s is unknown, and is not made again", async (_name, fault) => {
    slack.answer("auth.test", [fault]);
    const client = clientOn(slack.apiUrl, fault.kind === "slow" ? 300 : undefined);
    const error = await failure(callSlack(client, "auth.test", {}));
    expect(error.fault.kind).toBe("unknown");
    expect(isAmbiguous(error)).toBe(true);
    expect(slack.calls).toHaveLength(1);
  });

  it("that reached nobody was not sent", async () => {
    const gone = slack.apiUrl;
    await slack.close();
    expect((await failure(callSlack(clientOn(gone), "auth.test", {}))).fault.kind).toBe("unsent");
    slack = await startFaultServer();
  });

  it("that was refused names the refusal", async () => {
    slack.answer("auth.test", [refusal("invalid_auth")]);
    expect(refusalOf(await failure(callSlack(clientOn(slack.apiUrl), "auth.test", {})))).toBe("invalid_auth");
  });

  it("that was limited waits as long as Slack says, and asks for its arguments anew", async () => {
    slack.answer("auth.test", [rateLimited(1)]);
    const made: number[] = [];
    await callSlack(clientOn(slack.apiUrl), "auth.test", () => {
      made.push(performance.now());
      return {};
    });
    expect(made).toHaveLength(2);
    expect((made[1] ?? 0) - (made[0] ?? 0)).toBeGreaterThanOrEqual(990); // timers count whole milliseconds
  });

  it("that was limited for longer than it may wait is refused at once", async () => {
    slack.answer("auth.test", [rateLimited(30)]);
    expect(refusalOf(await failure(callSlack(clientOn(slack.apiUrl), "auth.test", {}, 10)))).toBe(
      "ratelimited",
    );
  });
});
