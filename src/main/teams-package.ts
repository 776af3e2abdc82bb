import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BriefingError } from "../briefing/errors.ts";
import { type Config, readConfig } from "../config.ts";
import { out, version } from "./program.ts";
import { topics } from "./topics.ts";

export const PACKAGE_FILE = "smallcaps-teams.zip";
const ICONS = new URL("../../manifests/teams/", import.meta.url);

/**
 * Writes the zip that Teams' admins upload, to the path given or to STATE_DIR.
 * @throws BriefingError `bad_config` that names every value the package lacks.
 */
export async function teamsPackage([path]: readonly string[]): Promise<number> {
  const config = readConfig();
  const file = path ?? join(config.STATE_DIR, PACKAGE_FILE);
  const zip = await packageOf(config);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, zip);
  out(`${file}: upload it in Teams ("Apps", "Manage your apps", "Upload an app")\n`);
  for (const name of stillPlaceholders(config)) {
    out(`${name} is not set: the package holds a placeholder, which people see in Teams\n`);
  }
  return 0;
}

async function packageOf(config: Config): Promise<Uint8Array> {
  const { MicrosoftAppId: appId, PUBLIC_URL } = config;
  const missing = [
    ...(appId === undefined ? ["MicrosoftAppId (Application (client) ID of the bot's registration)"] : []),
    ...(PUBLIC_URL === undefined ? ["PUBLIC_URL (the https:// address that leads to this program)"] : []),
  ];
  if (appId === undefined || PUBLIC_URL === undefined) {
    throw new BriefingError(
      "bad_config",
      `the package needs ${missing.join(" and ")}`,
      'set it in the environment or in .env; README, "Teams", says where it is found',
    );
  }
  const [{ publicHost, teamsManifest }, { zipSync }] = await Promise.all([
    import("../surfaces/teams/manifest.ts"),
    import("fflate"),
  ]);
  const manifest = teamsManifest(
    {
      appId,
      host: publicHost(PUBLIC_URL),
      version,
      firm: config.FIRM_NAME,
      websiteUrl: config.TEAMS_WEBSITE_URL,
      privacyUrl: config.TEAMS_PRIVACY_URL,
      termsUrl: config.TEAMS_TERMS_URL,
    },
    topics,
  );
  const [color, outline] = await Promise.all(
    ["color.png", "outline.png"].map((name) => readFile(new URL(name, ICONS))),
  );
  if (!color || !outline) throw new TypeError("two names read, two files held");
  const text = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  // One moment for all packages, so that the same settings give the same bytes.
  const mtime = new Date(1980, 0, 1, 12);
  return zipSync({ "manifest.json": text, "color.png": color, "outline.png": outline }, { mtime });
}

function stillPlaceholders(config: Config): readonly string[] {
  return (["TEAMS_WEBSITE_URL", "TEAMS_PRIVACY_URL", "TEAMS_TERMS_URL"] as const).filter((name) =>
    config[name].startsWith("https://example.com"),
  );
}
