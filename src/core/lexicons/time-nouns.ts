/** Nouns that tell which way a date points, and names that only look like dates. Compiled for this project, Apache-2.0. */

/** What happens without a plan: a day beside one of these lies in the past. */
export const UNPLANNED_EVENTS: ReadonlySet<string> = new Set(
  `accident arrest assassination assault attack avalanche blast blaze bombing breach clash collapse collision coup
  crash crime death defeat derailment disaster disturbance earthquake eruption explosion fall fatality fight fire flood
  flooding gunfire incident injury kidnapping killing landslide leak loss massacre mudslide murder outage outbreak
  plunge quake raid rampage rape resignation riot rioting robbery rout seizure shooting shootout spill stabbing
  stampede strike-down surge theft tragedy tsunami unrest victory violence wreck`.split(/\s+/),
);

/** Verbs whose infinitive or participle looks ahead even in the past tense: "was scheduled for Monday". */
export const FORWARD_VERBS: ReadonlySet<string> = new Set(
  `accept advise agree aim allow anticipate appeal apply arrange ask authorize authorise await beg book bind brace call
  challenge choose command commit consent consider convene decide defer delay demand designate determine direct
  discourage due earmark encourage expect forbid forecast hope instruct intend invite mean move mull need oblige offer
  opt order permit persuade plan plead pledge postpone prepare press promise propose put-off ready recommend refuse
  remind request require reschedule reserve resolve schedule seek set slate summon suppose swear target tell threaten
  time urge vote vow want warn wish`.split(/\s+/),
);

/** Capitalised words after a date or weekday that make it part of a name: "Sunday Times", "June 4 Movement". */
export const NAME_TAILS: ReadonlySet<string> = new Set(
  `times mail mirror telegraph express herald post world people sun star tribune review observer independent news
  journal movement group brigade brigades martyrs front coalition alliance committee foundation institute club school
  agreement accord accords massacre night-live wednesday-football league square street road avenue boulevard park
  hospital university stadium group's army network`.split(/\s+/),
);

/** Words before a weekday that make it a name: "Bloody Sunday", "Black Friday", "Super Tuesday". */
export const NAMED_WEEKDAYS: ReadonlySet<string> = new Set(
  "black bloody cyber super giving blue manic freaky ruby joe casual dress-down stir-up sham".split(/\s+/),
);
