import type { Briefing, Page } from "../../briefing/briefing.ts";
import {
  type ClientCopy,
  type ClientRefusal,
  clientLines,
  licenceReminder,
} from "../../briefing/client-copy.ts";
import { FIGURE_KEY } from "../../briefing/figure.ts";
import { formatDate } from "../../briefing/format.ts";
import { sourceLine } from "../../briefing/frame.ts";
import { cleanLine, clip } from "../../briefing/plain-text.ts";
import { escapeCard } from "./escape.ts";
import { type ChartPlace, type Json, type TeamsMessage, VERBS } from "./message.ts";
import { submitAction } from "./render-actions.ts";
import { imageElement, urlOf } from "./render-body.ts";
import {
  codeBlock,
  codeLine,
  dealOut,
  HEADING,
  headline,
  subtle,
  textBlock,
  textBlocks,
} from "./render-parts.ts";

/** Help, sources, the menu, where one number comes from: headings and lines; what stands in backticks is code to type. */
export function renderPage(page: Page): TeamsMessage {
  const { title, sections, pair = "", asOf } = page;
  const elements = sections.flatMap(({ heading, lines }) => {
    const prefix = /^caveats$/i.test(heading) ? "⚠ " : "";
    const name = clip(cleanLine(heading), 200);
    const top = name === "" ? [] : [FIGURE_KEY.test(name) ? codeBlock(name, KEY) : textBlock(name, HEADING)];
    return [...top, ...lines.flatMap((line) => pageLines(line, prefix))];
  });
  const about = [pair, ...(asOf === undefined ? [] : [`as of ${formatDate(asOf)}`])].filter(
    (part) => part !== "",
  );
  const first = sections.flatMap(({ lines }) => lines).slice(0, 3);
  return dealOut(summary([title, ...first]), [
    ...headline(title),
    ...subtle(about.length > 0 ? [about.join(" · ")] : []),
    ...elements,
  ]);
}

const KEY = { isSubtle: true };

/** A line of a page may hold a line break: what follows it explains the first part. */
function pageLines(line: string, prefix: string): readonly Json[] {
  const [first = "", ...others] = line.split("\n");
  return [
    ...codeLine(first, prefix).map((block) => ({ ...block, spacing: "Small" })),
    ...others.flatMap((other) => codeLine(other).map((block) => ({ ...block, spacing: "None" }))),
  ];
}

function summary(lines: readonly string[]): string {
  const said = lines
    .map((line) => escapeCard(clip(cleanLine(line.replaceAll("`", "")), 200)))
    .filter((line) => line !== "");
  return said.length > 0 ? said.join("\n") : "smallcaps";
}

/** What went wrong and what to do about it. */
export function renderProblem({
  message,
  hint,
}: {
  readonly message: string;
  readonly hint: string;
}): TeamsMessage {
  const said = clip(cleanLine(message), 1_000);
  const opening = said.charAt(0).toUpperCase() + said.slice(1);
  return dealOut(summary([opening, hint]), [
    ...codeLine(opening),
    ...(hint === "" ? [] : codeLine(`→ ${clip(cleanLine(hint), 1_500)}`)),
  ]);
}

/** One line, such as a receipt. */
export function renderNote(text: string): TeamsMessage {
  return dealOut(summary([text]), codeLine(text));
}

/** Chart, one paragraph, discrete periods, disclosures: ready to be passed on, with the picture to fetch; or why not. */
export function renderClientCopy(
  copy: ClientCopy | ClientRefusal,
  chart?: { readonly place: ChartPlace; readonly alt: string },
  picture?: FetchedFile,
): TeamsMessage {
  if ("refused" in copy) return renderProblem({ message: copy.refused, hint: copy.hint });
  const image =
    chart && (chart.place.kind === "url" || chart.place.kind === "data")
      ? [imageElement(urlOf(chart.place), chart.alt)]
      : [];
  const elements = [
    ...headline(copy.title),
    ...image,
    ...clientLines(copy).flatMap((line, i) => textBlocks(line, { spacing: i === 0 ? "Medium" : "Small" })),
    ...subtle([licenceReminder(copy), ...(picture ? [FETCHING] : [])]),
  ];
  return dealOut(summary(["Copy for client", copy.title]), elements, picture ? [fetchAction(picture)] : []);
}

/** A file behind a signed address. */
export interface FetchedFile {
  readonly name: string;
  /** "84 kB" */
  readonly size: string;
  readonly url: string;
}

const FETCHING =
  "A file's address works for an hour, for whoever has it: pass on the file, never the address.";

function fetchAction({ name, size, url }: FetchedFile): Json {
  return { type: "Action.OpenUrl", title: clip(`${name}, ${size}`, 60), url };
}

/** Files to fetch, with what must stand beside the figures in them. */
export function renderFiles(
  { headline: found, caveats, sources }: Briefing,
  files: readonly FetchedFile[],
): TeamsMessage {
  const title = `Files: ${found}`;
  return dealOut(
    summary([title, ...files.map(({ name, size }) => `${name}, ${size}`)]),
    [
      ...headline(title),
      ...subtle([FETCHING]),
      ...caveats.flatMap((caveat, i) => textBlocks(`⚠ ${caveat}`, { spacing: i === 0 ? "Medium" : "Small" })),
      ...subtle([sourceLine(sources)]),
    ],
    files.slice(0, MOST_FILES).map(fetchAction),
  );
}

/** No topic has as many charts, and no client shows more buttons. */
const MOST_FILES = 6;

export interface Welcome {
  readonly where: "personal" | "team" | "groupChat";
  /** The data at hand, in words. */
  readonly dataLines: readonly string[];
  /** What works now. */
  readonly commands: readonly { readonly command: string; readonly what: string }[];
}

const HOW: Readonly<Record<Welcome["where"], string>> = {
  personal: "Type a question here, or press a button.",
  team: "Mention me in any channel of this team, with a question after my name.",
  groupChat: "Mention me in this chat, with a question after my name.",
};
const BUTTONS = 4;

/** The first words where the app was added: what it does, on which data, what works now. */
export function renderWelcome({ where, dataLines, commands }: Welcome): TeamsMessage {
  const title = "US small-caps against large-caps: figures, a chart, and the caveats";
  const actions = commands
    .slice(0, BUTTONS)
    .map(({ command }) => submitAction(clip(cleanLine(command), 40), { verb: VERBS.again, command }));
  const elements = [
    ...headline(title),
    ...textBlocks(HOW[where]),
    ...commands.flatMap(({ command, what }) => codeLine(`\`${command.replaceAll("`", "")}\`: ${what}`)),
    ...subtle(dataLines),
  ];
  return dealOut(summary([title, HOW[where], ...dataLines.slice(0, 1)]), elements, actions);
}
