import { readFile, writeFile } from "node:fs/promises";
import { envExample } from "../config.ts";
import { topics } from "../topics/index.ts";

import { err } from "./program.ts";

/** Files that are made from the code, by their path in the repository. */
export async function generatedFiles(): Promise<Readonly<Record<string, string>>> {
  const { MANIFEST_VARIANTS, slackManifest } = await import("../surfaces/slack/manifest.ts");
  const manifests = MANIFEST_VARIANTS.map((variant) => {
    const name = variant === "http" ? "slack.json" : `slack-${variant}.json`;
    return [`manifests/${name}`, `${JSON.stringify(slackManifest(variant, topics), null, 2)}\n`];
  });
  return { ".env.example": envExample(), ...Object.fromEntries(manifests) };
}

/** Writes them, or with --check says which are not current. */
export async function generate(argv: readonly string[]): Promise<number> {
  let stale = 0;
  for (const [path, wanted] of Object.entries(await generatedFiles())) {
    const file = new URL(`../../${path}`, import.meta.url);
    if (!argv.includes("--check")) await writeFile(file, wanted);
    else if ((await readFile(file, "utf8").catch(() => "")) !== wanted) {
      err(`${path} is not current: npm run generate\n`);
      stale += 1;
    }
  }
  return stale === 0 ? 0 : 2;
}
