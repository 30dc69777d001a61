// What figures count: people by what they are, units by what they measure. Compiled for this project, Apache-2.0.

/** Nouns for people, singular. A noun of this list after a number makes the figure a count of people. */
export const PEOPLE_NOUNS: ReadonlySet<string> = new Set(
  `people person man woman child boy girl adult teenager teen youth baby infant toddler pensioner resident inhabitant
  citizen civilian local villager islander townsperson occupant tenant neighbour neighbor visitor guest tourist
  passenger commuter traveller traveler driver motorist cyclist motorcyclist rider pedestrian pilot crew crewmember
  sailor seafarer fisherman miner worker employee staff labourer laborer colleague employer contractor trader farmer
  officer policeman policewoman constable detective inspector soldier troop serviceman servicewoman guard marine airman
  fighter militant gunman insurgent rebel terrorist attacker assailant shooter bomber suspect defendant accused detainee
  prisoner inmate hostage captive convict offender criminal smuggler migrant refugee evacuee asylum-seeker immigrant
  protester protestor demonstrator marcher campaigner activist supporter follower striker picket member volunteer
  organiser organizer leader official minister politician lawmaker legislator councillor councilor mayor governor
  senator representative congressman congresswoman mp mep msp delegate candidate contender voter elector democrat
  republican justice judge magistrate juror lawyer solicitor barrister attorney prosecutor counsel witness bystander
  onlooker spectator viewer fan attendee participant delegate competitor athlete player runner swimmer skater coach
  referee student pupil undergraduate graduate teacher tutor lecturer professor academic researcher scientist engineer
  expert doctor nurse paramedic medic surgeon patient firefighter fireman rescuer responder diver climber astronaut
  cosmonaut journalist reporter editor writer author photographer correspondent blogger artist actor actress musician
  singer dancer film-maker filmmaker director producer producer executive manager boss shareholder investor customer
  consumer shopper user subscriber client donor taxpayer homeowner householder owner landlord priest nun pastor bishop
  cleric monk pilgrim worshipper worshiper muslim christian jew hindu buddhist catholic brother sister son daughter
  mother father parent grandparent grandchild grandson granddaughter grandmother grandfather wife husband partner
  spouse sibling cousin uncle aunt nephew niece friend relative family couple twin survivor victim casualty individual
  human male female other body national american briton british mexican chinese iranian iraqi israeli palestinian
  russian ukrainian canadian australian indian pakistani argentinian swede german diplomat ambassador envoy personnel
  serviceperson salesman salesperson vendor consultant specialist technician mechanic electrician plumber builder
  carer caregiver cleaner cook chef waiter applicant signatory petitioner plaintiff complainant claimant bidder
  pensioner retiree veteran reservist recruit conscript agent spy hacker thief robber burglar looter rioter vandal
  anarchist dissident exile opponent critic rival descendant ancestor mourner reveller celebrity billionaire
  millionaire president premier king queen prince princess lord lady peer counselor counsellor adviser advisor aide
  spokesman spokeswoman spokesperson secretary clerk typist librarian trustee governor commissioner ombudsman
  conservative liberal socialist communist nationalist unionist loyalist crowd-member camper rambler hiker walker
  surfer rower angler hunter shepherd herder docker stevedore trucker trawlerman lorry-driver steward hauler
  fellow guy lad chap kid youngster minor orphan newborn passerby passer-by punter sitter bather evacuee
  householder bargee boatman lifeguard lifeboatman coastguard deckhand skipper captain sergeant corporal private
  lieutenant colonel general admiral ranger trooper deputy sheriff marshal cadet scout`
    .split(/\s+/)
    .filter((noun) => noun !== ""),
);

/** Nouns that count anybody, or those at an event whoever they are. */
export const ANYBODY: ReadonlySet<string> = new Set(
  `people person other individual life victim casualty fatality death dead body injury injured wounded hurt arrest
  detainee crowd supporter protester protestor demonstrator marcher campaigner attendee participant`.split(/\s+/),
);

/** Nouns for the dead. */
export const DEATH_NOUNS: ReadonlySet<string> = new Set(
  "death fatality dead deceased body corpse killing murder homicide casualty-death drowning suicide".split(" "),
);

/** Nouns for the hurt. */
export const INJURY_NOUNS: ReadonlySet<string> = new Set("injury injured wounded wound casualty".split(" "));

/** Nouns for the arrested. */
export const ARREST_NOUNS: ReadonlySet<string> = new Set("arrest detention detainee".split(" "));

/** Nouns for what is counted when homes, illness or supply are affected. */
export const AFFECTED_NOUNS: ReadonlySet<string> = new Set(
  "case infection home house household property building apartment flat evacuee customer".split(" "),
);

/** Nouns for votes and seats. */
export const VOTE_NOUNS: ReadonlySet<string> = new Set("vote ballot signature".split(" "));

/** Units of time, singular, with the unit that the record names. */
export const TIME_UNITS: ReadonlyMap<string, string> = new Map([
  ["second", "second"],
  ["sec", "second"],
  ["minute", "minute"],
  ["min", "minute"],
  ["hour", "hour"],
  ["hr", "hour"],
  ["day", "day"],
  ["night", "night"],
  ["week", "week"],
  ["weekend", "weekend"],
  ["fortnight", "fortnight"],
  ["month", "month"],
  ["year", "year"],
  ["yr", "year"],
  ["decade", "decade"],
  ["century", "century"],
  ["term", "term"],
]);

/** Currency words, singular, with the ISO 4217 code where the word alone tells it. */
export const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map([
  ["dollar", "USD"],
  ["buck", "USD"],
  ["cent", "USD-cent"],
  ["euro", "EUR"],
  ["pound", "GBP"],
  ["sterling", "GBP"],
  ["quid", "GBP"],
  ["penny", "GBP-penny"],
  ["pence", "GBP-penny"],
  ["yen", "JPY"],
  ["yuan", "CNY"],
  ["renminbi", "CNY"],
  ["rupee", "INR"],
  ["rouble", "RUB"],
  ["ruble", "RUB"],
  ["krona", "SEK"],
  ["krone", "NOK"],
  ["franc", "CHF"],
  ["zloty", "PLN"],
  ["złoty", "PLN"],
  ["lari", "GEL"],
  ["rand", "ZAR"],
  ["peso", "MXN"],
  ["real", "BRL"],
  ["lira", "TRY"],
  ["shekel", "ILS"],
  ["won", "KRW"],
  ["baht", "THB"],
  ["naira", "NGN"],
  ["shilling", "KES"],
  ["dinar", "IQD"],
  ["riyal", "SAR"],
  ["bitcoin", "XBT"],
]);

/** Currency signs and codes as they stand before a number. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["us$", "USD"],
  ["usd", "USD"],
  ["a$", "AUD"],
  ["au$", "AUD"],
  ["aud", "AUD"],
  ["c$", "CAD"],
  ["ca$", "CAD"],
  ["cad", "CAD"],
  ["nz$", "NZD"],
  ["nzd", "NZD"],
  ["hk$", "HKD"],
  ["hkd", "HKD"],
  ["s$", "SGD"],
  ["sgd", "SGD"],
  ["ec$", "XCD"],
  ["nt$", "TWD"],
  ["r$", "BRL"],
  ["£", "GBP"],
  ["gbp", "GBP"],
  ["€", "EUR"],
  ["eur", "EUR"],
  ["¥", "JPY"],
  ["jpy", "JPY"],
  ["₹", "INR"],
  ["rs", "INR"],
  ["rs.", "INR"],
  ["inr", "INR"],
  ["₽", "RUB"],
  ["₪", "ILS"],
  ["₩", "KRW"],
  ["₿", "XBT"],
  ["₺", "TRY"],
  ["₴", "UAH"],
  ["sek", "SEK"],
  ["nok", "NOK"],
  ["dkk", "DKK"],
  ["chf", "CHF"],
  ["cny", "CNY"],
  ["rmb", "CNY"],
  ["r", "ZAR"],
  ["zar", "ZAR"],
]);

/** Nouns for money and what is paid for, before which "50-pound" is a price: "a 50-pound note", "a million-pound deal". */
export const PAID_NOUNS: ReadonlySet<string> = new Set(
  "note coin fine deal contract bill prize grant loan debt cash fund bailout bonus package campaign budget investment salary payout settlement lottery jackpot reward ransom donation scheme project programme program plan boost rescue overhaul development upgrade sale hole cut saving fraud scam raid heist fee deposit rent fare ticket voucher cheque check levy tax charge subsidy pension house home flat mansion yacht stadium hospital bridge centre transfer bid offer move signing striker midfielder winger watch ring car investment shortfall deficit surplus profit loss".split(
    " ",
  ),
);

/** What is told by weight: "two pounds of cocaine", "five million pounds of thrust". */
export const WEIGHED_NOUNS: ReadonlySet<string> = new Set(
  "thrust cargo payload force pressure weight cocaine heroin cannabis marijuana meth drug explosive powder meat beef pork chicken turkey fish cheese butter sugar flour rice wheat grain corn potato apple fruit food coffee tea chocolate bacon sausage muscle fat flesh debris ice fuel propellant gold silver metal steel sand rock concrete waste trash rubbish garbage ivory tobacco bread bean nail hay fertiliser fertilizer carbon".split(
    " ",
  ),
);
