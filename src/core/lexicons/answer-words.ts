/** Wordings that tell what an answer does with what was asked. Compiled for this project, Apache-2.0. */

/** Verbs, with their particles, by which one refuses what is put to one. */
export const REFUSING =
  "(?:reject|dismiss|refus|declin|withh[eo]ld|block|veto|overrul|rebuff|spurn|snub|shelv)\\p{L}*|(?:turn|vot)\\p{L}*(?: \\p{L}+){0,3}? down|thr[eo]w\\p{L}*(?: \\p{L}+){0,3}? out|(?:vot|rul|decid)\\p{L}+(?: [\\p{L}\\p{N}–-]+){0,3}? against|rul\\p{L}+(?: \\p{L}+){0,2}? out";

/** Verbs by which one grants it. */
export const GRANTING =
  "(?:grant|approv|allow|permit|accept|consent|agree|award|sign)\\p{L}*|g(?:a|i)ve(?:s|n)? (?:leave|permission|way)";

/** Nouns for what was asked, whatever it was. */
export const ASKED_NOUN =
  "(?:requests?|pleas?|demands?|applications?|petitions?|motions?|appeals?|bids?|calls?|invitations?|challenges?|claims?|bail|permission|access|leave)";

/** How what is decided opens where it is a no: "7 to 2 against", "not to", "to deny the". */
export const NO_OPENING =
  "(?:(?:by )?[\\p{L}\\p{N}]+(?:[-–—]| to )[\\p{L}\\p{N}]+ )?(?:unanimously )?(?:against|(?:(?:it|that|this|them|both) )?(?:down|out)|not to|to (?:deny|refuse|reject|dismiss|decline|block|withhold|turn|throw|vote)(?= (?:the|her|his|its|their|that|this|it|any|all|both|down|out)\\b))";

/** A first clause that says no: "it would not", "the survey cannot", "no name would". */
export const NO_CLAUSE =
  "(?:that )?(?:no(?:body| one|thing)? |(?:[\\p{L}\\p{N}’'-]+ ){1,6}?(?:(?:will|would|can|could|shall|should|must|may|need|do|does|did|am|is|are|was|were) not|(?:wo|ca|would|could|should|must|need|do|does|did|is|are|was|were)n[’']t|cannot|(?:will|would) never|ha(?:s|d|ve) no intention|no longer)(?![\\p{L}]))";

/** Keeping a thing from those who ask for it. */
export const KEPT_BACK =
  "(?:keep|keeps|kept|keeping|stay|stays|stayed|staying|remain|remains|remained|remaining|held)\\b[^.;]{0,40}?\\b(?:secret|sealed|(?:under|in) (?:seal|wraps|lock and key)|closed|shut|private|confidential|classified|to (?:himself|herself|itself|themselves))";

/** How an asking opens that is for the end of a thing, or for one's leaving; or for its not coming to be. */
export const ENDING_ASKED =
  "(?:[\\p{L}’'-]+ ){0,4}?(?:not to|(?:lift|end|halt|cancel|drop|withdraw|suspend|scrap|abandon|dismiss|quash|overturn|reverse|annul|revoke|repeal|remove|close|ban|bar|block|stop|pull|reconsider|resign|quit|leave|throw|strike|call off|call|step down|step aside|stand down|resignation|removal|repeal|lifting|dismissal|withdrawal)(?:ed|ing)?)(?![\\p{L}])";

/** Going on with a thing. */
export const GOING_ON =
  "(?:keep|kept|stay|remain|extend|renew|retain|maintain|uphold|upheld|continue|proceed|persist)(?:s|ed|ing|d)?(?![\\p{L}])|(?:go|goes|going|went|press|push|carry|forge)(?:ed|es|ing)? (?:ahead|on)|stand(?:s|ing)? (?:by|firm)|(?:is|was|are|were) needed";

/** Verbs that end a thing, by a court or a council. */
export const SETTING_ASIDE =
  "(?:quash|overturn|revers|annul|void|dismiss|lift|scrap|revok|repeal)\\p{L}*|str[iu]\\p{L}+(?: \\p{L}+){0,3}? down|set(?:s|ting)?(?: \\p{L}+){0,3}? aside|thr[eo]w\\p{L}*(?: \\p{L}+){0,3}? out";

/** What is granted is less than what was asked. */
export const PARTLY =
  "in part|partly|partially|(?:most|some|part|half|much) of what|not all of|(?:\\p{N}+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) of (?:the|its|their|those) (?:\\p{N}+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}+teen|\\p{L}+ty)";

/** A yes on terms that are the answerer's own: "only if a judge tells it to". */
export const ON_TERMS = "only (?:if|when|once|after)|unless";

/** That a thing which is there be left to run: who sets it aside refuses. */
export const LET_STAND = "(?:let|allow)\\b[^.;]{0,60}?\\b(?:take effect|stand|go ahead|remain|stay|continue)|uphold";

/** Saying nothing of a thing. */
export const SILENT = "(?:would|will) not (?:say|comment|discuss|be drawn|elaborate|confirm|answer|talk)";

/** The same in answer to a question; who "refused to say" what it should publish has refused. */
export const UNANSWERED = "(?:refus|declin)\\p{L}+ to (?:say|comment|discuss|elaborate|be drawn)";
