import fc from "fast-check";
import { expect, test } from "vitest";
import { carry, FIGURE_INPUT, readSubmit } from "../../../src/surfaces/teams/submit.ts";

const COMMAND = "ratecut cycle=all asof=2026-10-31";
const KEY = "ratecut.all.12m.mean";

test("what a button carried is read again, with what Teams adds beside it", () => {
  const submit = { verb: "definitions", command: COMMAND } as const;
  expect(readSubmit({ ...carry(submit), msteams: { type: "x" }, other: 1 })).toEqual(submit);
  const explain = { ...carry({ verb: "explain", command: COMMAND }), [FIGURE_INPUT]: KEY };
  expect(readSubmit(explain)).toEqual({ verb: "explain", command: COMMAND, figure: KEY });
});

test("an Action.Execute's invoke is read too", () => {
  const submit = { verb: "refresh", command: "ratecut" } as const;
  const action = { type: "Action.Execute", verb: "refresh", data: carry(submit) };
  expect(readSubmit({ action, trigger: "manual" })).toEqual(submit);
});

test("a choice left in the menu does not leak into other buttons", () => {
  const value = { ...carry({ verb: "csv", command: COMMAND }), [FIGURE_INPUT]: KEY };
  expect(readSubmit(value)).toEqual({ verb: "csv", command: COMMAND });
});

test.each([
  ["nothing", undefined],
  ["null", null],
  ["a text", JSON.stringify(carry({ verb: "csv", command: COMMAND }))],
  ["foreign data", { verb: "csv", command: COMMAND }],
  ["an unknown verb", { smallcaps: { verb: "shutdown", command: COMMAND } }],
  ["a field of somebody else's", { smallcaps: { verb: "csv", command: COMMAND, x: 1 } }],
  ["a command with a line break", { smallcaps: { verb: "csv", command: "a\nb" } }],
  ["a command that begins with a space", { smallcaps: { verb: "csv", command: " a" } }],
  ["a giant command", { smallcaps: { verb: "csv", command: "x".repeat(601) } }],
  ["no command", { smallcaps: { verb: "csv" } }],
  ["explain without a figure", carry({ verb: "explain", command: COMMAND })],
  ["explain of no key", { ...carry({ verb: "explain", command: COMMAND }), [FIGURE_INPUT]: "<at>" }],
  ["feedback without a verdict", carry({ verb: "feedback", command: COMMAND })],
])("%s is read as null", (_what, value) => expect(readSubmit(value)).toBeNull());

test("whatever is read has come from a value of ours", () => {
  fc.assert(fc.property(fc.oneof(fc.anything(), fc.jsonValue()), (value) => readSubmit(value) === null));
});
