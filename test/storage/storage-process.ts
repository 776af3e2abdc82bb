import { BriefingError } from "../../src/briefing/errors.ts";
import { parseKeys } from "../../src/storage/keys.ts";
import type { Slot } from "../../src/storage/port.ts";
import { openStorage } from "../../src/storage/postgres/open.ts";

/** A process of its own with storage: `storage-process.ts JSON` of what to open and what to do. */
export interface Order {
  readonly url?: string;
  readonly stateDir: string;
  readonly key: string;
  readonly as: "bot" | "guest";
  /** Waits for a line on its standard input, claims all of them, and says which it got. */
  readonly claim?: readonly Slot[];
  /** Appends so many rows to the audit, each holding its number and the head before it. */
  readonly append?: number;
  /** Keeps it open until it is killed. */
  readonly stay?: boolean;
}

const say = (text: string) => process.stdout.write(`${text}\n`);
const {
  url,
  stateDir,
  key,
  as,
  claim = [],
  append = 0,
  stay = false,
} = JSON.parse(process.argv[2] ?? "") as Order;
try {
  const storage = await openStorage({ url, stateDir, as, keys: parseKeys(key) });
  say(String(storage.database.pool.options.port ?? "open"));
  if (claim.length > 0 || append > 0) await new Promise((resolve) => process.stdin.once("data", resolve));
  const claims = await Promise.all(claim.map((slot) => storage.deliveries.claim(slot)));
  say(JSON.stringify(claims.flatMap((each) => (each === null ? [] : [each.delivery.slot]))));
  for (let i = 0; i < append; i += 1) {
    await storage.audit.append((head) => ({
      hash: `${process.pid}-${i}`,
      record: JSON.stringify({ after: head?.hash ?? null }),
    }));
  }
  if (stay) setInterval(() => {}, 1_000);
  else {
    await storage.close();
    process.stdin.destroy();
  }
} catch (error) {
  if (!(error instanceof BriefingError)) throw error;
  process.stderr.write(`${error.message}\n${error.hint}\n`);
  process.exitCode = 2;
}
