import { randomBytes } from "node:crypto";

/** Names one bug: for whom it met, and in the log. */
export function newErrorId(): string {
  return `E-${randomBytes(4).toString("hex")}`;
}

/** What a person is told of a bug that the log has under `id`. */
export function apology(id: string): { readonly message: string; readonly hint: string } {
  return {
    message: "Sorry, this is our fault: the program made a mistake, so there is no answer to show.",
    hint: `Try again; if it happens again, send ${id} to whoever runs this: the log has the details.`,
  };
}
