// Plain JavaScript, so that any Node can read it: runs the given program under Node 24, the one that came with the
// packages where this one is older. (Older npm does not put that one on the PATH of its scripts.)
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const WANTED = 24;
const [program = "", ...args] = process.argv.slice(2);

if (Number(process.versions.node.split(".")[0]) >= WANTED) {
  process.argv.splice(1, 2, resolve(program));
  await import(pathToFileURL(resolve(program)).href);
} else {
  const node = bundledNode();
  if (existsSync(node)) runUnder(node);
  else {
    process.stderr.write(
      `smallcaps needs Node ${WANTED}; this is ${process.version}, and the packages brought none for this machine. Install Node ${WANTED} from nodejs.org.\n`,
    );
    process.exitCode = 2;
  }
}

function bundledNode() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const file = process.platform === "win32" ? "node.exe" : "node";
  return fileURLToPath(
    new URL(`../node_modules/node-${platform}-${process.arch}/bin/${file}`, import.meta.url),
  );
}

/** @param {string} node */
function runUnder(node) {
  const child = spawn(node, [program, ...args], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.once("exit", (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
}
