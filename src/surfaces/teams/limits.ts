/** Teams' limits, each with where it comes from, and our own where Teams gives none. */
export const LIMITS = {
  /**
   * docs: a bot's message has 100 KB in UTF-16, mentions included and base64 images not; older copies and 413
   * `MessageSizeTooBig` make 80 KB the safe size.
   */
  activityBytes: 80_000,
  /** Of it, in UTF-16 units of JSON: the card and the text, which stands in the card a second time. */
  card: 33_000,
  /** The rest is for these, and for what the transport adds. */
  citationUnits: 6_000,
  /** Ours: notifications and screen readers read it aloud. */
  text: 3_000,
  /** Ours: a message of text alone. */
  plainText: 12_000,
  /** Ours: one TextBlock; longer texts stand in several. */
  textBlock: 3_000,
  /** Ours, as Slack's. */
  altText: 2_000,
  /** docs: Teams shows six buttons of a card. */
  actions: 6,
  /** Ours: what a thumb scrolls through. */
  choices: 40,
  choiceText: 100,
  /** Ours: a command longer than this is not carried by buttons. */
  command: 500,
  /** Ours: more columns are unreadable at any width; the label's counts. */
  tableColumns: 11,
  tableRows: 100,
  /** Ours: JSON of a table of all figures; a longer one is given as lines, which take a fifth of the space. */
  dataTable: 26_000,
  /** Ours: a line of so many points is as clear, and the card stays small. */
  nativePoints: 60,
  nativeSeries: 6,
  nativeBars: 30,
  nativeLabel: 40,
  nativeTitle: 120,
  /** docs, bots/how-to/bot-messages-ai-generated-content. */
  citations: 20,
  citationName: 80,
  citationAbstract: 160,
} as const;

/** UTF-16 units of what goes over the wire, images within it left out, as Teams counts. */
export function wireLength(part: unknown): number {
  const whole = JSON.stringify(part) as string | undefined;
  if (!whole?.includes('"data:image/')) return whole?.length ?? 0;
  const withoutImages = (_key: string, value: unknown) =>
    typeof value === "string" && value.startsWith("data:image/") ? "" : value;
  return JSON.stringify(part, withoutImages).length;
}
