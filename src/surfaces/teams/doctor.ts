import { type Check, fault, ok, warning } from "../../briefing/check.ts";
import type { TeamsSettings } from "./deps.ts";
import { TeamsCallFailed } from "./faults.ts";
import type { Known } from "./references.ts";

interface DoctorDeps {
  readonly settings: TeamsSettings;
  /** Rejects with `TeamsCallFailed`. */
  readonly token: () => Promise<string | null>;
  /** Null where the store is in use: the running bot has it. */
  readonly known: readonly Known[] | null;
  readonly publicUrl: string | null;
  readonly now: () => number;
}

/** Whether Teams will let the bot do its work: login, keys, clock, public address, channels. Never rejects. */
export async function teamsDoctor(deps: DoctorDeps): Promise<readonly Check[]> {
  if (deps.settings.app === null) {
    return [
      warning(
        "Teams",
        "TEAMS_LOCAL=1: nobody is checked, this machine alone is answered",
        "set MicrosoftAppId and the rest of it for Teams itself",
      ),
      ...checkChannels(deps.known),
    ];
  }
  const [login, keys, publicUrl] = await Promise.all([
    checkLogin(deps),
    checkKeysAndClock(deps),
    checkPublicUrl(deps),
  ]);
  return [checkIdentity(deps.settings), login, ...keys, publicUrl, ...checkChannels(deps.known)];
}

function checkIdentity({ app, allowedTenants }: TeamsSettings): Check {
  const tenants = allowedTenants.length === 0 ? "every tenant" : `tenants ${allowedTenants.join(", ")}`;
  const detail = `${app?.type}, app ${app?.id}; serves ${tenants}`;
  return allowedTenants.length > 0
    ? ok("Teams app", detail)
    : warning("Teams app", detail, "list the tenants that are meant in TEAMS_ALLOWED_TENANTS");
}

const LOGIN_REMEDIES: Readonly<Record<string, string>> = {
  AADSTS7000215: "copy the secret's value (not its id) anew into MicrosoftAppPassword",
  AADSTS7000222: "the secret has expired: make a new one and copy its value into MicrosoftAppPassword",
  AADSTS700016: "MicrosoftAppId is not known in that tenant: compare both with the app registration",
  AADSTS90002: "MicrosoftAppTenantId names no tenant: copy the Directory (tenant) ID anew",
};

async function checkLogin({ token }: DoctorDeps): Promise<Check> {
  try {
    await token();
    return ok("Teams login", "a token was given");
  } catch (error) {
    if (!(error instanceof TeamsCallFailed)) {
      return fault("Teams login", "it failed in this program", "report this with the log");
    }
    const code = error.fault.kind === "refused" ? error.fault.code : "";
    if (code === "") {
      return fault("Teams login", error.message, "check the network, HTTPS_PROXY and NODE_EXTRA_CA_CERTS");
    }
    const known = /AADSTS\d+/.exec(code)?.[0] ?? "";
    const remedy = LOGIN_REMEDIES[known] ?? "compare id, secret and tenant with the app registration";
    return fault("Teams login", `refused: ${code}`, remedy);
  }
}

const TIMEOUT_MS = 5_000;
/** Tokens are refused when the clocks are five minutes apart. */
const LARGEST_SKEW_S = 60;

async function checkKeysAndClock({ settings, now }: DoctorDeps): Promise<readonly Check[]> {
  const url = settings.openIdMetadataUrl;
  try {
    const response = await settings.fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.body?.cancel();
    const keys = response.ok
      ? ok("Teams signing keys", "can be fetched")
      : fault("Teams signing keys", `${url} answered ${response.status}`, "check TEAMS_OPENID_METADATA_URL");
    return [keys, clockCheck(Date.parse(response.headers.get("date") ?? ""), now())];
  } catch {
    const remedy = "check the network, HTTPS_PROXY and NODE_EXTRA_CA_CERTS";
    return [
      fault("Teams signing keys", `${url} was not reached: no activity can be let in`, remedy),
      warning("Clock", "could not be compared: Microsoft was not reached", remedy),
    ];
  }
}

function clockCheck(theirs: number, ours: number): Check {
  if (Number.isNaN(theirs)) {
    return warning(
      "Clock",
      "Microsoft did not tell the time",
      "check that this machine's clock is set by NTP",
    );
  }
  const skew = Math.round((ours - theirs) / 1_000);
  return Math.abs(skew) <= LARGEST_SKEW_S
    ? ok("Clock", `within ${LARGEST_SKEW_S} s of Microsoft's`)
    : fault(
        "Clock",
        `${Math.abs(skew)} s ${skew > 0 ? "ahead of" : "behind"} Microsoft's: tokens will be refused`,
        "set this machine's clock by NTP",
      );
}

async function checkPublicUrl({ settings, publicUrl }: DoctorDeps): Promise<Check> {
  const name = "Teams address";
  if (publicUrl === null) {
    const remedy = "set PUBLIC_URL, and https://…/api/messages as the messaging endpoint of the Azure bot";
    return warning(name, "PUBLIC_URL is not set: charts travel inside cards", remedy);
  }
  const endpoint = `${publicUrl}/api/messages`;
  const remedy = "point the public address at HOST:PORT of this machine, and check its certificate";
  if (!publicUrl.startsWith("https:")) {
    return fault(
      name,
      `${endpoint} is not https`,
      "Teams calls https alone: put a proxy with a certificate before it",
    );
  }
  try {
    // Without a token it is refused: that it is refused by us is what is looked for.
    const response = await settings.fetch(endpoint, {
      method: "POST",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.status === 401
      ? ok(name, `${endpoint} leads here`)
      : fault(name, `${endpoint} answered ${response.status} where 401 is right`, remedy);
  } catch {
    return fault(name, `${endpoint} does not answer`, remedy);
  }
}

const MOST_NAMED = 8;

function checkChannels(known: readonly Known[] | null): readonly Check[] {
  const name = "Teams conversations";
  if (known === null) return [ok(name, "the running bot has the list")];
  const lost = known.filter(({ active }) => !active);
  const channels = known.filter(({ active, reference }) => active && reference.where === "channel");
  const personal = known.filter(({ active, reference }) => active && reference.where === "personal");
  const named = channels.slice(0, MOST_NAMED).map(titleOf).join("; ");
  const more = channels.length > MOST_NAMED ? ` and ${channels.length - MOST_NAMED} more` : "";
  return [
    known.length === 0
      ? warning(name, "none is known yet", "add the app to a team or a chat, and mention it there")
      : ok(
          name,
          `${channels.length} channels${named ? ` (${named}${more})` : ""}, ${personal.length} personal chats`,
        ),
    ...(lost.length > 0
      ? [warning(name, `may no longer post in ${lost.map(titleOf).join("; ")}`, "add the app there again")]
      : []),
  ];
}

function titleOf({ team, name, reference }: Known): string {
  return [team?.name, name].filter(Boolean).join(", ") || reference.conversation;
}
