import { RespondError } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Briefing } from "../../briefing/briefing.ts";
import { callSlack, isAmbiguous, loopTurn, SlackCallFailed } from "./client.ts";
import type { SlackDeps } from "./deps.ts";
import type { SlackMessage } from "./message.ts";
import type { Poster, Target, Watch } from "./post.ts";
import { recording } from "./record.ts";
import type { Asked } from "./reply.ts";

/** What the record is told beside what was asked; the channel where it is another. */
interface About {
  readonly channel?: string;
  readonly private: boolean;
  readonly briefing: Briefing | null;
}

/** Ways to whoever asked, each with its record. */
export interface Whisperer {
  /** Says something to the asker alone, in a direct message as the next message; never rejects. */
  whisper(client: WebClient, asked: Asked, message: SlackMessage): Promise<void>;
  /**
   * To the asker alone, by the first way that is not refused; what may have arrived is not said again. Never rejects.
   * @param briefing that the message tells of
   */
  aside(client: WebClient, asked: Asked, message: SlackMessage, briefing?: Briefing | null): Promise<void>;
  /** Opens it. @throws SlackCallFailed */
  directMessage(client: WebClient, asked: Asked): Promise<Target>;
  /** Keeps the record of what goes to the asker. */
  watch(asked: Asked, about: About): Watch;
}

const opened = z.object({ channel: z.object({ id: z.string() }) });

export function createWhisperer(
  deps: Pick<SlackDeps, "log" | "recorder" | "controls"> & { readonly poster: Poster },
): Whisperer {
  const { poster, log } = deps;

  const dropped = (asked: Asked, error: unknown) =>
    log.warn(
      { team: asked.team, channel: asked.channel, reason: reasonOf(error) },
      "a word to the asker did not arrive",
    );

  function watch(asked: Asked, about: About) {
    const { team: workspace, channel, user, origin, line, question, proposed } = asked;
    const command = about.briefing?.command ?? (line === "" ? null : line);
    const words = { ...(question && { question }), ...(proposed && { proposed }) };
    return recording(deps, { workspace, channel, user, origin, command, ...words, ...about });
  }

  async function whisper(client: WebClient, asked: Asked, message: SlackMessage): Promise<void> {
    if (asked.origin !== "dm") return aside(client, asked, message);
    await poster
      .message(client, hereOf(asked), watch(asked, { private: true, briefing: null }), message)
      .catch((error: unknown) => dropped(asked, error));
  }

  async function aside(
    client: WebClient,
    asked: Asked,
    message: SlackMessage,
    briefing: Briefing | null = null,
  ): Promise<void> {
    for (const way of waysAside(client, asked, watch(asked, { private: true, briefing }))) {
      try {
        return await way(message);
      } catch (error) {
        dropped(asked, error);
        if (!wasRefused(error)) return;
      }
    }
  }

  function waysAside(
    client: WebClient,
    asked: Asked,
    watching: Watch,
  ): readonly ((message: SlackMessage) => Promise<void>)[] {
    const { respond, channel, user, threadTs } = asked;
    const responding = async ({ text, blocks }: SlackMessage) => {
      await loopTurn();
      await respond?.({
        response_type: "ephemeral",
        replace_original: false,
        text,
        ...(blocks.length > 0 ? { blocks: [...blocks] as never } : {}),
      });
      return null;
    };
    const ephemeral = async ({ text, blocks }: SlackMessage) => {
      await callSlack(client, "chat.postEphemeral", {
        channel,
        user,
        text,
        ...(blocks.length > 0 ? { blocks: JSON.stringify(blocks) } : {}),
        ...(threadTs ? { thread_ts: threadTs } : {}),
      });
      return null;
    };
    const direct = async (message: SlackMessage) => {
      await poster.message(client, await directMessage(client, asked), watching, message);
    };
    return [
      ...(respond ? [watched(watching, responding)] : []),
      watched(watching, ephemeral),
      ...(asked.origin === "dm" ? [] : [direct]),
    ];
  }

  async function directMessage(client: WebClient, asked: Asked): Promise<Target> {
    const { channel } = opened.parse(await callSlack(client, "conversations.open", { users: asked.user }));
    return { team: asked.team, channel: channel.id };
  }

  return { whisper, aside, directMessage, watch };
}

/** Where the question stands. */
export function hereOf({ team, channel, threadTs }: Asked): Target {
  return { team, channel, ...(threadTs ? { threadTs } : {}) };
}

/** A way of its own to the asker, with its record. */
function watched(watching: Watch, way: (message: SlackMessage) => Promise<null>) {
  return async (message: SlackMessage): Promise<void> => {
    const record = await watching.sending(message);
    try {
      await record.sent(await way(message));
    } catch (error) {
      await record.notSent(reasonOf(error), !wasRefused(error));
      throw error;
    }
  };
}

function wasRefused(error: unknown): boolean {
  if (error instanceof RespondError) return error.statusCode < 500;
  return error instanceof SlackCallFailed && !isAmbiguous(error);
}

/** For the log and the record. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "unknown";
}
