import type { Json } from "./json.ts";

/** What Slack sends to an app, without its signature. */
export const TEAM_ID = "T000000001";
export const APP_ID = "A000000001";
export const BOT_USER_ID = "U0BOT00001";
export const BOT_ID = "B0BOT00001";

export const FORM = "application/x-www-form-urlencoded";
export const JSON_TYPE = "application/json";

export function slashBody(fields: Readonly<Record<string, string>>): string {
  return new URLSearchParams({
    token: "legacy-verification",
    team_id: TEAM_ID,
    team_domain: "desk",
    channel_id: "C0MARKETS1",
    channel_name: "markets",
    user_id: "U0MEMBER01",
    user_name: "mara",
    command: "/smallcaps",
    text: "",
    api_app_id: APP_ID,
    is_enterprise_install: "false",
    trigger_id: "1.2.none",
    ...fields,
  }).toString();
}

export function eventBody(event: Json, envelope: Json = {}): string {
  return JSON.stringify({
    token: "legacy-verification",
    team_id: TEAM_ID,
    context_team_id: TEAM_ID,
    api_app_id: APP_ID,
    type: "event_callback",
    event_id: "Ev0000000000",
    event_time: Math.floor(Date.now() / 1_000),
    is_ext_shared_channel: false,
    authorizations: [
      {
        enterprise_id: null,
        team_id: TEAM_ID,
        user_id: BOT_USER_ID,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    ...envelope,
    event,
  });
}

export function interactionBody(payload: Json): string {
  const whole = {
    type: "block_actions",
    team: { id: TEAM_ID, domain: "desk" },
    user: { id: "U0MEMBER01", username: "mara", team_id: TEAM_ID },
    api_app_id: APP_ID,
    token: "legacy-verification",
    trigger_id: "1.2.none",
    is_enterprise_install: false,
    enterprise: null,
    ...payload,
  };
  return new URLSearchParams({ payload: JSON.stringify(whole) }).toString();
}
