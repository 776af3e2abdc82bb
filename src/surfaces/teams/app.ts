import express, { type RequestHandler, Router } from "express";
import { z } from "zod";
import type { ChannelPoster } from "../../delivery/port.ts";
import { coalesced } from "../conversation/coalesced.ts";
import { createLanes } from "../conversation/lanes.ts";
import { createSeen } from "../conversation/seen.ts";
import { createThreads } from "../conversation/threads.ts";
import { createTurns } from "../conversation/turns.ts";
import { createActions, type InvokeAnswer } from "./actions.ts";
import { createAdapter, NotAdmitted } from "./adapter.ts";
import { createCalls } from "./calls.ts";
import { createChannelPoster } from "./channel-poster.ts";
import { createCheckAction } from "./check-action.ts";
import type { TeamsDeps } from "./deps.ts";
import { createExtension } from "./extension.ts";
import { createGate } from "./gate.ts";
import { type Activity, activitySchema, referenceOf, tenantsOf, whereOf } from "./incoming.ts";
import { createLife } from "./lifecycle.ts";
import { createPoster } from "./post.ts";
import { createReferences, type References } from "./references.ts";
import { renderProblem } from "./render.ts";
import { type Asked, createReplier } from "./reply.ts";
import { zoneOfClient } from "./schedule-form.ts";
import { createScheduleDesk } from "./schedules.ts";
import { LONGEST_LINE, mentionsBot, typedText } from "./typed.ts";

export interface TeamsApp {
  /** To mount on the ingress: POST /api/messages. */
  readonly router: Router;
  readonly references: References;
  /** Posts without being asked. */
  readonly poster: ChannelPoster;
  /** Waits for answers under way. */
  stop(): Promise<void>;
}

const QUEUE = { perChannel: 200, total: 5_000 };
const LIFE_QUEUE = { perChannel: 2_000, total: 20_000 };
/** Teams' own limit for what it sends is far below. */
const MOST_BYTES = 500_000;
/** How long a pasted text may be, its command says. */
const takesText = (line: string) => /^(?:private )?check /i.test(line);
const TOO_LONG = renderProblem({
  message: `Your message is longer than ${LONGEST_LINE} characters.`,
  hint: "Ask with one short line, such as valuation or help.",
});

/** Teams' side of the product: everything that comes in, and what is done with it. */
export function createTeamsApp(deps: TeamsDeps): TeamsApp {
  const { settings, log } = deps;
  const underWay = new Set<Promise<unknown>>();
  const background = (work: Promise<unknown>) => {
    const settled = work
      .catch((error: unknown) => log.error({ err: error }, "work after the acknowledgement failed"))
      .finally(() => underWay.delete(settled));
    underWay.add(settled);
  };
  const adapter = createAdapter(settings);
  const calls = createCalls(adapter, settings);
  const turn = createTurns();
  const assistant = coalesced(deps.assistant, turn);
  const parts = {
    ...deps,
    assistant: () => assistant,
    background,
    calls,
    gate: createGate(calls, settings),
    lanes: createLanes(QUEUE),
    poster: createPoster({ ...deps, calls, turn }),
    references: createReferences(deps.store),
    threads: createThreads(),
    desk: createScheduleDesk(deps),
  };
  const replier = createReplier(parts);
  const actions = createActions({ ...parts, replier });
  const search = createExtension(parts);
  const check = createCheckAction(parts);
  const life = createLife(parts);
  const seen = createSeen();
  /** In the order in which they came, so that what was removed does not come back. */
  const lives = createLanes(LIFE_QUEUE);
  const live = (activity: Activity, work: (activity: Activity) => Promise<void>) => {
    const { tenant, conversation } = referenceOf(activity);
    background(lives.run(`${tenant}/${conversation}`, () => work(activity)));
  };

  const isOutside = (tenant: string | null | undefined) =>
    Boolean(tenant) && settings.allowedTenants.length > 0 && !settings.allowedTenants.includes(tenant ?? "");

  function askedBy(activity: Activity, origin: Asked["origin"]): Asked {
    const { conversation, from, id, replyToId, localTimezone, channelData: data } = activity;
    return {
      origin,
      directoryId: from.aadObjectId || from.id,
      zone: zoneOfClient(localTimezone),
      ...(origin === "button" && replyToId ? { cardId: replyToId } : {}),
      reference: referenceOf(activity),
      conversation: conversation.id,
      user: from.id,
      ...(from.name ? { name: from.name } : {}),
      shared: data?.channel?.type === "shared",
      outsider: isOutside(from.tenantId),
      line: "",
      ...(id ? { messageId: id } : {}),
    };
  }

  async function onMessage(activity: Activity): Promise<void> {
    const { value } = activity;
    const isSubmit = typeof value === "object" && value !== null;
    if (!isSubmit && whereOf(activity) !== "personal" && !mentionsBot(activity)) return;
    live(activity, life.met);
    const asked = askedBy(
      activity,
      isSubmit ? "button" : whereOf(activity) === "personal" ? "dm" : "mention",
    );
    if (isSubmit) return actions.pressed(asked, value);
    const line = typedText(activity);
    if (line.length > LONGEST_LINE && !takesText(line)) return replier.say(asked, TOO_LONG);
    return replier.reply({ ...asked, line });
  }

  /** What Teams waits for. */
  async function onInvoke(activity: Activity): Promise<InvokeAnswer> {
    switch (activity.name) {
      case "adaptiveCard/action":
        return actions.executed(askedBy(activity, "button"), activity.value);
      case "message/submitAction":
        // Who said so, and their free words, are nobody's business: the verdict alone.
        log.info({ verdict: reactionOf(activity.value) }, "feedback");
        return { status: 200, body: {} };
      case "composeExtension/fetchTask":
        return check(askedBy(activity, "slash"), activity.value);
      case "composeExtension/query":
        return search(askedBy(activity, "slash"), activity.value);
      default:
        return { status: 501 };
    }
  }

  async function dispatch(activity: Activity): Promise<InvokeAnswer> {
    switch (activity.type) {
      case "message":
        if (!activity.id || seen.first(`${activity.conversation.id} ${activity.id}`)) {
          background(onMessage(activity));
        }
        return { status: 200 };
      case "invoke":
        return onInvoke(activity);
      case "installationUpdate":
      case "conversationUpdate":
        live(activity, life.changed);
        return { status: 200 };
      default:
        return { status: 200 }; // Edits, reactions, typing of others: nothing to do.
    }
  }

  /** The HTTP status for what is not let in, or null. */
  async function refusalOf(activity: Activity, authorization: string | undefined): Promise<number | null> {
    try {
      await adapter.admit(activity, authorization);
      const tenants = tenantsOf(activity);
      // Where tenants are listed, an activity that names none is from none of them.
      const isServed = settings.allowedTenants.length === 0 || tenants.length > 0;
      if (!isServed || tenants.some(isOutside)) throw new NotAdmitted(403, "the tenant is not served");
      return null;
    } catch (error) {
      if (!(error instanceof NotAdmitted)) throw error;
      const { status, message: reason } = error;
      log.warn({ status, reason, tenant: tenantsOf(activity)[0] }, "an activity was not admitted");
      return status;
    }
  }

  const receive: RequestHandler = async (request, response) => {
    const read = activitySchema.safeParse(request.body);
    if (!read.success) {
      response.status(request.body === undefined ? 415 : 400).json({ error: "no activity" });
      return;
    }
    const refused = await refusalOf(read.data, request.headers.authorization);
    if (refused !== null) {
      response.status(refused).json({ error: "not admitted" });
      return;
    }
    const { status, body } = await dispatch(read.data);
    response.status(status);
    if (body === undefined) response.end();
    else response.json(body);
  };
  const router = Router();
  router.post(
    "/api/messages",
    withToken(settings.app !== null),
    express.json({ limit: MOST_BYTES }),
    receive,
  );
  router.all("/api/messages", (_request, response) => {
    response.set("Allow", "POST").status(405).json({ error: "not allowed" });
  });

  return {
    router,
    references: parts.references,
    poster: createChannelPoster(parts),
    stop: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** Nothing is read of a request that brings no token. */
function withToken(wanted: boolean): RequestHandler {
  return (request, response, next) => {
    if (!wanted || request.headers.authorization) return next();
    response.set("Connection", "close").status(401).json({ error: "no token" });
  };
}

const feedback = z.object({ actionValue: z.object({ reaction: z.enum(["like", "dislike"]) }) });

function reactionOf(value: unknown): "like" | "dislike" | "other" {
  return feedback.safeParse(value).data?.actionValue.reaction ?? "other";
}
