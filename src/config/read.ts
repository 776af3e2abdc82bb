import { readFileSync } from "node:fs";
import { BriefingError } from "../briefing/errors.ts";
import type { Setting, SettingTable, Values } from "./settings.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with one variable, without a secret's value. */
export interface Fault {
  readonly name: string;
  readonly message: string;
}

/**
 * Reads and checks the variables of a table; an empty or blank variable counts as not set, and so does one at fault,
 * beside which its fault is listed.
 */
export function inspectSettings<T extends SettingTable>(
  table: T,
  environment: Environment,
): { readonly values: Values<T>; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const values = Object.entries(table).map(([name, setting]) => {
    try {
      return [name, readSetting(name, setting, environment)];
    } catch (fault) {
      if (!(fault instanceof SettingFault)) throw fault;
      faults.push({ name, message: fault.message });
      return [name, setting.schema.safeParse(undefined).data];
    }
  });
  return { values: Object.fromEntries(values) as Values<T>, faults };
}

/** The same. @throws BriefingError `bad_config` that lists every fault at once */
export function readSettings<T extends SettingTable>(table: T, environment: Environment): Values<T> {
  const { values, faults } = inspectSettings(table, environment);
  if (faults.length > 0) throw faulty(faults.map(({ message }) => message));
  return values;
}

export const faulty = (faults: readonly string[]) => new BriefingError("bad_config", faults.join("\n"), HINT);

export const HINT = "correct these variables in the environment or in .env; .env.example describes each";

class SettingFault extends Error {}

function readSetting(name: string, setting: Setting<unknown>, environment: Environment): unknown {
  const raw = rawValue(name, setting, environment);
  const result = setting.schema.safeParse(raw);
  if (result.success) return result.data;
  const reasons = result.error.issues.map((issue) => issue.message).join("; ");
  if (raw === undefined) throw new SettingFault(`${name} is not set: ${setting.describe}`);
  throw new SettingFault(`${name}: ${setting.secret ? "its value" : `"${raw}"`} is not valid (${reasons})`);
}

function rawValue(name: string, setting: Setting<unknown>, environment: Environment): string | undefined {
  const direct = environment[name]?.trim() || undefined;
  const file = environment[`${name}_FILE`]?.trim();
  if (!setting.secret || !file) return direct;
  if (direct !== undefined) throw new SettingFault(`${name} and ${name}_FILE are both set: keep one`);
  const held = contentsOf(file);
  if (held === null) throw new SettingFault(`${name}_FILE: the file "${file}" cannot be read`);
  if (held === "") throw new SettingFault(`${name}_FILE: the file "${file}" is empty`);
  return held;
}

function contentsOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return null;
  }
}
