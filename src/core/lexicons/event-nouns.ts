// Nouns that name events of public life. Compiled for this project, Apache-2.0.

import type { EventType } from "../extract/candidates.ts";

/** One sense of a noun; the first that fits is taken. */
export interface NounSense {
  readonly type: EventType;
  /** Lemmas of words before the noun (adjectives, compounds), one of which must stand there. */
  readonly modifier?: ReadonlySet<string>;
  readonly notModifier?: ReadonlySet<string>;
  /** Preposition and lemmas of a following phrase ("of … custody"); null for any words. */
  readonly with?: readonly [ReadonlySet<string>, ReadonlySet<string> | null];
  /** Of whom it is ("the release of the hostages", "her release"); with nothing beside that it is of. */
  readonly of?: "person";
  /** Lemmas that the governing verb must not be. */
  readonly notVerb?: ReadonlySet<string>;
  /** Lemmas one of which the governing verb must be. */
  readonly verb?: ReadonlySet<string>;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const MILITARY = words("air drone missile military rocket precision cross-border retaliatory artillery ground naval");
const COURTS = words("court tribunal judge bench");
const JUDICIAL = words("court judge tribunal justice high supreme appeal panel");

const NOUNS: readonly (readonly [lemmas: string, ...senses: NounSense[]])[] = [
  ["death fatality demise passing", { type: "death", notModifier: words("premature") }],
  ["murder killing assassination homicide", { type: "death" }],
  ["injury casualty wound burn", { type: "injury" }],
  [
    "attack assault shooting stabbing bombing ambush arson hijacking sabotage massacre kidnapping abduction rape",
    { type: "strike-military", modifier: MILITARY },
    { type: "attack", notModifier: words("heart panic asthma") },
  ],
  ["bomb cyberattack cyber-attack hack intrusion hostage-taking siege", { type: "attack" }],
  ["breach", { type: "attack", modifier: words("data security") }],
  ["raid", { type: "search", modifier: words("police dawn") }, { type: "attack" }],
  ["break-in robbery burglary", { type: "attack" }],
  [
    "clash riot scuffle brawl fighting firefight altercation rioting melee violence fight unrest disorder uprising mutiny",
    { type: "clash" },
  ],
  ["airstrike offensive invasion incursion shelling bombardment war conflict", { type: "strike-military" }],
  ["operation", { type: "strike-military", modifier: MILITARY }],
  ["strike", { type: "strike-military", modifier: MILITARY }, { type: "strike", notModifier: words("lightning") }],
  ["walkout stoppage bandh hartal", { type: "strike" }],
  [
    "protest demonstration rally march sit-in vigil blockade sit-down counter-protest occupation picket boycott encampment lock-on",
    { type: "protest" },
  ],
  ["gathering", { type: "protest" }],
  ["arrest detention", { type: "arrest" }],
  ["indictment impeachment prosecution", { type: "charge" }],
  [
    "charge",
    {
      type: "charge",
      notModifier: words("electric service congestion extra free"),
      notVerb: words("hold keep carry pay levy add"),
    },
  ],
  [
    "count",
    { type: "charge", with: [words("of"), words("murder homicide manslaughter assault fraud theft conspiracy rape")] },
  ],
  [
    "hearing arraignment trial inquest",
    { type: "hearing", notModifier: words("clinical drug vaccine medical field time") },
  ],
  ["session sitting", { type: "hearing", modifier: words("court") }],
  [
    "appearance",
    { type: "hearing", modifier: words("court") },
    { type: "hearing", with: [words("in before at"), COURTS] },
  ],
  ["argument", { type: "hearing", verb: words("hear") }],
  ["inquiry", { type: "hearing", modifier: words("public") }, { type: "other" }],
  [
    "plea",
    { type: "plea", with: [words("of"), words("guilty")] },
    { type: "plea", modifier: words("guilty not-guilty") },
  ],
  ["verdict conviction acquittal", { type: "verdict" }],
  ["sentence sentencing", { type: "sentence" }],
  ["ruling judgment judgement injunction interdict adjournment", { type: "ruling" }],
  [
    "decision",
    { type: "ruling", modifier: JUDICIAL },
    { type: "vote", modifier: words("council board") },
    { type: "ruling" },
  ],
  ["opinion", { type: "ruling", verb: words("issue release hand") }],
  ["appeal", { type: "appeal", notModifier: words("emotional mass sex fresh public urgent witness") }],
  ["lawsuit suit", { type: "lawsuit", notVerb: words("follow wear") }],
  [
    "challenge",
    { type: "lawsuit", modifier: words("legal court constitutional high-court") },
    {
      type: "lawsuit",
      notVerb: words("file lodge bring mount launch"),
      with: [words("to against"), words("ban order decision ruling law rule policy notice election result")],
    },
  ],
  ["case", { type: "lawsuit", verb: words("file bring lose settle drop win hear") }],
  [
    "application petition complaint claim",
    { type: "lawsuit", verb: words("file lodge bring submit dismiss reject hear") },
    { type: "lawsuit", with: [words("to"), COURTS] },
    { type: "lawsuit", with: [words("for"), words("injunction interdict bail leave review order permission")] },
  ],
  ["bail", { type: "release" }],
  ["ban", { type: "law", notModifier: words("travel doping") }, { type: "sanction" }],
  ["proscription curfew lockdown decree embargo moratorium amnesty ordinance", { type: "law" }],
  [
    "order",
    { type: "ruling", modifier: words("court restraining judge high tribunal") },
    { type: "law", notModifier: words("money mail short law public pecking alphabetical chronological") },
  ],
  ["law legislation bill act", { type: "law", verb: words("pass sign introduce veto repeal approve enact") }],
  ["restriction measure", { type: "law", verb: words("impose lift ease introduce announce drop relax tighten") }],
  ["amendment recall", { type: "law" }],
  ["emergency", { type: "law", verb: words("declare") }],
  ["election by-election referendum primary caucus caucuse re-election reelection runoff", { type: "election" }],
  ["win victory", { type: "election" }],
  [
    "race contest",
    {
      type: "election",
      modifier: words("senate presidential mayoral house governor congressional gubernatorial leadership tight"),
    },
  ],
  ["vote ballot voting", { type: "vote", notModifier: words("popular electoral") }],
  ["resignation dismissal retirement sacking ouster ousting", { type: "resign" }],
  ["suspension expulsion censure reprimand", { type: "sanction" }],
  ["appointment inauguration swearing-in nomination", { type: "appoint" }],
  ["agreement deal treaty pact accord settlement contract memorandum", { type: "agreement" }],
  ["meeting summit", { type: "meeting" }],
  ["talk negotiation conversation conciliation mediation bargaining dialogue", { type: "talks" }],
  ["call", { type: "talks", modifier: words("phone telephone conference") }],
  ["visit trip", { type: "visit" }],
  [
    "crash collision accident derailment collapse pile-up pileup stampede shipwreck rockfall cave-in sinking capsizing",
    { type: "accident" },
  ],
  ["explosion blast", { type: "accident" }],
  ["incident", { type: "accident" }],
  ["leak spill spillage", { type: "accident" }],
  [
    "escape",
    { type: "accident", with: [words("of"), words("gas solvent chemical oil water")] },
    { type: "other", with: [words("from"), null] },
  ],
  [
    "fire blaze earthquake quake aftershock tremor hurricane cyclone typhoon tornado flood flooding tsunami eruption landslide wildfire landfall avalanche storm mudslide",
    { type: "disaster" },
  ],
  ["damage destruction devastation vandalism", { type: "damage" }],
  ["evacuation eviction", { type: "evacuation" }],
  ["rescue", { type: "rescue" }],
  ["search manhunt exhumation", { type: "search" }],
  [
    "release",
    { type: "release", with: [words("from"), words("custody prison jail detention")] },
    { type: "accident", with: [words("of"), words("gas solvent chemical oil water")] },
    { type: "release", of: "person", notModifier: words("news press media new latest debut first next album solo") },
    { type: "publish", notModifier: words("news press media") },
  ],
  ["publication", { type: "publish" }],
  ["report study", { type: "publish", verb: words("publish release issue leak launch table") }],
  ["launch", { type: "launch" }],
  ["outbreak epidemic pandemic", { type: "outbreak" }],
  ["sanction fine penalty", { type: "sanction" }],
  ["ceasefire truce armistice", { type: "ceasefire" }],
  [
    "investigation probe pardon debate shutdown closure mourning subpoena event return disappearance theft fraud coup putsch funeral burial ceremony auction recount withdrawal endorsement clemency commutation festival procession celebration acquisition purchase sale merger takeover reopening convention",
    { type: "other" },
  ],
];

export const NOUN_SENSES: ReadonlyMap<string, readonly NounSense[]> = new Map(
  NOUNS.flatMap(([lemmas, ...senses]) => lemmas.split(" ").map((lemma) => [lemma, senses] as const)),
);
