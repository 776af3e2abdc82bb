import { type Check, ok, warning } from "../briefing/check.ts";
import { formatDate } from "../briefing/format.ts";
import type { Config } from "../config.ts";
import { openQuarantine } from "../data/kept/quarantine.ts";
import { openSample } from "../data/sample/sample.ts";
import { spelt } from "../market/datasets.ts";
import type { MarketData, SourceCard } from "../market/port.ts";
import { assistantOver, chosenMode } from "./market.ts";
import { err, out } from "./program.ts";
import { faultLines } from "./pull.ts";
import { liveMarket, quarantineDir } from "./sources.ts";

/** Each source with its state, the datasets as they are, and what was refused. */
export async function showSources(config: Config, options: readonly string[]): Promise<number> {
  const { renderPageText } = await import("../surfaces/terminal/render.ts");
  const mode = await chosenMode(config);
  const market = mode === "sample" ? openSample() : await liveMarket(config);
  const assistant = await assistantOver(market, mode === "sample" ? "newest" : "today", config);
  const answer = await assistant.answer("sources", { progress: (message) => err(`${message}\n`) });
  if (answer.kind !== "page") throw new TypeError("sources answers with a page");
  const refused = await openQuarantine(quarantineDir(config)).list();
  if (options.includes("--json")) {
    const cards = (await market.cards?.()) ?? [];
    out(`${JSON.stringify({ ...answer.page, cards, refused }, null, 2)}\n`);
    return 0;
  }
  const lines = refused.map(
    ({ source, name, reason, at, sha256 }) =>
      `${source} ${name}, ${formatDate(at)}: ${reason}${sha256 === null ? "" : ` (kept as ${source}-${name}.body)`}`,
  );
  const heading = `Refused answers, in ${quarantineDir(config)}`;
  const sections = [...answer.page.sections, ...(lines.length > 0 ? [{ heading, lines }] : [])];
  out(renderPageText({ ...answer.page, sections }));
  return 0;
}

/** Gets everything anew that is not at hand. 0: all came; 3: some did not. */
export async function pullSources(config: Config): Promise<number> {
  const market = await liveMarket(config);
  const pulled = (await market.pull?.((message) => err(`${message}\n`))) ?? [];
  for (const { id, dataset, source } of pulled)
    if (source)
      out(
        `${id}: ${spelt(dataset)} to ${formatDate(source.asOf)}, content ${source.contentHash.slice(0, 12)}\n`,
      );
  const faults = faultLines(pulled);
  for (const line of faults) err(`${line}\n`);
  if (faults.length > 0) err("What came is kept: the next pull asks for the rest.\n");
  return faults.length > 0 ? 3 : 0;
}

/** Whose terms to look at before the first post, and what a key would add. */
export async function checkSources(market: MarketData): Promise<readonly Check[]> {
  const cards = (await market.cards?.()) ?? [];
  return cards.map(checkCard);
}

function checkCard({ id, provider, key, setting, terms, provides }: SourceCard): Check {
  const name = `Source: ${id}`;
  if (key === "missing") return ok(name, `${provider}: not asked, ${setting} is not set`);
  const has = `${provider}: ${provides.map(spelt).join(", ") || "nothing yet"}`;
  return terms === null
    ? ok(name, has)
    : warning(name, `${has}; ${terms}`, "settle it before the first post");
}
