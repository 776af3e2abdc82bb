import type { SourceResponse } from "../../briefing/figure.ts";
import type { Progress } from "../../market/port.ts";
import { shownUrl } from "../http/address.ts";
import type { Client } from "../http/client.ts";
import { SourceFault } from "../http/fault.ts";
import { createMemory, type Memory } from "./memory.ts";
import type { Quarantine } from "./quarantine.ts";
import type { Resource } from "./recipe.ts";
import { type Copy, type Shelf, sha256 } from "./shelf.ts";

export interface ObtainDeps {
  /** "treasury": names the source in the quarantine. */
  readonly id: string;
  /** Short, for progress: "Treasury". */
  readonly called: string;
  readonly client: Client;
  /** Null where the source's terms forbid keeping anything. */
  readonly shelf: Shelf | null;
  readonly quarantine: Quarantine | null;
  readonly now: () => Date;
}

/** A resource that the dataset does without, and why. */
export interface Lacking {
  readonly lacking: string;
}

/** A resource, understood. */
export interface Obtained<Part> {
  readonly part: Part;
  readonly response: SourceResponse;
  /** Why an old copy stands in. */
  readonly stale?: string;
  /** It came just now, and is not kept yet. */
  readonly fresh?: Copy;
}

export interface Wish {
  /** Ask although a copy is young enough. */
  readonly anew: boolean;
  /** What came is set beside the copy that it replaces. */
  readonly compare?: boolean;
  readonly cannotKeep: (error: Error) => void;
  readonly progress?: Progress | undefined;
}

/** An interrupted pull that is started again does not ask for what it has just got. */
const JUST_NOW_MS = 60_000;
const DAY_MS = 86_400_000;

interface Known {
  readonly part: unknown;
  readonly response: SourceResponse;
}

/** Gets resources: from memory, from the kept copy, or by asking. Rejects with `SourceFault`. */
export function createObtain(deps: ObtainDeps) {
  const { id, called, client, shelf, quarantine, now } = deps;
  const memory: Memory<Known> | null = shelf && createMemory<Known>(30 * DAY_MS);

  const latest = async ({ name }: { readonly name: string }): Promise<SourceResponse | null> =>
    (await shelf?.response(name)) ?? memory?.get(name)?.response ?? null;

  /** The kept copy, understood; null where there is none that can be. */
  async function recall<Part>(resource: Resource<Part>): Promise<Obtained<Part> | null> {
    const known = memory?.get(resource.name);
    const response = await latest(resource);
    if (response === null || response.status === 404) return null;
    if (known && known.response.sha256 === response.sha256) return { part: known.part as Part, response };
    const copy = await shelf?.read(resource.name);
    if (!copy) return null;
    try {
      const part = resource.parse(copy.bytes);
      memory?.set(resource.name, { part, response: copy.response });
      return { part, response: copy.response };
    } catch (error) {
      if (error instanceof SourceFault) return null;
      throw error;
    }
  }

  async function ask<Part>(resource: Resource<Part>, wish: Wish): Promise<Obtained<Part>> {
    const { name, label, request } = resource;
    const progress = tell(`${called}: ${label}`, wish.progress);
    const copy = await client({ ...request, progress: progress.during });
    progress.done(copy.bytes.length);
    const part = understand(resource, copy.bytes);
    // What is to be compared with an older copy replaces it only then.
    const isSettled = resource.settled && !(wish.compare && (await latest(resource)) !== null);
    memory?.set(name, { part, response: copy.response });
    if (isSettled) await shelf?.keep(name, copy).catch(wish.cannotKeep);
    return { part, response: copy.response, ...(isSettled ? {} : { fresh: copy }) };
  }

  async function setAside<Part>({ name, request }: Resource<Part>, fault: SourceFault): Promise<void> {
    if (fault.body === null || quarantine === null) return;
    const url = `${request.base.host}/${request.path}`;
    const entry = { source: id, name, url, reason: fault.message, at: now().toISOString() };
    // A full disk is no reason to say less about the fault itself.
    await quarantine.put(entry, shelf === null ? null : fault.body).catch(() => {});
  }

  function isYoung<Part>({ maxAgeMs, settled }: Resource<Part>, { retrievedAt }: SourceResponse, wish: Wish) {
    const age = now().getTime() - Date.parse(retrievedAt);
    return age >= 0 && age < (wish.anew && !settled ? JUST_NOW_MS : maxAgeMs);
  }

  return {
    recall,
    setAside,
    /** What memory holds of them came just now and did not fit. */
    forget: (resources: readonly { readonly name: string }[]) => {
      for (const { name } of resources) memory?.delete(name);
    },
    keep: async <Part>(resource: Resource<Part>, copy: Copy) => shelf?.keep(resource.name, copy),
    /** Remembers that the source has nothing under it. */
    keepUnused: async <Part>({ name, request }: Resource<Part>) => {
      const told = { url: shownUrl(request), retrievedAt: now().toISOString(), status: 404 };
      await shelf?.keep(name, { bytes: NOTHING, response: { ...told, sha256: sha256(NOTHING) } });
    },
    obtain: async <Part>(resource: Resource<Part>, wish: Wish): Promise<Obtained<Part> | Lacking> => {
      const response = await latest(resource);
      const isUsed = response !== null && isYoung(resource, response, wish);
      if (isUsed && response.status === 404) throw unused(response);
      const young = isUsed ? await recall(resource) : null;
      return young ?? ask(resource, wish).catch((fault: unknown) => insteadOf(resource, fault));
    },
  };

  /** The kept copy where asking failed. */
  async function insteadOf<Part>(
    resource: Resource<Part>,
    fault: unknown,
  ): Promise<Obtained<Part> | Lacking> {
    if (!(fault instanceof SourceFault)) throw fault;
    await setAside(resource, fault);
    const old = await recall(resource);
    if (old) return { ...old, stale: fault.message };
    if (resource.mayLack) return { lacking: fault.message };
    throw fault;
  }
}

const NOTHING = Buffer.alloc(0);

function unused({ url, retrievedAt }: SourceResponse): SourceFault {
  const problem = `${url} answered with status 404 on ${retrievedAt.slice(0, 10)}`;
  return new SourceFault(problem, { transient: false, status: 404 });
}

/** The body goes with the fault, for the quarantine. */
function understand<Part>(resource: Resource<Part>, bytes: Buffer): Part {
  try {
    return resource.parse(bytes);
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    const { message, transient } = error;
    throw new SourceFault(message, { transient, cause: error, body: bytes });
  }
}

const STEP_BYTES = 64_000;

function tell(what: string, progress: Progress | undefined) {
  let told = 0;
  return {
    during: (bytes: number, total: number | null) => {
      if (bytes - told < STEP_BYTES) return;
      told = bytes;
      progress?.(`${what}, ${kilobytes(bytes)}${total === null ? "" : ` of ${kilobytes(total)}`}`);
    },
    done: (bytes: number) => progress?.(`${what}, ${kilobytes(bytes)} downloaded`),
  };
}

const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1000)} kB`;
