/**
 * Slack's limits, each with where it comes from, and our own where Slack gives none. Lengths are counted in UTF-16
 * units of the text as sent (after escaping), which is never less than what Slack counts.
 */
export const LIMITS = {
  /** docs: 50 blocks in a message (100 in a view). */
  blocks: 50,
  /**
   * Undocumented: chat.postMessage answers `msg_blocks_too_long` at 12,000 to 13,000 characters of all blocks
   * together, seen at 11,341 (bolt-js#2509, #2867).
   */
  totalText: 10_000,
  /** Ours: notifications and screen readers read it aloud; chat.postMessage asks for at most 4,000. */
  topText: 3_000,
  /** docs: chat.postMessage, `text` of a message that is nothing else: "4,000 characters for best results". */
  plainText: 3_900,
  /** @slack/types: SectionBlock.text. */
  section: 3_000,
  /** @slack/types: SectionBlock.fields, items and characters of each. */
  fields: 10,
  field: 2_000,
  /** @slack/types: HeaderBlock.text. */
  header: 150,
  /** @slack/types: ContextBlock.elements. The text of one has no documented limit: ours, like a field's. */
  contextElements: 10,
  contextText: 2_000,
  /** @slack/types: ActionsBlock.elements, ContextActionsBlock.elements. */
  actions: 25,
  contextActions: 5,
  /** @slack/types: Button.text, Button.value, Button.accessibility_label. */
  buttonText: 75,
  buttonValue: 2_000,
  /** Ours: a value stands in up to eight buttons of one message, and may count towards its characters. */
  carried: 600,
  /** @slack/types: StaticSelect.options (100); ours: what a thumb scrolls through. */
  options: 25,
  /** @slack/types: Option.text; docs: Option.value was 75 and is 150 now, so 75 works everywhere. */
  optionText: 75,
  optionValue: 75,
  /** docs: placeholder of a select. */
  placeholder: 150,
  /** @slack/types: Block.block_id. */
  blockId: 255,
  actionId: 255,
  /** @slack/types: ImageBlock.alt_text. */
  altText: 2_000,
  /** docs: image_url. */
  imageUrl: 3_000,
  /** @slack/types: TableBlock, rows (the head included) and columns; skills-plugin: one in a message. */
  tableRows: 100,
  tableColumns: 20,
  tables: 1,
  /** docs data-visualization-block 2026-06-16 and slack-messaging 0.7.7: title and axis labels, names and labels. */
  nativeTitle: 50,
  nativeLabel: 20,
  nativePoints: 20,
  /** OpenClaw's documentation says 12; Slack's own 6. */
  nativeSeries: 6,
  /** Third-party; we post one. */
  nativeCharts: 2,
} as const;

/** Characters of monospaced text that a phone of 400 px shows without wrapping. */
export const PHONE_COLUMNS = 40;

/** What counts towards `LIMITS.totalText`: every text of a block, names of types left out. */
export function textLength(part: unknown): number {
  if (typeof part === "string") return part.length;
  if (typeof part !== "object" || part === null) return 0;
  let length = 0;
  for (const [key, value] of Object.entries(part)) if (key !== "type") length += textLength(value);
  return length;
}
