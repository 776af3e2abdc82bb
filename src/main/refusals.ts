import type { Recorder } from "../audit/port.ts";
import { LOCAL_WORKSPACE } from "../briefing/narrative.ts";
import { type Question, Refusal } from "../briefing/question.ts";
import type { Config } from "../config.ts";
import { hasDatabase } from "./doctor-storage.ts";
import { err } from "./program.ts";

/** Slack and Teams record what they post; a terminal and the console page record what they refuse. Never rejects. */
export async function recordRefusal(
  recorder: Recorder,
  platform: "console" | "terminal",
  question: Question,
): Promise<void> {
  const { message, hint } = new Refusal(question);
  const record = await recorder.sending({
    platform,
    workspace: LOCAL_WORKSPACE,
    channel: platform,
    user: null,
    private: true,
    origin: "typed",
    command: question.asked,
    question,
    slot: null,
    briefing: null,
    message: `${message}\n${hint}`,
  });
  await record.sent(null);
}

/** For a terminal: in the bot's database, beside a running bot or without one; where there is none, nothing is kept. */
export async function recordRefusalStored(config: Config, question: Question): Promise<void> {
  if (!hasDatabase(config)) return;
  const say = (message: string) => err(`${message}\n`);
  try {
    const [{ withStorage }, { auditKeys }, { openAside }, { createWriter }, { createRecorder }] =
      await Promise.all([
        import("./storage.ts"),
        import("./audit.ts"),
        import("../audit/aside.ts"),
        import("../audit/writer.ts"),
        import("../audit/recorder.ts"),
      ]);
    await withStorage(config, async ({ audit }, keyring) => {
      const keys = auditKeys(keyring);
      const aside = await openAside(config.STATE_DIR, keys, say);
      const writer = await createWriter({ log: audit, keys, aside, say });
      const recorder = createRecorder({ keys, writer, keep: async () => {}, now: () => new Date(), say });
      await recordRefusal(recorder, "terminal", question);
      await writer.stop();
    });
  } catch (error) {
    say(`the refusal was not recorded: ${error instanceof Error ? error.message : String(error)}`);
  }
}
