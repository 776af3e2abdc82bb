import { describe, expect, test } from "vitest";
import { openSample } from "../../src/data/sample/sample.ts";
import { topics } from "../../src/main/topics.ts";
import type { DatasetName } from "../../src/market/datasets.ts";
import type { Input, Topic } from "../../src/topics/topic.ts";

const sample = openSample();
const inputs = new Map<DatasetName, Input<DatasetName>>(
  await Promise.all([...sample.provides].map(async (name) => [name, await sample.fetch(name)] as const)),
);
const AS_OF = inputs.get("levels")?.source.asOf ?? "";

/** Beside the bare command: lines that hold figures which it lacks. */
const ALSO: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  debt: { rates: 100 },
  valuation: { eps: -10 },
  risks: { backtest: "all" },
  ratecut: { exclude: "2010" },
  thesis: { claim: 14 },
};

/** No source gives the series. */
const NOT_IN_THE_SAMPLE: ReadonlySet<string> = new Set(["of geopolitical"]);

function keysOf(topic: Topic): readonly string[] {
  const asked = Object.fromEntries(
    Object.entries(topic.needs).flatMap(([need, { dataset }]) => {
      const input = inputs.get(dataset);
      return input === undefined ? [] : [[need, input]];
    }),
  );
  const usual = Object.fromEntries(
    Object.entries(topic.args).map(([name, { fallback }]) => [name, fallback]),
  );
  return [{}, ALSO[topic.name] ?? {}].flatMap((also) =>
    topic.read(asked, { ...usual, ...also }, AS_OF).map(({ key }) => key),
  );
}

/** A key as each pattern reads it: its parts by parameter. */
function readings(topic: Topic, key: string): readonly (readonly (readonly [string, string])[])[] {
  return Object.keys(topic.figures).flatMap((pattern) => {
    const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const source = pattern
      .replaceAll(".", "\\.")
      .replaceAll("{figure}", "(.+)")
      .replace(/\{\w+\}/g, "([^.]+)");
    const match = new RegExp(`^${source}$`).exec(key);
    return match === null ? [] : [names.map((name, at) => [name, match[at + 1] ?? ""] as const)];
  });
}

describe("the values that help lists for what stands in braces", () => {
  test.each(topics)("are all there are, and each is one, in keys of $name", (topic) => {
    const values = topic.values ?? {};
    const isListed = ([name, value]: readonly [string, string]) => values[name]?.includes(value) ?? true;
    const seen = new Set<string>();
    for (const key of keysOf(topic)) {
      const fitting = readings(topic, key).filter((parts) => parts.every(isListed));
      expect([key, fitting.length > 0]).toEqual([key, true]);
      for (const [name, value] of fitting.flat()) seen.add(`${name} ${value}`);
    }
    const listed = Object.entries(values).flatMap(([name, all]) => all.map((value) => `${name} ${value}`));
    expect(listed.filter((each) => !seen.has(each) && !NOT_IN_THE_SAMPLE.has(each))).toEqual([]);
  });

  test.each(topics)(
    "or else one example, for every name in braces of $name",
    ({ figures, examples, values }) => {
      const names = Object.keys(figures).flatMap((key) =>
        [...key.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
      );
      for (const name of names)
        expect([name, values?.[name] ?? examples?.[name]]).not.toEqual([name, undefined]);
    },
  );
});
