import { defineConfig } from "vitest/config";

/** All limits are there to end what hangs: none is meant to be met by the speed of a machine. */
const PATIENCE_MS = 300_000;

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    expect: { poll: { timeout: 30_000 } },
    pool: "forks",
    maxWorkers: 2, // much of it waits: for browsers, databases, platforms
    setupFiles: ["test/support/same-chance.ts"],
    globalSetup: ["test/support/postgres.ts"],
    reporters: ["default", "./test/closing-line.ts"],
  },
});
