import { request } from "node:http";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createAssistant } from "../../../src/assistant.ts";
import type { Question } from "../../../src/briefing/question.ts";
import { openSample } from "../../../src/data/sample/sample.ts";
import type { ConsoleDeps } from "../../../src/surfaces/web/deps.ts";
import { topics } from "../../../src/topics/index.ts";
import { EXAMPLE_BRIEFINGS } from "../../support/example-briefings.ts";
import { type ConsoleWorld, exampleAssistant, plainDrawer, startWorld } from "./console-world.ts";

let world: ConsoleWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

async function start(overrides: Partial<ConsoleDeps> = {}): Promise<ConsoleWorld> {
  world = await startWorld(overrides);
  return world;
}

interface Reply {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** `fetch` sets Host, Origin and Sec-Fetch-Site itself; an attacker's page would, too, so they must be free here. */
function send(path: string, headers: Record<string, string> = {}, method = "GET", body = ""): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const port = world?.port;
    const outgoing = request(
      { host: "127.0.0.1", port, path, method, headers: { Connection: "close", ...headers } },
      (incoming) => {
        let text = "";
        incoming.setEncoding("utf8");
        incoming.on("data", (chunk: string) => {
          text += chunk;
        });
        incoming.on("end", () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }),
        );
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

const FORM = { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" };
const askFor = (q: string, headers: Record<string, string> = {}) =>
  send("/ask", { ...FORM, ...headers }, "POST", new URLSearchParams({ q }).toString());

/** With a summary, where a model drafts one in time. */
const NARRATED = { narrate: { workspace: "local", withinMs: 8_000 }, files: true, forClient: true };

describe("who may ask", () => {
  test("names other than this machine's are refused: DNS rebinding", async () => {
    const { port } = await start();
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
      expect((await send("/", { Host: host })).status).toBe(200);
    }
    for (const host of [
      "evil.example",
      `evil.example:${port}`,
      "127.0.0.1",
      `127.0.0.1:${port + 1}`,
      `localhost.evil.example:${port}`,
    ]) {
      for (const path of ["/", "/metrics", "/healthz"])
        expect((await send(path, { Host: host })).status).toBe(403);
    }
  });

  test("what changes something must come from the page itself: cross-site forgery", async () => {
    const answer = vi.fn(exampleAssistant().answer);
    const loadRealData = vi.fn(async () => {});
    const { url } = await start({ assistant: () => ({ answer }), loadRealData });
    const foreign: Record<string, string>[] = [
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site" },
      { "Sec-Fetch-Site": "none" },
      { "Sec-Fetch-Site": "same-origin", Origin: "http://evil.example" },
      { Origin: "null" },
      { Origin: "http://localhost:1" },
      {},
    ];
    for (const headers of foreign) {
      const form = { "Content-Type": FORM["Content-Type"], ...headers };
      expect((await send("/ask", form, "POST", "q=ratecut")).status).toBe(403);
      expect((await send("/data/load", form, "POST")).status).toBe(403);
    }
    expect(answer).not.toHaveBeenCalled();
    expect(loadRealData).not.toHaveBeenCalled();
    const own: Record<string, string>[] = [
      { Origin: url },
      { "Sec-Fetch-Site": "same-origin", Origin: "null" },
      { "Sec-Fetch-Site": "same-origin", Origin: url },
    ];
    for (const headers of own) {
      const form = { "Content-Type": FORM["Content-Type"], ...headers };
      expect((await send("/ask", form, "POST", "q=ratecut")).status).toBe(200);
    }
  });

  test("a link elsewhere fills the command in, but does not run it; nor does a prefetch", async () => {
    const answer = vi.fn(exampleAssistant().answer);
    await start({ assistant: () => ({ answer }) });
    const sources: Record<string, string>[] = [
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "none", "Sec-Purpose": "prefetch;prerender" },
    ];
    for (const headers of sources) {
      const { status, body } = await send("/?q=schedule%20remove%201", headers);
      expect(status).toBe(200);
      expect(body).toContain('value="schedule remove 1"');
    }
    expect(answer).not.toHaveBeenCalled();
    await send("/?q=ratecut", { "Sec-Fetch-Site": "none" });
    expect(answer).toHaveBeenCalledWith("ratecut", NARRATED);
  });

  test("headers: strict content policy, no referrer, nothing stored, no server name", async () => {
    await start();
    const { headers } = await send("/");
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect((await askFor("ratecut")).headers["cache-control"]).toBe("no-store");
  });
});

describe("answers", () => {
  test("a bad command says what to do, with 200 as a fragment and 400 as a page", async () => {
    await start();
    const fragment = await askFor("ratecutt");
    expect(fragment.status).toBe(200);
    expect(fragment.body).toContain('role="alert"');
    expect(fragment.body).toContain("There is no topic &quot;ratecutt&quot;.");
    expect(fragment.body).toContain('data-command="ratecut"');
    expect((await send("/?q=ratecutt")).status).toBe(400);
  });

  test("a bug apologises with an id that the log has, and tells nothing else", async () => {
    const { logged } = await start();
    const { status, body } = await askFor("boom");
    expect(status).toBe(500);
    const errorId = /E-[0-9a-f]{8}/.exec(body)?.[0];
    expect(logged).toMatchObject([{ level: "error", details: { errorId, err: expect.any(RangeError) } }]);
    expect(body).not.toMatch(/secret detail|RangeError|\.ts:/);
  });

  test("long commands and control characters are refused by name, line breaks become spaces", async () => {
    const answer = vi.fn(exampleAssistant().answer);
    await start({ assistant: () => ({ answer }) });
    expect((await askFor("x".repeat(2_001))).body).toContain("The command has 2001 characters");
    expect((await askFor("rate\u0007cut")).body).toContain("U+0007");
    expect((await askFor("x".repeat(20_000))).status).toBe(413);
    expect(answer).not.toHaveBeenCalled();
    await askFor(" ratecut\r\n cycle=first ");
    expect(answer).toHaveBeenCalledWith("ratecut  cycle=first", NARRATED);
  });

  test("an empty command is the menu; odd parameters do no harm", async () => {
    await start();
    for (const path of ["/?q=", "/?q[]=x", "/?q=a&q=b", "/?__proto__=x"]) {
      expect((await send(path)).body).toContain("What works now");
    }
    expect((await askFor("  ")).body).toContain("What works now");
  });

  test("the page stands when the menu fails", async () => {
    await start({ menu: () => Promise.reject(new Error("no menu")) });
    const { status, body } = await send("/");
    expect(status).toBe(200);
    expect(body).toContain('id="command"');
    expect(body).toMatch(/E-[0-9a-f]{8}/);
  });
});

describe("charts", () => {
  const picture = (body: string) => /\/charts\/[0-9a-f]{32}\.png/.exec(body)?.[0] ?? "none";

  test("are drawn once when asked for, and framed with firm and source", async () => {
    const drawer = plainDrawer();
    const draw = vi.spyOn(drawer, "draw");
    await start({ drawer });
    const path = picture((await askFor("sample")).body);
    expect(draw).not.toHaveBeenCalled();
    const { status, headers } = await send(path);
    expect([status, headers["content-type"]]).toEqual([200, "image/png"]);
    await send(path);
    expect(draw).toHaveBeenCalledOnce();
    const { frame } = draw.mock.calls[0]![0];
    expect(frame).toMatchObject({ sample: true, firm: "Example Wealth LLP · For internal use only." });
    expect(picture((await askFor("sample")).body)).toBe(path);
  });

  test("a failed drawing is 503, logged, and tried again", async () => {
    const drawer = plainDrawer();
    const draw = vi.spyOn(drawer, "draw").mockRejectedValueOnce(new Error("worker died"));
    const { logged } = await start({ drawer });
    const path = picture((await askFor("ratecut")).body);
    expect((await send(path)).status).toBe(503);
    expect(logged).toMatchObject([{ level: "error", details: { err: { message: "worker died" } } }]);
    expect((await send(path)).status).toBe(200);
    expect(draw).toHaveBeenCalledTimes(2);
  });

  test("unknown and malformed ids are 404; old charts give way", async () => {
    let copy = 0;
    const answer = async () => {
      copy += 1;
      const { ratecut } = EXAMPLE_BRIEFINGS;
      const charts = ratecut.charts.map((chart) => ({ ...chart, title: `Chart ${copy}` }));
      const briefing = { ...ratecut, charts };
      return { kind: "briefing", private: false, dataMode: "live", briefing } as const;
    };
    await start({ assistant: () => ({ answer }) });
    for (const path of [`/charts/${"0".repeat(32)}.png`, "/charts/x.png", "/charts/..%2f..%2fpackage.json"]) {
      expect((await send(path)).status).toBe(404);
    }
    const first = picture((await askFor("x")).body);
    for (let i = 0; i < 64; i += 1) await askFor("x");
    expect((await send(first)).status).toBe(404);
  });
});

describe("files", () => {
  const free = {
    ...EXAMPLE_BRIEFINGS.ratecut,
    sources: EXAMPLE_BRIEFINGS.ratecut.sources.map((source) => ({ ...source, licence: "public-domain" })),
  };
  const answering = (more: object, briefing = free) => ({
    assistant: () => ({
      answer: async () => ({ kind: "briefing", private: true, dataMode: "live", briefing, ...more }) as const,
    }),
  });
  const links = (body: string) => body.match(/\/exports\/[0-9a-f]{32}/g) ?? [];

  test("of an export are named, with every caveat, and downloaded", async () => {
    await start(answering({ exportAs: "csv" }));
    const { body } = await askFor("export ratecut format=csv");
    expect(body).toMatch(/>ratecut-[\d-]+\.csv<\/a> <small>\d+ kB/);
    for (const caveat of free.caveats) expect(body).toContain(caveat.replaceAll("'", "&#39;"));
    const file = await send(links(body)[0] ?? "none");
    expect([file.status, file.headers["content-type"]]).toEqual([200, "text/csv; charset=utf-8"]);
    expect(file.headers["content-disposition"]).toMatch(/^attachment; filename="ratecut-[\d-]+\.csv"$/);
    expect(file.body).toContain("key,label,unit,value");
  });

  test("may be asked for here: the assistant is told so", async () => {
    const answer = vi.fn(exampleAssistant().answer);
    await start({ assistant: () => ({ answer }) });
    await askFor("ratecut");
    expect(answer.mock.calls[0]?.[1]).toMatchObject({ files: true, forClient: true });
  });

  test("a copy for clients is a text to paste and a picture to download", async () => {
    await start(answering({}));
    const { body } = await askFor("ratecut");
    expect(body).toContain("<summary>Copy for client</summary>");
    expect(body).toMatch(/data-copy="k-/);
    const picture = await send(links(body)[0] ?? "none");
    expect([picture.status, picture.headers["content-type"]]).toEqual([200, "image/png"]);
    expect(picture.headers["content-disposition"]).toMatch(/-client\.png"$/);
  });

  test("there is no copy for clients of invented numbers, and a reason where a licence forbids it", async () => {
    await start();
    expect((await askFor("sample")).body).not.toContain("Copy for client");
    expect((await askFor("valuation")).body).toMatch(/There is no copy for clients: .*forbids exporting/);
  });

  test("that cannot be made are 503; unknown ones 404", async () => {
    const exporter = { files: () => Promise.reject(new Error("no worker")) };
    const { logged } = await start({ ...answering({}), exporter });
    const { body } = await askFor("ratecut");
    expect((await send(links(body)[0] ?? "none")).status).toBe(503);
    expect(logged).toHaveLength(1);
    expect((await send(`/exports/${"0".repeat(32)}`)).status).toBe(404);
  });
});

describe("probes, methods and ports", () => {
  test("health, readiness and metrics", async () => {
    const readiness = vi.fn(async () => ({ ready: false, reasons: ["database is starting"] }));
    await start({ readiness });
    expect((await send("/healthz")).status).toBe(200);
    const ready = await send("/readyz");
    expect([ready.status, JSON.parse(ready.body)]).toEqual([
      503,
      { ready: false, reasons: ["database is starting"] },
    ]);
    const metrics = await send("/metrics");
    expect([metrics.status, metrics.body]).toEqual([200, "smallcaps_up 1\n"]);
    expect(metrics.headers["content-type"]).toContain("text/plain; version=0.0.4");
  });

  test("unknown addresses are 404 and wrong methods 405 with what is allowed", async () => {
    await start({ loadRealData: async () => {} });
    expect((await send("/nowhere")).status).toBe(404);
    expect((await send("/assets/../app.ts")).status).toBe(404);
    for (const [path, allow] of [
      ["/", "GET, HEAD"],
      ["/ask", "POST"],
      ["/data/load", "POST"],
      ["/metrics", "GET, HEAD"],
    ] as const) {
      const reply = await send(path, {}, "DELETE");
      expect([reply.status, reply.headers["allow"]]).toEqual([405, allow]);
    }
  });

  test("without a loader there is no button and nothing to post to", async () => {
    await start();
    expect((await send("/")).body).not.toContain("Load real public data");
    expect((await send("/data/load", FORM, "POST")).status).toBe(404);
  });

  test("clicks join the download under way, and its progress can be followed to the end", async () => {
    let finish = () => {};
    const loadRealData = vi.fn(async (progress: (message: string) => void) => {
      progress("Factors: 45%");
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    await start({ loadRealData });
    const json = { ...FORM, Accept: "application/json" };
    const first = await send("/data/load", json, "POST");
    expect([first.status, JSON.parse(first.body)]).toEqual([
      202,
      { phase: "running", message: "Factors: 45%" },
    ]);
    await send("/data/load", json, "POST");
    const streams = [send("/data/progress"), send("/data/progress")];
    expect((await send("/data/load", FORM, "POST")).status).toBe(303);
    finish();
    for (const { headers, body } of await Promise.all(streams)) {
      expect(headers["content-type"]).toBe("text/event-stream");
      expect(body).toMatch(/data: \{"phase":"done"\}\n\n$/);
    }
    expect(loadRealData).toHaveBeenCalledOnce();
  });

  test("once live there is nothing left to load", async () => {
    const loadRealData = vi.fn(async () => {});
    await start({ loadRealData, mode: () => "live" });
    expect((await send("/")).body).not.toContain("load-button");
    await send("/data/load", FORM, "POST");
    expect(loadRealData).not.toHaveBeenCalled();
  });

  test("a taken port is named, with the setting that changes it", async () => {
    const { port } = await start();
    const second = startWorld({}, port);
    await expect(second).rejects.toMatchObject({
      code: "bad_config",
      message: expect.stringContaining(String(port)),
      hint: expect.stringContaining("CONSOLE_PORT"),
    });
  });
});

describe("a question in words", () => {
  const assistant = createAssistant({
    market: openSample(),
    topics,
    today: () => "2026-11-23",
    defaultAsOf: "newest",
    codeVersion: "test",
    firm: { name: "", disclaimer: "" },
  });

  test("shows what it ran, and nothing of it comes alive", async () => {
    await start({ assistant: () => assistant });
    expect((await askFor("are small caps cheap without loss-makers?")).body).toContain(
      "Ran: valuation variant=aggExLoss",
    );
    const { body } = await askFor("what is the <b>weather</b> like in London");
    expect(body).toContain("I do not know which figures would answer that");
    expect(body).not.toContain("<b>weather");
  });

  test("is refused and recorded where it asks for advice", async () => {
    const refused: Question[] = [];
    await start({ assistant: () => assistant, refused: async (question) => void refused.push(question) });
    const { status, body } = await askFor("should I buy $AAPL?");
    expect(status).toBe(200);
    expect(body).toContain("gives no personal advice, no price targets and nothing on single companies");
    expect(refused).toMatchObject([
      { asked: "should I buy $AAPL?", refused: "advice", by: "rules", ran: null },
    ]);
  });
});
