import type { Installation, InstallationQuery, InstallationStore } from "@slack/bolt";
import { z } from "zod";
import { BriefingError } from "../../briefing/errors.ts";
import type { Collection, Store } from "../../storage/port.ts";

export interface Installations extends InstallationStore {
  deleteInstallation(query: InstallationQuery<boolean>): Promise<void>;
  /** Forgets a workspace or an organisation: its token, what its admins allowed, its threads. */
  purge(id: string): Promise<void>;
  /** Whose installation serves a workspace: its own, or its organisation's; null: none does. */
  serving(team: string): Promise<InstallationQuery<boolean> | null>;
  /** Notes which organisation a workspace belongs to: its installation serves the workspace unasked too. */
  belongs(team: string, organisation: string): Promise<void>;
  /** Sorted by id; no tokens. */
  listInstallations(): Promise<readonly InstalledAt[]>;
}

export interface InstalledAt {
  /** Of the organisation for an org-wide installation, else of the workspace. */
  readonly id: string;
  readonly isOrganisation: boolean;
  readonly name: string | null;
  /** The user id of who installed it last: to be welcomed, and told of faults. */
  readonly installedBy: string;
  /** False once the workspace was taken off SLACK_ALLOWED_TEAMS. */
  readonly isAllowed: boolean;
}

type AnyInstallation = Installation<"v1" | "v2", boolean>;

/** Only what this file reads; the rest is Slack's, kept as it came. */
const shape = z.looseObject({
  team: z.looseObject({ id: z.string(), name: z.string().optional() }).optional(),
  enterprise: z.looseObject({ id: z.string(), name: z.string().optional() }).optional(),
  user: z.looseObject({ id: z.string() }),
  isEnterpriseInstall: z.boolean().optional(),
});
const isInstallation = (value: unknown): value is AnyInstallation => shape.safeParse(value).success;

/** Collections that hold `<workspace>/…` keys of Slack's. */
const OF_WORKSPACES = ["channels", "threads"] as const satisfies readonly Collection[];
const PREFIXES = { team: "team:", enterprise: "enterprise:" } as const;

/**
 * Slack's tokens in the encrypted store, one document a workspace or, for an org-wide installation, an organisation.
 * No token is ever in an error or a log line.
 * @param allowedTeams ids of workspaces and organisations (which include all of their workspaces); empty: all
 */
export function createInstallations(store: Store, allowedTeams: readonly string[]): Installations {
  const isAllowed = ({ team, enterprise }: AnyInstallation) =>
    allowedTeams.length === 0 || [team?.id, enterprise?.id].some((id) => id && allowedTeams.includes(id));

  function requireAllowed(installation: AnyInstallation): void {
    if (isAllowed(installation)) return;
    const { team, enterprise } = installation;
    const what = team ? `workspace ${team.id}` : `organisation ${enterprise?.id}`;
    throw new BriefingError(
      "refused",
      `The Slack ${what} is not among those that this installation serves.`,
      "Whoever runs smallcaps can add it to SLACK_ALLOWED_TEAMS.",
    );
  }

  async function load(key: string): Promise<AnyInstallation | null> {
    const held = await store.get("installations", key);
    if (held === undefined) return null;
    if (isInstallation(held)) return held;
    throw new BriefingError(
      "bad_config",
      `What is stored of the Slack installation ${key} is not complete.`,
      "Install the app there again.",
    );
  }

  return {
    async storeInstallation(installation) {
      requireAllowed(installation);
      await store.set("installations", keyOfInstallation(installation), installation);
    },
    async fetchInstallation(query) {
      const key = keyOfQuery(query);
      const installation = await load(key);
      if (installation === null) throw notInstalled(key);
      requireAllowed(installation);
      return installation;
    },
    async serving(team) {
      if ((await store.get("installations", `${PREFIXES.team}${team}`)) !== undefined)
        return { teamId: team, enterpriseId: undefined, isEnterpriseInstall: false };
      const organisation = await organisationOfTeam(store, team);
      return organisation === null
        ? null
        : { teamId: team, enterpriseId: organisation, isEnterpriseInstall: true };
    },
    async belongs(team, organisation) {
      await store.set("channels", organisationKey(team), { organisation });
    },
    deleteInstallation: (query) => store.delete("installations", keyOfQuery(query)),
    async purge(id) {
      for (const prefix of Object.values(PREFIXES)) await store.delete("installations", `${prefix}${id}`);
      for (const collection of OF_WORKSPACES) {
        const keys = await store.keys(collection);
        const own = keys.filter((key) => key.startsWith(`${id}/`));
        await Promise.all(own.map((key) => store.delete(collection, key)));
      }
    },
    async listInstallations() {
      const keys = await store.keys("installations");
      const held = await Promise.all(keys.map(load));
      const listed = held.filter((each) => each !== null).map((each) => entryOf(each, isAllowed(each)));
      return listed.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}

/** Among a workspace's channels, so that it goes with them; no channel has such an id. */
const organisationKey = (team: string) => `${team}/organisation`;
const belonging = z.object({ organisation: z.string() });

/** As noted when somebody asked; else the only one there is. */
async function organisationOfTeam(store: Store, team: string): Promise<string | null> {
  const noted = belonging.safeParse(await store.get("channels", organisationKey(team)));
  const keys = (await store.keys("installations")).filter((key) => key.startsWith(PREFIXES.enterprise));
  const ids = keys.map((key) => key.slice(PREFIXES.enterprise.length));
  if (noted.success) return ids.includes(noted.data.organisation) ? noted.data.organisation : null;
  return ids.length === 1 ? (ids[0] ?? null) : null;
}

function entryOf(installation: AnyInstallation, isAllowed: boolean): InstalledAt {
  const isOrganisation = installation.isEnterpriseInstall === true;
  const place = isOrganisation ? installation.enterprise : installation.team;
  return {
    id: place?.id ?? "",
    isOrganisation,
    name: place?.name ?? null,
    installedBy: installation.user.id,
    isAllowed,
  };
}

function keyOfInstallation({ isEnterpriseInstall, enterprise, team }: AnyInstallation): string {
  return keyOf(isEnterpriseInstall === true, enterprise?.id, team?.id);
}

function keyOfQuery({ isEnterpriseInstall, enterpriseId, teamId }: InstallationQuery<boolean>): string {
  return keyOf(isEnterpriseInstall, enterpriseId, teamId);
}

/** An org-wide installation serves every workspace of the organisation; its queries name one of them as well. */
function keyOf(isOrganisation: boolean, enterprise: string | undefined, team: string | undefined): string {
  const id = isOrganisation ? enterprise : team;
  if (id) return `${isOrganisation ? PREFIXES.enterprise : PREFIXES.team}${id}`;
  const what = isOrganisation ? "organisation" : "workspace";
  throw new BriefingError("bad_config", `Slack named no ${what}.`, "Install the app there again.");
}

function notInstalled(key: string): BriefingError {
  const message = `smallcaps is not installed in the Slack workspace ${key.slice(key.indexOf(":") + 1)}.`;
  return new BriefingError(
    "bad_config",
    message,
    "Open /slack/install on its public address and install it.",
  );
}
