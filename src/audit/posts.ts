import { z } from "zod";
import type { Asker } from "../briefing/briefing.ts";
import type { AuditRow, Deliveries } from "../storage/port.ts";

const sendingSchema = z.object({
  kind: z.literal("sending"),
  id: z.string(),
  at: z.string(),
  platform: z.enum(["slack", "teams"]),
  workspace: z.string(),
  channel: z.string(),
  private: z.boolean(),
  origin: z.string(),
  slot: z.string().nullable(),
});
const outcomeSchema = z.object({
  kind: z.enum(["sent", "notSent"]),
  of: z.string().nullable(),
  slot: z.string().nullish(),
  message: z.string().nullish(),
  reason: z.string().optional(),
  maybe: z.boolean().optional(),
});
type Sending = z.infer<typeof sendingSchema>;
type Outcome = z.infer<typeof outcomeSchema>;

const SHOWN = 20;
const NAMES = { slack: "Slack", teams: "Teams" } as const;

/**
 * Where a briefing went, from its rows in the audit: newest first, twenty at most. Private answers are counted, not
 * shown; somebody in a channel sees posts of the own workspace.
 */
export async function postLines(
  rows: readonly AuditRow[],
  deliveries: Pick<Deliveries, "get">,
  asker?: Asker,
): Promise<readonly string[]> {
  const records = rows.map(({ record }) => JSON.parse(record) as unknown);
  const outcomes = outcomesOf(records);
  const all = records.flatMap((each) => {
    const { success, data } = sendingSchema.safeParse(each);
    const isTheirs =
      asker === undefined || (data?.platform === asker.platform && data.workspace === asker.workspace);
    return success && isTheirs ? [data] : [];
  });
  const open = all.filter((each) => !each.private).reverse();
  const shown = open.slice(0, SHOWN);
  const privately = all.length - open.length;
  return [
    ...(await Promise.all(shown.map((each) => lineOf(each, outcomes.get(each.id), deliveries)))),
    ...(open.length > shown.length ? [`and ${open.length - shown.length} earlier`] : []),
    ...(privately > 0 ? [`${privately} private ${privately === 1 ? "answer" : "answers"}`] : []),
  ];
}

/** By the id of what was sent. What was found later names its slot alone: it is of the last that was sent for that. */
function outcomesOf(records: readonly unknown[]): ReadonlyMap<string, Outcome> {
  const sentFor = new Map<string, string>();
  const outcomes = new Map<string, Outcome>();
  for (const record of records) {
    const { data: sending } = sendingSchema.safeParse(record);
    if (sending?.slot) sentFor.set(sending.slot, sending.id);
    const { data: outcome } = outcomeSchema.safeParse(record);
    const of = outcome?.of ?? sentFor.get(outcome?.slot ?? "");
    if (outcome && of !== undefined) outcomes.set(of, outcome);
  }
  return outcomes;
}

async function lineOf(
  { at, platform, workspace, channel, origin, slot }: Sending,
  outcome: Outcome | undefined,
  deliveries: Pick<Deliveries, "get">,
): Promise<string> {
  const delivery = slot === null ? undefined : await deliveries.get(slot);
  const where = `${NAMES[platform]} ${workspace}, channel ${channel}, by ${origin}`;
  const slotted = delivery ? `; slot ${delivery.slot}: ${delivery.state}` : "";
  return `${at.slice(0, 19).replace("T", " ")} UTC: ${where}, ${outcomeText(outcome)}${slotted}`;
}

function outcomeText(outcome: Outcome | undefined): string {
  if (outcome === undefined) return "outcome not recorded";
  if (outcome.kind === "sent") return outcome.message ? `message ${outcome.message}` : "sent";
  return `${outcome.maybe ? "perhaps not sent" : "not sent"}: ${outcome.reason ?? "no reason given"}`;
}
