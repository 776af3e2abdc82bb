import { type ChannelPoster, type PostedFor, PostFault, type Posting } from "../../../src/delivery/port.ts";
import type { Platform } from "../../../src/storage/port.ts";

/** A poster over real HTTP. `canAsk`: whether the platform can be asked for a message. */
export function httpPoster(
  url: string,
  { platform = "slack", canAsk = () => true }: { platform?: Platform; canAsk?: () => boolean } = {},
): ChannelPoster {
  const send = (path: string, body: object) =>
    fetch(`${url}${path}`, {
      method: "POST",
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(400),
    });
  return {
    platform,
    post: async ({ slot, channel }, posting, onSending) => {
      await onSending();
      const response = await send("/post", { slot, channel, text: textOf(posting) }).catch(
        (error: unknown) => {
          throw faultOf(error);
        },
      );
      if (response.status === 429) throw new PostFault("limited", "asked to wait", { retryAfterMs: 30 });
      if (response.status === 404) throw new PostFault("refused", "channel_not_found", { gone: true });
      if (!response.ok) throw new PostFault("ambiguous", `HTTP ${response.status}`);
      return { messageId: ((await response.json()) as { id: string }).id };
    },
    find: async ({ slot }: PostedFor) => {
      if (!canAsk()) return "cannotAsk";
      const response = await fetch(`${url}/find?slot=${encodeURIComponent(slot)}`);
      const { id } = (await response.json()) as { id: string | null };
      return id === null ? "absent" : { messageId: id };
    },
    correct: async (_where, messageId, posting, what) => {
      const response = await send("/correct", { id: messageId, text: textOf(posting), what });
      if (!response.ok) throw new PostFault("refused", `HTTP ${response.status}`);
    },
    replace: async (_where, messageId, posting) => {
      const response = await send("/correct", { id: messageId, text: textOf(posting) });
      if (!response.ok) throw new PostFault("refused", `HTTP ${response.status}`);
    },
    tell: async (_workspace, user, text) => {
      await send("/tell", { user, text });
    },
  };
}

function faultOf(error: unknown): PostFault {
  const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
  if (cause?.code === "ECONNREFUSED") return new PostFault("unreachable", "ECONNREFUSED");
  return new PostFault("ambiguous", "no answer", { cause: error });
}

export function textOf(posting: Posting): string {
  if (posting.kind === "notice") return posting.text;
  const by = posting.alert?.by;
  const acknowledged = by ? [`Acknowledged by ${by.user}, ${by.when}`] : [];
  return [posting.briefing.headline, ...posting.lead, ...acknowledged, ...posting.foot].join("\n");
}
