import type { Box } from "./marks.ts";

export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

interface Cluster {
  readonly members: readonly number[];
  readonly height: number;
  /** Sum over members of the start that would put each where it wishes to be. */
  readonly wishes: number;
}

/**
 * Moves blocks along a line as little as possible until none overlap and all lie in [top, bottom];
 * returns their middles, or null where their heights do not fit. Pool-adjacent-violators.
 */
export function spread(
  blocks: readonly { readonly middle: number; readonly height: number }[],
  top: number,
  bottom: number,
): number[] | null {
  const total = blocks.reduce((sum, block) => sum + block.height, 0);
  if (total > bottom - top) return null;
  const order = blocks.map((_, index) => index).sort((a, b) => middleOf(a) - middleOf(b) || a - b);
  function middleOf(index: number): number {
    return blocks[index]?.middle ?? 0;
  }
  const heightOf = (index: number): number => blocks[index]?.height ?? 0;
  const startOf = (cluster: Cluster): number =>
    Math.min(Math.max(cluster.wishes / cluster.members.length, top), bottom - cluster.height);
  const clusters: Cluster[] = [];
  for (const index of order) {
    let cluster: Cluster = {
      members: [index],
      height: heightOf(index),
      wishes: middleOf(index) - heightOf(index) / 2,
    };
    for (let above = clusters.at(-1); above !== undefined; above = clusters.at(-1)) {
      if (startOf(above) + above.height <= startOf(cluster)) break;
      clusters.pop();
      cluster = joined(above, cluster);
    }
    clusters.push(cluster);
  }
  const middles = blocks.map(() => 0);
  for (const cluster of clusters) {
    let start = startOf(cluster);
    for (const index of cluster.members) {
      middles[index] = start + heightOf(index) / 2;
      start += heightOf(index);
    }
  }
  return middles;
}

function joined(above: Cluster, below: Cluster): Cluster {
  return {
    members: [...above.members, ...below.members],
    height: above.height + below.height,
    wishes: above.wishes + below.wishes - above.height * below.members.length,
  };
}
