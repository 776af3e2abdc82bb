import type { TeamsDeps } from "./deps.ts";

/** The fixed line where an operator stopped all posting: no figure, and not the operator's own words. */
export const STOPPED = {
  message: "I am switched off for now.",
  hint: "Whoever runs me has stopped all posting; ask them.",
};

/** Whether posting to a tenant is stopped. Where that cannot be read, people are answered: text always arrives. */
export function createStop({ controls, log }: Pick<TeamsDeps, "controls" | "log">) {
  return async function isStopped(tenant: string): Promise<boolean> {
    try {
      return (await controls.stopped(tenant)) !== null;
    } catch (error) {
      log.warn({ tenant, err: error }, "the kill switch could not be read");
      return false;
    }
  };
}
