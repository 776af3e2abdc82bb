import { z } from "zod";

/** What is read of the activities that the Bot Connector sends; the rest of them is left alone. */
const id = z.string().min(1).max(2_000);
const words = z.string().nullish();
const account = z.object({ id, name: words, aadObjectId: words, tenantId: words, userRole: words });
const named = z.object({ id: words, name: words });

const channelData = z.object({
  tenant: z.object({ id: words }).nullish(),
  team: named.nullish(),
  channel: z.object({ id: words, name: words, type: words }).nullish(),
  eventType: words,
});

export const activitySchema = z.object({
  type: z.string().min(1).max(100),
  id: id.nullish(),
  name: words,
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(2_000),
  from: account,
  recipient: account,
  conversation: z.object({ id, conversationType: words, tenantId: words, isGroup: z.boolean().nullish() }),
  channelData: channelData.nullish(),
  entities: z.array(z.unknown()).nullish(),
  text: words,
  value: z.unknown().optional(),
  replyToId: words,
  action: words,
  /** IANA, as the client of the asker has it. */
  localTimezone: words,
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
});

/** One activity of the Bot Framework's protocol, as plain JSON. */
export type Activity = z.infer<typeof activitySchema>;

export type Where = "personal" | "groupChat" | "channel";

/** Where to write to: enough to do so at any later time. Plain JSON, as it is stored. */
export interface Reference {
  readonly serviceUrl: string;
  readonly tenant: string;
  readonly where: Where;
  /** Of a channel without its thread, of a chat: "19:…@thread.tacv2". */
  readonly conversation: string;
  readonly bot: { readonly id: string; readonly name: string };
}

export const referenceSchema = z.object({
  serviceUrl: z.string(),
  tenant: z.string(),
  where: z.enum(["personal", "groupChat", "channel"]),
  conversation: z.string(),
  bot: z.object({ id: z.string(), name: z.string() }),
});

/** Teams names a thread by its channel and its first message: "19:…@thread.tacv2;messageid=1700000000000". */
export function withoutThread(conversation: string): string {
  return conversation.split(";")[0] ?? conversation;
}

export function whereOf({ conversation, channelData: data }: Activity): Where {
  if (conversation.conversationType === "channel" || data?.team?.id) return "channel";
  if (conversation.conversationType === "groupChat" || conversation.isGroup === true) return "groupChat";
  return "personal";
}

/** Every tenant that an activity names, the conversation's first. */
export function tenantsOf({ conversation, channelData: data }: Activity): readonly string[] {
  return [conversation.tenantId, data?.tenant?.id].flatMap((tenant) => (tenant ? [tenant] : []));
}

export function referenceOf(activity: Activity): Reference {
  const { serviceUrl, conversation, recipient } = activity;
  return {
    serviceUrl,
    tenant: tenantsOf(activity)[0] ?? "",
    where: whereOf(activity),
    conversation: withoutThread(conversation.id),
    bot: { id: recipient.id, name: recipient.name ?? "" },
  };
}
