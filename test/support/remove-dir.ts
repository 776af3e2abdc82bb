import { rm } from "node:fs/promises";

/** Also where a write that nobody waits for (a quarantine beside a refused answer, a stopping process) still lands in it. */
export const removeDir = (dir: string) =>
  rm(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
