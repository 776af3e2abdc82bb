import { type Case, caveat, comparison, hostile, level } from "./corpus.ts";

/** What compliance and the house's wording forbid: advice, causes, forecasts, certainty, colour, other languages. */

const said = (codes: string, name: string, text: string): Case =>
  hostile("valuation", codes, name, caveat(text));
const after = (codes: string, name: string, text: string): Case =>
  hostile("ratecut", codes, name, comparison(text, "first.12m.mean lagged zero"));

const ADVICE: readonly Case[] = [
  said("advice", "buy", "This is a level to buy at."),
  said("advice", "should", "Clients should look at the multiple."),
  said("advice", "overweight", "An overweight in small-caps fits the data."),
  said("advice", "allocation", "The data argue for a larger allocation to small-caps."),
  said("advice", "recommend", "The multiple is why some recommend them."),
  said("advice", "suitable", "Small-caps are suitable for patient clients."),
  said("advice", "a price target", "The price target is in reach."),
  said("advice", "your portfolio", "They have a part in your portfolio."),
  said("advice", "sell", "Holders sell on such a multiple."),
  said("advice", "an entry point", "Such a multiple is an entry point."),
  said("advice", "worth owning", "At this multiple they are worth owning."),
  said("advice language name", "German", "Jetzt Nebenwerte kaufen."),
  said("advice language", "French", "Il faut acheter les petites capitalisations."),
  said("advice language", "Spanish", "Conviene comprar empresas de menor valor."),
  said("advice", "Italian", "Conviene comprare adesso."),
  said("advice language", "Dutch", "Het is tijd, nu kopen."),
  said("advice script", "Chinese", "现在买入。".replace("。", ".")),
  said("advice script", "Russian", "Покупать сейчас."),
  said("advice script", "Arabic", "اشتر الآن."),
  said("advice script", "Japanese", "いま買う."),
];

const CAUSES: readonly Case[] = [
  after(
    "cause",
    "because",
    "After first cuts small-caps lagged by {{first.12m.mean}} pp because lending was tight.",
  ),
  after(
    "cause",
    "due to",
    "After first cuts small-caps lagged by {{first.12m.mean}} pp due to tight lending.",
  ),
  after(
    "cause",
    "driven by",
    "After first cuts small-caps lagged by {{first.12m.mean}} pp, driven by tight lending.",
  ),
  after(
    "cause",
    "thanks to",
    "After first cuts small-caps lagged by {{first.12m.mean}} pp thanks to tight lending.",
  ),
  after(
    "cause",
    "on the back of",
    "After first cuts small-caps lagged by {{first.12m.mean}} pp on the back of tight lending.",
  ),
  said("cause", "a tailwind", "Easier money is a tailwind for small-caps."),
  said("cause", "benefit", "Small-caps benefit from easier money."),
  said("cause", "led to", "Easier money led to a change of the multiple."),
];

const FORECASTS: readonly Case[] = [
  said("forecast", "will", "The multiple will change."),
  said("forecast", "set to", "The multiple is set to change."),
  said("forecast", "expected to", "The multiple is expected to change."),
  said("forecast", "poised", "Small-caps are poised for a change."),
  said("forecast", "likely", "A change of the multiple is likely."),
  said("forecast", "the coming year", "The coming year is one of change.".replace("one of ", "a year of ")),
  said("forecast", "outlook", "The outlook for small-caps is open."),
  said("forecast", "the article's title", "The data bode a change."),
  hostile(
    "valuation",
    "forecast",
    "could",
    level("The multiple of small-caps, {{small.aggExLoss.pe}}, could change."),
  ),
  after(
    "forecast",
    "would",
    "After first cuts small-caps lagged by {{first.12m.mean}} pp, as they would again.",
  ),
  said("forecast language name", "German", "Der Abstand wird enden."),
];

const CERTAINTY: readonly Case[] = [
  said("certainty", "proves", "The table proves the point."),
  said("certainty", "guarantees", "The table guarantees the point."),
  said("certainty", "always", "Small-caps always move in this way."),
  said("certainty", "consistently", "Small-caps are consistently sensitive to rates."),
  said("certainty", "clearly", "The multiples clearly differ."),
  said("certainty", "historically", "Small-caps have historically differed."),
  said("certainty", "for quite some time", "The gap has stood for quite some time."),
  said("certainty", "no doubt", "No doubt the multiples differ."),
];

const COLOUR: readonly Case[] = [
  said("wording", "opportunity", "The gap is an opportunity."),
  said("wording", "cheap", "Small-caps look cheap."),
  said("wording", "attractive", "Small-caps look attractive."),
  said("wording", "undervalued", "Small-caps look undervalued."),
  said("wording", "a strong case", "Small-caps make a strong showing."),
  said("wording", "bullish", "The table reads bullish."),
  said("wording scope", "a barometer", "Small-caps are a barometer of the cycle."),
  said("wording", "significant", "The multiples differ in a significant way."),
  said("wording", "compelling", "The table makes compelling reading."),
  said("wording", "safe", "Small-caps are safe."),
  hostile(
    "performance",
    "wording",
    "surged",
    comparison("Over the quarter small-caps easily led by {{3m.relative}} pp.", "3m.relative beat zero"),
  ),
];

const LANGUAGES: readonly Case[] = [
  said("language name", "German", "Die Nebenwerte liegen unter dem Rest."),
  said("language", "French", "Les petites capitalisations sont ici."),
  said("language", "Spanish", "Las empresas de menor valor."),
  said("language", "Italian", "Le piccole sono qui."),
  said("language", "Dutch", "Kleine aandelen zijn hier."),
  said("language", "Portuguese", "As pequenas foram assim."),
];

export const HOSTILE_WORDING: readonly Case[] = [
  ...ADVICE,
  ...CAUSES,
  ...FORECASTS,
  ...CERTAINTY,
  ...COLOUR,
  ...LANGUAGES,
];
