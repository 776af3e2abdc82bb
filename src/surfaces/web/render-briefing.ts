import type { Briefing, Firm, Table } from "../../briefing/briefing.ts";
import type { ChartSpec } from "../../briefing/chart.ts";
import type { Figure, Source } from "../../briefing/figure.ts";
import { formatDate, formatFigure } from "../../briefing/format.ts";
import { firstForbidden, forbidsExport } from "../../briefing/licences.ts";
import { type Narrative, narrativeLabel } from "../../briefing/narrative.ts";
import { type Beside, besideLines } from "../../briefing/question.ts";
import { extentOf, retrievalOf } from "../../briefing/source-words.ts";
import { isAbsent } from "../../briefing/value.ts";
import { type Html, html } from "./html.ts";
import { renderExplanation } from "./render-explanation.ts";

/** The drawing's size in CSS pixels: a "slide" has twice as many. */
const SLIDE = { width: 1200, height: 675 } as const;

export interface BriefingContext extends Beside {
  /** Unique in the document, for ids: the same briefing may be asked for twice. */
  readonly key: string;
  /** The picture's address. */
  readonly chartUrl: (chart: ChartSpec) => string;
  /** The copy for clients; null where there is none. */
  readonly client?: Html | null;
}

/** Headline, charts, tables, notes, caveats, sources, explanation: looked at first, read later, all of it there. */
export function renderBriefing(briefing: Briefing, context: BriefingContext): Html {
  const figures = new Map(briefing.figures.map((figure) => [figure.key, figure]));
  const { key } = context;
  return html`<article class="answer briefing" aria-labelledby="h-${key}">
${briefing.dataMode === "sample" && SAMPLE_BANNER}
${briefing.hypothetical && HYPOTHETICAL_BANNER}
<header>
<p class="eyebrow"><bdi>${briefing.pair}</bdi> <span aria-hidden="true">·</span> as of <time datetime="${briefing.asOf}">${formatDate(briefing.asOf)}</time></p>
<h2 id="h-${key}" tabindex="-1" dir="auto">${briefing.headline}</h2>
<p class="subtitle" dir="auto">${briefing.subtitle}</p>
${besideLines(context).map((line) => html`<p class="subtitle ran" dir="auto">${line}</p>`)}
</header>
${briefing.narrative && renderNarrative(briefing.narrative)}
${briefing.charts.map((chart) => renderChart(chart, briefing, context))}
${briefing.tables.map((table, i) => renderTable(table, figures, `${key}-t${i}`))}
${briefing.notes.length > 0 && html`<ul class="notes">${briefing.notes.map((note) => html`<li dir="auto">${note}</li>`)}</ul>`}
<section class="caveats" aria-labelledby="c-${key}">
<h3 id="c-${key}">Caveats</h3>
<ul>${briefing.caveats.map((caveat) => html`<li dir="auto">${caveat}</li>`)}</ul>
</section>
${renderSources(briefing, key)}
${renderExplanation(briefing.figures, key)}
${context.client}
<footer class="provenance">
${renderFirm(briefing.firm)}
<p>Command <code><bdi>${briefing.command}</bdi></code> <span aria-hidden="true">·</span> receipt <code>${briefing.id}</code> <span aria-hidden="true">·</span> <a href="/?q=${encodeURIComponent(briefing.command)}">link to this answer</a></p>
</footer>
</article>`;
}

function renderNarrative(narrative: Narrative): Html {
  return html`<section class="narrative" aria-label="Summary">
<p dir="auto">${narrative.text}</p>
<p class="label"><small>${narrativeLabel(narrative)}</small></p>
</section>`;
}

function renderFirm({ name, disclaimer }: Firm): Html | false {
  if (name === "" && disclaimer === "") return false;
  return html`<p dir="auto">${name !== "" && html`<strong>${name}</strong> `}${disclaimer}</p>`;
}

const SAMPLE_BANNER = html`<p class="banner sample" role="note"><strong>SAMPLE DATA</strong> Invented indices and invented numbers, to show what an answer looks like.</p>`;
const HYPOTHETICAL_BANNER = html`<p class="banner hypothetical" role="note"><strong>HYPOTHETICAL</strong> Computed under an assumption that you made.</p>`;

function renderChart(chart: ChartSpec, briefing: Briefing, { chartUrl }: BriefingContext): Html {
  const url = chartUrl(chart);
  const barred = firstForbidden(chart.sources ?? briefing.sources, forbidsExport);
  return html`<figure class="chart">
<img src="${url}" width="${SLIDE.width}" height="${SLIDE.height}" alt="${chart.alt}">
<p class="chart-failed" hidden>The chart could not be drawn. What it shows, in words: ${chart.alt}</p>
<figcaption>
<p class="chart-words" dir="auto"><strong>${chart.title}</strong> ${chart.subtitle} <small>${chart.footnote}</small></p>
<p class="chart-links">${barred === null ? html`<a href="${url}" download="${chart.id}-${briefing.asOf}.png">Download chart (PNG)<span class="visually-hidden">: ${chart.title}</span></a>` : html`<small dir="auto">No download: ${barred}.</small>`}</p>
</figcaption>
</figure>`;
}

function renderTable(table: Table, figures: ReadonlyMap<string, Figure>, id: string): Html {
  const rows = table.rows.map((row) => ({
    label: row.label,
    cells: row.cells.map((cell) => need(figures, cell)),
  }));
  const reasons = rows.flatMap(reasonsOf);
  return html`<div class="figures">
<p class="table-title" id="${id}" dir="auto">${table.title}</p>
<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table aria-labelledby="${id}">
<thead><tr>${table.columns.map(renderHead)}</tr></thead>
<tbody>${rows.map(
    (row) => html`
<tr><th scope="row" dir="auto">${row.label}</th>${row.cells.map(renderCell)}</tr>`,
  )}
</tbody>
</table>
</div>
${reasons.length > 0 && html`<ul class="absences">${reasons.map(({ label, note }) => html`<li dir="auto"><b>${label}</b>: ${note}</li>`)}</ul>`}
</div>`;
}

/** Why cells of a row are empty: a reason that several share is said once, of the row. */
function reasonsOf(row: { readonly label: string; readonly cells: readonly Figure[] }) {
  const absent = row.cells.flatMap(({ label, value }) =>
    isAbsent(value) ? [{ label, note: value.note }] : [],
  );
  const byNote = Map.groupBy(absent, ({ note }) => note);
  return [...byNote].map(([note, [first, ...others]]) => ({
    label: others.length > 0 ? row.label : (first?.label ?? row.label),
    note,
  }));
}

/** The first column is the row labels'; its head is often empty, and an empty header would be read out as one. */
function renderHead(column: string): Html {
  return column === "" ? html`<td></td>` : html`<th scope="col" dir="auto">${column}</th>`;
}

function renderCell(figure: Figure): Html {
  return html`<td${isAbsent(figure.value) && html` class="absent"`}>${formatFigure(figure)}</td>`;
}

/** A table naming a figure that was not computed is a bug, and must not print as a blank. */
function need(figures: ReadonlyMap<string, Figure>, key: string): Figure {
  const figure = figures.get(key);
  if (figure === undefined)
    throw new TypeError(`a table names the figure "${key}", which is not in the briefing`);
  return figure;
}

function renderSources(briefing: Briefing, key: string): Html {
  return html`<section class="sources" aria-labelledby="s-${key}">
<h3 id="s-${key}">Sources</h3>
<ul>${briefing.sources.map(renderSource)}</ul>
<dl class="pair"><dt>Small</dt><dd dir="auto">${briefing.pairDetail.small}</dd><dt>Large</dt><dd dir="auto">${briefing.pairDetail.large}</dd></dl>
</section>`;
}

function renderSource(source: Source): Html {
  return html`<li><bdi>${source.provider}</bdi>, <bdi>${source.dataset}</bdi>, ${extentOf(source)}, ${retrievalOf(source)}. Licence: <bdi>${source.licence}</bdi>.${source.fallback !== undefined && html` <strong>Fallback: <bdi>${source.fallback}</bdi></strong>`}</li>`;
}
