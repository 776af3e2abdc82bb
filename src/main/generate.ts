import { readFile, writeFile } from "node:fs/promises";
import { envExample } from "../config.ts";
import { err, version } from "./program.ts";
import { topics } from "./topics.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Files that are made from the code, by their path in the repository. */
export async function generatedFiles(): Promise<Files> {
  const { MANIFEST_VARIANTS, slackManifest } = await import("../surfaces/slack/manifest.ts");
  const manifests = MANIFEST_VARIANTS.map((variant) => {
    const name = variant === "http" ? "slack.json" : `slack-${variant}.json`;
    return [`manifests/${name}`, json(slackManifest(variant, topics))];
  });
  return { ".env.example": envExample(), ...Object.fromEntries(manifests), ...(await teamsFiles()) };
}

async function teamsFiles(): Promise<Files> {
  const [{ PLACEHOLDERS, teamsManifest }, { COLOUR_ICON, OUTLINE_ICON }, { drawIcon }] = await Promise.all([
    import("../surfaces/teams/manifest.ts"),
    import("../surfaces/teams/icons.ts"),
    import("../charts/icon.ts"),
  ]);
  return {
    "manifests/teams/manifest.json": json(teamsManifest({ ...PLACEHOLDERS, version }, topics)),
    "manifests/teams/color.png": drawIcon(COLOUR_ICON),
    "manifests/teams/outline.png": drawIcon(OUTLINE_ICON),
  };
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Writes them, or with --check says which are not current. */
export async function generate(argv: readonly string[]): Promise<number> {
  let stale = 0;
  for (const [path, wanted] of Object.entries(await generatedFiles())) {
    const file = new URL(`../../${path}`, import.meta.url);
    if (!argv.includes("--check")) await writeFile(file, wanted);
    else if (!(await readFile(file).catch(() => Buffer.of())).equals(Buffer.from(wanted))) {
      err(`${path} is not current: npm run generate\n`);
      stale += 1;
    }
  }
  return stale === 0 ? 0 : 2;
}
