// Words that ask and words that answer. Compiled for this project, Apache-2.0.

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Verbs whose subject asks somebody for something. */
export const ASKING_VERBS: ReadonlySet<string> = words(
  "ask urge call appeal plead beg implore petition press demand request invite lobby beseech entreat exhort apply challenge seek push pressure campaign bid clamour clamor insist dare",
);

/** Verbs that ask only where somebody is told to act: "told him to open the books". */
export const TELLING_VERBS: ReadonlySet<string> = words("tell instruct encourage direct summon counsel");

/** Verbs of an order to act, whoever may give it: "directed the firm to hand over its records". */
export const ORDERING_VERBS: ReadonlySet<string> = words("direct instruct");

/** Verbs that ask only with somebody else to act or something to be done: "wants the council to pay", "wants them dropped". */
export const WANTING_VERBS: ReadonlySet<string> = words("want wish like");

/** Nouns for an ask: "a plea by the board to call it off". */
export const ASKING_NOUNS: ReadonlySet<string> = words(
  "plea call appeal request demand petition invitation application bid ultimatum entreaty",
);

/** Verbs of contact whose object is asked when the same sentence goes on with the asking. */
export const CONTACT_VERBS: ReadonlySet<string> = words(
  "contact write approach phone telephone call email e-mail text ring meet tell visit lobby message summon",
);

/** What one writes to somebody: "in a letter to the firm asking it to pay". */
export const LETTER_NOUNS: ReadonlySet<string> = words("letter email e-mail note message memo fax petition");

/** Verbs that put a request: "the request she made that he step in". */
export const PUTTING_VERBS: ReadonlySet<string> = words("make issue put send lodge submit file launch repeat renew");

/** Verbs that take a request up and say no, or yes, with the request as their object. */
export const REFUSING_VERBS: ReadonlySet<string> = words(
  "refuse reject decline rebuff spurn dismiss ignore resist deny defy snub",
);
export const GRANTING_VERBS: ReadonlySet<string> = words("accept grant agree approve heed welcome");

/** Verbs of an ask that something should not happen: an answer that it will is a refusal. */
export const STOPPING_VERBS: ReadonlySet<string> = words(
  "stop cancel postpone delay halt call suspend scrap abandon defer move put pause reschedule shelve",
);

/** Wordings that all the same it goes on; words in order, close to each other. */
export const GOING_AHEAD: readonly (readonly string[])[] = [
  ["go", "ahead"],
  ["press", "ahead"],
  ["push", "ahead"],
  ["forge", "ahead"],
  ["press", "on"],
  ["go", "on"],
  ["as", "planned"],
  ["not", "move"],
  ["not", "stop"],
  ["not", "leave"],
  ["not", "cancel"],
  ["not", "postpone"],
  ["not", "budge"],
  ["not", "back"],
  ["not", "wait"],
  ["not", "reschedule"],
];

/** What is sought of others even where nobody is named to give it: "sought an injunction". */
export const SOUGHT_THINGS: ReadonlySet<string> = words(
  "injunction order permission consent approval permit licence license review hearing trial judgment judgement ruling declaration warrant extradition bail custody release return recount inquiry enquiry investigation audit help aid assistance support advice guidance information detail answer clarification explanation assurance guarantee apology retraction compensation damages refund payment settlement sentence penalty meeting talk extension delay adjournment postponement dismissal resignation reduction change amendment reform ban end halt cancellation closure reopening asylum refuge protection funding money grant loan donation contribution bid tender witness volunteer comment suggestion exemption document record email e-mail file paper datum data copy access evidence log transcript footage exemption waiver concession rise raise increase cut intervention name list diary video film recording picture photograph report study survey plan inspection recall vote probe redress justice remedy relief limit cap ceiling ballot seat mediator observer moratorium pause timetable deadline pledge undertaking referendum",
);

/** Subjects that can make nobody ask: "forecasts call for rain", "the size of it is pushing them to act". */
export const UNCALLED_SUBJECTS: ReadonlySet<string> = words(
  "forecast warning plan contract recipe tradition protocol script occasion situation case scale size fact assault attack crisis death incident event model issue problem question success failure price cost pressure trend growth demand weather result system policy law rule algorithm app design culture",
);

/** Verbs whose subject has others ask: "the case has increased calls for …". */
export const RAISING_VERBS: ReadonlySet<string> = words(
  "increase prompt spark trigger fuel bring provoke cause raise strengthen intensify amplify face draw meet attract ignore resist reignite renew revive",
);
