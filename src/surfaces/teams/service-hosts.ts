/** Teams' connectors by cloud: public, GCC, GCC High and DoD, China (Agents SDK: TeamsServiceEndpoints). */
const MICROSOFT = [
  "smba.trafficmanager.net",
  "smba.infra.gcc.teams.microsoft.com",
  "smba.infra.gov.teams.microsoft.us",
  "smba.infra.dod.teams.microsoft.us",
  ".msg.infra.teams.microsoftonline.cn",
];

export interface ServiceHosts {
  /** The bot's token goes to no other address. */
  allows(serviceUrl: string): boolean;
}

/**
 * @param given hosts, with a port where it is not the usual one; ".example.com" means all below. Empty: Microsoft's
 * @param local this machine alone, over plain HTTP
 */
export function createServiceHosts(given: readonly string[], local: boolean): ServiceHosts {
  const hosts = given.length > 0 ? given : MICROSOFT;
  return {
    allows(serviceUrl) {
      const url = URL.canParse(serviceUrl) ? new URL(serviceUrl) : null;
      if (url === null || url.username !== "" || url.password !== "") return false;
      if (local) return isThisMachine(url.hostname);
      if (url.protocol !== "https:" && !(isThisMachine(url.hostname) && given.length > 0)) return false;
      return hosts.some((host) => matches(url, host.toLowerCase()));
    },
  };
}

function matches(url: URL, host: string): boolean {
  if (host.startsWith(".")) return url.port === "" && url.hostname.endsWith(host) && url.hostname !== host;
  return url.host === host;
}

function isThisMachine(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
