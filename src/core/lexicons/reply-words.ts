import type { AnswerKind } from "../extract/candidates.ts";

/**
 * Wordings that answer a request and need no words of their own: "refused", "said yes", "had not replied". Tried in
 * order at each place, the surer first. Compiled for this project, Apache-2.0.
 */
export const REPLY_WORDINGS: readonly { readonly kind: AnswerKind; readonly wording: string }[] = [
  {
    kind: "no-comment",
    wording:
      "(?:(?:has|have|had|did|does|do|was|were) (?:still )?not (?:yet |immediately |so much as |even )?|(?:did|had|has|have|does|do)n[’']t (?:immediately |yet )?|(?:has|have|had) (?:yet|still|failed) to |(?:has|have|had) never )(?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|comment(?:ed)?|return(?:ed)? (?:a |our |the )?(?:calls?|messages?|emails?|requests?)|get back|(?:come|came) back to|(?:be |been )?available (?:for comment)?)",
  },
  {
    kind: "no-comment",
    wording:
      "(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)) (?:to (?:comment|say|answer|discuss|respond|elaborate|be drawn)|(?:any )?comment)",
  },
  {
    kind: "no-comment",
    wording:
      "(?:would|will)(?: not|n[’']t) (?:say|comment|be drawn|discuss|confirm|answer|elaborate|respond|talk)|would say only|could not (?:immediately )?be reached|(?:was|were|has been|have been|had been) (?:again )?(?:contacted|approached|asked) (?:again )?(?:for (?:a )?(?:comment|response|statement)|to comment)|(?:had|has|have|having) heard nothing|rang off|hung up|put (?:down (?:the|her|his|their) phone|(?:the|her|his|their) phone down)|(?:has |have |had )?(?:answered|replied to|responded to) (?:neither|none|no)|(?:gave|has given|had given|offered|made|sent) no (?:answer|reply|response|comment|explanation)|(?:kept|stayed|remained|has (?:kept|stayed|remained)) silent|said nothing|(?:would|will) say nothing|went unanswered|drew no (?:reply|response|answer)|(?:was|were) (?:approached|contacted) again|let (?:our|the) (?:calls?|phones?|telephones?) ring(?: out)?|(?:was|were) unavailable for comment|(?:was|were|been) met (?:only )?(?:with|by) silence",
  },
  {
    kind: "refusal",
    wording:
      "(?:has |have |had |have since |has since )?(?:(?:flatly|again|twice|already|earlier|repeatedly) )?(?:refus(?:ed|es)|declin(?:ed|es)|rejected|rejects|rebuff(?:ed|s)|dismiss(?:ed|es)|rul(?:ed|es) (?:it |that )?out|spurned|turn(?:ed|s) (?:it|them|this|that|her|him|both|all) down|turn(?:ed|s) down|sa(?:id|ys) no|vot(?:ed|es) (?:it|them|that) down|stopped short of)",
  },
  {
    kind: "refusal",
    wording:
      "(?:would|will) not (?:hear of|give|go|move|budge|hand|release|publish|meet|withdraw|resign|step|apologi[sz]e|pay|agree)|won[’']t (?:hear of|give|go|move|budge|hand|release|publish|meet|withdraw|resign|step|apologi[sz]e|pay|agree)|is standing by|stands by|stood by",
  },
  {
    kind: "agreement",
    wording:
      "(?:has |have |had |has since |have since |has now |have now )?(?:(?:readily|finally|at last|later|grudgingly) )?(?:agreed|agrees|accepted|accepts|consented|consents|acceded|complied|relented|obliged|granted|sa(?:id|ys) yes|gave way|backed down|bowed to)",
  },
  {
    kind: "promise",
    wording: "(?:has |have |had )?(?:promised|pledged|undertook|undertakes|vowed|gave (?:her|his|their|its) word)",
  },
];

/** Asking that is only pointed back to: "as the council had asked", "her request". */
export const ASKED_BEFORE: readonly string[] = [
  "(?:has|have|had) (?:(?:long|already|repeatedly|also|twice|first|earlier|been) )*(?:asked|asking|sought|seeking|demanded|demanding|requested|wanted|wished|urged|pleaded|called|begged|(?:pressed|pushed|lobbied|petitioned|applied|appealed|campaigned)(?= for\\b)|insisted(?= on\\b)) ?(?:for|on)?",
  "(?:as|what|which|than|that) (?:he|she|they|it|\\S+ \\S+|\\S+) (?:first )?(?:asked|sought|demanded|requested|wanted)(?: for)?",
  "(?<=[\\p{L}’] )(?:he|she|they|it|we|i) (?:first |once |also )?(?:sought|demanded|requested|wanted|(?:asked|pressed|pushed|begged|applied) for|insisted on)(?=[.,;:]|\\s+(?:was|were|has|have|had|is|are|will|would|never|did|came|went|in|from|last|this|on|a (?:week|month|fortnight|year)|weeks?|months?|days?|two|three)\\b)",
  "(?:request|plea|appeal|call|demand|petition|invitation|ultimatum|challenge|exhortation|entreaty|motion)",
];

/** A question put by the report itself: "asked whether", "pressed to say why". */
export const QUESTION_PUT =
  "(?:asked|pressed|questioned)(?: (?:again|once more|by [^,.]{3,40}?(?:, [^,.]{3,40})?|on \\p{Lu}\\p{Ll}+))?,? (?:to say )?(?:whether|if|how|who|what|where|when|why|which|about)";

/** A question that somebody told of puts: "wanted to know who", "asked whether", which names no body by itself. */
export const QUESTION_TOLD =
  "(?:(?:wants?|wanted|demand(?:s|ed)|ask(?:s|ed)) to (?:know|be told)|(?:has |have |had )?(?:asked|asks?|enquired|inquired|wondered aloud|questioned)) (?=(?:whether|if|how|who|what|where|when|why|which)\\b)";

/** The same with whom it is put to: "asked the firm why", "pressed him on what". */
export const QUESTION_TO =
  '(?:has |have |had )?(?:asked|asks|ask|questioned|challenged|pressed)(?: (?!to\\b|for\\b|that\\b|and\\b|or\\b|by\\b)[^\\s,.;:“”"—–]+){1,5}? (?:on |about |to say |as to )?(?=(?:whether|how|what|where|why|which)\\b)';
