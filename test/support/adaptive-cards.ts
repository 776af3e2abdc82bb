import { runInNewContext } from "node:vm";
import { build } from "esbuild";

interface Library {
  readonly HostConfig: new (config: unknown) => unknown;
  readonly AdaptiveCard: new () => {
    hostConfig: unknown;
    parse(card: unknown, context: unknown): void;
    validateProperties(): { readonly validationEvents: readonly { readonly message: string }[] };
  };
  readonly SerializationContext: new () => {
    readonly eventCount: number;
    getEventAt(at: number): { readonly message: string };
  };
}

const TEAMS_BUTTONS = 6;

/** What Microsoft's own library finds amiss with a card, in its words; no browser needed. */
export async function createCardReader(): Promise<(card: unknown) => readonly string[]> {
  const { outputFiles } = await build({
    stdin: { contents: 'export * from "adaptivecards"', resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "library",
    // It calls itself free of side effects, yet its Table registers itself by one.
    ignoreAnnotations: true,
  });
  const library = runInNewContext(`${outputFiles[0]?.text}; library`, { console }) as Library;
  return (card) => {
    const read = new library.AdaptiveCard();
    read.hostConfig = new library.HostConfig({ actions: { maxActions: TEAMS_BUTTONS } });
    const context = new library.SerializationContext();
    read.parse(card, context);
    const parsing = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i));
    return [...parsing, ...read.validateProperties().validationEvents].map(({ message }) => message);
  };
}
