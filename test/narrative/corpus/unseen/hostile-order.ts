import { draftsOf } from "./read.ts";

/** Declared rightly, and said the other way round: what is put before the word of direction decides. */
export const HOSTILE_ORDER = draftsOf(`
universe: swap
C The median market cap of large-cap members, {{large.medianCap}}, is below that of small-cap members. @ small.medianCap below large.medianCap

universe: swap
C The median market cap of large-cap members ({{large.medianCap}}) is below that of small-cap members ({{small.medianCap}}). @ small.medianCap below large.medianCap

universe: swap
C The median market cap of large-cap members, {{large.medianCap}}, is below that of small-cap members, {{small.medianCap}}. @ small.medianCap below large.medianCap

universe: swap
C The median market cap is {{large.medianCap}} for large-cap members, below the {{small.medianCap}} for small-cap members. @ small.medianCap below large.medianCap

universe: swap
C {{large.medianCap}} is the median market cap of large-caps, below {{small.medianCap}} for small-caps. @ small.medianCap below large.medianCap

universe: swap
C The median market cap of small-cap members, {{small.medianCap}}, exceeds the {{large.medianCap}} of large-cap members. @ large.medianCap above small.medianCap

universe: swap
C Below {{small.medianCap}} for small-cap members stands the median market cap of large-cap members, {{large.medianCap}}. @ small.medianCap below large.medianCap

universe: swap
C Small-caps differ from large-caps: the median market cap of large-cap members, {{large.medianCap}}, is below the {{small.medianCap}} of small-cap members. @ small.medianCap below large.medianCap

real ratecut: swap
C The mean after first cuts, {{first.12m.mean}}, is above that after all cuts, {{all.12m.mean}}. @ all.12m.mean above first.12m.mean

real ratecut: swap
C After first cuts the mean, {{first.12m.mean}}, is higher than after all cuts ({{all.12m.mean}}). @ all.12m.mean above first.12m.mean

real ratecut: swap
C At {{first.12m.mean}}, the mean after first cuts is above the {{all.12m.mean}} after all cuts. @ all.12m.mean above first.12m.mean

real ratecut: swap
C The mean after all cuts, {{all.12m.mean}}, is below that after first cuts, {{first.12m.mean}}. @ first.12m.mean below all.12m.mean

real ratecut: swap
C The mean after all cuts is below that after first cuts ({{all.12m.mean}} against {{first.12m.mean}}). @ first.12m.mean below all.12m.mean

real ratecut: swap
C Below the mean after first cuts, {{first.12m.mean}}, is the mean after all cuts, {{all.12m.mean}}. @ first.12m.mean below all.12m.mean

deals: subject
H The number of takeovers announced fell to {{ttm.previous}} from {{ttm.count}}. @ ttm.count fell ttm.previous

deals: subject
H The number of takeovers announced fell from {{ttm.count}} to {{ttm.previous}}. @ ttm.count fell ttm.previous

real volatility: subject
L Over the year the volatility of small-caps was {{3y.small}}. @ -

real volatility: subject
L The volatility of small-caps was {{3y.small}} and that of large-caps {{1y.large}}. @ -
`);
