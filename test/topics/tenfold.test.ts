import { beforeAll, describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { openFolder } from "../../src/data/folder/folder.ts";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { topics } from "../../src/main/topics.ts";
import { renderLadder as slackLadder } from "../../src/surfaces/slack/render.ts";
import { renderLadder as teamsLadder } from "../../src/surfaces/teams/render.ts";
import { folderOf } from "../support/folder-assistant.ts";
import { faultsOf as slackFaults } from "../surfaces/slack/render/check-message.ts";
import { faultsOf as teamsFaults } from "../surfaces/teams/render/check-card.ts";

const COPIES = Array.from({ length: 10 }, (_, copy) => copy + 1);

/** Everything that is said, ten times; figures and charts stay what they are. */
function tenfold(briefing: Briefing): Briefing {
  const [first, ...more] = briefing.caveats;
  const again = <T>(each: readonly T[], as: (one: T, copy: number) => T) =>
    COPIES.flatMap((copy) => each.map((one) => as(one, copy)));
  const said = (text: string, copy: number) => `${text} (${copy})`;
  return {
    ...briefing,
    tables: briefing.tables.map((table) => ({
      ...table,
      rows: again(table.rows, (row, copy) => ({ ...row, label: said(row.label, copy) })),
    })),
    notes: again(briefing.notes, said),
    caveats: [first, ...again(more, said)],
  };
}

let ask: (line: string) => Promise<Briefing>;
beforeAll(async () => {
  const market = await openFolder(await folderOf(sampleDatasets()));
  const assistant = createAssistant({
    market,
    topics,
    today: () => "2026-11-23",
    defaultAsOf: "newest",
    codeVersion: "test",
    firm: { name: "A firm", disclaimer: "For professional investors." },
  });
  ask = async (line) => {
    const answer = await assistant.answer(line);
    if (answer.kind !== "briefing") throw new Error(`"${line}" answered with a page`);
    return answer.briefing;
  };
});

describe.each(topics.map(({ name }) => name))("%s", (name) => {
  it("keeps within the limits of Slack and Teams on every rung, as it is and ten times as long", async () => {
    const briefing = await ask(name);
    for (const each of [briefing, tenfold(briefing)]) {
      const slack = slackLadder(each, { place: { kind: "none" }, private: false, firm: each.firm });
      const teams = teamsLadder(each, { place: { kind: "none" }, private: false });
      expect(slack.flatMap((rung) => [rung, ...rung.overflow]).flatMap(slackFaults)).toEqual([]);
      expect(teams.flatMap((rung) => [rung, ...rung.overflow]).flatMap(teamsFaults)).toEqual([]);
      for (const rung of [...slack, ...teams]) expect(rung.text).not.toBe("");
    }
  });
});
