/** Stands in for the worker: a chart whose id begins with "hang" never comes back, "fail" throws. */
export default function draw({ chart }: { chart: string }): unknown {
  const { id } = JSON.parse(chart).spec;
  if (id.startsWith("hang")) for (;;);
  if (id.startsWith("fail")) throw new RangeError("no ink");
  return { alt: id, width: 1, height: 1, png: new Uint8Array(1000) };
}
