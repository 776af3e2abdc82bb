import { draftsOf } from "./read.ts";

/** Sentences without a figure that say something of a market in words of limits and definitions: "Expansion follows." */
export const HOSTILE_PLAIN = draftsOf(`
regime: unbacked
V Expansion follows. @ -

regime: unbacked
V A recovery comes next. @ -

regime: forecast
V The phase turns soon. @ -

regime: unbacked
V Slowdowns end in expansion. @ -

regime: unbacked
V Each phase passes into the next. @ -

valuation: unbacked
V The gap closes in time. @ -

valuation: unbacked
V Gaps of this size do not stay open. @ -

valuation: unbacked
V Small companies work well in this setting. @ -

valuation: unbacked
V Small-caps are in a place of their own. @ -

valuation: unbacked
V The market has not noticed. @ -

valuation: unbacked
V Prices already reflect the losses. @ -

valuation: unbacked
V Investors have moved on. @ -

valuation: unbacked
V Estimates for small companies err on the cautious side. @ -

valuation: unbacked
V The loss-makers are where the value is. @ -

valuation: unbacked
V Loss-makers turn into profit-makers in the end. @ -

ratecut: unbacked
V Cuts matter for small-caps. @ -

ratecut: unbacked
V Small-caps respond to cuts. @ -

ratecut: scope
V Small-caps depend on bank credit. @ -

ratecut: unbacked
V The Fed is close to a cut. @ -

ratecut: unbacked
V The pattern holds in other cycles. @ -

ratecut: claim direction
V Cuts come with a change of leadership. @ -

ratecut: unbacked
V First cuts mark the start of a recession. @ -

ratecut: unbacked
V A cut changes the terms of borrowing for small companies. @ -

ratecut: unbacked
V The same follows for the next cycle. @ -

ratecut: unbacked
V What happened after past cuts holds for this cut. @ -

ratecut: unbacked
V The sample speaks for itself. @ -

ratecut: claim direction
V The numbers stand in favour of small companies. @ -

performance: unbacked
V The trend has turned. @ -

performance: claim direction
V The year ahead belongs to small-caps. @ -

performance: unbacked
V Size matters in the long run. @ -

performance: number
V Small stocks move first and large stocks follow. @ -

performance: unbacked
V Small-caps lose money in a recession. @ -

debt: unbacked
V Rates matter for those who borrow at floating rates. @ -

debt: cause
V Floating debt makes small companies sensitive to cuts. @ -

debt: claim direction
V Interest costs are coming down. @ -

debt: unbacked
V Refinancing is near. @ -

coverage: wording
V Companies without analysts are mispriced. @ -

coverage: cause
V Few analysts means more surprises. @ -

coverage: unbacked
V Analysts miss what small companies do. @ -

earnings: unbacked
V Revisions turn before prices do. @ -

earnings: wording
V Analysts are too optimistic about small companies. @ -

deals: advice
V Buyers are back. @ -

deals: unbacked
V Takeovers come in waves. @ -

premium: unbacked
V The size premium is a thing of the past. @ -

premium: claim direction cause
V The premium is paid for risk. @ -

premium: claim direction
V Small companies carry more risk. @ -

volatility: unbacked
V Volatility comes back after calm periods. @ -

volatility: unbacked
V Calm periods end without notice. @ -

risks: unbacked
V The triggers are close. @ -

risks: unbacked
V Stress passes quickly. @ -

risks: unbacked
V A recession is near. @ -

risks: number
V Unemployment moves in one direction once it starts. @ -

risks: wording
V The economy is in good order. @ -

recovery: number
V Small-caps come out of recessions first. @ -

recovery: unbacked
V Recoveries start with small companies. @ -

recovery: claim direction
V Each recovery is led by small companies. @ -

universe: forecast scope
V Small companies are the future of the market. @ -

universe: unbacked
V The world is small. @ -

regime: unbacked
V The model works. @ -

regime: unbacked
V The current phase ends with the year. @ -

ratecut: quantity
V The record of earlier cuts carries over to this cut. @ -

ratecut: unbacked
V The sample is large enough to act on. @ -

ratecut: unbacked
V The history is on the side of small companies. @ -

ratecut: advice
V It pays to wait until the cut. @ -

ratecut: wording
V The data make the case for small companies. @ -

ratecut: unbacked
V A cut is what small companies need. @ -

ratecut: claim direction
V The Fed has more to do. @ -

ratecut: unbacked
V The cycles all end the same way. @ -

valuation: unbacked
V The gap is wide enough to matter. @ -

valuation: advice
V A gap of this size draws in buyers. @ -

valuation: unbacked
V The multiple leaves room. @ -

valuation: unbacked
V The multiple is low for a reason. @ -

valuation: unbacked
V Quality is not the reason for the gap. @ -

valuation: unbacked
V Small-caps are priced for a recession. @ -

valuation: unbacked
V Small companies deserve the gap. @ -

valuation: unbacked
V Losses are temporary. @ -

valuation: unbacked
V Losses are a matter of time. @ -

valuation: claim direction
V The definition favours large companies. @ -

performance: number wording
V The year was a good one for small companies. @ -

performance: unbacked
V Large companies carry the index. @ -

performance: unbacked
V The move is over. @ -

performance: unbacked
V The window has closed. @ -

performance: unbacked
V The pattern repeats. @ -

debt: unbacked
V Small companies are exposed to rates. @ -

debt: unbacked
V Debt is a problem for small companies. @ -

debt: unbacked
V The debt comes due at a difficult time. @ -

earnings: unbacked
V The cuts to estimates are done. @ -

earnings: unbacked
V Estimates have found a floor. @ -

deals: unbacked
V Deals follow rates. @ -

premium: claim direction
V The premium comes back after long absences. @ -

premium: certainty claim direction
V The premium was never there. @ -

recovery: unbacked
V The trough is in place. @ -

recovery: unbacked
V The recovery is under way. @ -

volatility: scope
V Small-caps swing with the market. @ -

volatility: unbacked
V The calm is deceptive. @ -

regime: unbacked
V Small companies fit this phase. @ -

regime: forecast
V The economy is on the way to the next phase. @ -

risks: unbacked
V The Fed is done. @ -

risks: unbacked
V None of the triggers matters yet. @ -

risks: unbacked
V The labour market holds. @ -

risks: unbacked
V A trigger is a matter of time. @ -
`);
