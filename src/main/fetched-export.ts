import { BriefingError } from "../briefing/errors.ts";
import { assertSendable, type ExportFile, type ExportRequest } from "../briefing/exporter.ts";
import type { Controls } from "../delivery/port.ts";
import type { Running } from "./serve.ts";

/**
 * The file of an address that was given out: of the briefing as it was posted, by the licences of today.
 * @throws BriefingError `refused` where posting is stopped; `data_unavailable` where it cannot be had any more
 */
export async function fetchedExport(
  { assistant, exporter, log }: Pick<Running, "assistant" | "exporter" | "log">,
  controls: Pick<Controls, "stopped">,
  { workspace, posted, format, index }: ExportRequest,
): Promise<ExportFile> {
  if ((await controls.stopped(workspace)) !== null)
    throw new BriefingError("refused", "posting is stopped", "an operator can let it go on");
  const answer = await assistant().answer(posted.command, { posted, forClient: format === "client" });
  const gone = (what: string) => new BriefingError("data_unavailable", what, "ask for the file again");
  if (answer.kind !== "briefing") throw gone("the command gives no briefing");
  const files = await exporter.files(answer, format);
  assertSendable(files);
  const file = files[index];
  if (file === undefined) throw gone(`there is no file number ${index + 1}`);
  log.info({ workspace, briefing: posted.id, file: file.name }, "a file was fetched");
  return file;
}
