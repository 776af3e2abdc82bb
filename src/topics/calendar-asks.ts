import type { Asks } from "./asks.ts";

export const ASKS: Asks = {
  words: [
    "calendar",
    "when is ~ out",
    "when is ~ due",
    "when is ~ released",
    "when doe ~ come out",
    "when is cpi",
    "when is next cpi",
    "when is fomc",
    "when is next fomc",
    "next fomc meeting",
    "next fed meeting",
    "fed meet*",
    "fomc meet*",
    "fomc date",
    "next meeting of fed",
    "next meeting",
    "next policy meeting",
    "next rate decision",
    "next cpi",
    "next payroll",
    "release date",
    "date ahead",
  ],
  hints: ["cpi", "fomc", "payroll", "release"],
};
