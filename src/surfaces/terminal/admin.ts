import type { Check } from "../../briefing/check.ts";
import { formatDate } from "../../briefing/format.ts";
import type { Delivery } from "../../storage/port.ts";
import { drawTable, printable } from "./render.ts";

const SIGNS: Readonly<Record<Check["state"], string>> = {
  ok: "ok     ",
  warning: "warning",
  fault: "FAULT  ",
};

/** `doctor` as text: one line a check, the remedy below it. */
export function renderChecks(checks: readonly Check[]): string {
  const lines = checks.flatMap(({ name, state, detail, remedy }) => [
    `${SIGNS[state]}  ${name}: ${detail}`,
    ...(remedy === "" ? [] : [`         → ${remedy}`]),
  ]);
  return `${lines.join("\n")}\n`;
}

const HEAD = ["due", "posted", "state", "channel", "slot", "reason"];

/** `deliveries` as text: a table a day, in UTC, in the order given. */
export function renderDeliveries(deliveries: readonly Delivery[]): string {
  if (deliveries.length === 0) return "No deliveries.\n";
  const days = Map.groupBy(deliveries, ({ scheduledAt }) => scheduledAt.slice(0, 10));
  const blocks = [...days].map(
    ([day, of]) => `${formatDate(day)} (UTC)\n${drawTable(HEAD, of.map(rowOf), "words")}`,
  );
  return printable(`${blocks.join("\n\n")}\n`);
}

function rowOf({ scheduledAt, postedAt, state, platform, channel, slot, reason }: Delivery): string[] {
  const posted = postedAt === null ? "–" : postedAt.slice(11, 19);
  return [scheduledAt.slice(11, 16), posted, state, `${platform} ${channel}`, slot, reason ?? ""];
}
