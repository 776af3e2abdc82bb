import type { Page } from "../../briefing/briefing.ts";
import { type Html, html } from "./html.ts";
import type { Problem } from "./problem.ts";

const QUOTED = /`([^`\n]+)`/g;
/** `<topic>` or `cycle=first|all` describe a command; they are none. */
const PLACEHOLDER = /[<>[\]|…]|\.\.\./;

/** Text whose commands in `backticks` become links that run them. */
export function richText(text: string): readonly Html[] {
  const parts = text.split(QUOTED);
  return parts.map((part, i) => {
    if (i % 2 === 0) return html`${part}`;
    return PLACEHOLDER.test(part) ? html`<code>${part}</code>` : commandLink(part);
  });
}

export function commandLink(command: string): Html {
  return html`<a class="command" href="/?q=${encodeURIComponent(command)}" data-command="${command}"><code>${command}</code></a>`;
}

/** The commands of the first section that has any: help lists first what the data at hand can answer. */
export function commandsOf(page: Page): readonly string[] {
  for (const section of page.sections) {
    const quoted = section.lines.flatMap((line) => [...line.matchAll(QUOTED)].map((match) => match[1] ?? ""));
    const commands = [...new Set(quoted)].filter((command) => !PLACEHOLDER.test(command));
    if (commands.length > 0) return commands;
  }
  return [];
}

/** @param key unique in the document, for ids */
export function renderPage(page: Page, key: string): Html {
  const sections = page.sections.map(
    ({ heading, lines }) => html`<section>
<h3 dir="auto">${heading}</h3>
<ul class="lines">${lines.map((line) => html`<li dir="auto">${richText(line)}</li>`)}</ul>
</section>`,
  );
  return html`<article class="answer page" aria-labelledby="h-${key}">
<h2 id="h-${key}" tabindex="-1" dir="auto">${page.title}</h2>
${sections}
</article>`;
}

export function renderProblem(problem: Problem, key: string): Html {
  return html`<article class="answer problem" role="alert" aria-labelledby="h-${key}">
<h2 id="h-${key}" tabindex="-1">${problem.title}</h2>
<p dir="auto">${problem.message}</p>
<p class="hint" dir="auto">${richText(problem.hint)}</p>
</article>`;
}
