import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AppManifestUtils } from "@microsoft/app-manifest";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { freshFolder, runProgram } from "../support/cli.ts";

const APP_ID = "12345678-aaaa-bbbb-cccc-123456789abc";
const SET = {
  MicrosoftAppId: APP_ID,
  MicrosoftAppPassword: "not in any package",
  MicrosoftAppTenantId: "12345678-0000-0000-0000-123456789abc",
  PUBLIC_URL: "https://smallcaps.example.org/",
  FIRM_NAME: "Example Wealth LLP",
  TEAMS_WEBSITE_URL: "https://example.org",
  TEAMS_PRIVACY_URL: "https://example.org/privacy",
  TEAMS_TERMS_URL: "https://example.org/terms",
};
const dir = freshFolder;
const pack = (environment: Readonly<Record<string, string>>, ...argv: readonly string[]) =>
  runProgram(["teams-package", ...argv], environment);

describe("npm run teams:package", () => {
  it("writes manifest and icons, filled in, to STATE_DIR; the same bytes again", async () => {
    const [one, two] = [dir(), dir()];
    const first = await pack({ ...SET, STATE_DIR: one });
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).not.toMatch(/placeholder/);
    expect((await pack({ ...SET, STATE_DIR: two, TZ: "Asia/Tokyo" })).code).toBe(0);
    const zip = readFileSync(join(one, "smallcaps-teams.zip"));
    expect(readFileSync(join(two, "smallcaps-teams.zip")).equals(zip)).toBe(true);
    const files = unzipSync(zip);
    expect(Object.keys(files).sort()).toEqual(["color.png", "manifest.json", "outline.png"]);
    const text = strFromU8(files["manifest.json"] ?? new Uint8Array());
    const manifest = JSON.parse(text);
    expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([]);
    expect(manifest).toMatchObject({
      id: APP_ID,
      developer: { name: SET.FIRM_NAME, privacyUrl: SET.TEAMS_PRIVACY_URL },
      bots: [{ botId: APP_ID }],
      validDomains: ["smallcaps.example.org"],
    });
    expect(text).not.toContain(SET.MicrosoftAppPassword);
    for (const name of ["color.png", "outline.png"]) {
      const drawn = readFileSync(new URL(`../../manifests/teams/${name}`, import.meta.url));
      expect(drawn.equals(files[name] ?? new Uint8Array())).toBe(true);
    }
  });

  it("writes where it is told, and says which pages are placeholders", async () => {
    const file = join(dir(), "deeper", "teams.zip");
    const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId, PUBLIC_URL } = SET;
    const required = { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId, PUBLIC_URL };
    const { code, stdout } = await pack(required, file);
    expect(code).toBe(0);
    expect(stdout).toContain(file);
    for (const name of ["TEAMS_WEBSITE_URL", "TEAMS_PRIVACY_URL", "TEAMS_TERMS_URL"]) {
      expect(stdout).toMatch(new RegExp(`${name} is not set: .*placeholder`));
    }
    expect(Object.keys(unzipSync(readFileSync(file)))).toHaveLength(3);
  });

  it("refuses without what the package needs, naming all of it, and writes nothing", async () => {
    const state = dir();
    const { code, stderr } = await pack({ STATE_DIR: state });
    expect(code).toBe(2);
    expect(stderr).toMatch(/MicrosoftAppId.*PUBLIC_URL/s);
    const insecure = await pack({ ...SET, PUBLIC_URL: "http://localhost:3000", STATE_DIR: state });
    expect(insecure).toMatchObject({ code: 2, stderr: expect.stringContaining("http://localhost:3000") });
    expect(readdirSync(state)).toEqual([]);
  });
});
