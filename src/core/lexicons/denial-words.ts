/** Wordings by which one says that what another said is not so. Compiled for this project, Apache-2.0. */

/** What a denial denies where it names nothing: "denied it", "rejects every one of the allegations", "disputes that". */
export const WHOLE_DENIED =
  "(?:it|this|that|them|those|either|both|all (?:of )?(?:it|this|that|them)|any of (?:it|this|that|them)|any such thing|doing (?:so|any such thing|anything of the (?:sort|kind))|(?:having )?done (?:so|any such thing)|(?:(?:every|each|all|any|both|either) (?:(?:one )?of )?)?(?:(?:the|these|those|such|that|this|his|her|its|their) )?(?:(?:latest|same|specific|new|main) )?(?:accusations?|allegations?|claims?|assertions?|contentions?|insinuations?|versions?|accounts?|suggestions?))";

/** What the accused denies without saying more: "denies any wrongdoing". */
export const GUILT_DENIED =
  "(?:(?:all|any|the|her|his|its|their) )?(?:wrongdoing|impropriety|misconduct|involvement|responsibility|liability|culpability|complicity)(?: in (?:it|this|that|the (?:affair|matter|incident)))?";

/** Verdicts on what another has just said: "That is flat wrong", "calls this wholly untrue", "A baseless story". */
export const FALSE_SAID =
  "(?:(?:(?:that|this|it) (?:is|was)|(?:that|it)[’']s|they (?:are|were)|these (?:are|were)) )?(?:(?:an?|simply|just|flat|flatly|plain|plainly|wholly|entirely|completely|totally|utterly|categorically|absolutely|demonstrably|patently|outright|pure|complete|absolute|total|utter) )*(?:wrong|untrue|false|baseless|unfounded|groundless|not true|lies?|nonsense|fabrications?|inventions?|falsehoods?|fiction|rubbish)";

/** Openings that say of no thing that it is so. */
export const NONE =
  "(?:(?:there (?:is|was|were|are|had been|has been|have been|never was|never were) )?(?:no|not (?:a single|one|any))|at no (?:point|time|stage) (?:was|were|did|had|has) (?:an?|any|the))";

export const NOBODY = "(?:nobody|no one|no-one)";

/** Having no part in what was said. */
export const NO_PART = "(?:nothing|anything|no part|no hand|no role) (?:to do (?:with|in)|in) (?:it|this|that|them)";

/** Nouns whose "no" denies no claim: "no doubt that", "no evidence yet", "no plans to". */
export const NOTHING_CLAIMED =
  "doubt question word comment plan intention reason need time answer reply response evidence sign indication information idea choice way longer matter wonder more less further better worse other place one chance hope excuse secret problem surprise date decision";

export const DENYING_CUES = "den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)";

export const REPLYING_CUES =
  "repl(?:y|ies|ied)|counter(?:s|ed)?|retort(?:s|ed)?|hit(?:s|ting)? back|sho(?:t|ots) back|respond(?:s|ed)";
