import { openFileStore } from "../../src/storage/file-store.ts";
import { parseKeys } from "../../src/storage/keys.ts";

/** A process of its own that opens the store, says so, and keeps it. */
const [dir = "", key = ""] = process.argv.slice(2);
const store = await openFileStore({ dir, keys: parseKeys(key) });
await store.set("threads", "a", "of the other process");
process.stdout.write("open\n");
setInterval(() => {}, 1_000);
