import { once } from "node:events";
import { createServer } from "node:net";

/** Below the ports that systems give out by themselves, where anybody's connection may take one before it is used. */
const FIRST = 10_000;
const A_PROCESS = 40;
const PROCESSES = 500;
let next = 0;

/** A port on which nothing listens, for a program that must know it before it starts; another at every call. */
export async function freePort(): Promise<number> {
  for (; next < A_PROCESS; ) {
    const port = FIRST + (process.pid % PROCESSES) * A_PROCESS + next;
    next += 1;
    const server = createServer();
    const isFree = once(server.listen(port, "127.0.0.1"), "listening").then(
      () => true,
      () => false,
    );
    if (!(await isFree)) continue;
    server.close();
    await once(server, "close");
    return port;
  }
  throw new Error(`no free port from ${FIRST + (process.pid % PROCESSES) * A_PROCESS} on`);
}
