import type { Briefing } from "../../briefing/briefing.ts";
import {
  type ClientCopy,
  type ClientRefusal,
  clientLines,
  licenceReminder,
} from "../../briefing/client-copy.ts";
import { sourceLine } from "../../briefing/frame.ts";
import { type Html, html } from "./html.ts";

export interface LinkedFile {
  readonly name: string;
  /** "84 kB" */
  readonly size: string;
  readonly url: string;
}

/** What `export` answers: the files, and what must stand beside the figures in them. */
export function renderFiles(briefing: Briefing, files: readonly LinkedFile[], key: string): Html {
  const { headline, caveats, sources } = briefing;
  return html`<article class="answer files" aria-labelledby="h-${key}">
<h2 id="h-${key}" tabindex="-1" dir="auto">Files: ${headline}</h2>
<ul class="lines">${files.map(({ name, size, url }) => html`<li><a href="${url}" download="${name}">${name}</a> <small>${size}</small></li>`)}</ul>
<section class="caveats" aria-labelledby="c-${key}">
<h3 id="c-${key}">Caveats</h3>
<ul>${caveats.map((caveat) => html`<li dir="auto">${caveat}</li>`)}</ul>
</section>
<p class="hint" dir="auto"><small>${sourceLine(sources)}</small></p>
</article>`;
}

/** A text to paste and a picture to forward; or why not. */
export function renderClientCopy(copy: ClientCopy | ClientRefusal, pictureUrl: string, key: string): Html {
  return html`<details class="explain client">
<summary>Copy for client</summary>
${"refused" in copy ? html`<p dir="auto">${copy.refused} ${copy.hint}</p>` : clientText(copy, pictureUrl, key)}
</details>`;
}

function clientText(copy: ClientCopy, pictureUrl: string, key: string): Html {
  return html`<div id="k-${key}" class="client-text">${clientLines(copy).map((line) => html`<p dir="auto">${line}</p>`)}</div>
<p class="chart-links"><button type="button" data-copy="k-${key}">Copy the text</button> <a href="${pictureUrl}" download>Download the picture (PNG)</a></p>
<p class="hint" dir="auto"><small>${licenceReminder(copy)}</small></p>`;
}
