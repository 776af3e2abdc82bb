import { BriefingError } from "../../briefing/errors.ts";

export const PROVIDER = "Kenneth R. French Data Library";

const HINT =
  "Check the network (HTTPS_PROXY, NODE_EXTRA_CA_CERTS), point FRENCH_BASE_URL at a mirror, or put levels.csv " +
  "and factors.csv into a DATA_FOLDER.";

/** Why the library's answer cannot be used. `transient`: asking again may help. */
export class SourceFault extends Error {
  readonly transient: boolean;

  constructor(message: string, options: { readonly transient: boolean; readonly cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = "SourceFault";
    this.transient = options.transient;
  }
}

/** The file arrived whole, but does not say what it used to say: asking again does not help. */
export function layoutFault(message: string): SourceFault {
  return new SourceFault(message, { transient: false });
}

export function unavailable(what: string, fault: SourceFault): BriefingError {
  return new BriefingError("data_unavailable", `${PROVIDER}, ${what}: ${fault.message}`, HINT, {
    cause: fault,
  });
}
