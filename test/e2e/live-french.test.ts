import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterEach, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { isAbsent } from "../../src/briefing/value.ts";
import { marketData, noMarketData } from "../data/shared-market-data.ts";
import { ratecutOracle } from "../oracle/ratecut.ts";

/** `ask` in live mode, as a user runs it, against a real HTTP server that stands for the French library. */
const RAW = join(marketData, "raw", "french");
const MAIN = new URL("../../src/main.ts", import.meta.url).pathname;
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((resolve) => server?.once("listening", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function frenchFiles(): Readonly<Record<string, Uint8Array>> {
  const portfolios = readFileSync(join(RAW, "Portfolios_Formed_on_ME.CSV"));
  return {
    "/F-F_Research_Data_Factors_CSV.zip": readFileSync(join(RAW, "F-F_Research_Data_Factors_CSV.zip")),
    "/Portfolios_Formed_on_ME_CSV.zip": zipSync({ "Portfolios_Formed_on_ME.CSV": portfolios }),
  };
}

const stateDir = () => mkdtempSync(join(tmpdir(), "smallcaps-live-"));

function ask(line: readonly string[], base: string, state: string) {
  const env = {
    PATH: process.env["PATH"],
    SMALLCAPS_DATA: "live",
    LIVE_SOURCES: "french,reference",
    FRENCH_BASE_URL: base,
    STATE_DIR: state,
  };
  const child = spawn(process.execPath, [MAIN, "ask", ...line], {
    env,
    cwd: state,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, stdout, stderr })),
  );
}

/** The first block of the raw file as a canonical folder, read by splitting lines: no code of ours. */
function folderFromRaw(): string {
  const lines = readFileSync(join(RAW, "Portfolios_Formed_on_ME.CSV"), "utf8").split(/\r?\n/);
  const end = lines.findIndex((line) => line.includes("Equal Weight"));
  let [small, large] = [100, 100];
  const rows = ["date,series,value", "1926-06-30,small_total,100", "1926-06-30,large_total,100"];
  for (const line of lines.slice(1, end)) {
    const cells = line.split(",").map((cell) => cell.trim());
    if (!/^\d{6}$/.test(cells[0] ?? "")) continue;
    small *= 1 + Number(cells[2]) / 100; // Lo 30
    large *= 1 + Number(cells[4]) / 100; // Hi 30
    const month = cells[0] ?? "";
    const day = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(4)), 0))
      .toISOString()
      .slice(0, 10);
    rows.push(`${day},small_total,${small}`, `${day},large_total,${large}`);
  }
  const dir = mkdtempSync(join(tmpdir(), "smallcaps-raw-"));
  writeFileSync(join(dir, "levels.csv"), rows.join("\n"));
  writeFileSync(
    join(dir, "policy-decisions.csv"),
    readFileSync(join(marketData, "french", "policy-decisions.csv")),
  );
  return dir;
}

describe.skipIf(noMarketData)("live data from the French library over HTTP", () => {
  it("answers ratecut with the figures of an independent derivation, and again from disk without the server", async () => {
    const files = frenchFiles();
    const base = await serve((request, response) => void response.end(files[request.url ?? ""]));
    const state = stateDir();
    const first = await ask(["ratecut", "--json", "--as-of", "2024-12-31"], base, state);
    // Nothing but the progress that a slow machine shows.
    expect(first.stderr.split("\n").filter((line) => line !== "" && !line.startsWith("… French: "))).toEqual(
      [],
    );
    expect(first.code).toBe(0);
    const briefing = JSON.parse(first.stdout) as Briefing;
    expect(briefing.dataMode).toBe("live");
    expect(briefing.headline).toContain("by NYSE size");
    const { figures } = ratecutOracle(folderFromRaw(), { basis: "total", asOf: "2024-12-31" });
    const compared = [...figures].filter(([key]) => !/\.ci(Low|High)$/.test(key));
    expect(compared.length).toBeGreaterThan(60);
    for (const [key, expected] of compared) {
      const value = briefing.figures.find((figure) => figure.key === key)?.value;
      expect(isAbsent(value) ? value.note : value, key).toBeCloseTo(expected, 6);
    }
    server?.close();
    server?.closeAllConnections();
    const again = await ask(["ratecut", "--json", "--as-of", "2024-12-31"], base, state);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout)).toEqual(briefing);
  });

  it.each([
    [
      "a login page with status 200",
      (_: unknown, response: { end(body: string): void }) => response.end("<html>Please sign in</html>"),
      /web page/,
    ],
    [
      "a server error",
      (_: unknown, response: { statusCode: number; end(): void }) => {
        response.statusCode = 500;
        response.end();
      },
      /500/,
    ],
    [
      "half a zip",
      (request: { url?: string }, response: { end(body: Uint8Array): void }) => {
        const file = frenchFiles()[request.url ?? ""] ?? new Uint8Array();
        response.end(file.subarray(0, file.length / 2));
      },
      /zip/i,
    ],
    ["a server that never answers", () => undefined, /10 s|did not answer|timed out|within/i],
  ] as const)(
    "%s: exit code 3 with the reason, nothing kept, no sample data",
    async (_name, listener, reason) => {
      const base = await serve(listener as RequestListener);
      const state = stateDir();
      const started = Date.now();
      const { code, stdout, stderr } = await ask(["performance"], base, state);
      expect(code).toBe(3);
      expect(stdout).toBe("");
      expect(stderr).toMatch(reason);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(Date.now() - started).toBeLessThan(40_000);
      const kept = existsSync(join(state, "french")) ? readdirSync(join(state, "french")) : [];
      expect(kept).toEqual([]);
    },
  );
});
