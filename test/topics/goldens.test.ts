import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { frameOf } from "../../src/briefing/frame.ts";
import { chartSvg } from "../../src/charts/svg.ts";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { renderLadder as slackLadder } from "../../src/surfaces/slack/render.ts";
import { renderLadder as teamsLadder } from "../../src/surfaces/teams/render.ts";
import { renderText } from "../../src/surfaces/terminal/render.ts";
import { topics } from "../../src/topics/index.ts";
import { normalised } from "../charts/svg-text.ts";
import { briefingOf, folderOf } from "../support/folder-assistant.ts";
import { faultsOf as slackFaults } from "../surfaces/slack/render/check-message.ts";
import { faultsOf as teamsFaults } from "../surfaces/teams/render/check-card.ts";

/** Of these three hand-made briefings are the goldens, in the surfaces' and the charts' folders. */
const BY_EXAMPLE = ["valuation", "ratecut", "performance"];

/** Dates are read, not drawn. */
const WITHOUT_CHARTS = ["calendar"];

/** UPDATE_GOLDEN=1 writes it; a mismatch writes the new one beside the old. */
function expectGolden(topic: string, file: string, text: string): void {
  const folder = new URL(`../golden/topics/${topic}/`, import.meta.url);
  const [golden, actual] = [new URL(file, folder), new URL(`actual.${file}`, folder)];
  mkdirSync(folder, { recursive: true });
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(golden, text);
  const wanted = existsSync(golden) ? readFileSync(golden, "utf8") : "";
  if (wanted === text) rmSync(actual, { force: true });
  else writeFileSync(actual, text);
  expect(text === wanted, `compare test/golden/topics/${topic}/${file} with actual.${file}`).toBe(true);
}

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

let folder: string;
beforeAll(async () => {
  const sample = sampleDatasets();
  // A decision after the sample's last day: those before it are known whole.
  const ahead = { announced: "2026-12-09", effective: "2026-12-10", changeBp: -25, scheduled: true };
  const last = sample.policyDecisions.at(-1)?.targetUpper ?? 0;
  const policyDecisions = [...sample.policyDecisions, { ...ahead, targetUpper: last - 0.25 }];
  folder = await folderOf({ ...sample, policyDecisions });
});

const NAMES = topics.map(({ name }) => name).filter((name) => !BY_EXAMPLE.includes(name));
describe.each(NAMES)("%s over the sample's numbers", (name) => {
  let briefing: Briefing;
  beforeAll(async () => {
    briefing = await briefingOf(folder, name);
  });

  it("is drawn as accepted", () => {
    expect(briefing.charts.length > 0).toBe(!WITHOUT_CHARTS.includes(name));
    for (const spec of briefing.charts) {
      const { svg } = chartSvg({ spec, frame: frameOf(briefing, spec) });
      expectGolden(name, `${spec.id}.svg`, normalised(svg));
    }
  });

  it("reads as accepted in a terminal, in Slack and in Teams", () => {
    expectGolden(name, "terminal.txt", renderText(briefing, []));
    const [slack] = slackLadder(briefing, { place: { kind: "none" }, private: false, firm: briefing.firm });
    expect(
      [slack, ...(slack?.overflow ?? [])].flatMap((each) => (each ? slackFaults(each) : ["none"])),
    ).toEqual([]);
    expectGolden(name, "slack.json", json(slack));
    const [teams] = teamsLadder(briefing, { place: { kind: "none" }, private: false });
    expect(
      [teams, ...(teams?.overflow ?? [])].flatMap((each) => (each ? teamsFaults(each) : ["none"])),
    ).toEqual([]);
    expectGolden(name, "teams.json", json(teams));
  });
});
