import { BriefingError } from "../briefing/errors.ts";
import { codeOf } from "./private-file.ts";

/** A file system's refusal in a person's words; its own message would do, but says nothing of a remedy. */
export async function guarded<T>(path: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    const code = codeOf(error);
    const remedy = code === null ? undefined : REMEDIES[code];
    if (error instanceof BriefingError || remedy === undefined) throw error;
    throw new BriefingError("bad_config", `${path} cannot be used (${code}).`, remedy, { cause: error });
  }
}

const OWN_IT = "Let the user that runs smallcaps read and write STATE_DIR, and nobody else.";
const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: OWN_IT,
  EPERM: OWN_IT,
  EROFS: "Give a STATE_DIR that can be written to.",
  ENOSPC: "The disk is full: make room.",
  EDQUOT: "The disk quota is used up: make room.",
  ENOTDIR: "A file stands where a folder should be: move it away.",
  EEXIST: "A file stands where a folder should be: move it away.",
  EISDIR: "A folder stands where a file should be: move it away.",
  EIO: "The disk has a fault: check it, and restore from a backup.",
};
