import { z } from "zod";
import type { Briefing, Page } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import type { Source } from "../briefing/figure.ts";
import { formatDate } from "../briefing/format.ts";
import { extentOf, retrievalOf } from "../briefing/source-words.ts";
import type {
  AuditLog,
  AuditRow,
  BriefingInput,
  Briefings,
  Deliveries,
  StoredBriefing,
} from "../storage/port.ts";
import { sha256 } from "./chain.ts";
import { bytesOf } from "./keep.ts";
import type { Receipts } from "./port.ts";
import { postLines } from "./posts.ts";

export interface ReceiptDeps {
  readonly briefings: Pick<Briefings, "get">;
  readonly audit: Pick<AuditLog, "about">;
  readonly deliveries: Pick<Deliveries, "get">;
  /** Makes a briefing again from its inputs, by name. Pure. */
  readonly recompute: (recipe: {
    readonly briefing: Briefing;
    readonly codeVersion: string;
    readonly inputs: ReadonlyMap<string, unknown>;
  }) => Briefing;
  /** Of this program. */
  readonly codeVersion: string;
}

export function createReceipts(deps: ReceiptDeps): Receipts {
  const { briefings, audit } = deps;
  return {
    receipt: async (id, asker) => {
      const [stored, rows] = await Promise.all([briefings.get(id), audit.about(id)]);
      if (stored === undefined && rows.length === 0) throw unknownBriefing(id);
      const posted = await postLines(rows, deps.deliveries, asker);
      return stored === undefined ? notKept(id, posted) : pageOf(stored, rows, posted, deps);
    },
    posted: async (id) => {
      const body = (await briefings.get(id))?.body ?? null;
      return body === null ? null : (JSON.parse(body) as Briefing);
    },
  };
}

function unknownBriefing(id: string): BriefingError {
  return new BriefingError(
    "data_unavailable",
    `no briefing ${id} was posted from here`,
    "the id stands at the end of a briefing's Definitions; only those posted in Slack or Teams are kept",
  );
}

function notKept(id: string, posted: readonly string[]): Page {
  const why =
    "Not made again: it was posted, but its inputs were not kept, since the database could not be had then.";
  return {
    title: `Receipt ${id}`,
    sections: [
      { heading: "Made again", lines: [why] },
      { heading: "Posted", lines: posted },
    ],
  };
}

function pageOf(
  stored: StoredBriefing,
  rows: readonly AuditRow[],
  posted: readonly string[],
  deps: ReceiptDeps,
): Page {
  const { id, command, asOf, codeVersion, body, inputs } = stored;
  const briefing = body === null ? null : (JSON.parse(body) as Briefing);
  const about = briefing && { pair: briefing.pair, asOf, dataMode: briefing.dataMode };
  return {
    title: `Receipt ${id}`,
    ...about,
    sections: [
      {
        heading: "Briefing",
        lines: [
          ...(briefing ? [briefing.headline] : []),
          `\`${command}\`, as of ${formatDate(asOf)}, made by smallcaps ${codeVersion}`,
        ],
      },
      { heading: "Made again", lines: [changeSince(stored, rows) ?? verdict(stored, briefing, deps)] },
      { heading: "Inputs", lines: inputs.map(inputLine) },
      { heading: "Posted", lines: posted },
    ].filter(({ lines }) => lines.length > 0),
  };
}

const hashesSchema = z.object({
  kind: z.literal("briefing"),
  body: z.string(),
  inputs: z.array(z.object({ name: z.string(), hash: z.string() })),
});

/** What in the database is not what it was: by its own hash, or by those that the audit recorded. Null: nothing. */
function changeSince({ body, inputs }: StoredBriefing, rows: readonly AuditRow[]): string | null {
  const changed = inputs.filter((each) => each.body !== null && sha256(each.body) !== each.hash);
  if (changed.length > 0)
    return `CHANGED SINCE: ${changed.map(({ name }) => name).join(", ")} in the database is not what its hash says.`;
  const recorded = rows.flatMap(({ record }) => {
    const { success, data } = hashesSchema.safeParse(JSON.parse(record));
    return success ? [data] : [];
  });
  const isAs = (each: z.infer<typeof hashesSchema>) =>
    (body === null || each.body === sha256(body)) && listOf(each.inputs) === listOf(inputs);
  if (recorded.length === 0 || recorded.some(isAs)) return null;
  return "CHANGED SINCE: the briefing or its inputs in the database are not those whose hashes the audit recorded.";
}

const listOf = (inputs: readonly { readonly name: string; readonly hash: string }[]) =>
  inputs.map(({ name, hash }) => `${name} ${hash}`).join("\n");

/** One sentence: whether the same bytes come out, or why that cannot be tried. */
function verdict(
  { id, body, codeVersion: by, inputs }: StoredBriefing,
  briefing: Briefing | null,
  { recompute, codeVersion }: ReceiptDeps,
): string {
  const lacking = inputs.filter((each) => each.body === null);
  if (body === null || briefing === null || lacking.length > 0) {
    const names = lacking.map(({ name }) => name).join(", ");
    const reasons = [...new Set(lacking.flatMap(({ reason }) => reason ?? []))].join("; ");
    const of = names === "" ? "the briefing itself was deleted" : `${names} not stored`;
    return `Not made again: ${of}${reasons === "" ? "" : ` (${reasons})`}. The hashes below still tell whether other copies are the same.`;
  }
  const values = new Map(inputs.map((each) => [each.name, JSON.parse(each.body ?? "null") as unknown]));
  const again = madeAgain(() => recompute({ briefing, codeVersion: by, inputs: values }));
  if (again === body && briefing.id === id)
    return `Identical: made again from the inputs stored, all ${Buffer.byteLength(body)} bytes are the same (SHA-256 ${sha256(body)}).`;
  if (by !== codeVersion)
    return `Not identical: it was made by smallcaps ${by}, and ${codeVersion} makes another of the same inputs. Run ${by} to make it again.`;
  return "NOT IDENTICAL: of the inputs stored this version makes another briefing. The briefing or an input was changed in the database; its figures as posted are in the audit (`audit export`).";
}

/** Null where it cannot be made: another version's command or needs. */
function madeAgain(make: () => Briefing): string | null {
  try {
    return bytesOf(make());
  } catch {
    return null;
  }
}

function inputLine({ name, hash, body, reason }: BriefingInput): string {
  const value =
    body === null ? null : (JSON.parse(body) as { source?: Source; absent?: string; note?: string });
  const source = value?.source;
  const from = source
    ? `${source.provider}, ${extentOf(source)}, ${retrievalOf(source)}, licence ${source.licence}, of content ${source.contentHash.slice(0, 12)}`
    : value === null
      ? `not stored: ${reason ?? "deleted"}`
      : `not at hand then: ${value.note ?? value.absent ?? "unavailable"}`;
  return `${name}: ${from}. SHA-256 ${hash}`;
}
