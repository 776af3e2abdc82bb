import { readFileSync } from "node:fs";

export const { version } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as {
  version: string;
};
export const out = (text: string) => void process.stdout.write(text);
export const err = (text: string) => void process.stderr.write(text);
