import { readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/briefing/briefing.ts";
import { generatedFiles } from "../../src/main/generate.ts";
import { topics as program } from "../../src/main/topics.ts";
import type { Topic } from "../../src/topics/topic.ts";
import { assistantOn, folderOf, monthlyLevels } from "../support/folder-assistant.ts";
import { oneMore } from "../support/one-more-topic.ts";
import { keptSchedules } from "../support/slack/kept-schedules.ts";
import { type Rig, startRig } from "../support/slack/rig.ts";
import { expectSound } from "../support/sound-briefing.ts";

/** As `topics/index.ts` would have it with one line more. */
const topics: readonly Topic[] = [...program, oneMore];
const MANIFESTS = ["manifests/slack.json", "manifests/slack-oauth.json", "manifests/slack-socket.json"];

let folder: string;
beforeAll(async () => {
  folder = await folderOf({
    levels: {
      small_total: monthlyLevels("2024-01", [100, 101, 103]),
      large_total: monthlyLevels("2024-01", [100, 99, 98]),
    },
  });
});
const answered = async (line: string): Promise<Answer> =>
  (await assistantOn(folder, undefined, topics)).answer(line);
const shown = async (line: string) => JSON.stringify(await answered(line));

describe("one more topic, by one file and one line", () => {
  let rig: Rig | null = null;
  afterEach(() => rig?.close());

  it("stands in the menu, in help and in its own help", async () => {
    expect(await shown("")).toContain("`tally`: How many index levels");
    expect(await shown("help")).toContain("`tally`");
    expect(await shown("help tally")).toContain("tally.{side}.levels: Levels of small (count)");
    expect(await shown("help brief")).toContain("tally: How many index levels");
    expect(await shown("help schedule")).toMatch(/topics=[a-z,]*,tally/);
  });

  it("is answered, soundly, and explained, and stands in a briefing of several topics", async () => {
    const answer = await answered("tally");
    if (answer.kind !== "briefing") throw new Error("a page");
    expectSound(answer.briefing, topics);
    expect(await shown("explain tally.large.levels")).toContain("Levels of large: 3");
    const brief = await answered("brief topics=thesis,tally");
    if (brief.kind !== "briefing") throw new Error("a page");
    expect(brief.briefing.tables.map(({ title }) => title)).toContain("Tally · Levels");
  });

  it("is what a question in its words is taken for", async () => {
    const answer = await answered("ask how many levels are there?");
    expect(answer.kind === "briefing" && answer.briefing.command).toBe("tally");
  });

  it("stands in the manifests and in the README, which names every topic of the program", async () => {
    const files = await generatedFiles(topics);
    for (const path of MANIFESTS) expect(files[path], path).toContain("calendar | tally | help");
    const table = (readme: unknown) => String(readme).split("<!-- end of topics -->")[0];
    expect(table(files["README.md"])).toContain(
      "| `tally` | How many index levels are at hand for either side |",
    );
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    for (const { name } of program) expect(table(readme)).toMatch(new RegExp(`\\| \`${name}[ \`]`));
    // Teams takes ten commands, the first nine topics and help: this one would be the first.
    const teams = (await generatedFiles([oneMore, ...program]))["manifests/teams/manifest.json"];
    expect(JSON.parse(String(teams)).bots[0].commandLists[0].commands[0].prompt).toBe("tally");
  });

  it("stands on the home tab, and can be scheduled", async () => {
    const { schedules, asked } = keptSchedules();
    const assistant = await assistantOn(folder, () => schedules, topics);
    rig = await startRig({ schedules, assistant });
    await rig.raw.event({ type: "app_home_opened", user: "U0MEMBER01", channel: "D0MEMBER01", tab: "home" });
    await rig.slash("schedule add 07:30 tz=Europe/London topics=tally");
    await rig.settled();
    expect(JSON.stringify(rig.slack.views.at(-1))).toContain("tally");
    expect(asked).toMatchObject([{ command: { action: "add", schedule: { topics: ["tally"] } } }]);
  });
});
