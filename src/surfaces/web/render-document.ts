import type { Page } from "../../briefing/briefing.ts";
import { type Html, html } from "./html.ts";
import { MAX_CHIPS } from "./limits.ts";
import type { LoadState } from "./load-job.ts";
import { commandLink, commandsOf } from "./render-page.ts";

export interface DocumentView {
  readonly title: string;
  readonly mode: "sample" | "live";
  readonly firm: { readonly name: string; readonly disclaimer: string };
  readonly version: string;
  /** Null where there is nothing to load, or nothing left to load. */
  readonly load: LoadState | null;
  readonly menu: Page | null;
  /** Null where nothing is posted by itself. */
  readonly deliveries: Html | null;
  /** The first entries of the log. */
  readonly turns: readonly Html[];
  /** Filled in, not run. */
  readonly command: string;
}

/** The whole page. Without a script it works by plain links and forms. */
export function renderDocument(view: DocumentView): Html {
  return html`${DOCTYPE}
<html lang="en">
<head>
<meta charset="utf-8">
<title>${view.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${view.load?.phase === "running" && html`<noscript><meta http-equiv="refresh" content="2"></noscript>`}
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/console.css">
<script src="/assets/console.js" type="module"></script>
</head>
<body>
<a class="skip" href="#command">Skip to the command field</a>
${renderHeader(view)}
<main>
<h1 class="visually-hidden">US small-cap market briefings</h1>
${view.load !== null && renderLoadPanel(view.load)}
<section id="log" class="log" role="log" aria-live="polite" aria-label="Answers">
${view.turns}
</section>
${view.deliveries}
</main>
${renderComposer(view)}
</body>
</html>
`;
}

const DOCTYPE = html`<!doctype html>`;

function renderHeader({ mode, firm, version }: DocumentView): Html {
  return html`<header class="masthead">
<a class="brand" href="/"><img src="/assets/icon.svg" width="28" height="28" alt="">smallcaps</a>
<p class="firm" dir="auto">${firm.name}</p>
<p class="mode ${mode}">${mode === "sample" ? "Sample data" : "Live data"}</p>
<p class="version">Version ${version} <span aria-hidden="true">·</span> on this machine only</p>
</header>`;
}

function renderLoadPanel(load: LoadState): Html {
  const busy = load.phase === "running";
  return html`<section class="load" id="load" data-phase="${load.phase}" aria-labelledby="load-title">
<h2 id="load-title">${load.phase === "done" ? "Real public data are loaded" : "You are looking at sample data"}</h2>
${
  load.phase !== "done" &&
  html`<p>Invented indices and numbers. The real ones, US size portfolios and factors by month from the Kenneth R. French Data Library, are one download away.</p>
<form method="post" action="/data/load"><button id="load-button" type="submit"${busy && html` aria-disabled="true"`}>${load.phase === "failed" ? "Try again" : "Load real public data"} <span>(stays on this machine)</span></button></form>`
}
<div id="load-status" class="load-status" role="status">${loadMessage(load)}</div>
<progress id="load-progress" max="100" aria-label="Download"${!busy && html` hidden`}></progress>
</section>`;
}

function loadMessage(load: LoadState): Html | string {
  if (load.phase === "running") return load.message;
  if (load.phase === "failed")
    return html`<strong dir="auto">${load.message}</strong> <span dir="auto">${load.hint}</span>`;
  return load.phase === "done" ? "Answers now come from the Kenneth R. French Data Library." : "";
}

function renderComposer({ menu, command }: DocumentView): Html {
  // The case leads the page, and its own commands are few.
  const others = menu?.sections.filter(({ heading }) => heading !== "The case") ?? [];
  const chips = menu === null ? [] : commandsOf({ ...menu, sections: others }).slice(0, MAX_CHIPS);
  return html`<div class="composer">
${chips.length > 0 && html`<nav class="chips" aria-label="Example commands"><ul>${chips.map((chip) => html`<li>${commandLink(chip)}</li>`)}</ul></nav>`}
<form id="ask" method="get" action="/">
<label for="command" class="visually-hidden">Command</label>
<input id="command" name="q" type="text" value="${command}" placeholder="Type a command, e.g. help" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="send" aria-describedby="keys">
<button type="submit">Ask</button>
</form>
<p id="keys" class="keys"><kbd>Enter</kbd> asks, <kbd>↑</kbd> brings back earlier commands</p>
<p id="status" class="status" role="status"></p>
</div>`;
}
