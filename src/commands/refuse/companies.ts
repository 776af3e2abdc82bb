/** Companies that everybody knows, for where no list of an index's members is at hand. All in lower case. */

/** Names that mean the company however they are written. */
export const COMPANIES: readonly string[] = (
  "apple|nvidia|tesla|microsoft|amazon|alphabet|google|meta platforms|facebook|netflix|berkshire hathaway|berkshire|broadcom|palantir|" +
  "gamestop|game stop|amc entertainment|super micro|supermicro|jpmorgan|jp morgan|goldman sachs|morgan stanley|bank of america|wells fargo|" +
  "citigroup|blackrock|exxon|exxonmobil|exxon mobil|chevron|walmart|costco|pfizer|moderna|eli lilly|novo nordisk|boeing|general motors|" +
  "mastercard|coinbase|robinhood|microstrategy|carvana|qualcomm|salesforce|adobe systems|cisco|ibm|disney|nike|starbucks|mcdonalds|" +
  "coca cola|coca-cola|pepsico|pepsi|procter & gamble|johnson & johnson|unitedhealth|home depot|lockheed martin|lockheed|raytheon|" +
  "general electric|ge aerospace|at&t|verizon|comcast|airbnb|spacex|openai|anthropic|bytedance|tiktok|snowflake inc|shopify|spotify|roblox|" +
  "rivian|lucid motors|nikola|beyond meat|peloton|zoom video|draftkings|sofi|upstart holdings|affirm holdings|rocket lab|plug power|" +
  "joby|archer aviation|iren|ionq|rigetti|d wave|d-wave|soundhound|bigbear|c3 ai|hims & hers|hims and hers|crowdstrike|palo alto networks|" +
  "arm holdings|tsmc|taiwan semiconductor|asml|samsung|toyota|sony|nestle|novartis|roche|astrazeneca|glencore|rio tinto|hsbc|barclays|" +
  "vodafone|siemens|volkswagen|bmw|mercedes benz|mercedes-benz|deutsche bank|lvmh|loreal|l'oreal|totalenergies|airbus|alibaba|tencent|" +
  "baidu|xiaomi|byd|silicon valley bank|first republic|credit suisse|lehman brothers|enron|wework|dollar general|dollar tree|lululemon|" +
  "chipotle|doordash|uber|lyft|pinterest|snapchat|reddit|twitter|paypal|etsy|ebay|wayfair|chewy|hertz|delta air lines|united airlines|" +
  "american airlines|southwest airlines|carnival cruise|norwegian cruise|caesars|wynn resorts|celsius holdings|sprouts farmers|abercrombie|" +
  "comfort systems|insmed|fabrinet|credo technology|bloom energy|fluor|mueller industries|texas roadhouse|super league|trupanion|" +
  "advanced micro devices|texas instruments|micron|caterpillar|deere|halliburton|schlumberger|conocophillips|occidental|dow chemical|dupont|" +
  "newmont|freeport|nucor|alcoa|merck|abbvie|amgen|gilead|bristol myers|regeneron|biogen|vertex pharma\\w*|intuitive surgical|medtronic|" +
  "honeywell|northrop|general dynamics|fedex|american express|charles schwab|capital one|moodys|accenture|servicenow|intuit|workday|datadog|" +
  "mongodb|cloudflare|okta|zscaler|twilio|atlassian|dell|hewlett packard|hp inc|lenovo|kodak|blackberry|nokia|ericsson|kraft heinz|kellogg\\w*|" +
  "general mills|philip morris|altria|estee lauder|colgate|kimberly clark|macys|nordstrom|kohls|best buy|lowes|tjx|ross stores|krispy kreme"
).split("|");

/** Names that are other words as well: the company only where they begin with a capital letter, or shares of it are named. */
export const CAPITALISED: readonly string[] =
  "Intel|Meta|Ford|Visa|Oracle|Snap|Adobe|Unity|Zoom|Shell|Snowflake|Target|Gap|Block|Square|Progressive|Allstate|Chewy|Crocs|Coty|Match|Upstart|Affirm|Opendoor|Lemonade|Lucid|Nu|Arm|Delta|United|Hershey|Garmin|Citi|Goldman|Danaher|Chubb|Stryker|Waters|Equinix|Prologis|Sweetgreen|Carnival|Celsius|Fiverr|Yelp|Cava|Dutch Bros|Shake Shack|Wingstop|Toast|Robinhood|Hims".split(
    "|",
  );

/** Tickers that are no word and no shorthand of finance: meant however they are written. */
export const TICKERS: readonly string[] =
  "meta|aapl|msft|nvda|tsla|amzn|googl|goog|nflx|brk\\.?[ab]|avgo|pltr|gme|amc|smci|jpm|wfc|xom|cvx|wmt|pfe|mrna|lly|nvo|mstr|cvna|qcom|crm|csco|dis|nke|sbux|mcd|pep|pg|jnj|unh|lmt|rtx|vz|tmus|cmcsa|abnb|snow|shop|spot|rblx|rivn|lcid|nkla|bynd|pton|dkng|upst|afrm|rklb|joby|achr|ionq|rgti|qbts|soun|bbai|crwd|panw|tsm|asml|baba|uber|lyft|pins|snap|pypl|sq|etsy|ebay|chwy|aal|ual|luv|ccl|nclh|amd|intc|mu|txn|cat|slb|cop|oxy|nem|fcx|nue|mrk|abbv|amgn|gild|bmy|regn|biib|vrtx|isrg|mdt|hon|noc|fdx|axp|schw|cof|bac|intu|wday|ddog|mdb|okta|zs|twlo|dell|hpq|hpe|ko|tgt|gm|orcl|adbe|pfg|sofi|iren|insm|fn|crdo|flr|hims|elf|celh|xpev|nio|bidu|mara|riot|clsk|coin|hood|csx|unp|bx|kkr".split(
    "|",
  );

/** Shorthand and words in capital letters that are no ticker where a question uses them. */
export const NO_TICKERS: ReadonlySet<string> = new Set(
  (
    "A AI ALL AM AN AND ANY ARE AS ASAP AT ATH AUM BE BIG BPS BUT BY CAGR CAN CAP CAPE CAPS CEO CFNAI CFO COVID CPI CSV CUT DATA DCF DD DM DO EBIT EBITDA ECB EDGAR " +
    "EM EOD EOM EOY EPS ESG ET ETF ETFS EU EUR EV FAQ FED FF FOMC FOR FRED FX FY FYI GAAP GBP GDP GET GFC GO GOOD HAS HML HOW HY I IF II III IMO IN INC IPO IS ISM IT " +
    "ITS IV JPY KPI LBO LC LLC LLM LOW LT LTM MA MAX MCAP ME MF MID MIN MKT ML MOM MSCI MTD NAV NBER NEW NFCI NFP NM NO NOT NOW NTM NY NYSE NASDAQ NYFED OF OK ON ONE " +
    "OR OUR OUT PA PB PBT PCE PDF PE PEG PM PMI PNG PP PPT PS PX Q QE QT QOQ QTD R RATE RF RFP RMW ROE ROIC RRP RSP RTY RUT RV SA SAHM SC SD SEC SEE SHOW SIZE SLOOS SMALL SMB SO " +
    "SP SPX SPY IWM QQQ VTWO IJR VOO VTI IWB IWN IWO MDY IJH DIA STD SUM T TBC TBD TELL THE TIPS TL TLDR TO TR TTM TVL UK UP US USA USD UTC VAR VIX VOL VS WE WHAT WHO WHY WTI X XBRL XLSX Y " +
    "YES YOU YOY YTD YTW Z ZIRP BBB BAA AAA OAS IG CMA WML UMD HELP BRIEF THESIS R2K CCC CRSP GICS II IRR PNL PL RE ROI SL TP WACC EARN CASH FAST NEAR REAL OPEN PLAY CARE LIFE " +
    "SAVE HOPE KEY NET TRUE RISK BEST WELL LOVE VERY ELSE POST PLUS MOST MUCH WEEK YEAR DAY LAST PAST NEXT THIS THAT THEY THEM FROM OVER THAN INTO WITH"
  ).split(" "),
);
