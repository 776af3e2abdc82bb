/**
 * Paragraphs by hand, each with the claims that are in it and their verdicts, in order. A claim is its number in the
 * ledger, "figure" where a figure decides, "-" where it is an opinion or was matched to nothing. On real data,
 * the six-month returns of late 2025, August 2025 and the returns over 1, 3, 6 and 12 months were worked out from the
 * folder's CSV files apart from this program; the rest rests on figures that the topics' own tests hold to oracles.
 */
export interface Paragraph {
  readonly data: "russell" | "sample";
  readonly text: string;
  /** "16 depends", "figure holds", "- opinion" */
  readonly expected: readonly string[];
}

const russell = (text: string, ...expected: readonly string[]): Paragraph => ({
  data: "russell",
  text,
  expected,
});
const sample = (text: string, ...expected: readonly string[]): Paragraph => ({
  data: "sample",
  text,
  expected,
});

export const PARAGRAPHS: readonly Paragraph[] = [
  // the article's own claims, in other words
  russell(
    "Small-caps have outperformed large-caps by 5% over the past six months.",
    "16 depends",
    "figure fails",
  ),
  russell("August 2025 brought a near-record monthly gain of 7.1% for the Russell 2000.", "17 fails"),
  russell("August was also the strongest month relative to large-caps in twelve months.", "18 holds"),
  russell(
    "Since 1990, small-caps have on average beaten large-caps in the months after Federal Reserve rate cuts.",
    "14 depends",
  ),
  russell("The Fed delivered its third cut of 2025 on 10 December.", "15 holds"),
  russell("Small-caps trade on 19x forward earnings, against 23x for large-caps.", "26 cannot"),
  russell("US small-caps have been trading at a discount to large-caps for quite some time.", "25 cannot"),
  russell("Some 41% of small-cap companies rely on floating-rate debt.", "12 cannot"),
  russell("For large-caps the floating-rate share is only 19%.", "13 cannot"),
  russell("Small-caps are more volatile than large-caps.", "4 holds"),
  russell("Small-caps are defined as companies worth between $250m and $2bn.", "1 cannot"),
  russell("Small-caps make up 85% of the world's listed companies.", "5 cannot"),
  russell("There is one analyst for every small-cap, against four for each large-cap.", "7 cannot"),
  russell("Over the long run, small companies have outperformed large ones.", "8 depends"),
  russell("Small-caps are highly sensitive to interest rates and to the economic cycle.", "10 fails"),
  russell("Small-caps tend to outperform large-caps in economic recoveries.", "19 depends"),
  russell("Small-cap valuations tend to mirror consumer sentiment.", "20 cannot"),
  russell("Small-caps generate mostly domestic revenue.", "21 cannot"),
  russell("The Russell 2000 is a barometer of the US economy.", "22 holds"),
  russell("Following the 2008 financial crisis, small-caps beat large-caps for three years.", "23 depends"),
  russell("Earnings estimates for small-caps have been revised upward.", "28 cannot"),
  russell("M&A deals are on pace for the record of 1996.", "29 cannot"),
  russell("Quality small-caps diversify a portfolio that is heavy in mega-caps.", "30 holds"),
  russell("The case for US small-caps has strengthened.", "31 opinion"),
  // overstatements of them
  russell("After every Fed cut small-caps beat large-caps over twelve months.", "figure fails"),
  russell("After the first cut of a cycle, small-caps beat large-caps over twelve months.", "figure fails"),
  russell("Small-caps beat large-caps twelve months after rate cuts.", "figure depends"),
  russell("Twelve months after all cuts, small-caps led large-caps by 5.7%.", "figure holds"),
  russell("Twelve months after first cuts, small-caps led large-caps by 5.7%.", "figure fails"),
  russell(
    "Small-caps were ahead of large-caps in 67% of cases twelve months after all cuts.",
    "figure holds",
  ),
  russell("August 2025 was a record month for small-caps.", "17 fails"),
  russell("Twelve months after most cuts, small-caps led large-caps.", "figure holds"),
  russell("The second cut of 2025 came on 29 October.", "figure holds"),
  russell("The Fed cut rates three times in 2025.", "15 holds"),
  russell("August 2025 was not a near-record month for small-caps.", "17 holds"),
  // subjects, directions, periods
  russell("Small-caps beat large-caps by 1460 basis points over twelve months.", "figure holds"),
  russell("Small-caps beat large-caps by 1,460 bps over twelve months.", "figure holds"),
  russell("Small-caps beat large-caps by 14.6 percentage points over twelve months.", "figure holds"),
  russell("The Russell 2000 beat the S&P 500 by 14.6% over twelve months.", "figure holds"),
  russell("Small-caps did not lag large-caps over twelve months.", "figure holds"),
  russell("Against large-caps, small-caps outperformed over twelve months.", "figure holds"),
  russell("Small-caps beat large-caps by 14.6% over twelve months.", "figure holds"),
  russell("Large-caps beat small-caps by 14.6% over twelve months.", "figure fails"),
  russell("Large-caps lagged small-caps by 14.6% over twelve months.", "figure holds"),
  russell("Large-caps were beaten by small-caps over twelve months.", "figure holds"),
  russell("Small-caps lagged large-caps over the past month.", "figure holds"),
  russell("Small-caps did not beat large-caps over the past month.", "figure holds"),
  russell("Small-caps beat large-caps by 14.6% over three months.", "figure fails"),
  russell("Small-caps are ahead of large-caps by more than 8% this year.", "figure holds"),
  russell("Small-caps are ahead of large-caps by less than 8% this year.", "figure fails"),
  russell(
    "Small-caps beat large-caps by 14.6% over twelve months but lagged by 3.1% over one month.",
    "figure holds",
    "figure holds",
  ),
  russell("Small-caps returned 34% over the past year.", "figure holds"),
  russell("Large-caps returned 34% over the past year.", "figure fails"),
  russell("Small-caps beat large-caps over five years.", "- cannot"),
  russell("Small-caps beat large-caps by 3% in 2024.", "- cannot"),
  russell("Small-caps have beaten European small-caps over twelve months.", "- cannot"),
  russell("Small-caps have beaten large-caps.", "figure cannot"),
  // opinions, forecasts, nothing
  russell("We believe small-caps are an attractive opportunity.", "- opinion"),
  russell("Small-caps will outperform large-caps over the next twelve months.", "- opinion"),
  russell("You should buy small-caps now.", "- opinion"),
  russell("Our office moved to a new building. Lunch is at noon."),
  russell("Small-caps are listed in New York.", "- cannot"),
  // denials
  russell("The third cut of 2025 did not come on 10 December.", "15 fails"),
  russell("Small-caps do not diversify a portfolio of mega-caps.", "30 fails"),
  // several at once
  russell(
    "Small-caps have had a good run. They outperformed large-caps by 5% over six months, and August 2025 was a near-record month. The Fed made its third cut of 2025 in December. We think the outlook is compelling.",
    "- cannot",
    "16 depends",
    "figure fails",
    "17 fails",
    "15 holds",
    "- opinion",
  ),
  // multiples, on the sample market
  sample("Small-caps trade at 19x.", "figure depends"),
  sample("The Russell 2000 beat large-caps over six months.", "figure cannot"),
  sample("Small-caps trade at 19x forward earnings and large-caps at 22x.", "figure depends", "figure holds"),
  sample("Large-caps trade at 19x.", "figure fails"),
  sample("Small-caps trade at 19x forward earnings, against 23x for large-caps.", "26 fails"),
  sample("Small-caps trade at 19x trailing earnings.", "figure cannot"),
  sample("Small-caps trade at a discount to large-caps.", "figure depends"),
  sample("Large-caps trade at a premium to small-caps.", "figure depends"),
  sample("Small-caps trade at a discount of 40% to large-caps.", "figure fails"),
  sample("Some 40% of small-caps lose money.", "figure depends"),
  sample("About 70% of small-caps lose money.", "figure fails"),
  sample("The P/E is price divided by annual earnings.", "27 depends"),
];
