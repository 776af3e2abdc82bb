import { describe, expect, test } from "vitest";
import { open, placeIn, seal } from "../../src/storage/envelope.ts";
import { newKeys } from "./store-world.ts";

const SECRET = "xoxb-very-secret-token";
const place = { collection: "installations", key: "team:T1" };
const keys = newKeys();
type Envelope = Record<string, string>;
const envelope = () => JSON.parse(seal(place, { token: SECRET }, keys[0])) as Envelope;

describe("an envelope", () => {
  test("gives back what it was given, to the holder of the key alone", () => {
    const text = seal(place, { token: SECRET }, keys[0]);
    expect(text).not.toContain(SECRET);
    expect(open(text, place, keys)).toEqual({ value: { token: SECRET }, kid: keys[0].id });
    expect(open(text, place, newKeys())).toEqual({ fault: "no_key", kid: keys[0].id });
    expect(placeIn(text)).toEqual(place);
  });

  test("of the same value is never the same twice", () => {
    const all = Array.from({ length: 5 }, envelope);
    for (const field of ["nonce", "data", "tag"])
      expect(new Set(all.map((each) => each[field])).size).toBe(5);
  });

  test.each(["nonce", "tag", "data"])("with a flipped bit in %s is found", (field) => {
    const each = envelope();
    const bytes = Buffer.from(each[field]!, "base64");
    bytes[0]! ^= 1;
    const changed = JSON.stringify({ ...each, [field]: bytes.toString("base64") });
    expect(open(changed, place, keys)).toEqual({ fault: "damaged" });
  });

  test.each<[string, (each: Envelope) => object]>([
    ["a shortened tag", (each) => ({ ...each, tag: each["tag"]!.slice(0, 8) })],
    ["an empty tag", (each) => ({ ...each, tag: "" })],
    ["a long nonce", (each) => ({ ...each, nonce: each["nonce"]!.repeat(2) })],
    ["text that is not base64", (each) => ({ ...each, data: "§§§" })],
    ["a missing field", ({ nonce: _, ...each }) => each],
    ["another version 0", (each) => ({ ...each, v: 0 })],
  ])("with %s is found", (_what, change) => {
    expect(open(JSON.stringify(change(envelope())), place, keys)).toEqual({ fault: "damaged" });
  });

  test("cut off anywhere is found", () => {
    const text = JSON.stringify(envelope());
    for (let end = 0; end < text.length; end += 7)
      expect(open(text.slice(0, end), place, keys)).toEqual({ fault: "damaged" });
  });

  test("in another place is found, renamed inside or not", () => {
    const each = envelope();
    const elsewhere = { collection: "channels", key: "team:T1" };
    expect(open(JSON.stringify(each), elsewhere, keys)).toEqual({ fault: "damaged" });
    expect(open(JSON.stringify({ ...each, ...elsewhere }), elsewhere, keys)).toEqual({ fault: "damaged" });
  });

  test("of a later version says so", () => {
    expect(open(JSON.stringify({ v: 2, whatever: true }), place, keys)).toEqual({ fault: "newer" });
  });
});
