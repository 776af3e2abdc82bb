import type { Page } from "../../briefing/briefing.ts";
import {
  type ClientCopy,
  type ClientRefusal,
  clientLines,
  licenceReminder,
} from "../../briefing/client-copy.ts";
import { FIGURE_KEY } from "../../briefing/figure.ts";
import { formatDate } from "../../briefing/format.ts";
import { cleanLine, clip, codeSpan, escapeMrkdwn } from "./escape.ts";
import type { SlackBlock } from "./message.ts";
import {
  dealOut,
  headline,
  mrkdwnLines,
  mrkdwnSections,
  plainContext,
  plainSections,
  type Rendered,
} from "./render-parts.ts";
import { sampleMark } from "./render-summary.ts";

/** Help, sources, the menu: headings and lines; what stands in backticks is code to type. */
export function renderPage(page: Page): Rendered {
  return renderSections(page, "• ");
}

/** Where one number comes from; its caveats are as plain as those of an answer. */
export function renderExplanation(page: Page): Rendered {
  return renderSections(page, "");
}

function renderSections(page: Page, bullet: string): Rendered {
  const { title, sections, pair = "", asOf, dataMode } = page;
  const blocks = sections.flatMap(({ heading, lines }) => {
    const prefix = /^caveats$/i.test(heading) ? "⚠ " : bullet;
    const name = clip(cleanLine(heading), 200);
    const top = name === "" ? [] : [FIGURE_KEY.test(name) ? codeSpan(name) : `*${escapeMrkdwn(name)}*`];
    return mrkdwnSections([...top, ...lines.flatMap((line) => pageLines(line, prefix))]);
  });
  const first = sections.flatMap(({ lines }) => lines).slice(0, 3);
  const about = [pair, ...(asOf === undefined ? [] : [`as of ${formatDate(asOf)}`])].filter(
    (part) => part !== "",
  );
  const mark = sampleMark(dataMode);
  const head = [...mrkdwnSections(mark), headline(title), ...plainContext([about.join(" · ")])];
  return dealOut([...mark, summary([title, ...first])].join("\n"), [...head, ...blocks]);
}

/** A line of a page may hold a line break: what follows it explains the first part. */
function pageLines(line: string, prefix: string): readonly string[] {
  const [first = "", ...others] = line.split("\n");
  return [
    ...mrkdwnLines(first, prefix),
    ...others.flatMap((other) => mrkdwnLines(other, prefix === "" ? "" : "    ")),
  ];
}

function summary(lines: readonly string[]): string {
  return lines
    .map((line) => escapeMrkdwn(clip(cleanLine(line.replaceAll("`", "")), 200)))
    .filter((line) => line !== "")
    .join("\n");
}

/** What went wrong and what to do about it. */
export function renderProblem({
  message,
  hint,
}: {
  readonly message: string;
  readonly hint: string;
}): Rendered {
  const said = clip(cleanLine(message), 1_000);
  const lines = [
    ...mrkdwnLines(said.charAt(0).toUpperCase() + said.slice(1)),
    ...(hint === "" ? [] : mrkdwnLines(`→ ${clip(cleanLine(hint), 1_500)}`)),
  ];
  return dealOut(summary([said, hint]), mrkdwnSections(lines));
}

/** One line, such as a receipt. */
export function renderNote(text: string): Rendered {
  return dealOut(summary([text]), mrkdwnSections(mrkdwnLines(text)));
}

/** One paragraph, discrete periods, disclosures: ready to be pasted; or why not. */
export function renderClientCopy(copy: ClientCopy | ClientRefusal): Rendered {
  if ("refused" in copy) return renderProblem({ message: copy.refused, hint: copy.hint });
  const blocks: readonly SlackBlock[] = [
    headline(copy.title),
    ...plainSections(clientLines(copy)),
    ...plainContext([licenceReminder(copy)]),
  ];
  return dealOut(summary(["Copy for client", copy.title]), blocks);
}
