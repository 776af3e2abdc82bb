/** One line of `doctor`: what was looked at, how it is, and what to do about it. */
export interface Check {
  readonly name: string;
  readonly state: "ok" | "warning" | "fault";
  readonly detail: string;
  /** Empty where nothing is to do. */
  readonly remedy: string;
}

export function ok(name: string, detail: string): Check {
  return { name, state: "ok", detail, remedy: "" };
}

export function warning(name: string, detail: string, remedy: string): Check {
  return { name, state: "warning", detail, remedy };
}

export function fault(name: string, detail: string, remedy: string): Check {
  return { name, state: "fault", detail, remedy };
}
