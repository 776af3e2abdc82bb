import { Resvg } from "@resvg/resvg-js";
import type { Answer, Page } from "../../../src/briefing/briefing.ts";
import type { ChartDrawer } from "../../../src/briefing/chart.ts";
import { BriefingError } from "../../../src/briefing/errors.ts";
import type { Assistant } from "../../../src/surfaces/surface.ts";
import type { ConsoleDeps } from "../../../src/surfaces/web/deps.ts";
import { type RunningConsole, startConsole } from "../../../src/surfaces/web/start.ts";
import { EXAMPLE_BRIEFINGS } from "../../support/example-briefings.ts";
import { STUB_EXPORTER } from "../../support/stub-drawer.ts";

/** A console on a free port with everything replaceable; give `assistant` the real one to run the same tests. */
export interface ConsoleWorld extends RunningConsole {
  readonly port: number;
  /** What reached the log. */
  readonly logged: { readonly level: "info" | "error"; readonly details: object; readonly message: string }[];
}

export async function startWorld(overrides: Partial<ConsoleDeps> = {}, port = 0): Promise<ConsoleWorld> {
  const logged: ConsoleWorld["logged"] = [];
  const deps: ConsoleDeps = {
    assistant: () => exampleAssistant(),
    drawer: plainDrawer(),
    exporter: STUB_EXPORTER,
    mode: () => "sample",
    menu: async () => MENU,
    loadRealData: null,
    firm: {
      name: "Harbour & Vale Wealth",
      disclaimer: "For professional clients only. Not investment advice.",
    },
    log: {
      info: (details, message) => logged.push({ level: "info", details, message }),
      error: (details, message) => logged.push({ level: "error", details, message }),
    },
    readiness: async () => ({ ready: true, reasons: [] }),
    metrics: async () => "smallcaps_up 1\n",
    version: "0.1.0",
    ...overrides,
  };
  const running = await startConsole(deps, { port });
  return { ...running, port: Number(new URL(running.url).port), logged };
}

export const MENU: Page = {
  title: "What works now",
  sections: [
    {
      heading: "With the data at hand",
      lines: [
        "`ratecut` what happened after Fed cuts",
        "`performance` small against large, from a day to five years",
        "`valuation` forward P/E by four definitions",
        "`help ratecut` shows a topic's options, such as `cycle=first|all`",
      ],
    },
    { heading: "With more data", lines: ["`debt` needs constituents.csv in DATA_FOLDER"] },
  ],
};

/** A test double of the port: topics answer with the named examples, and a few commands go wrong on purpose. */
export function exampleAssistant(): Assistant {
  return { answer: async (commandLine) => answerOf(commandLine) };
}

function answerOf(commandLine: string): Answer {
  const [topic = ""] = commandLine.split(" ");
  if (topic === "help") return { kind: "page", private: true, dataMode: "live", page: MENU };
  if (topic === "boom") throw new RangeError("secret detail of a bug");
  if (topic in EXAMPLE_BRIEFINGS) {
    const briefing = EXAMPLE_BRIEFINGS[topic as keyof typeof EXAMPLE_BRIEFINGS];
    return { kind: "briefing", private: false, dataMode: briefing.dataMode, briefing };
  }
  throw new BriefingError("bad_command", `There is no topic "${topic}".`, "Did you mean `ratecut`?");
}

/** A real picture of the right shape, the same for every chart: what charts look like is not tested here. */
export function plainDrawer(): ChartDrawer {
  return {
    draw: async ({ spec: { id, alt } }) => ({ id, alt, width: 1200, height: 675, png: bars() }),
    close: async () => {},
  };
}

let picture: Uint8Array | undefined;

function bars(): Uint8Array {
  const rects = [7, 12, 9, 15, 11].map(
    (height, i) =>
      `<rect x="${150 + i * 190}" y="${560 - height * 20}" width="90" height="${height * 20}" fill="#14315c"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="675"><rect width="1200" height="675" fill="#fff"/>${rects.join("")}</svg>`;
  picture ??= new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
  return picture;
}
