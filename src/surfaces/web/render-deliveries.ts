import { formatDate } from "../../briefing/format.ts";
import type { Delivery, DeliveryState } from "../../storage/port.ts";
import type { DeliveriesView } from "./deps.ts";
import { type Html, html } from "./html.ts";

/** A sign and a word: colour alone says nothing. */
const STATES: Readonly<Record<DeliveryState, readonly [sign: string, word: string]>> = {
  claimed: ["…", "under way"],
  posting: ["…", "being posted"],
  posted: ["✓", "posted"],
  reconciled: ["✓", "posted, found afterwards"],
  unknown: ["?", "unknown whether it arrived"],
  failed: ["✕", "failed"],
  missed: ["–", "missed"],
};
const NAMES = Object.keys(STATES) as readonly DeliveryState[];

/** What is posted by itself: how it went, and what comes next. "unreadable": the database does not say. */
export function renderDeliveries(view: DeliveriesView | "unreadable"): Html {
  return html`<section class="answer deliveries" id="deliveries" aria-labelledby="deliveries-title">
<h2 id="deliveries-title">Deliveries</h2>
${view === "unreadable" ? UNREADABLE : renderView(view)}
</section>`;
}

const UNREADABLE = html`<p class="amiss">The database does not answer now, so nothing is known of deliveries. <code>admin -- doctor</code> says more.</p>`;

function renderView(view: DeliveriesView): Html {
  const { counts, deliveries, stopped } = view;
  const some = NAMES.filter((state) => counts[state] > 0);
  return html`${stopped.map((words) => html`<p class="amiss" role="note" dir="auto"><strong>Posting is stopped.</strong> ${words}</p>`)}
<ul class="counts" aria-label="In the last week">${
    some.length === 0
      ? html`<li>None in the last week</li>`
      : some.map((state) => html`<li>${counts[state]} ${renderState(state)}</li>`)
  }</ul>
<details><summary>Next runs</summary>${renderSchedules(view)}</details>
<details><summary>Last ${deliveries.length === 1 ? "delivery" : `${deliveries.length} deliveries`}</summary>${renderHistory(deliveries)}</details>`;
}

function renderState(state: DeliveryState): Html {
  const [sign, word] = STATES[state];
  return html`<span class="state ${state}"><span class="sign" aria-hidden="true">${sign}</span> ${word}</span>`;
}

function renderSchedules({ schedules, moreSchedules }: DeliveriesView): Html {
  if (schedules.length === 0)
    return html`<p>No schedules: <code>schedule add</code> in a channel begins one.</p>`;
  return html`<ul class="schedules">${schedules.map(
    ({ id, platform, workspace, channel, state, note, rule, next }) => html`<li>
<p><strong dir="auto">${rule}</strong></p>
<p class="place">${id} <span aria-hidden="true">·</span> ${platform} <bdi>${workspace}</bdi> <bdi>${channel}</bdi></p>
${
  state === "active"
    ? html`<ol>${next.map((at) => html`<li>${renderTime(at)}</li>`)}</ol>`
    : html`<p class="amiss">${state}${note !== null && html`: <span dir="auto">${note}</span>`}</p>`
}
</li>`,
  )}</ul>
${moreSchedules > 0 && html`<p>${moreSchedules} more: <code>admin -- schedules</code> lists all.</p>`}`;
}

function renderHistory(deliveries: readonly Delivery[]): Html {
  if (deliveries.length === 0) return html`<p>None yet.</p>`;
  return html`<div class="scroll" role="region" aria-label="Last deliveries" tabindex="0">
<table class="history">
<thead><tr><th scope="col">Due</th><th scope="col">State</th><th scope="col">Where</th><th scope="col">Reason</th></tr></thead>
<tbody>${deliveries.map(
    (each) => html`<tr>
<th scope="row">${renderTime(each.scheduledAt)}</th>
<td>${renderState(each.state)}${each.postedAt !== null && html`<br><small>${renderTime(each.postedAt)}</small>`}</td>
<td>${each.platform} <bdi>${each.channel}</bdi><br><small><bdi>${each.slot}</bdi></small></td>
<td dir="auto">${each.reason ?? ""}</td>
</tr>`,
  )}</tbody>
</table>
</div>`;
}

/** In UTC; the script adds the reader's own clock. */
function renderTime(iso: string): Html {
  return html`<time datetime="${iso}" data-instant>${formatDate(iso)}</time>`;
}
