import type { Check } from "../../briefing/check.ts";

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
