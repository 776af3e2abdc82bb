import type { Config } from "../config.ts";
import { createSwitch } from "../narrative/switch.ts";
import { assertWorkspace, usage, workspacesIn } from "./admin-controls.ts";
import { out } from "./program.ts";
import { withStorage } from "./storage.ts";

const FORM = "narrative [on|off WORKSPACE]";
const ON = "narrative/on/";

/** `narrative on WORKSPACE`, `narrative off WORKSPACE`, or alone: who has summaries. */
export async function switchNarrative(
  config: Config,
  [wish, workspace, ...rest]: readonly string[],
): Promise<number> {
  if (wish !== undefined && wish !== "on" && wish !== "off") throw usage(FORM, `"${wish}" is not taken`);
  if (wish !== undefined && (workspace === undefined || rest.length > 0))
    throw usage(FORM, workspace === undefined ? "a workspace is missing" : "give one workspace");
  return withStorage(config, async (storage) => {
    const { store } = storage;
    const switches = createSwitch(store);
    if (wish !== undefined && workspace !== undefined) {
      assertWorkspace(workspace, await workspacesIn(storage));
      await switches.set(workspace, wish === "on", "operator");
      out(`Summaries are ${wish} in ${workspace}.\n`);
    }
    const asked = (await store.keys("controls")).filter((key) => key.startsWith(ON));
    const known = asked.map((key) => key.slice(ON.length));
    for (const each of known) out(`${each}: ${(await switches.isOn(each)) ? "on" : "off"}\n`);
    if (known.length === 0) out("Summaries are off everywhere.\n");
    if (config.OPENAI_MODEL === undefined)
      out("No language model is configured: set OPENAI_API_KEY and OPENAI_MODEL.\n");
    return 0;
  });
}
