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
  /** Lemmas one of which the governing verb must be. */
  readonly verb?: ReadonlySet<string>;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const MILITARY = words(
  "air drone missile military rocket israeli russian american precision cross-border retaliatory artillery",
);

const NOUNS: readonly (readonly [lemmas: string, ...senses: NounSense[]])[] = [
  ["death fatality demise", { type: "death" }],
  ["murder killing assassination homicide", { type: "death" }],
  ["injury casualty", { type: "injury" }],
  [
    "attack assault shooting stabbing bombing ambush arson hijacking sabotage massacre kidnapping abduction rape",
    { type: "attack" },
  ],
  ["raid", { type: "attack" }],
  ["break-in robbery burglary", { type: "attack" }],
  ["clash riot scuffle brawl fighting firefight altercation rioting melee", { type: "clash" }],
  ["airstrike offensive invasion incursion shelling bombardment", { type: "strike-military" }],
  ["strike", { type: "strike-military", modifier: MILITARY }, { type: "strike" }],
  ["walkout stoppage", { type: "strike" }],
  [
    "protest demonstration rally march sit-in vigil blockade sit-down counter-protest occupation picket",
    { type: "protest" },
  ],
  ["gathering", { type: "protest" }],
  ["arrest", { type: "arrest" }],
  ["indictment impeachment prosecution", { type: "charge" }],
  ["charge", { type: "charge", notModifier: words("electric service congestion extra free") }],
  ["hearing arraignment trial", { type: "hearing", notModifier: words("clinical drug vaccine medical field time") }],
  [
    "plea",
    { type: "plea", with: [words("of"), words("guilty")] },
    { type: "plea", modifier: words("guilty not-guilty") },
  ],
  ["verdict conviction acquittal", { type: "verdict" }],
  ["sentence sentencing", { type: "sentence", notModifier: words("long short full") }],
  ["ruling judgment judgement injunction", { type: "ruling" }],
  ["appeal", { type: "appeal", notModifier: words("emotional mass sex fresh public urgent witness") }],
  ["lawsuit suit", { type: "lawsuit" }],
  ["challenge", { type: "lawsuit", modifier: words("legal court constitutional high-court") }],
  ["case", { type: "lawsuit", verb: words("file bring lose settle drop") }],
  ["ban", { type: "law" }],
  ["proscription curfew lockdown", { type: "law" }],
  [
    "order",
    { type: "ruling", modifier: words("court restraining") },
    { type: "law", modifier: words("executive evacuation stay-at-home boil-water emergency") },
  ],
  ["law legislation bill", { type: "law", verb: words("pass sign introduce veto repeal approve enact") }],
  ["amendment", { type: "law" }],
  ["election by-election referendum primary caucus re-election reelection runoff", { type: "election" }],
  ["vote ballot", { type: "vote" }],
  ["resignation dismissal retirement", { type: "resign" }],
  ["appointment inauguration swearing-in", { type: "appoint" }],
  ["agreement deal treaty pact accord settlement", { type: "agreement" }],
  ["meeting summit", { type: "meeting" }],
  ["talk negotiation", { type: "talks" }],
  ["visit", { type: "visit" }],
  ["crash collision accident derailment collapse pile-up pileup stampede shipwreck", { type: "accident" }],
  ["explosion blast", { type: "accident" }],
  ["leak spill", { type: "accident" }],
  [
    "fire blaze earthquake quake hurricane cyclone typhoon tornado flood flooding tsunami eruption landslide wildfire landfall avalanche storm",
    { type: "disaster" },
  ],
  ["damage destruction devastation", { type: "damage" }],
  ["evacuation", { type: "evacuation" }],
  ["rescue", { type: "rescue" }],
  ["search manhunt", { type: "search" }],
  [
    "release",
    { type: "release", with: [words("from"), words("custody prison jail detention")] },
    { type: "publish", with: [words("of"), null] },
  ],
  ["publication", { type: "publish" }],
  ["launch", { type: "launch" }],
  ["outbreak epidemic pandemic", { type: "outbreak" }],
  ["sanction fine", { type: "sanction" }],
  ["ceasefire truce armistice", { type: "ceasefire" }],
  ["letter", { type: "letter", verb: words("send write post deliver") }],
  ["investigation inquiry probe", { type: "other" }],
  ["pardon", { type: "other" }],
];

export const NOUN_SENSES: ReadonlyMap<string, readonly NounSense[]> = new Map(
  NOUNS.flatMap(([lemmas, ...senses]) => lemmas.split(" ").map((lemma) => [lemma, senses] as const)),
);
