import { z } from "zod";
import type { Store } from "../../storage/port.ts";
import { type Reference, referenceSchema } from "./incoming.ts";

/** A conversation that the bot is in, as it is stored. */
export interface Known {
  readonly reference: Reference;
  /** Of a channel. */
  readonly team: { readonly id: string; readonly name: string } | null;
  readonly name: string;
  /** Of a personal chat: whose it is. */
  readonly user: string | null;
  /** The same person in the directory (Entra object id), where Teams said so. */
  readonly directoryId: string | null;
  /** Of a channel: other teams or organisations read it, as Teams last said. */
  readonly shared: boolean;
  /** Who added the bot: told when it can no longer post there. */
  readonly owner: string | null;
  /** False once Teams said that the bot may not write there. */
  readonly active: boolean;
}

/** Where Teams may be written to, by tenant and conversation. */
export interface References {
  /** Keeps it; what is not given stays as it was. */
  remember(known: Pick<Known, "reference"> & Partial<Known>): Promise<void>;
  find(reference: Pick<Reference, "tenant" | "conversation">): Promise<Known | null>;
  /** A person's own chat, by their directory id. */
  personalOf(tenant: string, directoryId: string): Promise<Reference | null>;
  /** Some conversation of a tenant, to begin another one from. */
  anyOf(tenant: string): Promise<Reference | null>;
  /** Null where that person never wrote to the bot. */
  personal(tenant: string, user: string): Promise<Reference | null>;
  rename(reference: Reference, name: string): Promise<void>;
  forget(reference: Reference, user?: string): Promise<void>;
  renameTeam(tenant: string, team: string, name: string): Promise<void>;
  forgetTeam(tenant: string, team: string): Promise<void>;
  /** No longer written to. The owner, the first time that this is said; null after. */
  deactivate(reference: Reference): Promise<Known | null>;
  all(): Promise<readonly Known[]>;
}

const known = z.object({
  reference: referenceSchema,
  team: z.object({ id: z.string(), name: z.string() }).nullable(),
  name: z.string(),
  user: z.string().nullable(),
  directoryId: z.string().nullable().default(null),
  shared: z.boolean().default(false),
  owner: z.string().nullable(),
  active: z.boolean(),
});
const COLLECTION = "references";
const MOST_WRITTEN = 20_000;

export function createReferences(store: Store): References {
  /** What was written last, so that a conversation that goes on is written once. */
  const written = new Map<string, string>();

  async function read(key: string): Promise<Known | null> {
    return known.safeParse(await store.get(COLLECTION, key)).data ?? null;
  }

  async function write(key: string, value: Known): Promise<void> {
    const json = JSON.stringify(value);
    if (written.get(key) === json) return;
    await store.set(COLLECTION, key, value);
    written.delete(key);
    written.set(key, json);
    const [oldest] = written.keys();
    if (written.size > MOST_WRITTEN && oldest !== undefined) written.delete(oldest);
  }

  async function drop(key: string): Promise<void> {
    written.delete(key);
    await store.delete(COLLECTION, key);
  }

  async function all(): Promise<readonly Known[]> {
    const keys = await store.keys(COLLECTION);
    const values = await Promise.all(keys.map(read));
    return values.filter((value) => value !== null);
  }

  async function ofTenant(tenant: string): Promise<readonly Known[]> {
    return (await all()).filter(({ reference, active }) => active && reference.tenant === tenant);
  }

  async function ofTeam(tenant: string, team: string): Promise<readonly Known[]> {
    return (await all()).filter((each) => each.reference.tenant === tenant && each.team?.id === team);
  }

  return {
    async remember(given) {
      const key = keyOf(given.reference, given.user ?? null);
      const kept = written.get(key);
      const before = kept === undefined ? await read(key) : (JSON.parse(kept) as Known);
      await write(key, {
        reference: given.reference,
        team: given.team ?? before?.team ?? null,
        name: given.name || before?.name || "",
        user: given.user ?? before?.user ?? null,
        directoryId: given.directoryId ?? before?.directoryId ?? null,
        shared: given.shared ?? before?.shared ?? false,
        owner: given.owner ?? before?.owner ?? null,
        active: true,
      });
    },
    find: ({ tenant, conversation }) => read(`${tenant}/${conversation}`),
    async personalOf(tenant, directoryId) {
      const found = (await ofTenant(tenant)).find((each) => each.directoryId === directoryId && each.user);
      return found?.reference ?? null;
    },
    anyOf: async (tenant) => (await ofTenant(tenant))[0]?.reference ?? null,
    async personal(tenant, user) {
      const found = await read(`${tenant}/user/${user}`);
      return found?.active ? found.reference : null;
    },
    async rename(reference, name) {
      const found = await read(keyOf(reference, null));
      if (found) await write(keyOf(reference, null), { ...found, name });
    },
    forget: (reference, user) => drop(keyOf(reference, user ?? null)),
    async renameTeam(tenant, team, name) {
      const known = await ofTeam(tenant, team);
      await Promise.all(
        known.map((each) => write(keyOf(each.reference, null), { ...each, team: { id: team, name } })),
      );
    },
    async forgetTeam(tenant, team) {
      const gone = await ofTeam(tenant, team);
      await Promise.all(gone.map(({ reference }) => drop(keyOf(reference, null))));
    },
    async deactivate(reference) {
      const key = keyOf(reference, null);
      const found = await read(key);
      if (!found?.active) return null;
      await write(key, { ...found, active: false });
      return found;
    },
    all,
  };
}

/** A personal chat is found by its person, every other conversation by its id. */
function keyOf({ tenant, where, conversation }: Reference, user: string | null): string {
  return where === "personal" && user !== null ? `${tenant}/user/${user}` : `${tenant}/${conversation}`;
}
