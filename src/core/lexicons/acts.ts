// Reporting words by what they do. Compiled for this project, Apache-2.0.
import type { StatementAct } from "../extract/candidates.ts";

const WORDS: { readonly [act in Exclude<StatementAct, "assertion">]: string } = {
  request:
    "ask request urge demand call appeal plead beg implore petition press push lobby invite seek apply campaign exhort entreat summon advise recommend propose suggest encourage insist_on want_to require instruct tell_to plea invitation query inquire enquire question wonder subpoena beseech challenge_to counsel lobby solicit nudge prod nominate",
  denial:
    "deny dispute contradict rebut refute disavow disclaim denial contest reject_claim discredit debunk rubbish disown",
  refusal:
    "refuse reject decline rebuff spurn oppose object resist veto dismiss refusal rejection opposition objection withhold boycott defy oppose disagree dissent snub",
  agreement:
    "agree accept consent approve endorse back support welcome concur acknowledge_right grant authorise authorize allow permit assent sign_off confirm_offer approval agreement permission ratify clear condone favour favor embrace bless sanction",
  promise:
    "promise pledge vow plan intend threaten undertake commit swear aim guarantee plan promise pledge vow intention threat commitment prepare offer warn_to volunteer opt aspire schedule propose_to mean_to set",
  ruling:
    "rule decide order ban convict sentence appoint vote elect judge adjudicate award_damages acquit jail fine overturn uphold quash bar prohibit proscribe designate decree suspend mandate dismiss_case remand impose enact adopt resolve decision ruling order verdict resolution determine conclude_law declare_emergency indict impeach expel disqualify pardon commute nominate_to pass revoke rescind repeal outlaw forbid sack fire postpone cancel name choose select legislate",
  allegation:
    "accuse charge allege suspect blame indict_for implicate allegation accusation charge suspicion complain claim_against condemn denounce fault slam lambast attack criticise criticize",
  admission:
    "admit confess apologise apologize concede acknowledge own_up plead_guilty admission confession apology regret claim_responsibility",
  belief:
    "believe think feel hope fear know see expect doubt consider regard view suppose imagine suspect_that assume worry wish want understand hold realise realize notice recognise recognize remember forget recall trust anticipate dream love like hate dislike prefer desire need agree_that dread belief hope fear view opinion expectation concern doubt thought worry feeling confident sure certain convinced aware afraid worried concerned hopeful optimistic sceptical skeptical keen eager happy glad proud sorry unaware determined willing reluctant unsure impressed surprised learn discover find hear witness observe estimate perceive judge_that",
  "no-comment": "no-comment",
};

const ACT_BY_LEMMA: ReadonlyMap<string, StatementAct> = new Map(
  // Where a word stands in two lists, the later list wins.
  (
    [
      "belief",
      "allegation",
      "agreement",
      "request",
      "promise",
      "ruling",
      "refusal",
      "denial",
      "admission",
      "no-comment",
    ] as const
  ).flatMap((act) => WORDS[act].split(" ").map((word) => [word, act] as const)),
);

/** Verbs that report only together with their particle: "turned down the request". */
export const PHRASAL_ACTS: ReadonlyMap<string, StatementAct> = new Map<string, StatementAct>([
  ...["turn down", "throw out", "rule out", "vote down", "knock back", "wave away", "brush aside", "brush off"].map(
    (verb): [string, StatementAct] => [verb, "refusal"],
  ),
  ...["strike down", "hand down"].map((verb): [string, StatementAct] => [verb, "ruling"]),
]);

/** The act that a reporting word names by itself; assertion for all others. */
const ASSERTING = new Set(
  "say tell add state announce report declare write explain describe note remark comment claim argue insist maintain assert stress emphasise emphasize point_out reveal disclose confirm indicate show suggest warn caution testify mention reply respond answer continue conclude reiterate repeat recall quip joke tweet post affirm clarify observe contend declare detail highlight cite quote document talk speak discuss thank praise hail greet call dub label brand term name characterise characterize portray liken compare sum_up summarise summarize signal imply hint predict forecast project calculate put tip rate inform notify brief update assure reassure remind convince persuade advise alert boast brag shout cry exclaim whisper mutter murmur chant sing read publish release cover broadcast air share post reference address underline underscore attribute credit link trace narrate recount relate outline set_out spell_out lay_out acknowledge mock tease criticise protest complain lament statement announcement report claim comment remark reply response warning message testimony prediction estimate forecast argument explanation suggestion description news word rumour rumor assertion reminder assurance declaration confirmation acknowledgement".split(
    " ",
  ),
);

/** True for words that report what somebody says, thinks, asks or decides. */
export function isReportingLemma(lemma: string): boolean {
  return ASSERTING.has(lemma) || ACT_BY_LEMMA.has(lemma);
}

export function actOfLemma(lemma: string): StatementAct {
  return ACT_BY_LEMMA.get(lemma) ?? "assertion";
}
