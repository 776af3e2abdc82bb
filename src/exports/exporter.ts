import type { Briefing } from "../briefing/briefing.ts";
import type { ChartDrawer, ChartImage } from "../briefing/chart.ts";
import { clientCopy } from "../briefing/client-copy.ts";
import type { Logo, SheetDrawer } from "../briefing/client-sheet.ts";
import { briefingCsv } from "../briefing/csv.ts";
import { BriefingError } from "../briefing/errors.ts";
import type { Exportable, Exporter, ExportFile, FileFormat } from "../briefing/exporter.ts";
import { frameOf } from "../briefing/frame.ts";
import { assertExportable } from "../briefing/licences.ts";
import { workbookOf } from "../briefing/workbook.ts";

type Progress = (message: string) => void;
type Files = readonly [ExportFile, ...ExportFile[]];

const TYPES = {
  png: "image/png",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** Files of a briefing, for every surface alike. @param logo of the firm, on copies for clients */
export function createExporter(drawer: ChartDrawer & SheetDrawer, logo: Logo | null): Exporter {
  const makers: Readonly<Record<FileFormat, (of: Exportable, say: Progress) => Promise<Files>>> = {
    csv: async ({ briefing }) => [fileOf(nameOf(briefing), "csv", Buffer.from(briefingCsv(briefing)))],
    png: async ({ briefing }, say) => {
      const [first, ...others] = (await draw(drawer, briefing, say)).map(({ id, png, alt }) => ({
        ...fileOf(`${id}-${briefing.asOf}`, "png", png),
        alt,
      }));
      if (first !== undefined) return [first, ...others];
      const problem = `${briefing.topic} has no chart to export`;
      throw new BriefingError("data_unavailable", problem, "ask for format=csv");
    },
    xlsx: async ({ briefing }, say) => {
      const { xlsxOf } = await import("./xlsx.ts");
      const bytes = await xlsxOf(workbookOf(briefing), await draw(drawer, briefing, say));
      return [fileOf(nameOf(briefing), "xlsx", bytes)];
    },
    client: async ({ briefing, periods = null }, say) => {
      const copy = clientCopy(briefing, periods);
      if ("refused" in copy) throw new BriefingError("refused", copy.refused, copy.hint);
      const [spec] = briefing.charts;
      say("drawing the copy for clients");
      const { png, alt } = await drawer.sheet({
        id: `${briefing.topic}-client`,
        copy,
        firm: briefing.firm,
        logo,
        chart: spec === undefined ? null : { spec, frame: frameOf(briefing, spec) },
      });
      return [{ ...fileOf(`${nameOf(briefing)}-client`, "png", png), alt }];
    },
  };
  return {
    files: async (of, format, progress = () => {}) => {
      assertExportable(of.briefing.sources);
      return makers[format](of, progress);
    },
  };
}

const nameOf = ({ topic, asOf }: Briefing) => `${topic}-${asOf}`;

function fileOf(name: string, format: keyof typeof TYPES, bytes: Uint8Array): ExportFile {
  return { name: `${name}.${format}`, type: TYPES[format], bytes };
}

/** One after the other. */
async function draw(drawer: ChartDrawer, briefing: Briefing, say: Progress): Promise<readonly ChartImage[]> {
  const images: ChartImage[] = [];
  for (const spec of briefing.charts) {
    say(`drawing ${spec.id}`);
    const image = await drawer.draw({ spec, frame: frameOf(briefing, spec) }, "slide");
    images.push({ ...image, id: spec.id });
  }
  return images;
}
