import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { frameOf } from "../../src/briefing/frame.ts";
import { createChartDrawer } from "../../src/charts/drawer.ts";
import { launchChromium } from "./chromium.ts";

export interface Look {
  readonly width: number;
  readonly dark: boolean;
}

/** What a reader of the card meets. */
export interface Drawn {
  readonly faults: readonly string[];
  readonly text: string;
  readonly images: readonly { readonly alt: string; readonly width: number }[];
  readonly cells: readonly string[];
  readonly buttons: readonly string[];
  /** Elements that stand out of the card on the right, by their text. */
  readonly overflowing: readonly string[];
  /** Numbers of a table that stand on two lines. */
  readonly brokenNumbers: readonly string[];
}

export interface CardPrinter {
  draw(card: unknown, look: Look, file?: string): Promise<Drawn>;
  close(): Promise<void>;
}

/** Draws cards with Microsoft's own library, in the sizes and colours of Teams, for people to look at and tests to read. */
export async function createCardPrinter(): Promise<CardPrinter> {
  const [browser, script] = await Promise.all([launchChromium(), bundle()]);
  return {
    draw: async (card, look, file) => {
      const page = await browser.newPage({
        viewport: { width: look.width, height: 400 },
        deviceScaleFactor: 1.5,
      });
      try {
        await page.setContent(shell(look));
        await page.addScriptTag({ content: script });
        const host = JSON.stringify(hostConfig(look.dark));
        const faults = await page.evaluate<readonly string[]>(`renderCard(${JSON.stringify(card)}, ${host})`);
        await page.evaluate(
          "Promise.all([...document.images].map((image) => image.decode().catch(() => 0)))",
        );
        const drawn = { faults, ...(await reading(page)) };
        if (file !== undefined) await page.screenshot({ path: file, fullPage: true });
        return drawn;
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}

/** What the page shows, read in the page. */
async function reading(page: Page): Promise<Omit<Drawn, "faults">> {
  return page.evaluate<Omit<Drawn, "faults">>(`(() => {
    const root = document.getElementById("root");
    const all = (selector) => [...root.querySelectorAll(selector)];
    const edge = root.getBoundingClientRect().right + 0.5;
    const outside = (each) => each.getBoundingClientRect().right > edge || each.scrollWidth > each.clientWidth + 1;
    return {
      text: root.textContent,
      images: all("img").map((each) => ({ alt: each.alt, width: each.getBoundingClientRect().width })),
      cells: all("[role=cell], [role=columnheader]").map((each) => each.textContent),
      buttons: all("[role=button], button").map((each) => each.getAttribute("aria-label") || each.textContent),
      brokenNumbers: all("[role=cell] .ac-textBlock").filter((each) => /^[+\\u2212]?[\\d.,]+(%|x)?$/.test(each.textContent) && each.getBoundingClientRect().height > 30).map((each) => each.textContent),
      overflowing: all(".ac-textBlock, .ac-richTextBlock, img, table, button").filter(outside).map((each) => each.textContent || each.tagName),
    };
  })()`);
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./teams-picture-entry.js", import.meta.url))],
    bundle: true,
    write: false,
    outdir: "out",
    // The library calls itself free of side effects, yet its Table registers itself by one.
    ignoreAnnotations: true,
  });
  return outputFiles[0]?.text ?? "";
}

/** A briefing's first chart as Teams gets it, as a data URI. */
export async function cardChart(briefing: Briefing): Promise<string | null> {
  const [spec] = briefing.charts;
  if (!spec) return null;
  const drawer = createChartDrawer();
  try {
    const { png } = await drawer.draw({ spec, frame: frameOf(briefing, spec) }, "card");
    return `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  } finally {
    await drawer.close();
  }
}

const COLOURS = {
  light: {
    text: "#242424",
    subtle: "#616161",
    back: "#ffffff",
    page: "#f5f5f5",
    line: "#d1d1d1",
    warn: "#8a6100",
  },
  dark: {
    text: "#ffffff",
    subtle: "#adadad",
    back: "#292929",
    page: "#1f1f1f",
    line: "#525252",
    warn: "#f2c661",
  },
} as const;

function shell({ dark }: Look): string {
  const { text, back, page, line } = COLOURS[dark ? "dark" : "light"];
  return `<style>
    body{margin:0;padding:8px;background:${page};font-family:'Segoe UI','Open Sans','Liberation Sans',sans-serif;color:${text}}
    #root{background:${back};border:1px solid ${line};border-radius:6px;overflow:hidden}
    .ac-pushButton{font:600 14px 'Segoe UI','Liberation Sans',sans-serif;background:${back};color:${text};border:1px solid ${line};border-radius:4px;padding:6px 12px;margin:0 0 6px}
    .ac-actionSet{flex-wrap:wrap}
    .ac-multichoiceInput{width:100%;padding:6px;background:${back};color:${text};border:1px solid ${line}}
  </style><div id=root></div>`;
}

/** Sizes and spaces as Teams', colours as its themes'. */
function hostConfig(dark: boolean): unknown {
  const { text, subtle, warn, line, back } = COLOURS[dark ? "dark" : "light"];
  const colour = (main: string) => ({ default: main, subtle });
  const style = {
    backgroundColor: back,
    foregroundColors: { default: colour(text), warning: { default: warn, subtle: warn } },
  };
  const fontSizes = { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 };
  const fontWeights = { lighter: 200, default: 400, bolder: 600 };
  return {
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    fontTypes: {
      default: { fontFamily: "'Segoe UI','Open Sans','Liberation Sans',sans-serif", fontSizes, fontWeights },
      monospace: { fontFamily: "'Courier New','Liberation Mono',monospace", fontSizes, fontWeights },
    },
    containerStyles: { default: style, emphasis: style },
    actions: {
      maxActions: 6,
      spacing: "default",
      buttonSpacing: 8,
      showCard: { actionMode: "inline", inlineTopMargin: 16, style: "emphasis" },
      actionsOrientation: "horizontal",
      actionAlignment: "left",
    },
  };
}
