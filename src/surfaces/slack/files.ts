import { createHash } from "node:crypto";
import type { WebClient } from "@slack/web-api";
import { BriefingError } from "../../briefing/errors.ts";
import { assertSendable, type ExportFile } from "../../briefing/exporter.ts";
import { isAmbiguous, SlackCallFailed } from "./client.ts";
import type { SlackDeps } from "./deps.ts";
import type { Target, Watch } from "./post.ts";
import { uploadPrivately } from "./upload.ts";

/**
 * Files as messages of their own, each with its record. Only for a conversation of the asker and the bot: ephemeral
 * messages carry no files.
 * @throws BriefingError where a file is too large, or Slack does not take its bytes; SlackCallFailed; PostingStopped
 */
export async function sendFiles(
  { settings, log }: Pick<SlackDeps, "settings" | "log">,
  client: WebClient,
  { channel, threadTs }: Target,
  watch: Watch,
  title: string,
  files: readonly ExportFile[],
): Promise<void> {
  assertSendable(files);
  for (const file of files) {
    const record = await watch.sending({ text: recordable(file), blocks: [] });
    try {
      await uploadPrivately(client, settings.fetch, {
        bytes: file.bytes,
        filename: file.name,
        title: title.slice(0, 200),
        ...(file.alt === undefined ? {} : { alt: file.alt }),
        channel,
        ...(threadTs === undefined ? {} : { threadTs }),
      });
      await record.sent(null);
    } catch (error) {
      await record.notSent(error instanceof Error ? error.message : "unknown", isAmbiguous(error));
      if (error instanceof SlackCallFailed) throw error;
      log.warn({ err: error, file: file.name }, "Slack did not take a file's bytes");
      throw new BriefingError(
        "data_unavailable",
        `Slack did not take the file ${file.name}`,
        "ask again in a minute; the answer itself needs no file",
        { cause: error },
      );
    }
  }
}

/** A text as it is; of other bytes their hash. */
function recordable({ name, type, bytes }: ExportFile): string {
  if (type.startsWith("text/")) return Buffer.from(bytes).toString("utf8");
  return `file ${name}, ${bytes.byteLength} bytes, sha256 ${createHash("sha256").update(bytes).digest("hex")}`;
}
