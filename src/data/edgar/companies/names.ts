/** Words of a company's name that say only what kind of company it is, or which of its shares. */
const FORMS = new Set(
  (
    "THE AND INC INCORPORATED CORP CORPORATION CO COS COMPANY COMPANIES LTD LIMITED PLC LLC LP NV SA AG SE " +
    "BV AB ASA OYJ SPA COM COMMON STOCK ORD ORDINARY SHS SHARES SHARE CL CLASS SER SERIES NEW NON VOTING " +
    "BEN INT ADR DEL DE OF REIT"
  ).split(" "),
);
/** One spelling of words that are abbreviated in lists. */
const SPELLINGS: Readonly<Record<string, string>> = {
  HLDGS: "HOLDINGS",
  HLDG: "HOLDINGS",
  HOLDING: "HOLDINGS",
  GRP: "GROUP",
  INTL: "INTERNATIONAL",
  TECH: "TECHNOLOGIES",
  TECHNOLOGY: "TECHNOLOGIES",
  PHARMA: "PHARMACEUTICALS",
  PHARMACEUTICAL: "PHARMACEUTICALS",
  THERAPEUTIC: "THERAPEUTICS",
  SYS: "SYSTEMS",
  SYSTEM: "SYSTEMS",
  SVCS: "SERVICES",
  SERVICE: "SERVICES",
  FINL: "FINANCIAL",
  BANCORPORATION: "BANCORP",
  BANCSHARES: "BANCSHARES",
  PPTYS: "PROPERTIES",
  PROPERTY: "PROPERTIES",
  TR: "TRUST",
  REALTY: "REALTY",
  COMMUNICATION: "COMMUNICATIONS",
  INDUSTRY: "INDUSTRIES",
  MFG: "MANUFACTURING",
  LABS: "LABORATORIES",
  BRANDS: "BRANDS",
};
/** Words that many companies share: to have one in common says nothing. */
const COMMON = new Set(
  (
    "HOLDINGS GROUP INTERNATIONAL TECHNOLOGIES PHARMACEUTICALS THERAPEUTICS BIOSCIENCES SYSTEMS SERVICES FINANCIAL " +
    "BANCORP BANCSHARES BANK PROPERTIES TRUST REALTY COMMUNICATIONS INDUSTRIES CAPITAL ENERGY RESOURCES FIRST " +
    "AMERICAN UNITED NATIONAL GLOBAL GENERAL US USA AMERICA MEDICAL HEALTH PARTNERS ENTERPRISES SOLUTIONS " +
    "INSURANCE OIL GAS POWER REAL ESTATE INVESTMENT SOFTWARE DATA NETWORKS FOODS BRANDS"
  ).split(" "),
);

/** The words that tell a company from others, in one spelling, in order. */
export function nameWords(name: string): readonly string[] {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/[/\\][A-Z. ]{2,9}[/\\]?\s*$/, " ") // the register's "/DE/", "/NEW"
    .replace(/[’'`]/g, "")
    .replace(/\b(CLASS|CL|SERIES|SER)\.? [A-Z]\b/g, " ")
    .replace(/[^A-Z0-9]+/g, " ")
    .trim();
  return joinInitials(plain.split(" "))
    .filter((word) => word !== "" && !FORMS.has(word))
    .map((word) => SPELLINGS[word] ?? word);
}

/** "U S BANCORP" and "US BANCORP" are one name. */
function joinInitials(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let initials = "";
  for (const word of [...words, ""]) {
    if (word.length === 1) initials += word;
    else {
      if (initials !== "") joined.push(initials);
      initials = "";
      joined.push(word);
    }
  }
  return joined;
}

/** One key of a name, whatever its punctuation, legal form and spacing. */
export const nameKey = (name: string) => nameWords(name).join("");

/** One key whatever the order of the words: the register writes "HUNT J B TRANSPORT SERVICES INC". */
export const sortedKey = (name: string) => [...nameWords(name)].sort().join(" ");

/** Whether two names may be of one company: a word in common that says something, or the same beginning. */
export function alike(one: string, other: string): boolean {
  const [first, second] = [nameWords(one), nameWords(other)];
  const telling = new Set(first.filter((word) => !COMMON.has(word) && word.length > 1));
  if (second.some((word) => telling.has(word))) return true;
  const [a, b] = [first.join(""), second.join("")];
  return a !== "" && b !== "" && (a.slice(0, 6) === b.slice(0, 6) || a === b);
}
