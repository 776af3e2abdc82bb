import { asOfNow } from "../assistant/sources.ts";
import { type Check, fault, ok, warning } from "../briefing/check.ts";
import { BriefingError } from "../briefing/errors.ts";
import { extentOf } from "../briefing/source-words.ts";
import { isDrawable } from "../charts/measure.ts";
import { HINT } from "../config/read.ts";
import { type Config, inspectConfig, isSlackConfigured, isTeamsConfigured, readConfig } from "../config.ts";
import { openSample } from "../data/sample/sample.ts";
import { overdueIn } from "../market/ages.ts";
import { type DatasetName, spelt } from "../market/datasets.ts";
import type { MarketData } from "../market/port.ts";
import { dated } from "../topics/inputs.ts";
import { AUDIT_USAGE, auditCommand } from "./admin-audit.ts";
import { checkSources, pullSources, showSources } from "./admin-sources.ts";
import { backupTo, restoreFrom } from "./admin-storage.ts";
import { checkHouseView } from "./doctor-house-view.ts";
import { checkStorage } from "./doctor-storage.ts";
import { chosenMode } from "./market.ts";
import { err, out } from "./program.ts";
import { slackSettings } from "./slack.ts";
import { liveMarket } from "./sources.ts";
import { checkTeams } from "./teams.ts";

export const ADMIN_USAGE = `usage: npm run --silent admin -- doctor | sources [--json] | pull | deliveries [--json] [--since DATE] | schedules [--json] |
  stop "reason" | go | pause WORKSPACE "reason" | resume WORKSPACE | test SUBSCRIPTION | correct SLOT "what was wrong" |
  narrative [on|off WORKSPACE] |   ${AUDIT_USAGE} | backup FILE | restore FILE\n`;

type AdminCommand = (config: Config, options: readonly string[]) => Promise<number>;

/** What works on the database. */
const STORED: Readonly<Record<string, () => Promise<AdminCommand>>> = {
  deliveries: () => import("./admin-delivery.ts").then((room) => room.showDeliveries),
  schedules: () => import("./admin-delivery.ts").then((room) => room.showSchedules),
  test: () => import("./admin-delivery.ts").then((room) => room.orderTest),
  correct: () => import("./admin-delivery.ts").then((room) => room.orderCorrection),
  stop: () => import("./admin-controls.ts").then((room) => room.stopPosting),
  go: () => import("./admin-controls.ts").then((room) => room.letPost),
  pause: () => import("./admin-controls.ts").then((room) => room.pauseWorkspace),
  narrative: () => import("./admin-narrative.ts").then((room) => room.switchNarrative),
  resume: () => import("./admin-controls.ts").then((room) => room.resumeWorkspace),
};

/** For whoever runs the server, beside a running bot or without one. */
export async function admin([command, ...options]: readonly string[]): Promise<number> {
  if (command === "doctor") return doctor();
  const config = readConfig();
  if (command === "sources") return showSources(config, options);
  if (command === "pull") return pullSources(config);
  if (command === "audit") return auditCommand(config, options);
  if (command === "backup") return backupTo(config, options);
  if (command === "restore") return restoreFrom(config, options);
  const stored = command !== undefined && Object.hasOwn(STORED, command) ? STORED[command] : undefined;
  if (stored !== undefined) return (await stored())(config, options);
  err(`${command === undefined ? "" : `"${command}" is not a command. `}${ADMIN_USAGE}`);
  return 2;
}

/** Looks at everything that an answer needs, and says what to do about what is amiss. */
async function doctor(): Promise<number> {
  const { renderChecks } = await import("../surfaces/terminal/admin.ts");
  const { config, faults } = inspectConfig();
  const checks = faults.length === 0 ? await everyCheck(config) : await configurationChecks(config, faults);
  out(renderChecks(checks));
  return checks.some(({ state }) => state === "fault") ? 1 : 0;
}

async function everyCheck(config: Config): Promise<readonly Check[]> {
  const mode = await chosenMode(config);
  return [
    ok("Configuration", `in order; data: ${mode}`),
    ...checkFirm(config),
    ...(await checkData(config, mode)),
    ...checkNarrator(config),
    ...(await checkHouseView(config)),
    ...(await checkStorage(config)),
    ...(isSlackConfigured(config) ? await checkSlack(config) : []),
    ...(isTeamsConfigured(config) ? await checkTeams(config) : []),
  ];
}

/** All that is wrong with what is set, at once; what rests on it would be looked at in vain. */
async function configurationChecks(config: Config, faults: readonly string[]): Promise<readonly Check[]> {
  const [last, ...before] = faults.toReversed();
  return [
    ...before.toReversed().map((each) => fault("Configuration", each, "")),
    fault("Configuration", last ?? "", HINT),
    ...(await checkHouseView(config)),
    warning(
      "All else",
      "data, database and platforms were not looked at",
      "correct the above, and ask again",
    ),
  ];
}

async function checkData(config: Config, mode: "sample" | "live"): Promise<readonly Check[]> {
  try {
    const market = mode === "sample" ? openSample() : await liveMarket(config);
    const asOf = await asOfNow({
      market,
      today: () => new Date().toISOString().slice(0, 10),
      defaultAsOf: mode === "sample" ? "newest" : "today",
    });
    const data = await Promise.all(
      [...market.provides].map((dataset) => checkDataset(market, dataset, asOf)),
    );
    return [...data, ...(await checkSources(market))];
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    return [fault("Data", error.message, error.hint)];
  }
}

/** What copies for clients carry of the firm: the logo was checked when the configuration was read. */
function checkFirm({ FIRM_NAME: name, FIRM_LOGO: logo }: Config): readonly Check[] {
  const lost = [...name].filter((character) => !isDrawable(character));
  if (lost.length > 0)
    return [
      warning(
        "Firm",
        `FIRM_NAME has characters that pictures cannot show: ${lost.join("")}`,
        "write it in Latin letters, or put it into FIRM_LOGO as outlines",
      ),
    ];
  if (name === "" && logo === undefined) return [];
  const mark = logo === undefined ? "no logo" : `logo of ${logo.width} by ${logo.height}`;
  return [ok("Firm", `${name === "" ? "no name" : name}, ${mark}`)];
}

/** Without a request: that would cost tokens. */
function checkNarrator({
  OPENAI_MODEL: model,
  OPENAI_API_KEY: key,
  OPENAI_BASE_URL: base,
}: Config): readonly Check[] {
  if (model !== undefined)
    return [ok("Summaries", `${model} at ${new URL(base).host}; off until switched on`)];
  if (key === undefined) return [];
  return [
    warning(
      "Summaries",
      "OPENAI_API_KEY is set, OPENAI_MODEL is not: there are none",
      "name a model, or take the key away",
    ),
  ];
}

/** `asOf` (ISO date): of which day a question would be that names none. */
async function checkDataset(market: MarketData, dataset: DatasetName, asOf: string): Promise<Check> {
  try {
    const { data, source } = await market.fetch(dataset);
    const licence = `licence ${source.licence}`;
    const detail = `${source.provider}, ${extentOf(dated(dataset, source, asOf))}, ${licence}`;
    const late = overdueIn(dataset, data, source, asOf);
    const amiss = [
      ...(late.length > 0
        ? [
            {
              what: `overdue: ${late.join("; ")}`,
              hint: "figures of the present that read them are withheld until newer data are there",
            },
          ]
        : []),
      ...(source.fallback
        ? [{ what: source.fallback, hint: "check the source's address and the network" }]
        : []),
      ...(source.licence === "internal-use"
        ? [{ what: "", hint: "check the provider's terms before showing these data outside your firm" }]
        : []),
    ];
    if (amiss.length === 0) return ok(`Data: ${spelt(dataset)}`, detail);
    return warning(
      `Data: ${spelt(dataset)}`,
      [detail, ...amiss.flatMap(({ what }) => what || [])].join("; "),
      amiss.map(({ hint }) => hint).join("; "),
    );
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    return fault(`Data: ${spelt(dataset)}`, error.message, error.hint);
  }
}

export async function checkSlack(config: Config): Promise<readonly Check[]> {
  const settings = slackSettings(config);
  if (settings.botToken === null)
    return [ok("Slack", `installed by OAuth at ${config.PUBLIC_URL}/slack/install`)];
  const [{ clientWith }, { slackDoctor }] = await Promise.all([
    import("../surfaces/slack/app.ts"),
    import("../surfaces/slack/doctor.ts"),
  ]);
  const client = clientWith(settings.botToken, settings);
  return slackDoctor({
    client,
    apiUrl: settings.apiUrl,
    fetch: settings.fetch,
    publicUrl: config.PUBLIC_URL ?? null,
    now: Date.now,
  });
}
