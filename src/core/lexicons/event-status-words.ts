// Words that say whether an event happens. Compiled for this project, Apache-2.0.

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Verbs whose infinitive complement lies ahead: "plans to", "is set to", "agreed to". */
export const PLANNING_VERBS: ReadonlySet<string> = words(
  "plan set due schedule expect intend vow prepare aim promise pledge agree decide announce arrange bid slate ready continue likely go undertake commit list mean elect choose",
);

/** Verbs whose complement may never come: "threatened to", "asked him to". */
export const UNCERTAIN_VERBS: ReadonlySet<string> = words(
  "threaten consider propose seek try attempt ask urge call invite want hope offer demand request recommend suggest advise encourage wish like risk press push lobby petition beg appeal permit allow enable require need likely able refer advocate favour favor support order tell instruct oppose back weigh mull contemplate",
);

/** Verbs whose infinitive complement came about: "managed to", "was forced to". */
export const FULFILLED_VERBS: ReadonlySet<string> = words(
  "begin start come help manage force have proceed see turn serve take use live appear know find confess admit cause make lead get prompt compel rush",
);

/** Verbs whose complement does not come about. */
export const FAILING_VERBS: ReadonlySet<string> = words(
  "deny refuse decline fail avoid prevent avert stop forbid bar deter dissuade ban",
);

/** Verbs that keep what others would do from coming about. */
export const FOILING_VERBS: ReadonlySet<string> = words("foil thwart forestall avert");

/** Verbs that lay a wrong at somebody's door before a court has found it: "suspected of", "charged with". */
export const CHARGING_VERBS: ReadonlySet<string> = words(
  "accuse suspect charge indict arraign allege prosecute investigate question probe",
);

/** Verbs by which it is found that somebody did no such thing. */
export const CLEARING_VERBS: ReadonlySet<string> = words("acquit clear exonerate absolve exculpate");

/** Verbs for which what they govern may not be so: "feared drowned", "speculated that". */
export const DOUBTING_VERBS: ReadonlySet<string> = words(
  "speculate suspect fear worry wonder doubt hope imagine pretend believe think assume presume suppose rumour rumor guess",
);

/** Verbs whose "-ing" may never come: "risks being arrested". */
export const RISKING_VERBS: ReadonlySet<string> = words(
  "risk consider propose suggest recommend contemplate fear dread face advocate favour favor discuss mull",
);

/** Adjectives for what is not so. */
export const FALSE_ADJECTIVES: ReadonlySet<string> = words(
  "false untrue wrong baseless unfounded groundless incorrect fake fabricated",
);

/** Adverbs by which a report leaves a thing to others. */
export const HEARSAY_ADVERBS: ReadonlySet<string> = words("allegedly supposedly purportedly");

/** Verbs that call off or put off. */
export const CANCELLING_VERBS: ReadonlySet<string> = words(
  "cancel postpone scrap abandon delay suspend shelve defer halt axe drop scrub reschedule pause",
);

/** Verbs that put an event on the calendar. */
export const SCHEDULING_VERBS: ReadonlySet<string> = words(
  "schedule plan set list slate arrange expect promise pledge vow book fix pencil await order",
);

/** Verbs that only carry the event that their object or subject names: its status is theirs. */
export const CARRYING_VERBS: ReadonlySet<string> = words(
  "hold stage organise organize attend join have make launch begin start go take face see cause lead mark carry conduct continue end follow host give issue file bring lodge mount win lose pass impose lift receive enter reach sign open close happen occur come break kill serve run contest participate stand resume restart proceed",
);

export const PLANNED_MODIFIERS: ReadonlySet<string> = words(
  "planned upcoming forthcoming scheduled proposed future next coming intended looming impending",
);
export const POSSIBLE_MODIFIERS: ReadonlySet<string> = words(
  "possible potential threatened prospective hypothetical any eventual",
);
export const ALLEGED_MODIFIERS: ReadonlySet<string> = words("alleged suspected supposed purported");
export const ONGOING_MODIFIERS: ReadonlySet<string> = words("ongoing continuing current continued partial");
export const CANCELLED_MODIFIERS: ReadonlySet<string> = words("cancelled canceled postponed aborted abandoned");

/** Nouns for what lasts: without a word that ends them they go on. */
export const LASTING_NOUNS: ReadonlySet<string> = words(
  "investigation inquiry probe outbreak pandemic epidemic conflict war sit-in shutdown crisis manhunt",
);

/** Nouns whose "of", "for" or infinitive complement lies ahead, and may never come. */
export const PLANNING_NOUNS: ReadonlySet<string> = words("plan schedule preparation intention promise date pledge");
export const UNCERTAIN_NOUNS: ReadonlySet<string> = words(
  "call threat possibility risk proposal bid attempt prospect chance danger fear demand request plea idea motion offer campaign push hope effort right petition application need case power appeal suggestion speculation sign hint rumour rumor",
);
/** Nouns whose "that" tells what nobody vouches for. */
export const HEARSAY_NOUNS: ReadonlySet<string> = words(
  "rumour rumor speculation fear suspicion possibility theory hint suggestion hope belief chance risk evidence proof sign indication",
);
export const ALLEGING_NOUNS: ReadonlySet<string> = words("suspicion accusation allegation claim charge count");

/** Wordings by which an occasion is moved to another day; a regular expression without flags or edges. */
export const MOVED_WORDS =
  "(?:(?:put|pushed|moved|brought) (?:back|off|forward)|moved|postponed|rescheduled|switched|shifted|deferred)";
