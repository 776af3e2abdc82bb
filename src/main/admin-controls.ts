import { BriefingError } from "../briefing/errors.ts";
import { quotable } from "../briefing/quotable.ts";
import { suggestion } from "../briefing/suggest.ts";
import type { Config } from "../config.ts";
import { createControls } from "../delivery/controls.ts";
import type { Controls } from "../delivery/port.ts";
import type { OpenStorage } from "../storage/postgres/open.ts";
import { err, out } from "./program.ts";
import { withStorage } from "./storage.ts";

/** It stands in messages to people. */
const LONGEST_REASON = 300;

/** `stop "reason"`: nothing more is posted, by any process, from the next second on. */
export async function stopPosting(config: Config, words: readonly string[]): Promise<number> {
  const reason = readReason(words, 'stop "reason"');
  return withControls(config, async (controls) => {
    const { all } = await controls.list();
    await controls.stopAll(reason);
    out(`Posting is stopped everywhere: ${reason}\n`);
    if (all !== null && all !== reason) out(`Before, the reason was: ${all}\n`);
    err("What is already on its way to a platform is not called back. `admin -- go` lets posting go on.\n");
    return 0;
  });
}

/** `go`: ends `stop`. */
export async function letPost(config: Config, words: readonly string[]): Promise<number> {
  if (words.length > 0) throw usage("go", `"${quotable(words.join(" "))}" is not taken`);
  return withControls(config, async (controls) => {
    const { all, workspaces } = await controls.list();
    await controls.stopAll(null);
    out(all === null ? "Posting was not stopped.\n" : `Posting goes on. It was stopped: ${all}\n`);
    for (const [name, reason] of Object.entries(workspaces)) out(`Still paused: ${name}: ${reason}\n`);
    return 0;
  });
}

/** `pause WORKSPACE "reason"`: nothing is posted to one workspace. */
export async function pauseWorkspace(
  config: Config,
  [workspace, ...words]: readonly string[],
): Promise<number> {
  if (workspace === undefined) throw usage('pause WORKSPACE "reason"', "a workspace is missing");
  const reason = readReason(words, 'pause WORKSPACE "reason"');
  return withControls(config, async (controls, storage) => {
    const known = await workspacesIn(storage);
    assertWorkspace(workspace, known);
    await controls.pause(workspace, reason);
    out(`Posting to ${workspace} is paused: ${reason}\n`);
    if (!known.includes(workspace))
      err(`Nothing is known of ${workspace} yet. Known: ${known.join(", ") || "none"}.\n`);
    return 0;
  });
}

/** `resume WORKSPACE`: ends `pause`. */
export async function resumeWorkspace(
  config: Config,
  [workspace, ...rest]: readonly string[],
): Promise<number> {
  if (workspace === undefined || rest.length > 0)
    throw usage(
      "resume WORKSPACE",
      workspace === undefined ? "a workspace is missing" : "give one workspace",
    );
  return withControls(config, async (controls) => {
    const { all, workspaces } = await controls.list();
    const paused = Object.keys(workspaces);
    if (!paused.includes(workspace))
      throw new BriefingError(
        "bad_input",
        `posting to "${quotable(workspace)}" is not paused`,
        `${suggestion(workspace, paused)}paused: ${paused.join(", ") || "none"}`,
      );
    await controls.pause(workspace, null);
    out(`Posting to ${workspace} goes on. It was paused: ${workspaces[workspace]}\n`);
    if (all !== null) out(`Posting is still stopped everywhere: ${all}\n`);
    return 0;
  });
}

function withControls(
  config: Config,
  task: (controls: Controls, storage: OpenStorage) => Promise<number>,
): Promise<number> {
  return withStorage(config, (storage) =>
    task(
      createControls(storage.store, () => performance.now()),
      storage,
    ),
  );
}

function readReason(words: readonly string[], form: string): string {
  const reason = words
    .join(" ")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  if (reason === "") throw usage(form, "a reason is missing: it is recorded, and shown to operators");
  if (reason.length <= LONGEST_REASON) return reason;
  throw usage(form, `the reason has ${reason.length} characters, more than ${LONGEST_REASON}`);
}

export function usage(form: string, message: string): BriefingError {
  return new BriefingError("bad_command", message, `usage: npm run --silent admin -- ${form}`);
}

/** Those with schedules or an installation; an installation's key begins with its workspace or organisation. */
export async function workspacesIn({
  subscriptions,
  deliveries,
  store,
}: OpenStorage): Promise<readonly string[]> {
  const [wished, posted, installed] = await Promise.all([
    subscriptions.list(),
    deliveries.list({ limit: 1_000 }),
    store.keys("installations"),
  ]);
  const names = [...wished, ...posted].map(({ workspace }) => workspace);
  const tokens = installed.map((key) => key.split(/[/:]/).at(-1) ?? key);
  return [...new Set([...names, ...tokens])].sort();
}

/** A pause of a name that nobody has would look like one and pause nothing. */
export function assertWorkspace(typed: string, known: readonly string[]): void {
  if (known.includes(typed)) return;
  const meant = suggestion(typed, known);
  if (meant === "" && /^([TE][A-Z0-9]{2,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(typed)) return;
  throw new BriefingError(
    "bad_input",
    `"${quotable(typed)}" is not a workspace of this bot`,
    `${meant}give a Slack workspace (T…, E…) or a Teams tenant; known: ${known.join(", ") || "none"}; \`stop\` stops all`,
  );
}
