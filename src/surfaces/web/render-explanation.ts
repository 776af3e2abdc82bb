import type { Figure, Source, Unit } from "../../briefing/figure.ts";
import { formatDate, formatFigure, formatNumber } from "../../briefing/format.ts";
import { isAbsent } from "../../briefing/value.ts";
import { type Html, html } from "./html.ts";

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  pp: "percentage points",
  "%": "percent",
  x: "multiple",
  count: "count",
  number: "number",
  months: "months",
  rank: "rank",
  ratio: "ratio",
  index: "index points",
  p: "probability",
  bp: "basis points",
  level: "level of the indicator",
  verdict: "verdict (1 holds, 2 fails, 3 depends on definition, 4 opinion)",
  phase: "phase (1 recovery, 2 expansion, 3 slowdown, 4 contraction)",
  percentile: "percentile",
  "USD bn": "billions of dollars",
};

/** Every figure with its definition, as-of date, n, source and unrounded value: a posted number can be explained. */
export function renderExplanation(figures: readonly Figure[], key: string): Html {
  return html`<details class="explain">
<summary>Explain the figures <span class="count">(${formatNumber(figures.length, 0)})</span></summary>
<div class="scroll" role="region" aria-label="Every figure explained" tabindex="0">
<table id="x-${key}">
<thead><tr><th scope="col">Figure</th><th scope="col">Value</th><th scope="col">Unrounded</th><th scope="col">n</th><th scope="col">As of</th><th scope="col">Definition and source</th></tr></thead>
<tbody>${figures.map(renderRow)}
</tbody>
</table>
</div>
</details>`;
}

function renderRow(figure: Figure): Html {
  return html`
<tr><th scope="row"><bdi>${figure.label}</bdi> <code class="key">${breakable(figure.key)}</code></th>
<td>${formatFigure(figure)}</td>
<td>${renderUnrounded(figure)}</td>
<td>${figure.n !== undefined && formatNumber(figure.n, 0)}</td>
<td>${formatDate(figure.asOf)}</td>
<td class="words" dir="auto">${figure.definition}${isAbsent(figure.value) && html` <em>${figure.value.note}</em>`}${figure.sources.map(renderOrigin)}</td></tr>`;
}

/** Long keys may break after their dots. */
function breakable(key: string): readonly Html[] {
  return key.split(/(?<=\.)/).map((part) => html`${part}<wbr>`);
}

/** As the computer writes it, so that it can be pasted into a spreadsheet. */
function renderUnrounded({ value, unit }: Figure): Html {
  if (isAbsent(value)) return html`<span class="absent">none</span>`;
  return html`<data value="${value}">${value}</data> <small>${UNIT_WORDS[unit]}</small>`;
}

function renderOrigin(source: Source): Html {
  return html`<span class="origin"><bdi>${source.provider}</bdi>, <bdi>${source.dataset}</bdi> <code title="SHA-256 of the bytes read">${source.contentHash.slice(0, 12)}</code></span>`;
}
