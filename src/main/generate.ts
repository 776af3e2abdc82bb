import { readFile, writeFile } from "node:fs/promises";
import { envExample } from "../config.ts";
import type { Topic } from "../topics/topic.ts";
import { err, version } from "./program.ts";
import { topics as program } from "./topics.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

const fileAt = (path: string) => new URL(`../../${path}`, import.meta.url);

/** Files that are made from the code, by their path in the repository; README.md in part. */
export async function generatedFiles(topics: readonly Topic[] = program): Promise<Files> {
  const { MANIFEST_VARIANTS, slackManifest } = await import("../surfaces/slack/manifest.ts");
  const manifests = MANIFEST_VARIANTS.map((variant) => {
    const name = variant === "http" ? "slack.json" : `slack-${variant}.json`;
    return [`manifests/${name}`, json(slackManifest(variant, topics))];
  });
  return {
    ".env.example": envExample(),
    "README.md": withTopics(await readFile(fileAt("README.md"), "utf8"), topics),
    ...Object.fromEntries(manifests),
    ...(await teamsFiles(topics)),
  };
}

const TOPIC_TABLE = /(?<=<!-- topics: npm run generate -->\n)[\s\S]*?(?=<!-- end of topics -->)/;

/** The README with its table of topics. */
function withTopics(readme: string, topics: readonly Topic[]): string {
  const rows = topics.map(({ name, args, summary }) => {
    const usage = [name, ...Object.keys(args).map((arg) => `[${arg}=]`)].join(" ");
    return `| \`${usage}\` | ${summary.replaceAll("|", "\\|")} |\n`;
  });
  return readme.replace(TOPIC_TABLE, () => `\n| topic | answers |\n| --- | --- |\n${rows.join("")}\n`);
}

async function teamsFiles(topics: readonly Topic[]): Promise<Files> {
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
    const file = fileAt(path);
    if (!argv.includes("--check")) await writeFile(file, wanted);
    else if (!(await readFile(file).catch(() => Buffer.of())).equals(Buffer.from(wanted))) {
      err(`${path} is not current: npm run generate\n`);
      stale += 1;
    }
  }
  return stale === 0 ? 0 : 2;
}
