import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox", // tests also run as root in containers, where the sandbox cannot start
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** $CHROMIUM, or where distributions put it; null where there is none. */
export const chromiumPath: string | null =
  [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
    (path) => path !== undefined && existsSync(path),
  ) ?? null;

/** For `describe.skipIf(noChromium)(browserSuite("console page"), …)`: the name of a skipped suite says why. */
export const noChromium: boolean = chromiumPath === null;

export function browserSuite(name: string): string {
  return noChromium ? `${name} (SKIPPED: no Chromium; install it or set CHROMIUM to its path)` : name;
}

export function launchChromium(): Promise<Browser> {
  if (chromiumPath === null) throw new Error("No Chromium: install it or set CHROMIUM to its path.");
  return chromium.launch({ executablePath: chromiumPath, args: FLAGS });
}
