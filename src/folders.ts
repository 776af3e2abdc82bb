import { mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/**
 * Makes a folder with those above it; one that is there already is left as it is. `mode` is of what is made.
 * mkdir's own `recursive` never returns where a parent cannot hold folders, as under /proc (Node 24).
 */
export async function makeFolder(dir: string, options: { readonly mode?: number } = {}): Promise<void> {
  if (dir === "") throw new Error("no folder is named");
  const path = resolve(dir);
  if (await isFolder(path)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path), options);
  try {
    await mkdir(path, options);
  } catch (error) {
    // Someone else may have made it meanwhile.
    if (!(await isFolder(path))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true;
}
