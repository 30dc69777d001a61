/** Nouns that tell which way a date points, and names that only look like dates. Compiled for this project, Apache-2.0. */

/** What happens without a plan: a day beside one of these lies in the past. */
export const UNPLANNED_EVENTS: ReadonlySet<string> = new Set(
  `accident arrest assassination assault attack avalanche blast blaze bombing breach clash collapse collision coup
  crash crime death defeat derailment disaster disturbance earthquake eruption explosion fall fatality fight fire flood
  flooding gunfire incident injury kidnapping killing landslide leak loss massacre mudslide murder outage outbreak
  plunge quake raid rampage rape resignation riot rioting robbery rout seizure shooting shootout spill stabbing
  stampede strike-down surge theft tragedy tsunami unrest victory violence wreck`.split(/\s+/),
);

/** What is planned ahead: "Saturday's march" follows the tense of its clause, while "Saturday's ruling" lies in the past. */
export const PLANNED_EVENTS: ReadonlySet<string> = new Set(
  `appearance auction ballot blockade boycott briefing budget celebration ceremony concert conference congress contest convention debate
  deadline demonstration derby election event exam exams expiry festival final fixture forum friendly funeral gala game
  gathering hearing inauguration inquest launch lecture march match meeting opener parade picket poll polls premiere primary
  procession protest race rally referendum registration release reopening runoff semi-final session sit-down sit-in sitting speech stoppage strike summit
  talks test tie trial vigil visit vote walkout wedding workshop`.split(/\s+/),
);

/** Nouns for what somebody is to do: "a plea to postpone it", "plans to march". */
export const FORWARD_NOUNS: ReadonlySet<string> = new Set(
  "plea call appeal request demand petition invitation bid plan proposal offer promise pledge vow threat order instruction warning".split(
    " ",
  ),
);

/** Verbs whose infinitive looks ahead even under a past tense: "asked them to leave on Monday". */
export const FORWARD_VERBS: ReadonlySet<string> = new Set(
  `advise agree aim allow anticipate appeal apply arrange ask authorize authorise await beg bind call challenge choose command commit
  consent consider decide defer demand designate direct discourage encourage expect forbid hope instruct intend invite mean need oblige
  offer order permit persuade plan plead pledge predict prepare press promise propose recommend remind request require
  reserve resolve schedule seek set summon swear target tell threaten time undertake urge vote vow want warn wish`.split(
    /\s+/,
  ),
);

/** Verbs that put a thing on a day to come, so that the day is ahead of their own past tense: "was set for Monday". */
export const SCHEDULING_VERBS: ReadonlySet<string> = new Set(
  `adjourn anticipate await book defer delay due earmark effective expect extend fix forecast list pencil plan postpone project
  remand reschedule reserve schedule set shelve slate tip`.split(/\s+/),
);

/** Past forms without -ed that are no present form of any verb. */
export const IRREGULAR_PASTS: ReadonlySet<string> = new Set(
  `arose ate became began blew bought broke brought built came caught chose dealt drew drove fell felt fled flew fought
  found froze gave grew heard held hid hung kept knew laid led left lent lost made meant met paid ran rang rode rose
  said sang sank sat saw sent shook shot shrank slept sold sought spent spoke sprang stole stood struck stuck sued
  swam swept swore taught threw told took thought understood went withdrew woke won wore wrote read`.split(/\s+/),
);

/** Capitalised words after a date or weekday that make it part of a name: "Sunday Times", "June 4 Movement". */
export const NAME_TAILS: ReadonlySet<string> = new Set(
  `times mail mirror telegraph express herald post world people sun star tribune review observer independent news
  journal movement group groups brigade brigades martyrs front coalition alliance committee foundation institute club school
  agreement accord accords massacre night-live wednesday-football league square street road avenue boulevard park
  hospital university stadium army network island islands rising seal seals egg eggs bunny parade`.split(/\s+/),
);

/** Words of games that are played in quarters. */
export const GAME_WORDS: ReadonlySet<string> = new Set(
  "touchdown touchdowns halftime half-time quarterback receiver linebacker kickoff interception rebound rebounds free-throw three-pointer layup playoff playoffs nfl nba afl yards super-bowl".split(
    " ",
  ),
);

/** Words before a weekday that make it a name: "Bloody Sunday", "Black Friday", "Super Tuesday". */
export const NAMED_WEEKDAYS: ReadonlySet<string> = new Set(
  "black bloody cyber super giving blue manic freaky ruby joe casual dress-down stir-up sham".split(/\s+/),
);
