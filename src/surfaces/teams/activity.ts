import type { Source } from "../../briefing/figure.ts";
import { extentOf, retrievalOf } from "../../briefing/source-words.ts";
import { plainText } from "./escape.ts";
import { LIMITS, wireLength } from "./limits.ts";
import type { Json, TeamsMessage } from "./message.ts";

/** Set where a language model wrote sentences of the message: Teams labels them, with their sources and a feedback form. */
export interface AiWritten {
  readonly sources: readonly Source[];
}

/**
 * The wire activity. With a card the text is the `summary`, which notifications show: as `text` it would stand above
 * the card a second time.
 */
export function toActivity({ text, card }: TeamsMessage, ai?: AiWritten): Json {
  const content =
    card === null
      ? { text, textFormat: "plain" }
      : {
          summary: text,
          attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }],
        };
  return { type: "message", ...content, ...(ai ? labelled(ai) : {}) };
}

/** "[1] [2]": how a text refers to the citations of its activity. */
export function citationMarks({ sources }: AiWritten): string {
  return citationsOf(sources)
    .map(({ position }) => `[${position}]`)
    .join(" ");
}

/** One root Message entity: Teams refuses a second. */
function citationsOf(sources: readonly Source[]) {
  const all = sources.slice(0, LIMITS.citations).map((source, i) => ({
    "@type": "Claim",
    position: i + 1,
    appearance: {
      "@type": "DigitalDocument",
      name: plainText(`${source.provider}, ${source.dataset}`, LIMITS.citationName),
      abstract: plainText(
        capital(`${extentOf(source)}, ${retrievalOf(source)}, licence ${source.licence}`),
        LIMITS.citationAbstract,
      ),
    },
  }));
  return all.filter((_, i) => wireLength(all.slice(0, i + 1)) <= LIMITS.citationUnits);
}

const capital = (text: string) => `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;

function labelled({ sources }: AiWritten): Json {
  const citation = citationsOf(sources);
  const message = {
    type: "https://schema.org/Message",
    "@type": "Message",
    "@context": "https://schema.org",
    additionalType: ["AIGeneratedContent"],
    ...(citation.length > 0 ? { citation } : {}),
  };
  return { entities: [message], channelData: { feedbackLoop: { type: "default" } } };
}
