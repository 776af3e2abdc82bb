import type { Asker } from "../../briefing/briefing.ts";
import type { Gate } from "./gate.ts";
import type { References } from "./references.ts";
import type { Asked } from "./reply.ts";

/** Who asks and where, for what belongs to a channel. */
export function askerOf(asked: Asked, gate: Gate, references: References): Asker {
  const { reference, directoryId, shared } = asked;
  return {
    platform: "teams",
    workspace: reference.tenant,
    channel: reference.conversation,
    user: directoryId,
    ...(asked.name ? { name: asked.name } : {}),
    direct: reference.where === "personal",
    isMember: () => gate.isMember(reference, directoryId),
    async refusal() {
      if (reference.where === "personal") {
        return "schedules belong to a channel or a group chat, and this is a personal chat";
      }
      const known = await references.find(reference);
      const verdict = await gate.judge(reference, shared || known?.shared === true);
      return verdict.kind === "public" ? null : verdict.reason;
    },
  };
}
