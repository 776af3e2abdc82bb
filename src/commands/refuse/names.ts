import { CAPITALISED, COMPANIES, NO_TICKERS, TICKERS } from "./companies.ts";

/** The members of an index as they may be named in a question. */
export interface KnownNames {
  /** In capital letters. */
  readonly tickers: ReadonlySet<string>;
  /** In lower case, without "Inc" and its like, by their first word: names that no other words are taken for. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

const list = (words: readonly string[]) => words.join("|");
const STOCK =
  "(?:stock|stocks?['’]? price|shares?|share price|common stock|equity|adr|calls|puts|options|earnings call|ticker)";
const COMPANY = new RegExp(`(?<![\\p{L}\\p{N}])(?:${list(COMPANIES)})(?:['’]s)?(?![\\p{L}\\p{N}])`, "iu");
const CAPITAL = new RegExp(`(?<![\\p{L}\\p{N}])(?:${list(CAPITALISED)})(?:['’]s)?(?![\\p{L}\\p{N}&-])`, "u");
const WITH_STOCK = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${list(CAPITALISED)})(?:['’]?s)? (?:\\p{L}+ )?${STOCK}\\b`,
  "iu",
);
const TICKER = new RegExp(`(?<![\\p{L}\\p{N}.])(?:${list(TICKERS)})(?![\\p{L}\\p{N}])`, "iu");
const SHORT_TICKERS =
  /^(?:meta|mu|sq|fn|pg|ko|gm|vz|bx|cat|cop|snow|shop|spot|sour|dis|elf|hood|coin|mara|riot|hims|snap|uber|lyft|pins|dell|oxy|flr|joby|low|hon|pep|mcd|sofi|zs|crm|ddog|intu|luv|ual|aal|nue|amc|gme)$/i;
const CASHTAG =
  /(?<![\p{L}\p{N}])\$(?!(?:us|usd|usa|aud|cad|nzd|hkd|m|mn|bn|b|k|tn|mm)\b)[\p{L}]{1,5}(?:\.[\p{L}])?(?![\p{L}\p{N}])/iu;
const EXCHANGE = /\b(?:NYSE|NASDAQ|Nasdaq|AMEX|LSE|OTC|TSX|XETRA) ?: ?\p{Lu}{1,5}\b/u;
const INCORPORATED =
  /(?<![\p{L}])\p{Lu}[\p{L}&'’-]*(?: \p{Lu}[\p{L}&'’-]*)*,? (?:Inc|Corp|Corporation|Ltd|LLC|PLC|plc|AG|SE|NV|Holdings|Bancorp|Bancshares|Therapeutics|Pharmaceuticals|Pharma|Biosciences|Technologies|Co)\b(?![- ](?:of|in|debt))/u;
/** "XYZ stock", "Acme shares". */
const OF_ONE =
  /(?<![\p{L}\p{N}$])(\p{Lu}[\p{L}\p{N}&'’.-]*)(?:['’]s)? (?:stock\b(?! (?:market|exchange|index|indices|price index|pick|pool|return|universe|level|split))|share price\b|shares\b(?! (?:of|in|outstanding)))/gu;
const NO_NAMES = new Set(
  (
    "us u.s american america russell s&p growth value small smaller large largest smallest cap caps smallcap largecap mid micro mega tech technology energy bank banks biotech " +
    "financial financials industrial nasdaq nyse the a an all any each every no some this that these those which what how do does did is are were will can should would if when where why " +
    "and or of in on for with their its my our your his her european uk british german japanese emerging global world domestic foreign quality cheap expensive common preferred meme penny dividend single " +
    "one individual typical average median unprofitable profitable loss-making new old other more most many few fed msci cheaper dearer wall total market index mean relative price unloved listed public unlisted healthcare " +
    "aktien compare show give tell explain chart plot have has had could may might been being i we they you it as at by to from than not only both us-listed us-stock us-small"
  ).split(" "),
);

/** A single company in a question; the question as it was read, letter case kept. */
export function namesCompany(text: string, known: KnownNames | null): boolean {
  const shouted = !/\p{Ll}/u.test(text);
  return (
    [COMPANY, CASHTAG, EXCHANGE, INCORPORATED, WITH_STOCK].some((pattern) => pattern.test(text)) ||
    (!shouted && CAPITAL.test(withoutFirst(text))) ||
    hasTicker(text, shouted) ||
    hasStockOf(text, shouted) ||
    (known !== null && hasMember(text, known, shouted))
  );
}

/** The first word has a capital letter anyhow. */
const withoutFirst = (text: string) => text.replace(/^[^\p{L}]*\p{L}[\p{L}'’]*/u, "");

function hasTicker(text: string, shouted: boolean): boolean {
  const found = TICKER.exec(text)?.[0];
  if (found === undefined) return false;
  // Those that are words as well only as tickers are written.
  const all = text.match(new RegExp(TICKER, "giu")) ?? [];
  return all.some((each) => !SHORT_TICKERS.test(each) || (!shouted && each === each.toUpperCase()));
}

function hasStockOf(text: string, shouted: boolean): boolean {
  if (shouted) return false;
  return [...text.matchAll(OF_ONE)].some(([, name = ""]) => {
    const bare = name.toLowerCase().replace(/['’]s$/, "");
    return !NO_NAMES.has(bare) && !/^(?:small|large|mid|micro)-?caps?$/.test(bare);
  });
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}&'’.-]*/gu;

function hasMember(text: string, { tickers, names }: KnownNames, shouted: boolean): boolean {
  const words = text.match(WORD) ?? [];
  const isTicker = (word: string) =>
    /^\p{Lu}{2,5}$/u.test(word) && !NO_TICKERS.has(word) && tickers.has(word);
  if (!shouted && words.some(isTicker)) return true;
  const low = words.map((word) => word.toLowerCase().replace(/['’]s$|[.,'’]+$/g, ""));
  return low.some((word, at) =>
    (names.get(word) ?? []).some((name) => {
      const parts = name.split(" ");
      if (parts.some((part, offset) => low[at + offset] !== part)) return false;
      // A name of one word is a word of the language too, unless it is written as a name.
      return parts.length > 1
        ? parts.every((_, offset) => /^[\p{Lu}\d]/u.test(words[at + offset] ?? "")) ||
            parts.join("").length > 11
        : !shouted && at > 0 && /^\p{Lu}/u.test(words[at] ?? "");
    }),
  );
}

const ENDINGS =
  /[,.]? (?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|lp|plc|ag|sa|nv|se|holdings?|group|trust|reit|bancorp|bancorporation|bancshares|class [a-c]|cl [a-c]|the|com|common stock|ordinary shares|new|de|\/[a-z]+\/?)\.?$/;
/** Names that are left with nothing else are words. */
const EVERYDAY = new Set(
  (
    "the first national united general american us global world small large cap universal standard international energy capital financial bank target progress value growth summit liberty frontier enterprise core matrix " +
    "pioneer premier pacific atlantic northern southern western eastern central city home life star sun federal reserve index market"
  ).split(" "),
);

/** Prepares an index's members once for all questions. */
export function knownNames(
  members: readonly { readonly ticker: string; readonly name: string }[],
): KnownNames {
  const names = new Map<string, string[]>();
  const tickers = new Set<string>();
  for (const { ticker, name } of members) {
    tickers.add(ticker.toUpperCase());
    let bare = name.toLowerCase().replace(/\s+/g, " ").trim();
    for (let before = ""; before !== bare; ) {
      before = bare;
      bare = bare.replace(ENDINGS, "");
    }
    const first = bare.split(" ")[0] ?? "";
    if (bare.length < 3 || bare.split(" ").every((word) => EVERYDAY.has(word))) continue;
    names.set(first, [...(names.get(first) ?? []), bare]);
  }
  return { tickers, names };
}
