/** The same questions in other languages: over `folded` text. A word ends in `*` where its endings vary. */
interface Language {
  /** Whom something is asked for: "soll ich", in any order with what is done, up to eight words apart. */
  readonly asks?: string;
  readonly trades?: string;
  /** Enough by themselves. */
  readonly phrases: string;
}

const LANGUAGES: Readonly<Record<string, Language>> = {
  de: {
    asks: "jetzt|oder warte|oder warten|noch warten|abwarten|meinst du|meinen sie|denken sie|glauben sie|empfehl*|empfiehl*|raten sie|ratst du|wurdet ihr|sinn macht|macht es sinn|gute idee|soll ich|sollte ich|sollen wir|sollten wir|soll man|sollte man|ich soll|ich sollte|wir sollen|wir sollten|muss ich|darf ich|kann ich|konnen wir|mussen wir|anleger sollten|sollten anleger|mein kunde|meine kunden|unsere kunden|lohnt es sich|lohnt sich|wurden sie|wurdest du|will ich|mochte ich|ich will|ich mochte|sinnvoll|empfehlenswert|ratsam|klug|guter zeitpunkt|richtiger zeitpunkt|der richtige moment|zeitpunkt|zu spat|zu fruh|wie viel|wieviel",
    trades:
      "kauf|ein kauf|kauf*|verkauf*|zukauf*|nachkauf*|investier*|einsteig*|einstieg|aussteig*|ausstieg|anleg*|anzulegen|einzusteigen|auszusteigen|aufstocken|umschichten|ubergewicht*|untergewicht*|setzen auf|halten oder|behalten|abstossen|hineinstecken|stecken|zugreifen|shorten|ein depot",
    phrases:
      "kursziel*|kauf(?:en)? oder verkauf*|kaufempfehlung*|verkaufsempfehlung*|anlageempfehlung*|anlageberatung|anlagetipp*|aktientipp*|was (?:empfehlen|empfiehlst|raten|ratst)|(?:empfehlen|raten) sie mir|empfiehlst du|welche (?:\\w+ )?(?:aktie|aktien|nebenwerte|fonds|etfs?) (?:soll|sollte|kaufen|empf|wurd|sind die besten)|beste[nr]? (?:aktien?|nebenwerte|fonds|etfs?)|jetzt (?:kaufen|verkaufen|einsteigen|aussteigen)|mein(?:e|em|en|er)? (?:geld|erspart\\w*|ersparnisse|altersvorsorge|depot|portfolio|rente)|ein (?:kauf|schnappchen)|geeignet fur (?:mich|meine\\w*|rentner|privatanleger|unsere)|fur (?:rentner|mich|meine kunden) geeignet|wo (?:steht|wird) (?:der|die) .* (?:ende|in einem jahr|stehen)|fairer wert (?:von|der)",
  },
  fr: {
    asks: "maintenant|ou attendre|encore attendre|pensez vous|penses tu|croyez vous|conseill*|recommand*|est ce sage|est il sage|judicieux|opportun|achete riez vous|feriez vous|dois je|devrais je|devons nous|devrions nous|faut il|je dois|je devrais|doit on|on doit|puis je|peut on|il faut|mes clients|mon client|est ce le (?:bon )?moment|bon moment|le moment|bonne idee|vaut il mieux|vaut mieux|interessant de|est il temps|temps de|trop tard|trop tot|conseillez vous|combien",
    trades:
      "achet*|vendre|vend|vends|investi*|garder|conserver|placer|entrer|sortir|renforcer|alleger|surponder*|sous ponder*|miser|prendre position|shorter|arbitrer",
    phrases:
      "objectifs? de (?:cours|prix)|acheter ou vendre|conseils? (?:en |d )?(?:investissement|financier|boursier|placement)|que (?:me )?(?:conseillez|recommandez|conseilles|recommandes)|quel(?:le)?s? (?:actions?|valeurs?|titres?|fonds|etf) (?:\\w+ ){0,3}(?:acheter|choisir|dois|faut|conseill|recommand|privilegier)|meilleure?s (?:actions?|valeurs?|fonds|etf)|recommand(?:ez|es|ation)s? (?:vous|tu|d achat|de vente|moi)|recommandation|mon (?:argent|epargne|portefeuille|pea|assurance vie)|mes (?:economies|placements)|ma (?:retraite|epargne)|vous me conseill\\w*|ou (?:sera|ira) (?:le|l) ",
  },
  es: {
    asks: "ahora|o esperar|es mejor|crees que|cree que|piensas que|recomiend*|aconsej*|sugier*|es sensato|es prudente|tiene sentido|usted|recomendaria*|debo|deberia|deberiamos|debemos|tengo que|tendria que|hay que|conviene|me conviene|es (?:un )?buen momento|es el momento|buen momento|buena idea|vale la pena|merece la pena|es hora|puedo|mis clientes|mi cliente|demasiado tarde|es recomendable|cuanto|deberian los inversores",
    trades:
      "compra|inversion|compr*|vend*|invert*|inviert*|mantener|entrar|salir|sobreponder*|infraponder*|apostar|aumentar mi|reducir mi|ponerme (?:corto|largo)|adquirir",
    phrases:
      "precios? objetivos?|comprar o vender|que (?:me )?(?:recomiend\\w+|aconsej\\w+|sugier\\w+)|recomendaci(?:on|ones)|(?:consejo|asesoramiento)s? (?:de inversion|financiero|bursatil)|que (?:accion|acciones|valores|fondos?|etfs?) (?:compr|debo|deberia|recom|son los mejores|son las mejores|me recom)|mejores (?:acciones|valores|fondos|etfs?)|mi (?:dinero|cartera|jubilacion|pension)|mis ahorros|donde (?:estara|llegara) ",
  },
  it: {
    asks: "adesso|o aspettare|ora o|pensi che|secondo te|credi che|consigli*|raccomand*|suggerisc*|ha senso|e saggio|e sensato|lei comprerebbe|devo|dovrei|dovremmo|dobbiamo|conviene|mi conviene|e il momento|momento giusto|buon momento|vale la pena|buona idea|posso|bisogna|i miei clienti|il mio cliente|troppo tardi|meglio|quanto|si deve|e ora di",
    trades:
      "compri*|vendere*|acquisto|comprerebbe|venderebbe|investirebbe|comprar*|compro|vender*|vendo|investir*|investo|tenere|mantenere|acquistar*|entrare|uscire|sovrappes*|sottopes*|puntare|shortare",
    phrases:
      "prezz[oi] obiettivo|target price|comprare o vendere|(?:che cosa|cosa|quali?) (?:mi )?(?:consigl\\w+|raccomand\\w+|suggerisc\\w+)|consigli[oa]? (?:di investimento|finanziari\\w*|d acquisto)|mi consigl\\w+|raccomandazion\\w+|qual[ei] (?:azion[ei]|titol[oi]|fond[oi]|etf) (?:compr|devo|dovrei|acquist|consigl|sceglier)|migliori (?:azioni|titoli|fondi|etf)|(?:i miei|mei) (?:risparmi|soldi)|il mio (?:portafoglio|denaro)|la mia pensione|dove sara ",
  },
  pt: {
    asks: "agora|ou esperar|acha que|achas que|pensa que|recomend*|aconselh*|suger*|faz sentido|e sensato|e prudente|devo|deveria|deveriamos|devemos|tenho de|tenho que|vale a pena|e (?:um )?bom momento|bom momento|boa ideia|e hora|e altura|posso|compensa|os meus clientes|meus clientes|meu cliente|tarde demais|melhor|quanto|convem",
    trades:
      "compra|venda|investimento|compr*|vend*|investi*|manter|entrar|sair|sobreponder*|subponder*|apostar|aplicar",
    phrases:
      "precos? alvo|comprar ou vender|o que (?:me )?(?:recomend\\w+|aconselh\\w+|suger\\w+)|recomendac(?:ao|oes)|conselhos? (?:de investimento|financeiros?)|que (?:acoes|acao|fundos?|etfs?|titulos) (?:compr|devo|deveria|recom)|quais (?:acoes|fundos|etfs|titulos) (?:compr|devo|recom)|melhores (?:acoes|fundos|etfs)|(?:meu|o meu) (?:dinheiro|portfolio)|minha (?:carteira|aposentadoria|reforma|poupanca)|minhas (?:poupancas|economias)|onde estara ",
  },
  nl: {
    asks: "nu|of wachten|vind je|vindt u|denk je|denkt u|kan ik het beste|raad*|zou u|zou jij|zou je|zouden jullie|is het verstandig|slim om|zin om|heeft het zin|is dit het|goed idee om|moet ik|moeten we|moeten wij|zal ik|kan ik|zou ik|zouden we|ik moet|moet je|mijn klant|mijn klanten|is het (?:een )?(?:goed|verstandig|slim|tijd|nu)|goed moment|juiste moment|goed idee|loont het|te laat|de moeite waard|hoeveel|moeten beleggers",
    trades:
      "aankoop|kopen|koop|verkopen|verkoop|beleggen|beleg|investeren|instappen|uitstappen|aanhouden|houden|overweg*|onderweg*|bijkopen|inzetten|te kopen|te verkopen|stoppen in|in te stappen|uit te stappen|te beleggen",
    phrases:
      "koersdoel\\w*|kopen of verkopen|koop of verkoop|beleggingsadvies|koopadvies|beleggingstips?|wat (?:raad|raadt|adviseer\\w*|beveel\\w*)|raad(?:t)? (?:je|u) (?:aan|mij|me)|raden jullie|welke (?:aandelen|aandeel|fondsen|etfs?|smallcaps) (?:moet|kopen|raad|zal|kan|zijn de beste)|beste (?:aandelen|fondsen|etfs?)|mijn (?:geld|spaargeld|pensioen|portefeuille)|aanbeveling\\w*|waar staat .* (?:eind|over een jaar)",
  },
  pl: {
    asks: "teraz|czy poczekac|czy kup*|czy sprzeda*|uwazasz|sadzisz|mysli pan|mysli pani|myslisz|poleca*|radz*|doradz*|rekomend*|czy dobrze|ma sens|czy to dobra|rozsadn*|moment na|pora|czy powinienem|czy powinnam|czy powinnismy|powinienem|powinnam|powinnismy|czy warto|warto|czy mam|czy mozna|czy to (?:dobry|wlasciwy)|dobry moment|dobry czas|dobry pomysl|moj klient|moi klienci|czy nalezy|nalezy|oplaca sie|za pozno|ile|czy lepiej",
    trades:
      "kupil*|sprzedal*|zakup*|sprzedaz*|nabyc|kup*|kupowac|sprzeda*|inwestowac|zainwestowac|inwestycj*|trzymac|wejsc|wyjsc|przewaza*|niedowaza*|postawic|lokowac",
    phrases:
      "czy (?:trzymac|kup|sprzeda|inwestowac|zainwestowac)|cen[aey] docelow\\w*|kupic czy sprzedac|kupowac czy sprzedawac|(?:co|jakie|ktore|ktory) (?:\\w+ )?(?:polecasz|poleca|polecacie|rekomend\\w+|radzisz|doradz\\w+)|rekomendacj\\w+|porad[aey]? (?:inwestycyjn\\w+|finansow\\w+)|doradztw\\w+ inwestycyjn\\w+|(?:jakie|ktore) (?:akcje|spolki|fundusze|etfy?) (?:kup|warto|mam|powin|najleps)|najlepsze (?:akcje|spolki|fundusze|etf)|moje (?:pieniadze|oszczednosci)|moj(?:ego|a|ej)? (?:portfel\\w*|emerytur\\w*)",
  },
  sv: {
    asks: "nu|eller vanta|laget att|jag ska|vi ska|jag bor|tycker du|tycker ni|rekommender*|skulle du|skulle ni|rader du|ar smabolag ett|ett bra|bra att|klokt att|ska jag|bor jag|borde jag|ska vi|bor vi|borde vi|bor man|kan jag|jag borde|ar det (?:dags|ratt|bra|lage|vart|lont|en bra|smart|klokt|for sent)|lonar det sig|vart att|bra tillfalle|ratt lage|god ide|bra ide|min kund|mina kunder|hur mycket|bor investerare",
    trades:
      "ett kop|bra kop|kop*|salj*|invester*|behalla|ga in|kliva in|kliva av|overvikt*|undervikt*|satsa|placera|oka min|minska min|vanta",
    phrases:
      "riktkurs\\w*|kopa eller salja|kop eller salj|(?:kop|salj|invest\\w+|aktie)(?:rekommendation\\w*|rad|tips)|investeringsrad\\w*|vad (?:rekommenderar|rader|tipsar)|rekommenderar du|vilka (?:aktier|fonder|bolag|etfer) (?:ska|bor|rekomm|kop|ar bast)|basta (?:aktierna|aktier|fonderna|fonder)|mina (?:pengar|besparingar|sparpengar)|min (?:pension|portfolj)|mitt sparande|var star .* (?:ar|slutet)",
  },
  tr: {
    asks: "simdi|beklemeli*|oner*|tavsiye*|mantikli|akillica|dogru mu|iyi mi|sence|sizce|miyim|miyiz|mi yim|almali|satmali|yapmali|girmeli|cikmali|tutmali|mantikli mi|dogru zaman|iyi bir zaman|zamani mi|deger mi|uygun mu|ne kadar|cok mu gec|iyi bir fikir",
    trades:
      "almak|satin*|al|almak|alma|almali\\w*|alinir|sat|satmak|satmali\\w*|yatirim\\w*|girmek|girmeli\\w*|tutmali\\w*|elde tut\\w*|cikmali\\w*",
    phrases:
      "hedef fiyat\\w*|alayim mi|satayim mi|almali miyi[mz]|satmali miyi[mz]|tutmali miyi[mz]|girmeli miyi[mz]|yatirim (?:yapayim mi|yapmali miyi[mz]|tavsiye\\w*|oneri\\w*)|ne (?:tavsiye edersin|onerirsin|tavsiye edersiniz|onerirsiniz)|(?:tavsiye eder|onerir) mi\\w*|hangi (?:hisse\\w*|fon\\w*|sirket\\w*) (?:al|oner|tavsiye|en iyi|satin)\\w*|en iyi (?:hisse\\w*|fonlar)|alinir mi|satilir mi|param[iı]\\w*|emeklilig\\w+|portfoyum\\w*|birikim\\w+",
  },
  ru: {
    asks: "сейчас|или подождать|или ждать|теперь|я должен|нам стоит|вы думаете|думаете|рекоменд*|совет*|разумно|хорошая идея|правильно ли|вы бы|ты бы|самое время|не пора|стоит ли|стоит|надо ли|нужно ли|следует ли|должен ли я|должны ли мы|мне|нам|пора ли|пора|можно ли|имеет ли смысл|есть ли смысл|выгодно ли|лучше|моему клиенту|моим клиентам|сколько|хорошее время|подходящий момент|не поздно ли",
    trades:
      "заходить|купил*|куплю|продал*|продам|вложил*|инвестировал*|вкладываться|вложения|брать|взять|купить|покупать|покупк\\w+|продать|продавать|продаж\\w+|инвестировать|вложить\\w*|вкладывать\\w*|держать|докупить|докупать|входить|войти|выходить|выйти|шортить|зайти",
    phrases:
      "(?:держать|покупать|продавать|инвестировать) ли|целев\\w+ цен\\w+|таргет по|покупать или продавать|купить или продать|(?:что|какие|какую|какой) (?:\\w+ )?(?:посоветуе\\w+|порекоменду\\w+|рекоменду\\w+|советуе\\w+)|посоветуй\\w*|порекомендуй\\w*|инвестиционн\\w+ (?:совет|рекомендац|консультац)\\w*|какие (?:акции|бумаги|фонды|компании) (?:купить|покупать|лучше|стоит|брать)|лучшие (?:акции|фонды|бумаги)|мои (?:деньги|сбережения|накопления)|мо(?:й|его|ем|ем) портфел\\w*|мо(?:я|ю|ей) пенси\\w*|рекомендаци\\w+ по|дайте совет|дай совет|стоит ли брать",
  },
  uk: {
    asks: "зараз|чи зачекати|чи чекати|тепер|я маю|ви думаєте|рекоменд*|рад*|розумно|добра ідея|ви б|ти б|саме час|не пора|чи варто|варто|чи треба|чи потрібно|чи слід|чи маю я|чи повинен я|мені|нам|чи час|чи можна|чи є сенс|краще|моєму клієнту|скільки|гарний час|слушний час|вдалий момент|чи не пізно",
    trades:
      "заходити|купил*|куплю|продал*|продам|вклал*|вкладатися|брати|взяти|купити|купувати|купівл\\w+|продати|продавати|продаж\\w*|інвестувати|вкласти|вкладати|тримати|докупити|входити|увійти|виходити|вийти|шортити",
    phrases:
      "чи (?:тримати|купувати|купити|продавати|продати|інвестувати)|цільов\\w+ цін\\w+|купувати чи продавати|купити чи продати|(?:що|які|яку) (?:\\w+ )?(?:порадиш|порадите|порекоменду\\w+|рекоменду\\w+|радиш|радите)|порадь\\w*|порекомендуй\\w*|інвестиційн\\w+ порад\\w+|які (?:акції|папери|фонди|компанії) (?:купити|купувати|краще|варто)|найкращі (?:акції|фонди)|мої (?:гроші|заощадження)|мій портфел\\w*|мо(?:я|ю) пенсі\\w*",
  },
  ar: {
    asks: "الان|تنصح*|توصي*|فكرة جيدة|من الحكمة|هل تعتقد|هل ترى|جيد|مناسب|هل يجب|هل ينبغي|هل علي|هل اشتري|هل ابيع|هل استثمر|يجب ان|ينبغي ان|هل هو وقت|هل الوقت|هل من الجيد|هل تنصح\\w*|وقت جيد|الوقت المناسب|الوقت مناسب|هل يستحق|كم يجب|هل يمكنني|افضل|عميلي|عملائي",
    trades:
      "اشتري|شراء|نشتري|الشراء|بشراء|لشراء|للشراء|ابيع|بيع|البيع|نبيع|ببيع|للبيع|لبيع|استثمر|استثمار|الاستثمار|للاستثمار|نستثمر|بالاستثمار|احتفظ",
    phrases:
      "هل (?:احتفظ|نحتفظ|اشتري|ابيع|استثمر|نشتري|نبيع|نستثمر)|السعر المستهدف|سعر مستهدف|الاسعار المستهدفة|اشتري ام ابيع|شراء ام بيع|الشراء او البيع|بماذا تنصح\\w*|ماذا تنصح\\w*|بم تنصح\\w*|هل تنصح\\w*|نصيحة (?:استثمارية|مالية)|نصيحتك|انصحني|توصية|توصيات|ما (?:هي )?(?:افضل|الاسهم)(?: \\S+){0,3} (?:للشراء|اشتري|يجب)|افضل (?:الاسهم|اسهم|سهم|صندوق)|اي (?:الاسهم|اسهم|سهم)(?: \\S+){0,2} اشتري|مدخراتي|اموالي|محفظتي|تقاعدي|معاشي",
  },
  he: {
    asks: "עכשיו|כעת|ממליצ*|ממליץ|הגיוני|חכם|נכון|טוב|האם תקנה|האם כדאי|כדאי|האם לקנות|האם למכור|האם להשקיע|צריך לקנות|האם אני צריך|האם אני צריכה|האם עלי|האם עליי|האם זה זמן|זמן טוב|הזמן|רעיון טוב|שווה|האם מומלץ|מומלץ|כמה|הלקוח שלי|הלקוחות שלי",
    trades: "רכישה|להשקעה|לקנות|לרכוש|למכור|להשקיע|להחזיק|קנייה|מכירה|השקעה|להיכנס|לצאת|לשים",
    phrases:
      "האם (?:להחזיק|להיכנס|לצאת|לקנות|למכור|להשקיע|לרכוש)|מחיר(?:י)? (?:ה)?יעד|לקנות או למכור|קנייה או מכירה|מה (?:אתה |את |אתם )?(?:ממליץ|ממליצה|ממליצים|מציע|מציעה)|(?:ייעוץ|יעוץ|עצת|עצה) השקעות?|המלצה|המלצות|המלצת|אילו (?:מניות|קרנות)(?: \\S+){0,2} (?:לקנות|כדאי|הכי)|איזו מניה|איזה (?:מניות|מניה|קרן)(?: \\S+){0,2} (?:לקנות|כדאי)|המניות הכי טובות|הכסף שלי|החסכונות שלי|הפנסיה שלי|התיק שלי",
  },
  hi: {
    asks: "अभी|अब|सही|अच्छा|समझदारी|सिफारिश|सलाह|बेहतर|लायक|क्या मुझे|क्या हमें|मुझे|हमें|चाहिए|क्या यह|सही समय|अच्छा समय|क्या अभी|क्या अब|उचित|फायदेमंद|ठीक है|कितना|कब",
    trades: "खरीद\\S*|ख़रीद\\S*|बेच\\S*|निवेश|होल्ड|पैसा लगा\\S*|पैसे लगा\\S*|रखना|रखूं|लगाना|लगाऊं",
    phrases:
      "लक्ष्य मूल्य|टारगेट प्राइस|मूल्य लक्ष्य|खरीदूं या बेचूं|ख़रीदूँ या बेचूँ|खरीदें या बेचें|क्या (?:आप )?सलाह|निवेश (?:की )?सलाह|सलाह (?:दो|दें|दीजिए|है)|सिफारिश|सिफ़ारिश|सुझाव (?:दो|दें|दीजिए)|(?:कौन से|कौनसे|कौन सा|कौनसा|कौन सी) (?:शेयर|स्टॉक|फंड)\\S*|सबसे अच्छ\\S+ (?:शेयर|स्टॉक|फंड)\\S*|(?:मेरे|मेरा|मेरी) (?:पैसे|पैसा|बचत|पोर्टफोलियो|पेंशन|रिटायरमेंट)",
  },
};

const word = "[^\\p{L}\\p{M}\\p{N}]|^";
const near = "(?: \\S+){0,8}? ";
const LETTER = "[\\p{L}\\p{M}]";
const ended = (words: string) =>
  words.replaceAll("\\w", LETTER).replace(/(?<=\p{L})(?<!\\\p{L})\*/gu, `${LETTER}*`);

/** "Hold or sell?" */
const OR = "oder|ou|o|of|albo|czy|eller|veya|yoksa|или|чи|або|ام|او|או|या";

/** What is asked and what is done, in either order, in one breath. */
function patternsOf({ asks, trades, phrases }: Language): readonly RegExp[] {
  const bounded = (inner: string) => new RegExp(`(?:${word})(?:${inner})(?![\\p{L}\\p{M}\\p{N}])`, "u");
  const both =
    asks === undefined || trades === undefined
      ? []
      : [
          bounded(`(?:${ended(asks)})(?:${near}| )(?:${ended(trades)})`),
          bounded(`(?:${ended(trades)})(?:${near}| )(?:${ended(asks)})`),
        ];
  const either =
    trades === undefined ? [] : [bounded(`(?:${ended(trades)}) (?:${OR}) (?:\\S+ )?(?:${ended(trades)})`)];
  return [...both, ...either, new RegExp(`(?:${word})(?:${ended(phrases)})`, "u")];
}

/** Written without spaces, or with endings grown on: parts of words. */
const UNSPACED: readonly RegExp[] = [
  // Chinese
  /(?:应该|應該|该不该|該不該|要不要|是否应|是否應|可以|能不能|能否|值得|适合|適合|该|该在|是不是该|需要|现在|現在|时候|時候|建议|建議).{0,12}(?:买入|買入|买进|買進|购买|購買|买|買|卖出|賣出|卖掉|賣掉|卖|賣|抛售|拋售|投资|投資|持有|加仓|加倉|减仓|減倉|建仓|建倉|入场|入場|抄底|配置)(?![家卖方賣断盘])(?!(?:者|价|賣|卖|回购|回購|额|額|力))/u,
  /(?:买|買|卖|賣|投资|投資|持有).{0,10}(?:吗|嗎|好不好|合适|合適|划算|还是卖|還是賣|值得|时机|時機)|买还是卖|買還是賣|(?:目标价|目標價|目标价格|目標價格|目标股价)|(?:推荐|推薦)(?!系统|系統)|投资建议|投資建議|荐股|薦股|哪(?:只|些|支|个|檔|隻).{0,6}(?:股票|基金|股).{0,8}(?:买|買|好|值得|推|投)|最好的(?:股票|基金)|我的(?:钱|錢|积蓄|積蓄|养老金|養老金|退休金|投资组合|投資組合|存款)/u,
  // Japanese
  /(?:買う|買い|買った|購入|売る|売り|売った|売却|投資|保有|損切り|仕込|エントリー|乗り換え).{0,12}(?:べき|ほうがいい|方がいい|方が良|ほうが良|いいですか|良いですか|よいですか|お勧め|おすすめ|オススメ|タイミング|チャンス|時期|正解|得です)|目標株価|目標価格|(?:買い|売り)(?:か|ですか|どき|時|場)|投資(?:アドバイス|助言|相談)|(?:お勧め|おすすめ|オススメ|推奨)(?:の)?(?:銘柄|株|ファンド|ETF|etf|は|です|して)|どの(?:株|銘柄|ファンド|etf).{0,6}(?:買|投資|いい|良|おすすめ)|(?:何|なに)を買|私の(?:お金|資産|貯金|年金|ポートフォリオ|老後)|買い時|売り時/u,
  // Korean
  /(?:사야|살까|사도|매수|매입|구매|팔아야|팔까|팔아도|매도|투자|들어가|갈아타).{0,12}(?:할까|해야|하나요|될까|되나요|돼요|되요|좋을까|좋은|괜찮|할 만|적기|시점|타이밍|추천|까요|나을까|맞나요|하는 게)|(?:사야|팔아야)\s?(?:하|할|되|돼)|(?:살까|팔까|사도 될|팔아도 될)|지금 (?:사|팔|매수|매도|투자)|비중을? (?:늘|줄|확대|축소).{0,8}(?:까요|하나요|할까|야)|목표\s?주가|목표가|매수.{0,4}매도|(?:종목|주식|펀드|etf).{0,6}추천|추천\s?(?:종목|주식|해|좀|부탁)|투자\s?(?:조언|자문|추천)|어떤 (?:주식|종목|펀드).{0,8}(?:사|매수|투자|좋)|내 (?:돈|자산|연금|포트폴리오|저축)|제 (?:돈|자산|연금|포트폴리오)/u,
  // Thai, Vietnamese, Indonesian, Greek, Czech, Danish, Norwegian, Finnish, Romanian, Hungarian: the plainest
  /ควร(?:ซื้อ|ขาย|ลงทุน)|ราคาเป้าหมาย|(?:co|có) nen (?:mua|ban|đau tu|dau tu)|gia muc tieu|haruskah (?:saya|kami)|target harga|πρεπει να (?:αγορασ|πουλησ|επενδυσ)|τιμη στοχ|mam (?:koupit|prodat|investovat)|cilova cena|skal jeg (?:kobe|saelge|kjope|selge|investere)|kursmal|pitaisiko (?:minun )?(?:ostaa|myyda|sijoittaa)|tavoitehin|ar trebui sa (?:cumpar|vand|investesc)|pret tinta|vegyek|eladjam|celar/u,
];

let known: readonly RegExp[] | null = null;

/** Made when the first question comes: it takes a tenth of a second, which no start waits for. */
export function abroad(): readonly RegExp[] {
  known ??= [...Object.values(LANGUAGES).flatMap(patternsOf), ...UNSPACED];
  return known;
}
