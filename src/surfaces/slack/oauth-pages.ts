import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Installation } from "@slack/bolt";
import { BriefingError } from "../../briefing/errors.ts";

/** What a browser shows at the end of an installation; structurally Bolt's `callbackOptions`. */
export interface OauthPages {
  success(installation: Installation, options: unknown, request: unknown, response: ServerResponse): void;
  failure(error: Error, options: unknown, request: unknown, response: ServerResponse): void;
}

interface Ending {
  readonly status: number;
  readonly title: string;
  readonly message: string;
  readonly link: { readonly url: string; readonly text: string } | null;
}

const STYLE =
  "body{max-width:34rem;margin:15vh auto;padding:0 1.5rem;font:1.1rem/1.5 system-ui,sans-serif}h1{font-size:1.5rem}";
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");
const AGAIN = { url: "/slack/install", text: "Start again" };

export const oauthPages: OauthPages = {
  success: (installation, _options, _request, response) => send(response, welcome(installation)),
  failure: (error, _options, _request, response) => send(response, apology(error)),
};

function welcome({ team, enterprise, isEnterpriseInstall, appId }: Installation): Ending {
  const name = (isEnterpriseInstall ? enterprise?.name : team?.name) ?? "your workspace";
  const app = appId ? `&id=${encodeURIComponent(appId)}` : "";
  const url = team ? `slack://app?team=${encodeURIComponent(team.id)}${app}` : "slack://open";
  return {
    status: 200,
    title: "smallcaps is installed",
    message: `It is ready in ${name}: type /smallcaps in any channel, or invite the app with /invite.`,
    link: { url, text: "Open Slack" },
  };
}

/** Of other errors only the code counts: their messages may quote what Slack sent. */
function apology(error: Error): Ending {
  const title = "smallcaps was not installed";
  if (error instanceof BriefingError && error.code === "refused") {
    return { status: 403, title, message: `${error.message} ${error.hint}`, link: null };
  }
  switch ("code" in error ? error.code : null) {
    case "slack_oauth_installer_authorization_error":
      return {
        status: 400,
        title,
        message: "It was not allowed in Slack, so nothing was kept.",
        link: AGAIN,
      };
    case "slack_oauth_invalid_state":
    case "slack_oauth_missing_state":
    case "slack_oauth_missing_code": {
      const message = "This address works once, for ten minutes, in the browser that began the installation.";
      return { status: 400, title, message, link: AGAIN };
    }
    default: {
      const message = "It could not be completed. The log of whoever runs smallcaps has the reason.";
      return { status: 500, title, message, link: AGAIN };
    }
  }
}

function send(response: ServerResponse, { status, title, message, link }: Ending): void {
  const way = link ? `<p><a href="${escaped(link.url)}">${escaped(link.text)}</a></p>` : "";
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; frame-ancestors 'none'`,
  });
  response.end(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<style>${STYLE}</style></head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(message)}</p>${way}</main></body></html>
`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (found) => ENTITIES[found] ?? "");
}
