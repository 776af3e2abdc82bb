export type ErrorCode =
  | "bad_command" // the command line: unknown name, bad value
  | "bad_input" // a file, a folder, an option
  | "bad_config" // the environment
  | "data_unavailable" // no source has it, or the source failed
  | "refused"; // compliance: not answered, with the reason

/**
 * The only error a person sees. `message` names the value at fault, `hint` says what to do about it.
 * Anything else that is thrown is a bug in the program.
 */
export class BriefingError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;

  constructor(code: ErrorCode, message: string, hint: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "BriefingError";
    this.code = code;
    this.hint = hint;
  }
}
