/** One row of the gate's table. */
export interface Rule {
  readonly code: string;
  readonly refuses: string;
}
