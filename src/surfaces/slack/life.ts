import type { App, Context, EnvelopedEvent } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { SlackDeps } from "./deps.ts";
import type { Gate } from "./gate.ts";
import { publishHome, suggestPrompts } from "./home.ts";
import type { Installations } from "./installations.ts";
import { announced } from "./record.ts";
import { type Asked, organisationOf } from "./reply.ts";

interface LifeDeps {
  readonly deps: SlackDeps;
  readonly gate: Gate;
  readonly first: (key: string) => boolean;
  readonly installations: Installations;
  readonly forgetInstallation: (where: Pick<Asked, "team" | "organisation">) => Promise<void>;
  readonly background: (work: Promise<unknown>) => void;
}

/** Joining and leaving: one line to a channel it joins, nothing kept of a workspace that removed it. */
export function registerLife(app: App, life: LifeDeps): void {
  const { deps, gate, first, background } = life;
  app.event("app_home_opened", async ({ event, client, body }) => {
    background(
      event.tab === "home"
        ? publishHome(deps, client, { team: body.team_id, user: event.user })
        : suggestPrompts(client, event.channel),
    );
  });
  app.event("member_joined_channel", async ({ event, client, context, body }) => {
    gate.forget({ team: body.team_id, channel: event.channel });
    if (event.user === context.botUserId && first(`event ${body.event_id}`))
      background(greet(deps, gate, client, body.team_id, event.channel));
  });
  app.event("channel_shared", async ({ event, body }) =>
    gate.forget({ team: body.team_id, channel: event.channel }),
  );
  app.event("app_uninstalled", async ({ body, context }) => background(forgetGone(life, body, context)));
  app.event("tokens_revoked", async ({ event, body, context }) => {
    if (event.tokens.bot?.length) background(forgetGone(life, body, context));
  });
}

/** Slack may leave out for whom the app was installed: then what is stored tells. */
async function forgetGone(
  { installations, forgetInstallation }: LifeDeps,
  { team_id: team, authorizations }: EnvelopedEvent,
  context: Context,
): Promise<void> {
  const { enterpriseId } = context;
  const isOrganisations = async () =>
    !authorizations?.length &&
    enterpriseId !== undefined &&
    !(await installations.listInstallations()).some(({ id }) => id === team);
  const isEnterpriseInstall = context.isEnterpriseInstall || (await isOrganisations());
  await forgetInstallation({
    team,
    ...organisationOf({ isEnterpriseInstall, ...(enterpriseId ? { enterpriseId } : {}) }),
  });
}

async function greet(
  deps: SlackDeps,
  gate: LifeDeps["gate"],
  client: WebClient,
  team: string,
  channel: string,
): Promise<void> {
  const verdict = await gate.judge(client, { team, channel });
  const text =
    deps.mode() === "sample"
      ? "Thank you for the invitation. This installation runs on sample data, which are never sent to Slack: whoever runs it can load real data."
      : verdict.kind === "public"
        ? "Thank you for the invitation. Type `/smallcaps` for what works now, or mention me with a command such as `valuation`."
        : `Thank you for the invitation. I do not answer here: ${verdict.reason}.`;
  await announced(deps, client, { workspace: team, channel, user: null }, { text, blocks: [] });
}
