import { describe, expect, it } from "vitest";
import { createServiceHosts } from "../../../src/surfaces/teams/service-hosts.ts";

describe("the connectors that are called", () => {
  it.each([
    "https://smba.trafficmanager.net/amer/",
    "https://smba.trafficmanager.net/emea/11111111-1111-1111-1111-111111111111/",
    "https://SMBA.trafficmanager.net/teams/",
    "https://smba.infra.gcc.teams.microsoft.com/teams",
    "https://smba.infra.gov.teams.microsoft.us/teams",
    "https://smba.infra.dod.teams.microsoft.us/teams",
  ])("are Microsoft's by default: %s", (url) => {
    expect(createServiceHosts([], false).allows(url)).toBe(true);
  });

  it.each([
    "http://smba.trafficmanager.net/amer/",
    "https://evil.trafficmanager.net/",
    "https://smba.trafficmanager.net.evil.example/",
    "https://smba.trafficmanager.net@evil.example/",
    "https://user:pass@smba.trafficmanager.net/",
    "https://smba.trafficmanager.net:8443/",
    "https://evil.example/smba.trafficmanager.net",
    "https://169.254.169.254/latest/meta-data/",
    "http://127.0.0.1:3000/",
    "file:///etc/passwd",
    "",
    "no address",
  ])("are nobody else's: %s", (url) => {
    expect(createServiceHosts([], false).allows(url)).toBe(false);
  });

  it("are those that are given, and no others", () => {
    const hosts = createServiceHosts(["127.0.0.1:9000", ".example.com"], false);
    expect(hosts.allows("http://127.0.0.1:9000/x")).toBe(true);
    expect(hosts.allows("https://a.example.com/")).toBe(true);
    expect(hosts.allows("http://a.example.com/")).toBe(false);
    expect(hosts.allows("https://aexample.com/")).toBe(false);
    expect(hosts.allows("http://127.0.0.1:9001/")).toBe(false);
    expect(hosts.allows("https://smba.trafficmanager.net/")).toBe(false);
  });

  it("are on this machine alone where nobody is checked", () => {
    const hosts = createServiceHosts([], true);
    expect(hosts.allows("http://localhost:56150/_connector")).toBe(true);
    expect(hosts.allows("http://[::1]:56150/")).toBe(true);
    expect(hosts.allows("https://smba.trafficmanager.net/amer/")).toBe(false);
    expect(hosts.allows("http://127.0.0.1.evil.example/")).toBe(false);
  });
});
