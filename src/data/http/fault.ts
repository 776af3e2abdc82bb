interface FaultOptions {
  /** Asking again may help. */
  readonly transient: boolean;
  readonly cause?: unknown;
  /** Of an answer that was no success. */
  readonly status?: number;
  /** How long the host wants to be left alone. */
  readonly restMs?: number;
  /** What arrived, where it arrived whole and was not understood: for the quarantine. */
  readonly body?: Uint8Array;
}

/** Why a source's answer cannot be used. The message names addresses without their secrets. */
export class SourceFault extends Error {
  readonly transient: boolean;
  readonly status: number | null;
  readonly restMs: number;
  readonly body: Uint8Array | null;

  constructor(message: string, options: FaultOptions) {
    super(message, { cause: options.cause });
    this.name = "SourceFault";
    this.transient = options.transient;
    this.status = options.status ?? null;
    this.restMs = options.restMs ?? 0;
    this.body = options.body ?? null;
  }
}

/** The answer arrived whole, but does not say what it used to say: asking again does not help. */
export function layoutFault(message: string): SourceFault {
  return new SourceFault(message, { transient: false });
}
