import { CHECK_SHORTCUT } from "./check-shortcut.ts";
import { SLACK_PATHS } from "./receiver.ts";
import { BOT_EVENTS, BOT_SCOPES, OPTIONAL_BOT_SCOPES } from "./scopes.ts";
import { POST_BRIEFING } from "./workflow.ts";

export const MANIFEST_VARIANTS = ["http", "socket", "oauth"] as const;
export type ManifestVariant = (typeof MANIFEST_VARIANTS)[number];

/** What an admin replaces with PUBLIC_URL before pasting the manifest into Slack. */
export const PUBLIC_URL_PLACEHOLDER = "https://YOUR-PUBLIC-URL";

interface NamedTopic {
  readonly name: string;
  readonly summary: string;
}

const LONG_DESCRIPTION =
  "US small-cap market briefings for wealth managers, portfolio managers and advisers. Type /smallcaps with a topic and get figures computed from a data source, a chart that could go to a client, and the caveats that a compliance officer would ask for. Every number can be explained: definition, source, as-of date. It gives no advice.";

/** The app's manifest as Slack's form takes it, made from topics and scopes. */
export function slackManifest(variant: ManifestVariant, topics: readonly NamedTopic[]) {
  const events = `${PUBLIC_URL_PLACEHOLDER}${SLACK_PATHS.events}`;
  const http = variant !== "socket";
  return {
    _metadata: { major_version: 2 },
    display_information: {
      name: "smallcaps",
      description: "US small-cap briefings: computed figures, charts, caveats",
      long_description: LONG_DESCRIPTION,
      background_color: "#0b2d66",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "smallcaps", always_online: true },
      slash_commands: [
        {
          command: "/smallcaps",
          ...(http ? { url: events } : {}),
          description: "A briefing on US small-caps",
          usage_hint: [...topics.map((topic) => topic.name), "help"].join(" | "),
          should_escape: false,
        },
      ],
      shortcuts: [CHECK_SHORTCUT.declaration],
      agent_view: {
        agent_description:
          "Figures, charts and caveats on US small-caps against large-caps, computed from data. No advice.",
        suggested_prompts: topics
          .slice(0, 4)
          .map(({ name, summary }) => ({ title: promptTitle(summary), message: name })),
      },
    },
    oauth_config: {
      ...(variant === "oauth" ? { redirect_urls: [`${PUBLIC_URL_PLACEHOLDER}${SLACK_PATHS.redirect}`] } : {}),
      scopes: { bot: Object.keys(BOT_SCOPES).sort(), bot_optional: Object.keys(OPTIONAL_BOT_SCOPES).sort() },
    },
    functions: { [POST_BRIEFING.id]: POST_BRIEFING.declaration },
    settings: {
      event_subscriptions: { ...(http ? { request_url: events } : {}), bot_events: [...BOT_EVENTS] },
      interactivity: { is_enabled: true, ...(http ? { request_url: events } : {}) },
      // Workflow steps want both, also of an app in one workspace.
      org_deploy_enabled: true,
      function_runtime: "remote",
      socket_mode_enabled: variant === "socket",
      // An environment's token would die after twelve hours.
      token_rotation_enabled: variant === "oauth",
    },
  };
}

/** Slack shows sixty characters: where a summary has more, its first clause. */
function promptTitle(summary: string): string {
  const [clause = summary] = summary.length > 60 ? summary.split(/[,:;]/) : [summary];
  return clause.slice(0, 60);
}
