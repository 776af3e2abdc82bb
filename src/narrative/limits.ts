import type { Figure } from "../briefing/figure.ts";
import type { ClaimType } from "./port.ts";

/** A sentence without a figure in the house's own wording: what is limited, or what something means. */
export interface Limit {
  readonly claimType: Extract<ClaimType, "caveat" | "definition">;
  readonly text: string;
}

/** Of a topic; `of`: where the key and label of one of the figures that are written about match it. */
interface OwnLimit extends Limit {
  readonly of?: RegExp;
}

const caveat = (text: string, of?: RegExp): OwnLimit => ({ claimType: "caveat", text, ...(of && { of }) });
const definition = (text: string, of?: RegExp): OwnLimit => ({
  claimType: "definition",
  text,
  ...(of && { of }),
});

const PAST = caveat("Past performance is not a reliable indicator of future results.");
const OVERLAP = caveat("The windows overlap, so they are not independent observations.");
const END_DATE = caveat("The result depends on the end date.");

const LIMITS: Readonly<Record<string, readonly OwnLimit[]>> = {
  valuation: [
    definition("The forward P/E divides market value by the earnings that analysts expect.", / forward P\/E/),
    caveat("Forward earnings are analysts' estimates and are often revised.", / forward P\/E/),
    caveat("Each definition keeps a different set of companies in the sum.", /\.agg/),
    caveat("The result depends on how companies that lose money are counted."),
    caveat("The median leaves out companies that lose money.", /\.median/),
    definition("A negative gap means that small-caps carry the lower multiple.", /\.discount\./),
  ],
  ratecut: [
    OVERLAP,
    caveat("The sample of first cuts is small, so a single cycle can move its mean."),
    definition("A first cut follows a rise and starts a cycle."),
    definition("The base rate counts windows from any month, whether there was a cut or not.", /\.base\./),
    caveat("Fed cuts come with other news, so these averages say nothing about cause."),
    PAST,
  ],
  performance: [
    PAST,
    END_DATE,
    caveat("Costs and taxes of an investor are not deducted."),
    caveat("Windows with different starting points can tell different stories."),
    definition("Volatility is measured on daily price returns.", /\.volatility/),
  ],
  premium: [
    definition("The size premium is the return of small stocks minus that of big stocks."),
    definition("The t statistic divides the mean by its standard error.", /\.t$/),
    caveat("Rolling windows overlap, so they are not independent observations.", /rolling/),
    caveat("The factor is built from paper portfolios and leaves out trading costs."),
    caveat("The average over a long history describes no particular stretch of it."),
  ],
  recovery: [
    caveat("The sample of recoveries is small, and their dates are set only afterwards."),
    caveat("The windows of any month overlap, so they are not independent observations.", /\.base\./),
    caveat("The mean hides differences between recoveries."),
    caveat("Each recovery followed a different kind of recession."),
    PAST,
  ],
  debt: [
    caveat("The floating share depends on what companies disclose about their swaps."),
    caveat("A share of companies and a share of debt answer different questions."),
    caveat("Companies free of debt are left out of these shares."),
    definition("Interest cover divides operating profit by interest expense.", /interestCover/),
    definition("Companies that pay no interest have no cover and are not counted.", /interestCover/),
    caveat("The reports are months older than the list of members."),
  ],
  coverage: [
    definition("An analyst counts where the source holds an estimate for the company."),
    caveat("The number of analysts says nothing about the quality of their estimates."),
    caveat("Sources count analysts differently."),
    caveat("Averages are pulled up by a few widely followed companies."),
    definition("Companies whose number of analysts is not reported are not counted as having none."),
  ],
  universe: [
    caveat("The shares depend on where the line between small-caps and micro-caps is drawn."),
    caveat("An index and a size band define small-caps differently."),
    caveat("Members may outgrow such a band between reviews of an index.", /above10bn/),
    caveat("Companies do not report regions on a common standard.", /evenue/),
    caveat("Counting companies and adding up their value answer different questions."),
  ],
  earnings: [
    definition("Breadth is the share of estimates raised minus the share cut.", /readth/),
    caveat("Breadth counts revisions and leaves out their size.", /readth/),
    caveat("Estimates are revised, and a loss that shrinks counts as growth in the sum.", /growth/),
    caveat("Growth from a low base looks large.", /growth/),
    caveat("The sum includes companies that lose money, the median leaves them out.", /growth/),
    caveat("The result depends on whether companies that lose money are counted.", /growthGap/),
  ],
  deals: [
    caveat("An announcement is not a completion."),
    definition("A deal counts on the day of its announcement, whether or not it closes."),
    caveat("Takeovers that disclose no value are left out of the total and of the median.", /value/),
    caveat("Counts depend on which transactions a vendor includes."),
    caveat("The count covers all targets in the data, so small-caps are not set apart."),
  ],
  volatility: [
    caveat("Volatility counts rises as well as falls and is not the risk of loss."),
    definition("The ratio divides the volatility of small-caps by that of large-caps.", /ratio/),
    definition("Beta is the slope of small-cap returns on large-cap returns.", /beta/),
    definition("Correlation says how closely returns move together, not how far.", /correlation/),
    caveat("The measure changes with the span."),
    caveat("Past volatility describes the window it is measured in."),
  ],
  regime: [
    caveat("The replica is an approximation of a published index and may differ from it."),
    caveat("The phases are assigned with revised data that were unknown at the time."),
    definition("A score counts standard deviations from the mean of the series."),
    caveat("The number of months in each phase is small.", /\.after\./),
    caveat("Other inputs or weights give other phases."),
    caveat("A phase of the economy says nothing certain of small-caps."),
  ],
  risks: [
    definition("A trigger fires when its series crosses the threshold that was fixed beforehand."),
    caveat("A trigger that has not fired is no assurance."),
    caveat("A trigger may fire late or give a false signal."),
    caveat("Thresholds are conventions and others would be defensible."),
    definition("The curve can warn but never fires.", /curve/),
    caveat("Economic data are revised after they are published."),
  ],
  calendar: [caveat("Dates in the calendar may still change.")],
  thesis: [
    caveat("A verdict depends on the definition and the sample that the test uses."),
    caveat("A verdict depends on the data at hand and on the definition of small-caps."),
    definition("Opinions are counted apart, as no figure can settle them."),
    definition("A claim cannot be tested when the data it needs are not available."),
  ],
};

/** What may be said beside these figures without one of them; of a briefing of several topics, of each. */
export function limitsOf(figures: readonly Pick<Figure, "key" | "label">[]): readonly Limit[] {
  const byTopic = Map.groupBy(figures, ({ key }) => key.split(".")[0] ?? "");
  const own = [...byTopic].flatMap(([topic, about]) =>
    (LIMITS[topic] ?? []).filter(
      ({ of }) => of === undefined || about.some(({ key, label }) => of.test(`${key} ${label}`)),
    ),
  );
  return [...new Map(own.map(({ claimType, text }) => [text, { claimType, text }])).values()];
}
