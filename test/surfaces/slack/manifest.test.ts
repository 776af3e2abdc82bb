import { spawnSync } from "node:child_process";
import type { AppsManifestValidateArguments } from "@slack/web-api";
import { describe, expect, it } from "vitest";
import { MANIFEST_VARIANTS, slackManifest } from "../../../src/surfaces/slack/manifest.ts";
import { topics } from "../../../src/topics/index.ts";

type Manifest = AppsManifestValidateArguments["manifest"];

const ROOT = new URL("../../..", import.meta.url).pathname;

/** Why each is needed. Whoever asks for more must say why here, too: an admin reads this list. */
const SCOPES: Readonly<Record<string, string>> = {
  commands: "/smallcaps",
  "app_mentions:read": "mentions",
  "chat:write": "answers",
  "files:write": "charts and CSV",
  "channels:read": "is the channel shared, who is in it",
  "groups:read": "the same for private channels",
  "im:history": "questions in direct messages",
  "im:write": "opening a direct message",
  "users:read": "who is a guest, who is an admin",
  "assistant:write": "prompts and status",
};
const OPTIONAL: Readonly<Record<string, string>> = {
  "channels:history": "looking up what a crash left in doubt",
  "groups:history": "the same for private channels",
  "chat:write.public": "posting without an invitation",
};
const EVENTS: Readonly<Record<string, string>> = {
  app_home_opened: "the home tab",
  app_mention: "mentions",
  app_uninstalled: "purging",
  channel_shared: "judging the channel anew",
  function_executed: "the workflow step",
  member_joined_channel: "the line on joining; judging anew",
  "message.im": "direct messages",
  tokens_revoked: "purging",
};

describe.each(MANIFEST_VARIANTS)("the manifest for %s", (variant) => {
  const manifest = slackManifest(variant, topics);
  const { display_information: about, features, oauth_config: oauth, settings } = manifest;

  it("has the shape that Slack's own types describe", () => {
    // BotScope lacks assistant:write, so scopes are checked by name below.
    const { oauth_config: _, ...rest } = manifest;
    rest satisfies Omit<Manifest, "oauth_config">;
    expect(manifest._metadata.major_version).toBe(2);
  });

  it("keeps Slack's lengths", () => {
    expect(about.name.length).toBeLessThanOrEqual(35);
    expect(about.description.length).toBeLessThanOrEqual(140);
    expect(about.long_description.length).toBeGreaterThanOrEqual(175);
    expect(about.long_description.length).toBeLessThanOrEqual(4_000);
    expect(about.background_color).toMatch(/^#[0-9a-f]{6}$/);
    expect(features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
    for (const { command, description, usage_hint } of features.slash_commands) {
      expect(command).toMatch(/^\/[a-z0-9_-]{1,31}$/);
      expect(description.length).toBeLessThanOrEqual(2_000);
      expect(usage_hint.length).toBeLessThanOrEqual(1_000);
    }
    expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
    expect(features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4);
    for (const { title, message } of features.agent_view.suggested_prompts) {
      expect(title).not.toBe("");
      expect(topics.map(({ name }) => name)).toContain(message);
    }
  });

  it("asks for the permissions and events that are needed, and no more", () => {
    expect([...oauth.scopes.bot].sort()).toEqual(Object.keys(SCOPES).sort());
    expect([...oauth.scopes.bot_optional].sort()).toEqual(Object.keys(OPTIONAL).sort());
    expect([...settings.event_subscriptions.bot_events].sort()).toEqual(Object.keys(EVENTS).sort());
  });

  it("has addresses where Slack calls, and none in Socket Mode", () => {
    const text = JSON.stringify(manifest);
    const addresses = text.match(/https:\/\/YOUR-PUBLIC-URL\/slack\/\w+/g) ?? [];
    const redirect = ["https://YOUR-PUBLIC-URL/slack/oauth_redirect"];
    const events = Array.from({ length: 3 }, () => "https://YOUR-PUBLIC-URL/slack/events");
    const wanted = { http: events, socket: [], oauth: [...redirect, ...events] }[variant];
    expect(addresses.sort()).toEqual([...wanted].sort());
    expect(settings.socket_mode_enabled).toBe(variant === "socket");
    expect(settings.token_rotation_enabled).toBe(variant === "oauth");
  });
});

it("the files in the repository are current", () => {
  const { status, stderr } = spawnSync(process.execPath, ["src/main.ts", "generate", "--check"], {
    cwd: ROOT,
  });
  expect({ status, stderr: stderr.toString() }).toEqual({ status: 0, stderr: "" });
});
