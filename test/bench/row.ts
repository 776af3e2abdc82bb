/** One line of `npm run bench -- --json`. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What `value`, or `ratio` where there is one, has to meet, in words. */
  readonly target: string;
  readonly ok: boolean;
  readonly ratio?: number;
  /** What the ratio compares with. */
  readonly against?: string;
}

/** A row whose value should not exceed `limit`. */
export function atMost(name: string, value: number, unit: string, limit: number): BenchRow {
  return { name, value, unit, target: `≤ ${limit}`, ok: value <= limit };
}

export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * p) - 1] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** How long `work` takes, in ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
