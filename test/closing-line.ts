import type { Reporter, TestModule } from "vitest/node";

/** Prints what was skipped, by name, and the plain line that ends `npm test`: `N passed, N failed[, N skipped]`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const skipped: string[] = [];
    for (const module of modules) {
      if (module.state() === "failed" && module.errors().length > 0) counts.failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed" || state === "failed") counts[state] += 1;
        else {
          counts.skipped += 1;
          skipped.push(test.fullName);
        }
      }
    }
    counts.failed += unhandledErrors.length;
    process.on("exit", () => {
      if (skipped.length > 0)
        console.log(`\nNOT RUN HERE:\n${skipped.map((name) => `  - ${name}`).join("\n")}\n`);
      const tail = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
      console.log(`${counts.passed} passed, ${counts.failed} failed${tail}`);
    });
  }
}
