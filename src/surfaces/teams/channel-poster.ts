import type { ChannelPoster, PostedFor, Posting } from "../../delivery/port.ts";
import { PostFault } from "../../delivery/port.ts";
import type { Calls, Posted } from "./calls.ts";
import type { TeamsDeps } from "./deps.ts";
import type { Gate } from "./gate.ts";
import type { Reference } from "./incoming.ts";
import type { Poster, Target } from "./post.ts";
import { asPostFault, postFault } from "./post-faults.ts";
import type { Known, References } from "./references.ts";
import { renderNote } from "./render.ts";

interface ChannelPosterDeps extends Pick<TeamsDeps, "mode" | "settings"> {
  readonly calls: Calls;
  readonly gate: Gate;
  readonly poster: Poster;
  readonly references: References;
}

const SAMPLE = "sample data are never sent to Teams";

/**
 * Scheduled posts: a new thread in a channel, a message in a group chat. The record of them is kept by whoever posts.
 * Neither a limit nor a failure is waited out here, but a gateway's: that is tried three times.
 */
export function createChannelPoster(deps: ChannelPosterDeps): ChannelPoster {
  const { calls, gate, poster, references, settings, mode } = deps;

  async function knownAt({ workspace, channel }: Pick<PostedFor, "workspace" | "channel">): Promise<Known> {
    if (settings.allowedTenants.length > 0 && !settings.allowedTenants.includes(workspace)) {
      throw new PostFault("refused", "the tenant is not served: TEAMS_ALLOWED_TENANTS does not name it");
    }
    const known = await references.find({ tenant: workspace, conversation: channel });
    if (known === null)
      throw new PostFault("refused", "I am not in this channel, or was removed", { gone: true });
    if (!known.active)
      throw new PostFault("refused", "Teams said that I may no longer write there", { gone: true });
    return known;
  }

  /** Who reads the channel is judged anew for every post (DOMAIN 3.5). */
  async function assertMayRead({ reference, shared }: Known): Promise<void> {
    if (reference.where === "personal") throw new PostFault("refused", "a personal chat has no schedules");
    gate.forget(reference); // Teams tells one process of many that somebody joined
    const verdict = await gate.judge(reference, shared);
    if (verdict.kind === "declined") throw new PostFault("refused", verdict.reason);
    if (verdict.kind === "private") throw await lostIfGone(reference, postFault(verdict.cause));
  }

  /** Nothing more is tried there until somebody speaks to the bot in it. */
  async function lostIfGone(reference: Reference, fault: unknown): Promise<unknown> {
    if (fault instanceof PostFault && fault.gone) await references.deactivate(reference);
    return fault;
  }

  function put(target: Target, where: PostedFor, posting: Posting): Promise<Posted> {
    if (posting.kind === "notice") return poster.message(target, renderNote(posting.text));
    const { briefing, lead, foot, alert } = posting;
    const [, , id = null] = where.slot.split("/");
    const by = alert?.by;
    const acknowledged = by ? [`✓ Acknowledged by ${by.name ?? "a member"}, ${by.when}`] : [];
    return poster.briefing(target, briefing, {
      private: false,
      schedule: { id, lead: [...lead, ...acknowledged], foot, ...(alert ? { alert } : {}) },
    });
  }

  function assertReal(posting: Posting): void {
    const isSample = posting.kind === "briefing" && posting.briefing.dataMode === "sample";
    if (isSample || mode() === "sample") throw new PostFault("refused", SAMPLE);
  }

  return {
    platform: "teams",

    async post(where, posting, onSending) {
      assertReal(posting);
      const known = await knownAt(where);
      await assertMayRead(known);
      const { reference } = known;
      const leaving = watched(onSending);
      try {
        const target = { to: reference, conversation: startOf(reference), record: null, once: leaving };
        return { messageId: messageIdOf(reference, await put(target, where, posting)) };
      } catch (error) {
        if (leaving.vetoedBy(error)) throw error;
        const fault = await lostIfGone(reference, asPostFault(error));
        if (fault instanceof PostFault || !leaving.hasLeft()) throw fault;
        throw new PostFault("ambiguous", "Teams' answer could not be read", { cause: error });
      }
    },

    // The Bot Connector lists no messages (GET conversations and activities are for Direct Line and Web Chat), takes no
    // key that would make a second try harmless, and an id is known only from the answer that is missing.
    find: async () => "cannotAsk",

    /** Not gated: a wrong number that stands there already is worse than a right one in its place. */
    async correct(where, messageId, posting, what) {
      assertReal(posting);
      const { reference } = await knownAt(where);
      const { conversation, id } = placeOf(reference, messageId);
      const target = { to: reference, conversation, record: null };
      try {
        await put({ ...target, replaces: id, inPlaceOnly: true }, where, posting);
        await poster.message({ ...target, replyTo: id }, renderNote(`Corrected: ${what}`));
      } catch (error) {
        throw asPostFault(error);
      }
    },

    async replace(where, messageId, posting) {
      assertReal(posting);
      const known = await knownAt(where);
      await assertMayRead(known);
      const { conversation, id } = placeOf(known.reference, messageId);
      const target = { to: known.reference, conversation, record: null };
      try {
        await put({ ...target, replaces: id, inPlaceOnly: true }, where, posting);
      } catch (error) {
        throw asPostFault(error);
      }
    },

    async tell(workspace, user, text) {
      try {
        const known = await references.personalOf(workspace, user);
        const to = known ?? (await opened(workspace, user));
        const target = { to, conversation: to.conversation, record: null };
        await poster.message(target, renderNote(text));
      } catch (error) {
        const fault = asPostFault(error);
        // That one person cannot be written to says nothing about a channel.
        if (!(fault instanceof PostFault && fault.gone)) throw fault;
        throw new PostFault("refused", fault.message, { cause: fault });
      }
    },
  };

  async function opened(workspace: string, user: string): Promise<Reference> {
    const from = await references.anyOf(workspace);
    if (from === null) throw new PostFault("refused", "no conversation of this tenant is known");
    return calls.openPersonal(from, user);
  }
}

/** A channel's message begins a thread; in a chat there are none. */
const startOf = ({ where, conversation }: Reference) => (where === "channel" ? null : conversation);

/** Knows afterwards whether a request may have left, and whose refusal it was that none did. */
function watched(onSending: () => Promise<void>) {
  let left = false;
  let veto: { readonly error: unknown } | null = null;
  return {
    before: async () => {
      try {
        await onSending();
      } catch (error) {
        veto = { error };
        throw error;
      }
      left = true;
    },
    hasLeft: () => left,
    vetoedBy: (error: unknown) => veto !== null && veto.error === error,
  };
}

/**
 * The activity's id. A channel's thread is named by its first message, so that id finds both; where the connector
 * names them differently, both are kept: "<thread>/<activity>".
 */
function messageIdOf({ where }: Reference, { id, conversation }: Posted): string {
  const thread = /;messageid=(\d+)$/.exec(conversation)?.[1];
  return where !== "channel" || thread === undefined || thread === id ? id : `${thread}/${id}`;
}

function placeOf({ where, conversation }: Reference, messageId: string) {
  if (where !== "channel") return { conversation, id: messageId };
  const [, thread = messageId, id = messageId] = /^(\d+)\/(.+)$/.exec(messageId) ?? [];
  return { conversation: `${conversation};messageid=${thread}`, id };
}
