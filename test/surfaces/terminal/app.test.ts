import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Answer, ExportFormat } from "../../../src/briefing/briefing.ts";
import type { ChartDrawer, ChartImage } from "../../../src/briefing/chart.ts";
import { BriefingError, type ErrorCode } from "../../../src/briefing/errors.ts";
import { createExporter } from "../../../src/exports/exporter.ts";
import { type AskRequest, runAsk } from "../../../src/surfaces/terminal/app.ts";
import { EXAMPLE_BRIEFINGS } from "../../support/example-briefings.ts";
import { removeDir } from "../../support/remove-dir.ts";

const briefing = EXAMPLE_BRIEFINGS.ratecut;
const BRIEFING: Answer = { kind: "briefing", private: false, dataMode: "live", briefing };
const PAGE: Answer = {
  kind: "page",
  private: false,
  dataMode: "live",
  page: { title: "Help", sections: [] },
};

let room = "";
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), "smallcaps-terminal-"));
});
afterEach(() => removeDir(room));

const image: ChartImage = {
  id: "x",
  alt: "A chart in words.",
  png: Buffer.from("PNG"),
  width: 2400,
  height: 1350,
};

/** A terminal with everything said on it in order, over a stand-in assistant and drawer. */
function terminal(answer: () => Promise<Answer>, draw: ChartDrawer["draw"] = async () => image) {
  const said: string[] = [];
  const asked: {
    request?: AskRequest;
    line?: string;
    asOf?: string | undefined;
    forClient?: boolean | undefined;
    closed: number;
  } = {
    closed: 0,
  };
  const run = (...argv: readonly string[]) =>
    runAsk(argv, {
      assistant: async (request) => {
        asked.request = request;
        return {
          answer: (line, options) => {
            asked.line = line;
            asked.asOf = options?.asOf;
            asked.forClient = options?.forClient;
            return answer();
          },
        };
      },
      drawer: () => ({
        draw,
        close: async () => {
          asked.closed += 1;
        },
      }),
      exporter: () => ({
        ...createExporter({ draw, sheet: async () => image, close: async () => {} }, null),
        close: async () => {
          asked.closed += 1;
        },
      }),
      out: (text) => said.push(`out: ${text}`),
      err: (text) => said.push(`err: ${text}`),
    });
  return { run, asked, said, text: () => said.join("") };
}

describe("the request", () => {
  test("is one command line, in one word or several, with its options anywhere", async () => {
    const { run, asked } = terminal(async () => BRIEFING);
    expect(await run("ratecut", "--data", "d", "cycle=first", "--as-of", "2025-01-01", "--no-llm")).toBe(0);
    expect(asked.request).toEqual({
      line: "ratecut cycle=first",
      narrate: false,
      data: "d",
      asOf: "2025-01-01",
      json: false,
      png: null,
      client: null,
      out: "exports",
    });
    expect([asked.line, asked.asOf]).toEqual(["ratecut cycle=first", "2025-01-01"]);
    await run("ratecut cycle=first");
    expect([asked.line, asked.asOf]).toEqual(["ratecut cycle=first", undefined]);
  });

  test("takes a value that begins with a minus for a value", async () => {
    const { run, asked } = terminal(async () => BRIEFING);
    await run("whatif", "eps=", "-10%");
    expect(asked.line?.replace(/ +/g, " ")).toBe("whatif eps= -10%");
  });

  test.each([
    [["--frob"], 'there is no option "--frob"'],
    [["ratecut", "--as-of"], "--as-of needs a value"],
    [["--data", "--json"], "--data needs a value"],
    [["--json=1"], "--json takes no value"],
    [["--\u001b[31mred"], 'there is no option "--[31mred"'],
  ])("%j is refused with the usage", async (argv, reason) => {
    const { run, said } = terminal(async () => BRIEFING);
    expect(await run(...argv)).toBe(2);
    expect(said).toEqual([expect.stringMatching(/^err: /)]);
    expect(said[0]).toContain(`${reason}\nusage: npm run --silent ask -- `);
  });

  test("for help prints the usage and asks nothing", async () => {
    const { run, asked, text } = terminal(async () => BRIEFING);
    expect(await run("-h")).toBe(0);
    expect(text()).toMatch(/^out: usage: /);
    expect(asked.request).toBeUndefined();
  });
});

describe("the outcome", () => {
  test.each<[ErrorCode, number]>([
    ["bad_command", 2],
    ["bad_input", 2],
    ["bad_config", 2],
    ["refused", 2],
    ["data_unavailable", 3],
  ])("%s exits with %i, message and hint on stderr only", async (code, exit) => {
    const { run, said } = terminal(() => Promise.reject(new BriefingError(code, "what\u001b[2J", "remedy")));
    expect(await run("ratecut", "--json")).toBe(exit);
    expect(said).toEqual(["err: what[2J\nremedy\n"]);
  });

  test("a command in a hint stands in quotation marks", async () => {
    const { run, said } = terminal(() =>
      Promise.reject(new BriefingError("bad_command", "what", "did you mean `help ratecut`?")),
    );
    await run("x");
    expect(said).toEqual(['err: what\ndid you mean "help ratecut"?\n']);
  });

  test("anything else is a bug: 1", async () => {
    const { run, text } = terminal(() => Promise.reject(new TypeError("oops")));
    expect(await run("ratecut")).toBe(1);
    expect(text()).toMatch(/^err: This is a bug in smallcaps.*\nTypeError: oops/);
  });

  test("with --json is the briefing, whole, and nothing else", async () => {
    const { run, said } = terminal(async () => BRIEFING);
    await run("ratecut", "--json");
    expect(said).toHaveLength(1);
    expect(JSON.parse(said[0]?.slice("out: ".length) ?? "")).toEqual(JSON.parse(JSON.stringify(briefing)));
  });
});

test("a page with --json says what it is about", async () => {
  const page = { title: "x", pair: "A / B", asOf: "2026-01-31", dataMode: "live", sections: [] } as const;
  const { run, said } = terminal(async () => ({ kind: "page", private: false, dataMode: "live", page }));
  await run("explain", "x.y", "--json");
  expect(JSON.parse(said[0]?.slice("out: ".length) ?? "")).toEqual(page);
});

describe("charts", () => {
  test("are drawn after the text is out; each is named once written, none half", async () => {
    const order: string[] = [];
    const { run, said, asked } = terminal(
      async () => BRIEFING,
      async () => {
        order.push(said.join("").includes(briefing.id) ? "text first" : "chart first");
        return image;
      },
    );
    const dir = join(room, "deep", "er");
    expect(await run("ratecut", "--png", dir)).toBe(0);
    expect(order).toEqual(briefing.charts.map(() => "text first"));
    expect(readdirSync(dir)).toEqual(briefing.charts.map(({ id }) => `${id}.png`));
    expect(readFileSync(join(dir, `${briefing.charts[0]?.id}.png`), "utf8")).toBe("PNG");
    expect(said.at(-1)).toBe(`err: chart: ${join(dir, `${briefing.charts.at(-1)?.id}.png`)}\n`);
    expect(asked.closed).toBe(1);
  });

  test("that cannot be drawn cost the exit code, not the text", async () => {
    const { run, said, asked } = terminal(
      async () => BRIEFING,
      () => Promise.reject(new Error("drawing chart ratecut-cycles failed")),
    );
    expect(await run("ratecut", "--json", "--png", room)).toBe(1);
    expect(said[0]).toMatch(/^out: \{/);
    expect(said[1]).toMatch(/^err: This is a bug.*\nError: drawing chart ratecut-cycles failed/);
    expect([readdirSync(room), asked.closed]).toEqual([[], 1]);
  });

  test.each([
    ["a file", () => join(room, "file")],
    ["below a file", () => join(room, "file", "below")],
    ["nothing", () => ""],
    ["where no folder can be", () => "/proc/nowhere/at/all"],
  ])("cannot go to %s: 2, after the text, and nothing is drawn", async (_name, dir) => {
    writeFileSync(join(room, "file"), "");
    let drawn = 0;
    const { run, said } = terminal(
      async () => BRIEFING,
      async () => {
        drawn += 1;
        return image;
      },
    );
    expect(await run("ratecut", "--png", dir())).toBe(2);
    expect(said[0]).toContain(`out: ${briefing.headline.split(":")[0]}`);
    expect(said[1]).toMatch(/^err: --png ".*": the charts cannot be written there \(.+\)\nname a folder/);
    expect([said.length, drawn]).toEqual([2, 0]);
  });

  test("that cannot be moved into place leave nothing half-written", async () => {
    const { run, said } = terminal(async () => BRIEFING);
    const taken = join(room, `${briefing.charts[0]?.id}.png`, "in the way");
    mkdirSync(taken, { recursive: true });
    expect(await run("ratecut", "--png", room)).toBe(2);
    expect(said[1]).toContain("cannot be written there");
    expect(readdirSync(room)).toEqual([`${briefing.charts[0]?.id}.png`]);
  });

  test("are said to be missing where the answer has none", async () => {
    const { run, said } = terminal(async () => PAGE);
    expect(await run("help", "--png", join(room, "never"))).toBe(0);
    expect(said.at(-1)).toBe("err: This answer has no chart.\n");
    expect(readdirSync(room)).toEqual([]);
  });
});

describe("an export", () => {
  const exporting = (exportAs: ExportFormat) =>
    terminal(async () => (BRIEFING.kind === "briefing" ? { ...BRIEFING, exportAs } : BRIEFING));
  const { topic, asOf, charts } = (BRIEFING as Extract<Answer, { kind: "briefing" }>).briefing;

  test.each(["csv", "xlsx"] as const)(
    "as %s is one file, named on the standard output alone",
    async (format) => {
      const { run, said, asked } = exporting(format);
      const dir = join(room, "new", "folder");
      expect(await run("export", topic, `format=${format}`, "--out", dir)).toBe(0);
      const file = join(dir, `${topic}-${asOf}.${format}`);
      expect(said).toEqual([`out: ${file}\n`]);
      // A workbook is a zip, which begins with PK.
      const start = format === "csv" ? "key,label,unit,value" : "PK";
      expect(readFileSync(file, "latin1").slice(0, start.length)).toBe(start);
      expect(asked.closed).toBe(1);
    },
  );

  test("as png is one file a chart, dated", async () => {
    const { run } = exporting("png");
    expect(await run("export", topic, "format=png", "--out", room)).toBe(0);
    expect(readFileSync(join(room, `${charts[0]?.id}-${asOf}.png`), "utf8")).toBe("PNG");
  });

  test("without --out stands in a folder of its own, which git ignores, and not among what is kept", async () => {
    const { run, said } = exporting("csv");
    const before = process.cwd();
    process.chdir(room);
    try {
      expect(await run("export", topic, "format=csv")).toBe(0);
    } finally {
      process.chdir(before);
    }
    const name = `${topic}-${asOf}.csv`;
    expect(said).toEqual([`out: ${join("exports", name)}\n`]);
    expect([readdirSync(room), readdirSync(join(room, "exports"))]).toEqual([["exports"], [name]]);
    expect(readFileSync(".gitignore", "utf8").split("\n")).toContain("/exports/");
  });

  test("that cannot be written says where", async () => {
    const { run, text } = exporting("csv");
    expect(await run("export", topic, "format=csv", "--out", "/dev/null/x")).toBe(2);
    expect(text()).toContain('--out "/dev/null/x": the files cannot be written there');
  });
});

describe("a copy for clients", () => {
  test("is a picture to forward and a text to paste, with its periods asked for", async () => {
    const { run, text, asked } = terminal(async () => BRIEFING);
    const dir = join(room, "copies");
    expect(await run("ratecut", "--client", dir)).toBe(0);
    const name = `${briefing.topic}-${briefing.asOf}-client`;
    expect(readFileSync(join(dir, `${name}.png`), "utf8")).toBe("PNG");
    const pasted = readFileSync(join(dir, `${name}.txt`), "utf8");
    expect(pasted.startsWith(briefing.headline)).toBe(true);
    for (const caveat of briefing.caveats) expect(pasted).toContain(caveat);
    expect(text()).toContain("Before you pass it on, check the licence");
    expect([asked.forClient, asked.closed]).toEqual([true, 1]);
  });

  test("is refused where the numbers may not be passed on, and of a page", async () => {
    const sample = EXAMPLE_BRIEFINGS.sample;
    const invented = terminal(async () => ({ ...BRIEFING, briefing: sample, dataMode: "sample" }) as Answer);
    expect(await invented.run("ratecut", "--client", room)).toBe(2);
    expect(invented.text()).toContain("Sample data are invented");
    expect(await terminal(async () => PAGE).run("help", "--client", room)).toBe(2);
    expect(readdirSync(room)).toEqual([]);
  });
});

describe("progress", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function sayingWhile(script: (progress: (message: string) => void) => Promise<void>) {
    const said: string[] = [];
    const running = runAsk(["ratecut"], {
      assistant: async () => ({
        answer: async (_line, options) => {
          await script(options?.progress ?? (() => {}));
          return PAGE;
        },
      }),
      drawer: () => {
        throw new Error("no chart was asked for");
      },
      exporter: () => {
        throw new Error("no file was asked for");
      },
      out: () => {},
      err: (text) => said.push(text),
    });
    await vi.advanceTimersByTimeAsync(60_000);
    await running;
    return said;
  }
  const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

  test("is silent for a quick answer", async () => {
    const said = await sayingWhile(async (progress) => {
      progress("levels.csv, 412 kB");
      await pause(900);
    });
    expect(said).toEqual([]);
  });

  test("speaks after a second even where the source says nothing", async () => {
    expect(await sayingWhile(() => pause(1_100))).toEqual(["… still working\n"]);
  });

  test("gives the latest word once late, and each further one", async () => {
    const said = await sayingWhile(async (progress) => {
      progress("first");
      await pause(500);
      progress("second");
      await pause(1_000);
      progress("third\u001b[2J");
    });
    expect(said).toEqual(["… second\n", "… third[2J\n"]);
  });
});
