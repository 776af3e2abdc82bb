import { expect, test } from "vitest";
import { briefingOf, folderOf, monthlyLevels } from "../support/folder-assistant.ts";

const LEVELS = {
  small_total: monthlyLevels(
    "2023-01",
    Array.from({ length: 37 }, (_, month) => 100 + month),
  ),
  large_total: monthlyLevels(
    "2023-01",
    Array.from({ length: 37 }, (_, month) => 100 + 2 * month),
  ),
};
const under = async (licence: string, line: string) =>
  briefingOf(await folderOf({ levels: LEVELS }, { licence }), line);

test.each(["performance", "brief topics=performance"])(
  "%s draws nothing of data that may not be displayed, and says so",
  async (line) => {
    const allowed = await under("your contract", line);
    expect(allowed.charts.length).toBeGreaterThan(0);
    expect(allowed.caveats.join()).not.toContain("left out");
    const barred = await under("research only, no display", line);
    expect(barred.charts).toEqual([]);
    expect(barred.caveats).toContainEqual(
      expect.stringMatching(/^A chart is left out: .+"research only, no display".+ forbids displaying it\.$/),
    );
    expect(barred.id).not.toBe(allowed.id);
  },
);
