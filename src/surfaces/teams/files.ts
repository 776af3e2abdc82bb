import type { Exportable, FileFormat } from "../../briefing/exporter.ts";
import { assertSendable, sizeInWords } from "../../briefing/exporter.ts";
import { datedCommand } from "../../briefing/readings.ts";
import type { TeamsDeps } from "./deps.ts";
import type { FetchedFile } from "./render-page.ts";

/**
 * Teams takes no files from a bot but by a dialogue in a personal chat, which not every cloud has: so the files lie behind
 * short-lived addresses. They are made once now, so that what cannot be made is said here.
 * @throws BriefingError; none where there is no public address
 */
export async function linkedFiles(
  { exporter, exportUrl }: Pick<TeamsDeps, "exporter" | "exportUrl">,
  workspace: string,
  of: Exportable,
  format: FileFormat,
): Promise<readonly FetchedFile[]> {
  if (exportUrl === null) return [];
  const files = await exporter.files(of, format);
  assertSendable(files);
  const posted = { id: of.briefing.id, command: datedCommand(of.briefing) };
  return files.map((file, index) => ({
    name: file.name,
    size: sizeInWords(file),
    url: exportUrl({ workspace, posted, format, index }),
  }));
}
