import type { Logger } from "@slack/bolt";
import { LogLevel } from "@slack/bolt";
import type { SlackLog } from "./deps.ts";

const TOKEN = /\bx(?:ox[a-z]|app|oxe)-[\w-]+|\bxox[a-z]-[\w.-]+/gi;

/** Bolt's own log lines in ours; tokens never get through. */
export function boltLogger(log: SlackLog): Logger {
  const words = (parts: readonly unknown[]) =>
    parts
      .map((part) => (part instanceof Error ? part.message : typeof part === "string" ? part : ""))
      .join(" ")
      .replace(TOKEN, "[token]");
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts: unknown[]) => log.warn({ from: "bolt" }, words(parts)),
    error: (...parts: unknown[]) => log.error({ from: "bolt" }, words(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
