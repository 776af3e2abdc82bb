import { z } from "zod";
import type { Source } from "../../briefing/figure.ts";
import type { DatasetName, Datasets } from "../../market/datasets.ts";
import type { Fetched } from "../../market/port.ts";
import { type Shelf, sha256 } from "../kept/shelf.ts";

/** A dataset as it was made, kept beside the answers it was made of, so that a start need not make it again. */
export interface Made<K extends DatasetName = DatasetName> {
  readonly fetched: Fetched<K>;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
}

/** Raised when a dataset is made in another way: what was made before is made anew then. */
const VERSION = 3;

const schema = z.object({
  version: z.literal(VERSION),
  of: z.string(),
  data: z.unknown(),
  source: z.unknown(),
});

const nameOf = (dataset: DatasetName) => `made-${dataset}`;

/** `of` is what it was made of besides EDGAR's answers: funds, the user's files. */
export async function keepMade<K extends DatasetName>(
  shelf: Shelf,
  dataset: K,
  of: string,
  { data, source }: Fetched<K>,
  at: Date,
): Promise<void> {
  const bytes = Buffer.from(JSON.stringify({ version: VERSION, of, data, source }));
  const response = { url: "", sha256: sha256(bytes), retrievedAt: at.toISOString(), status: 200 };
  await shelf.keep(nameOf(dataset), { bytes, response });
}

export async function recallMade<K extends DatasetName>(
  shelf: Shelf,
  dataset: K,
  of: string,
): Promise<Made<K> | null> {
  const copy = await shelf.read(nameOf(dataset));
  if (!copy) return null;
  const parsed = schema.safeParse(JSON.parse(copy.bytes.toString("utf8")));
  if (!parsed.success || parsed.data.of !== of) return null;
  const fetched = { data: parsed.data.data as Datasets[K], source: parsed.data.source as Source };
  return { fetched, madeAt: Date.parse(copy.response.retrievedAt) };
}
