import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { frameOf } from "../../src/briefing/frame.ts";
import { createChartDrawer } from "../../src/charts/drawer.ts";
import { escapeMrkdwn } from "../../src/surfaces/slack/escape.ts";
import type { SlackBlock, SlackMessage } from "../../src/surfaces/slack/message.ts";
import { launchChromium } from "./chromium.ts";

/**
 * Draws messages as Slack would, for people to look at, and gives the texts that are seen. What the drawing library does not know (Slack's own charts,
 * feedback) is shown as a note instead of being dropped in silence.
 */
export async function drawMessages(
  messages: Readonly<Record<string, { message: SlackMessage; width?: number }>>,
  folder: string | null,
): Promise<Readonly<Record<string, string>>> {
  const { js, css } = await bundle();
  const browser = await launchChromium();
  const texts: Record<string, string> = {};
  try {
    for (const [name, { message, width = 720 }] of Object.entries(messages)) {
      const page = await browser.newPage({ viewport: { width, height: 400 }, deviceScaleFactor: 1.5 });
      page.on("pageerror", (error) => console.log(name, "PAGE ERROR", error.message));
      await page.setContent(
        `<style>${css} body{margin:12px;font-family:Lato,Liberation Sans,sans-serif}</style><div id=root></div>`,
      );
      await page.addScriptTag({ content: js });
      await page.evaluate(`window.renderSlack(${JSON.stringify(message.blocks.map(drawable))})`);
      await page.waitForFunction("document.querySelector('#root').textContent !== ''");
      await page.evaluate("Promise.all([...document.images].map((image) => image.decode().catch(() => 0)))");
      texts[name] = (await page.textContent("#root")) ?? "";
      if (folder !== null) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
      await page.close();
    }
    return texts;
  } finally {
    await browser.close();
  }
}

/** A briefing's first chart, as the image_url of a message. */
export async function chartAsDataUri(briefing: Briefing): Promise<string | null> {
  const [spec] = briefing.charts;
  if (!spec) return null;
  const drawer = createChartDrawer();
  try {
    const { png } = await drawer.draw({ spec, frame: frameOf(briefing, spec) }, "slide");
    return `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  } finally {
    await drawer.close();
  }
}

async function bundle(): Promise<{ js: string; css: string }> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./slack-picture-entry.jsx", import.meta.url))],
    bundle: true,
    write: false,
    outdir: "out",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".css": "css" },
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return { js: textOf(".js"), css: textOf(".css") };
}

const UNDRAWN = new Set(["data_visualization", "context_actions"]);

/** The library takes `verbatim` for "no formatting" and parses plain_text; Slack does neither. */
function drawable(block: SlackBlock): SlackBlock {
  if (UNDRAWN.has(block.type)) {
    const shown =
      block.type === "context_actions" ? "[ Useful ] [ Not useful ]" : JSON.stringify(block).slice(0, 900);
    return { type: "section", text: { type: "plain_text", text: `(${block.type}) ${shown}` } } as SlackBlock;
  }
  if (block.type !== "section" && block.type !== "context") return block;
  return JSON.parse(JSON.stringify(block), (_key, value) => {
    if (value?.type === "mrkdwn") return { type: "mrkdwn", text: value.text };
    if (value?.type !== "plain_text" || block.type === "context") return value;
    return { type: "mrkdwn", text: value.text.split("\n").map(escapeMrkdwn).join("\n") };
  });
}
