import { lockFolder } from "../../src/storage/lock.ts";

/** A process of its own that takes the folder, says so, and keeps it. */
await lockFolder(process.argv[2] ?? "");
process.stdout.write("locked\n");
setInterval(() => {}, 1_000);
