import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { BriefingError } from "../src/briefing/errors.ts";
import { readSettings } from "../src/config/read.ts";
import { envExample, isPlatformConfigured, isTeamsConfigured, readConfig } from "../src/config.ts";
import { removeDir } from "./support/remove-dir.ts";

const room = mkdtempSync(join(tmpdir(), "smallcaps-config-"));
afterAll(() => removeDir(room));

function faultOf(read: () => unknown): BriefingError {
  try {
    read();
  } catch (error) {
    if (error instanceof BriefingError && error.code === "bad_config") return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("the environment", () => {
  test("is complete without anything set", () => {
    expect(readConfig({})).toMatchObject({
      CONSOLE_PORT: 3001,
      STATE_DIR: ".smallcaps",
      SMALLCAPS_DATA: undefined,
      DATA_FOLDER: undefined,
      FIRM_NAME: "",
      LOG_LEVEL: "info",
    });
  });

  test("counts an empty or blank variable as not set", () => {
    expect(readConfig({ CONSOLE_PORT: "", DATA_FOLDER: " ", FIRM_NAME: "", SMALLCAPS_DATA: "" })).toEqual(
      readConfig({}),
    );
  });

  test("is read, trimmed, and addresses lose their last slash", () => {
    const config = readConfig({
      CONSOLE_PORT: "0",
      FIRM_NAME: " Vale LLP\n",
      FRENCH_BASE_URL: "http://localhost:8/a//",
    });
    expect(config).toMatchObject({
      CONSOLE_PORT: 0,
      FIRM_NAME: "Vale LLP",
      FRENCH_BASE_URL: "http://localhost:8/a",
    });
  });

  test("has every fault reported at once, one a line, with the value and what it should be", () => {
    const fault = faultOf(() =>
      readConfig({
        CONSOLE_PORT: "70000",
        LOG_LEVEL: "loud",
        FRENCH_BASE_URL: "ftp://x",
        FIRM_NAME: "x".repeat(81),
      }),
    );
    const lines = fault.message.split("\n");
    expect(lines.map((line) => line.split(":")[0]).sort()).toEqual([
      "CONSOLE_PORT",
      "FIRM_NAME",
      "FRENCH_BASE_URL",
      "LOG_LEVEL",
    ]);
    expect(fault.message).toContain('"70000" is not valid (a port is a whole number from 0 to 65535)');
    expect(fault.message).toContain('"ftp://x" is not valid (an address begins with https:// or http://)');
    expect(fault.message).toMatch(/"loud".*"debug"/);
    expect(fault.hint).toContain(".env.example");
  });

  test("has what does not go together reported as well, but nothing of a variable that cannot be read", () => {
    const { message } = faultOf(() =>
      readConfig({
        LOG_LEVEL: "loud",
        SMALLCAPS_DATA: "sample",
        DATA_FOLDER: "d",
        MicrosoftAppId: "no guid",
        MicrosoftAppPassword: "s",
        MicrosoftAppTenantId: "bbbbbbbb-2222-3333-4444-555555555555",
      }),
    );
    expect(message.split("\n").map((line) => line.split(/[:=]/)[0])).toEqual([
      "MicrosoftAppId",
      "LOG_LEVEL",
      "SMALLCAPS_DATA",
    ]);
  });

  test.each(["x", "0x10", "1e3", "-1", "3.5", "65536"])("refuses %s as a port", (value) => {
    expect(faultOf(() => readConfig({ CONSOLE_PORT: value })).message).toContain(`"${value}"`);
  });
});

describe("secrets", () => {
  const TABLE = {
    KEY: { schema: z.string().min(8).optional(), describe: "a key", example: "k", secret: true },
    TOKEN: { schema: z.string(), describe: "a token, required", example: "t", secret: true },
    OPEN: { schema: z.string().optional(), describe: "no secret", example: "o" },
  } as const;
  const file = (name: string, contents: string) => {
    const path = join(room, name);
    writeFileSync(path, contents);
    return path;
  };

  test("come from the environment or from a file, without its last line break", () => {
    const path = file("key", "hunter2-hunter2\n");
    expect(readSettings(TABLE, { KEY_FILE: path, TOKEN: "t1" })).toEqual({
      KEY: "hunter2-hunter2",
      TOKEN: "t1",
      OPEN: undefined,
    });
    expect(readSettings(TABLE, { KEY: "", KEY_FILE: path, TOKEN: "t1", TOKEN_FILE: "" }).KEY).toBe(
      "hunter2-hunter2",
    );
  });

  test("are only read from a file where the table says so", () => {
    expect(readSettings(TABLE, { TOKEN: "t1", OPEN_FILE: file("open", "x") }).OPEN).toBeUndefined();
  });

  test("are never printed, nor what a file holds", () => {
    const message = faultOf(() =>
      readSettings(TABLE, { KEY: "hunter2", TOKEN_FILE: file("short", "swordfish"), OPEN: "" }),
    ).message;
    expect(message).toMatch(/^KEY: its value is not valid/);
    expect(message).not.toMatch(/hunter2|swordfish/);
  });

  test("given twice, in a file that is not there, empty or a folder, or not at all, are faults of their own", () => {
    mkdirSync(join(room, "folder"));
    const faults = (environment: Record<string, string>) =>
      faultOf(() => readSettings(TABLE, environment)).message;
    expect(faults({ KEY: "hunter2-hunter2", KEY_FILE: file("twice", "swordfish"), TOKEN: "t" })).toBe(
      "KEY and KEY_FILE are both set: keep one",
    );
    const missing = join(room, "missing");
    expect(faults({ KEY_FILE: missing, TOKEN_FILE: join(room, "folder") })).toBe(
      `KEY_FILE: the file "${missing}" cannot be read\nTOKEN_FILE: the file "${join(room, "folder")}" cannot be read`,
    );
    expect(faults({ KEY_FILE: file("empty", " \n"), TOKEN: "t" })).toMatch(
      /^KEY_FILE: the file ".*" is empty$/,
    );
    expect(faults({})).toBe("TOKEN is not set: a token, required");
  });
});

test(".env.example is current, and sets nothing", () => {
  const written = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
  expect(written).toBe(envExample());
  expect(written.split("\n").filter((line) => line !== "" && !line.startsWith("#"))).toEqual([]);
  for (const name of Object.keys(readConfig({}))) expect(written).toContain(`\n# ${name}=`);
});

describe("the settings of Teams", () => {
  const APP = "AAAAAAAA-2222-3333-4444-555555555555";
  const TENANT = "bbbbbbbb-2222-3333-4444-555555555555";
  const single = { MicrosoftAppId: APP, MicrosoftAppPassword: "s", MicrosoftAppTenantId: TENANT };

  test("are complete for each kind of bot, ids in small letters", () => {
    expect(readConfig(single)).toMatchObject({ MicrosoftAppId: APP.toLowerCase(), TEAMS_LOCAL: false });
    const multi = { MicrosoftAppId: APP, MicrosoftAppPassword: "s", MicrosoftAppType: "MultiTenant" };
    expect(isTeamsConfigured(readConfig(multi))).toBe(true);
    const managed = {
      MicrosoftAppId: APP,
      MicrosoftAppTenantId: TENANT,
      MicrosoftAppType: "UserAssignedMSI",
    };
    expect(isTeamsConfigured(readConfig(managed))).toBe(true);
    expect(isTeamsConfigured(readConfig({}))).toBe(false);
    expect(isTeamsConfigured(readConfig({ TEAMS_LOCAL: "1" }))).toBe(true);
    expect(isTeamsConfigured(readConfig({ TEAMS_LOCAL: "0" }))).toBe(false);
  });

  test.each<[string, Record<string, string>, readonly RegExp[]]>([
    ["an id alone", { MicrosoftAppId: APP }, [/MicrosoftAppTenantId is not/, /MicrosoftAppPassword is not/]],
    ["a secret without an id", { MicrosoftAppPassword: "s" }, [/MicrosoftAppId is not \(TEAMS_LOCAL=1/]],
    [
      "a tenant and a type without an id",
      { MicrosoftAppTenantId: TENANT, MicrosoftAppType: "SingleTenant" },
      [/MicrosoftAppTenantId is set, but/, /MicrosoftAppType is set, but/],
    ],
    [
      "a managed identity with a secret",
      { ...single, MicrosoftAppType: "UserAssignedMSI" },
      [/has no secret/],
    ],
    ["an id that is none", { MicrosoftAppId: "my bot" }, [/an application id is a GUID/]],
    ["a type that is none", { ...single, MicrosoftAppType: "multitenant" }, [/MicrosoftAppType/]],
  ])("are refused as a whole: %s", (_, environment, faults) => {
    const { message } = faultOf(() => readConfig(environment));
    expect(message.split("\n")).toHaveLength(faults.length);
    for (const fault of faults) expect(message).toMatch(fault);
  });

  test("without an app id are for this machine alone, with nothing beside it", () => {
    for (const HOST of ["127.0.0.1", "localhost", "::1"]) {
      expect(readConfig({ TEAMS_LOCAL: "1", HOST }).TEAMS_LOCAL).toBe(true);
    }
    const { message } = faultOf(() =>
      readConfig({
        TEAMS_LOCAL: "1",
        HOST: "0.0.0.0",
        PUBLIC_URL: "https://smallcaps.example.com",
        SLACK_BOT_TOKEN: "xoxb-1",
        SLACK_SIGNING_SECRET: "s",
        ...single,
      }),
    );
    const named = ["PUBLIC_URL", "MicrosoftAppId", "MicrosoftAppPassword", "SLACK_BOT_TOKEN", "HOST=0.0.0.0"];
    for (const name of named) expect(message).toContain(name);
    expect(message).not.toContain("xoxb-1");
    for (const HOST of ["0.0.0.0", "127.0.0.1.example.com", "10.0.0.1", "::"]) {
      expect(faultOf(() => readConfig({ TEAMS_LOCAL: "1", HOST })).message).toContain("loopback");
    }
  });

  test("stand beside Slack's", () => {
    const both = { ...single, SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s" };
    expect(isPlatformConfigured(readConfig(both))).toBe(true);
    expect(isPlatformConfigured(readConfig({}))).toBe(false);
  });
});

describe("LIVE_SOURCES", () => {
  const read = (text: string, more: Record<string, string> = {}) =>
    readConfig({ LIVE_SOURCES: text, ...more }).LIVE_SOURCES;

  test("is an order for all datasets, and another for some", () => {
    expect(read("")).toEqual({ all: null, own: {} });
    expect(read("french, reference")).toEqual({ all: ["french", "reference"], own: {} });
    expect(read("french,reference; macro = bls,treasury")).toEqual({
      all: ["french", "reference"],
      own: { macro: ["bls", "treasury"] },
    });
    expect(read("levels=french")).toEqual({ all: null, own: { levels: ["french"] } });
  });

  test.each([
    ["yahoo", /"yahoo" is no source; there are tiingo, french, nyfed/],
    ["french,", /"" is no source/],
    ["prices=french", /"prices" is no dataset; there are levels/],
    ["french,fred", /LIVE_SOURCES names fred, but FRED_API_KEY is not set/],
    ["levels=tiingo", /LIVE_SOURCES names tiingo, but TIINGO_API_KEY is not set/],
  ])("is refused: %s", (text, message) => {
    expect(faultOf(() => read(text)).message).toMatch(message);
  });

  test("names fmp together with whose members it estimates", () => {
    const FMP_API_KEY = "0123456789abcdef0123456789abcdef";
    const EDGAR_USER_AGENT = "Example Wealth LLP data@example.com";
    const lacks = /fmp, which needs the members of edgar/;
    expect(faultOf(() => read("fmp", { FMP_API_KEY })).message).toMatch(lacks);
    expect(faultOf(() => read("fmp", { FMP_API_KEY, EDGAR_USER_AGENT })).message).toMatch(lacks);
    expect(faultOf(() => read("fmp", { ISHARES_FOLDER: "holdings" })).message).toMatch(
      /FMP_API_KEY is not set/,
    );
    expect(read("fmp,edgar", { FMP_API_KEY, EDGAR_USER_AGENT }).all).toEqual(["fmp", "edgar"]);
    expect(read("constituents=fmp", { FMP_API_KEY, EDGAR_USER_AGENT }).all).toBeNull();
    expect(read("fmp", { FMP_API_KEY, ISHARES_FOLDER: "holdings" }).all).toEqual(["fmp"]);
  });

  test("keeps keys to itself", () => {
    const fault = faultOf(() => readConfig({ FRED_API_KEY: "NOT-A-FRED-KEY", TIINGO_API_KEY: "a b" }));
    expect(fault.message).toMatch(/FRED_API_KEY: its value is not valid \(32 lower-case/);
    expect(fault.message).not.toMatch(/NOT-A-FRED-KEY|a b/);
  });
});
