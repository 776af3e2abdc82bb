import type { Threads } from "../conversation/threads.ts";
import type { TeamsDeps } from "./deps.ts";
import type { Gate } from "./gate.ts";
import { type Activity, type Reference, referenceOf, whereOf } from "./incoming.ts";
import type { Poster } from "./post.ts";
import type { References } from "./references.ts";
import { renderProblem, renderWelcome, SAMPLE_REFUSAL } from "./render.ts";
import { createStop, STOPPED } from "./stop.ts";

interface LifeDeps extends TeamsDeps {
  readonly gate: Gate;
  readonly poster: Poster;
  readonly references: References;
  readonly threads: Threads;
}

export interface Life {
  /** A message came: its conversation is known from now on. */
  met(activity: Activity): Promise<void>;
  /** `installationUpdate` and `conversationUpdate`. */
  changed(activity: Activity): Promise<void>;
}

const COMMANDS_SHOWN = 3;
const MOST_WELCOMED = 10_000;

/** Joining and leaving: a welcome where it was added, nothing kept of what removed it. */
export function createLife(deps: LifeDeps): Life {
  const { references, gate, poster, threads } = deps;
  const isStopped = createStop(deps);
  /** Teams tells of one addition twice: as an installation, and as a new member. */
  const welcomed = new Set<string>();
  const keyOf = ({ tenant, conversation }: Reference) => `${tenant}/${conversation}`;

  function knownFrom(activity: Activity) {
    const { channelData: data, from } = activity;
    const reference = referenceOf(activity);
    const team = data?.team?.id ? { team: { id: data.team.id, name: data.team.name ?? "" } } : {};
    const user =
      reference.where === "personal"
        ? { user: from.id, ...(from.aadObjectId ? { directoryId: from.aadObjectId } : {}) }
        : {};
    // A channel keeps what it was made as; an activity that does not say is no word on it.
    const shared = data?.channel?.type ? { shared: data.channel.type === "shared" } : {};
    const name = data?.channel?.name ?? "";
    return { reference, name, ...team, ...user, ...shared };
  }

  async function added(activity: Activity): Promise<void> {
    const known = knownFrom(activity);
    await references.remember({ ...known, owner: activity.from.id });
    const key = keyOf(known.reference);
    if (welcomed.has(key)) return;
    welcomed.add(key);
    const [oldest] = welcomed;
    if (welcomed.size > MOST_WELCOMED && oldest !== undefined) welcomed.delete(oldest);
    const record = {
      user: activity.from.aadObjectId ?? activity.from.id,
      private: known.reference.where === "personal",
      origin: "notice",
      command: null,
    } as const;
    const target = { to: known.reference, conversation: activity.conversation.id, record };
    await poster.message(target, await welcome(activity));
  }

  async function welcome(activity: Activity) {
    if (await isStopped(referenceOf(activity).tenant)) return renderProblem(STOPPED);
    if (deps.mode() === "sample") {
      const message = `Thank you for adding me. ${SAMPLE_REFUSAL.message}`;
      return renderProblem({ message, hint: SAMPLE_REFUSAL.hint });
    }
    const answer = await deps.assistant().answer("");
    const sections = answer.kind === "page" ? answer.page.sections : [];
    const lines = (heading: string) => sections.find((each) => each.heading === heading)?.lines ?? [];
    const ready = lines("Works now").join("\n");
    const offers = deps.topics.filter(({ command }) => ready.includes(`\`${command}\``));
    const where = whereOf(activity);
    return renderWelcome({
      where: where === "channel" ? "team" : where,
      dataLines: lines("Data"),
      commands: [
        ...offers.slice(0, COMMANDS_SHOWN),
        { command: "help", what: "everything that can be asked" },
      ],
    });
  }

  async function removed(activity: Activity): Promise<void> {
    const { reference, team, user } = { team: undefined, user: undefined, ...knownFrom(activity) };
    welcomed.delete(keyOf(reference));
    gate.forget(reference);
    threads.forgetWorkspace(`${reference.tenant}/${reference.conversation}`);
    if (team) await references.forgetTeam(reference.tenant, team.id);
    await references.forget(reference, user);
  }

  /** The conversation of a channel's own event is the team's: the channel is named beside it. */
  function channelOf(activity: Activity): Reference | null {
    const id = activity.channelData?.channel?.id;
    return id ? { ...referenceOf(activity), where: "channel", conversation: id } : null;
  }

  async function conversationChanged(activity: Activity): Promise<void> {
    const { recipient, membersAdded, membersRemoved } = activity;
    const isBot = ({ id }: { id: string }) => id === recipient.id;
    if (membersAdded?.some(isBot)) return added(activity);
    if (membersRemoved?.some(isBot)) return removed(activity);
    if (membersAdded?.length || membersRemoved?.length) gate.forget(referenceOf(activity));
    await (channelChanged(activity) ?? teamChanged(activity));
  }

  function channelChanged(activity: Activity): Promise<void> | undefined {
    const data = activity.channelData;
    const channel = channelOf(activity);
    if (!channel) return undefined;
    switch (data?.eventType) {
      case "channelRenamed":
        return references.rename(channel, data.channel?.name ?? "");
      case "channelDeleted":
        return references.forget(channel);
      case "channelShared":
        gate.forget(channel);
        return references.remember({ reference: channel, shared: true });
      case "channelUnshared":
        gate.forget(channel);
        return undefined;
      default:
        return undefined;
    }
  }

  function teamChanged(activity: Activity): Promise<void> | undefined {
    const { team, eventType } = activity.channelData ?? {};
    const { tenant } = referenceOf(activity);
    if (!team?.id) return undefined;
    if (eventType === "teamRenamed") return references.renameTeam(tenant, team.id, team.name ?? "");
    const gone = ["teamDeleted", "teamHardDeleted", "teamArchived"].includes(eventType ?? "");
    return gone ? references.forgetTeam(tenant, team.id) : undefined;
  }

  return {
    met: (activity) => references.remember(knownFrom(activity)),
    async changed(activity) {
      if (activity.type === "conversationUpdate") return conversationChanged(activity);
      if (activity.action === "add") return added(activity);
      if (activity.action === "remove") return removed(activity);
    },
  };
}
