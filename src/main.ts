import { admin } from "./main/admin.ts";
import { ask, writeSample } from "./main/ask.ts";
import { generate } from "./main/generate.ts";
import { narrateCheck } from "./main/narrate-check.ts";
import { err } from "./main/program.ts";
import { serve } from "./main/serve.ts";
import { teamsPackage } from "./main/teams-package.ts";
import { reportFailure } from "./surfaces/terminal/app.ts";

const COMMANDS: Readonly<Record<string, (argv: readonly string[]) => Promise<number>>> = {
  serve,
  ask,
  admin,
  "narrate-check": narrateCheck,
  sample: writeSample,
  generate,
  "teams-package": teamsPackage,
};

async function main([name = "serve", ...argv]: readonly string[]): Promise<void> {
  const command = COMMANDS[name];
  if (command === undefined) {
    err(`"${name}" is not a command of smallcaps: ${Object.keys(COMMANDS).join(", ")}\n`);
    process.exitCode = 2;
    return;
  }
  process.exitCode = await command(argv).catch((error: unknown) => reportFailure(error, err));
}

// A reader that has had enough (`| head`) closes the pipe: nobody is left to write to.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

await main(process.argv.slice(2));
