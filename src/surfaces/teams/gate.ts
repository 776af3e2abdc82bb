import type { Calls, Member } from "./calls.ts";
import type { TeamsSettings } from "./deps.ts";
import { TeamsCallFailed } from "./faults.ts";
import type { Reference } from "./incoming.ts";

/** Whether an answer may stand in a conversation for all to see. */
export type Verdict =
  | { readonly kind: "public" }
  /** Fine for the asker, not for all. */
  | { readonly kind: "private"; readonly reason: string; readonly cause: TeamsCallFailed }
  /** Compliance: guests or another organisation would read it (DOMAIN 3.5). */
  | { readonly kind: "declined"; readonly reason: string };

export interface Gate {
  /** @param shared as Teams marks a channel that several teams or organisations read */
  judge(place: Reference, shared: boolean): Promise<Verdict>;
  /** True for a guest or a member of another organisation: not served anywhere. */
  isGuest(place: Reference, user: string): Promise<boolean>;
  /**
   * As the platform says now. @param user id of the account or of the directory
   * @throws TeamsCallFailed
   */
  isMember(place: Reference, user: string): Promise<boolean>;
  /** What was learnt of a conversation is asked anew. */
  forget(place: Reference): void;
}

const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 5_000;

export function createGate(
  calls: Pick<Calls, "members">,
  settings: TeamsSettings,
  now: () => number = Date.now,
): Gate {
  const kept = new Map<string, { readonly until: number; readonly members: Promise<readonly Member[]> }>();
  const keyOf = ({ tenant, conversation }: Reference) => `${tenant}/${conversation}`;

  function members(place: Reference): Promise<readonly Member[]> {
    const known = kept.get(keyOf(place));
    return known && known.until > now() ? known.members : membersNow(place);
  }

  function membersNow(place: Reference): Promise<readonly Member[]> {
    const key = keyOf(place);
    const asked = calls.members(place);
    kept.delete(key);
    kept.set(key, { until: now() + KEPT_MS, members: asked });
    asked.catch(() => {
      if (kept.get(key)?.members === asked) kept.delete(key);
    });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return asked;
  }

  return {
    async judge(place, shared) {
      if (place.where === "personal" || settings.allowedChannels.includes(place.conversation)) {
        return { kind: "public" };
      }
      const remedy = `whoever runs smallcaps can allow it: TEAMS_ALLOWED_CHANNELS=${place.conversation}`;
      if (shared) {
        return {
          kind: "declined",
          reason: `this channel is shared with other teams or organisations; ${remedy}`,
        };
      }
      try {
        const outsiders = (await members(place)).some((member) => isOutside(member, place));
        return outsiders
          ? { kind: "declined", reason: `guests or people of another organisation read it; ${remedy}` }
          : { kind: "public" };
      } catch (error) {
        if (!(error instanceof TeamsCallFailed)) throw error;
        // What cannot be checked is not posted for all to see.
        return { kind: "private", reason: "I cannot check who reads this conversation", cause: error };
      }
    },
    async isGuest(place, user) {
      const found = (await members(place)).find(({ id }) => id === user);
      return found !== undefined && isOutside(found, place);
    },
    async isMember(place, user) {
      return (await membersNow(place)).some(({ id, aadObjectId }) => id === user || aadObjectId === user);
    },
    forget: (place) => void kept.delete(keyOf(place)),
  };
}

function isOutside({ userRole, tenantId }: Member, { tenant }: Reference): boolean {
  if (userRole === "guest" || userRole === "anonymous") return true;
  return Boolean(tenantId) && tenant !== "" && tenantId !== tenant;
}
