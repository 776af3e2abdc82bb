import { bulkhead } from "cockatiel";
import type { Source, SourceResponse } from "../../briefing/figure.ts";
import { SourceFault } from "../http/fault.ts";
import type { createObtain, Wish } from "../kept/obtain.ts";
import type { Resource } from "../kept/recipe.ts";

/** Gets resources for one dataset and remembers what came: its provenance, and where old copies stood in. */
export interface Reader {
  readonly responses: readonly SourceResponse[];
  readonly stale: readonly string[];
  /** Of the user's files that were used besides. */
  readonly own: readonly Source[];
  /** How far it is, in words. */
  readonly at: () => string;
  get<Part>(resource: Resource<Part>): Promise<Part>;
  /** Many at a time, in order; null where EDGAR does not have one (status 404). */
  getAll<Part>(resources: readonly Resource<Part>[], what: string): Promise<readonly (Part | null)[]>;
  /** For what is not a resource: an answer that was read and not kept whole. */
  note(response: SourceResponse): void;
  noteOwn(source: Source): void;
  progress(message: string): void;
}

/** At a few hundred milliseconds an answer, so many at a time make nine a second. */
const AT_ONCE = 6;

export function createReader(obtaining: ReturnType<typeof createObtain>, wish: Wish): Reader {
  const responses: SourceResponse[] = [];
  const stale: string[] = [];
  const own: Source[] = [];
  let at = "at the beginning";

  async function get<Part>(resource: Resource<Part>, quiet = false): Promise<Part> {
    const got = await obtaining.obtain(resource, quiet ? { ...wish, progress: undefined } : wish);
    if (!("part" in got)) throw new SourceFault(`${resource.label} is not to be had`, { transient: false });
    responses.push(got.response);
    if (got.stale !== undefined)
      stale.push(`${got.stale}; using the copy retrieved on ${got.response.retrievedAt.slice(0, 10)}`);
    return got.part;
  }

  async function getAll<Part>(resources: readonly Resource<Part>[], what: string) {
    const lanes = bulkhead(AT_ONCE, Number.POSITIVE_INFINITY);
    let done = 0;
    let failed = false;
    let found = false;
    const unused: Resource<Part>[] = [];
    const one = async (resource: Resource<Part>) => {
      if (failed) return null;
      const part = await get(resource, true).catch((fault: unknown) => {
        if (fault instanceof SourceFault && fault.status === 404) return null;
        failed = true;
        throw fault;
      });
      if (part !== null) found = true;
      else if (resource.mayBeUnused) unused.push(resource);
      done += 1;
      say(`${what}, ${done} of ${resources.length}`, done % 10 === 0 || done === resources.length);
      return part;
    };
    const results = await Promise.allSettled(resources.map((each) => lanes.execute(() => one(each))));
    // Where nothing at all is found, it is the host that fails, whatever it says.
    if (found) await Promise.all(unused.map((each) => obtaining.keepUnused(each).catch(wish.cannotKeep)));
    return results.map((result) => {
      if (result.status === "rejected") throw result.reason;
      return result.value;
    });
  }

  const say = (message: string, aloud: boolean) => {
    at = message;
    if (aloud) wish.progress?.(`EDGAR: ${message}`);
  };
  return {
    responses,
    stale,
    own,
    at: () => at,
    get: (resource) => get(resource),
    getAll,
    note: (response) => void responses.push(response),
    noteOwn: (source) => void own.push(source),
    progress: (message) => say(message, true),
  };
}
