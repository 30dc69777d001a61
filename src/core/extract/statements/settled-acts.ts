import { firstTokenFrom } from "../../annotate/first-token-from.ts";
import type { AnnotatedReport } from "../../annotate/layers.ts";
import { actOfLemma, PHRASAL_ACTS } from "../../lexicons/acts.ts";
import { UNCALLED_SUBJECTS } from "../../lexicons/request-words.ts";
import { textOf } from "../../text/span.ts";
import type { StatementAct } from "../candidates.ts";
import type { StatementDraft } from "./draft.ts";

/** What of a draft says what it does. */
type Doing = Pick<StatementDraft, "cue" | "predicate" | "source" | "sourceHead" | "content">;

/**
 * The act that the annotator gives a cue, unless the cue's own words speak against it: who "has not agreed" agrees to nothing, who
 * "is backing" somebody refuses nothing, and who "offered a short answer" promises nothing.
 */
export function settleAct(annotated: AnnotatedReport, act: StatementAct, draft: Doing): StatementAct {
  // "They told us to burn the records"
  if (act === "promise" && tellsTo(annotated, draft)) return "request";
  const told =
    act === "promise"
      ? promiseUnlessTold(annotated, draft)
      : act === "request"
        ? requestUnlessOwn(annotated, draft)
        : act;
  const worded = actInWords(annotated, told, draft);
  return actUnlessDenied(annotated, worded, draft);
}

function tellsTo({ lemmas, report }: AnnotatedReport, { predicate, content }: Doing): boolean {
  const [first] = content;
  if (first === undefined || !/^(?:tell|order|instruct|warn)$/.test(lemmas[predicate]!.toLowerCase())) return false;
  return /^to \p{Ll}/u.test(textOf(report.text, first));
}

/** A request, unless the speaker does it: wishes, tries ("seeking to name them"), looks into it, calls a meeting. */
function requestUnlessOwn(annotated: AnnotatedReport, draft: Doing): StatementAct {
  const { predicate, content } = draft;
  const lemma = annotated.lemmas[predicate]!.toLowerCase();
  const opens = content[0] === undefined ? "" : textOf(annotated.report.text, content[0]).slice(0, OPENING);
  if (wishesForOneself(annotated, draft)) return "belief";
  if (lemma === "seek" && TRIED.test(opens)) return "belief";
  if (/^(?:investigate|examine|probe|study|assess|analy[sz]e)$/.test(lemma)) return "assertion";
  if (lemma === "call" && CALLED_TOGETHER.test(opens)) return "ruling";
  return "request";
}

/** What one seeks to do oneself; "to keep him in jail" is sought of a court. */
const TRIED =
  /^to (?:establish|identify|name|find|locate|trace|determine|understand|learn|calm|reassure|downplay|play|distance|clarify|explain|avoid|tie|portray|present|become|build)\b/iu;

const CALLED_TOGETHER =
  /^(?:(?:an?|the|his|her|its|their) )?(?:[\p{L}-]+ ){0,2}(?:meetings?|sessions?|summits?|elections?|referendum|press conference|inquest)\b/iu;

/** "wants to return" asks nobody for anything; "wants the board to return" does. */
function wishesForOneself({ lemmas, children, deprels }: AnnotatedReport, { cue, predicate }: Doing): boolean {
  const wishes = (token: number) => /^(?:want|wish|hope|intend|like)$/.test(lemmas[token]!.toLowerCase());
  if (!wishes(predicate) || cue.some((token) => /^(?:ask|demand|urge)$/.test(lemmas[token]!.toLowerCase())))
    return false;
  const has = (of: number, ...relations: string[]) =>
    children[of]!.some((child) => relations.includes(deprels[child]!));
  const wished = children[predicate]!.find((child) => deprels[child] === "xcomp");
  if (wished === undefined || has(predicate, "obj", "iobj", "ccomp")) return false;
  return !has(wished, "nsubj", "nsubj:pass", "nsubj:outer");
}

/** Acts that a cue's verb names too plainly to be any of these: "refuses" promises nothing, "concedes" is no refusal. */
const BELIED: { readonly [act in StatementAct]?: ReadonlySet<StatementAct> } = {
  promise: new Set(["refusal"]),
  agreement: new Set(["refusal", "denial", "admission"]),
  request: new Set(["allegation", "agreement", "refusal"]),
  admission: new Set(["refusal", "denial", "agreement"]),
  denial: new Set(["agreement", "admission"]),
  assertion: new Set(["denial"]),
};

function actInWords(annotated: AnnotatedReport, act: StatementAct, draft: Doing): StatementAct {
  const { cue, predicate, content } = draft;
  const { lemmas, upos } = annotated;
  const lemma = lemmas[predicate]!.toLowerCase();
  if (act === "refusal") return refusesInWords(annotated, draft) ? act : actOfLemma(lemma);
  if (act === "admission") return admissionInWords(annotated, lemma, draft);
  const opens = content[0] === undefined ? "" : textOf(annotated.report.text, content[0]).slice(0, OPENING);
  if (/^["“‘']?not guilty\b/iu.test(opens)) return "denial";
  // "denied access to four ships": kept from them, and no claim.
  if (act === "denial" && lemma === "deny" && WITHHELD.test(opens)) return "refusal";
  if (lemma === "claim" && /^(?:\p{L}+ )?responsibility\b/iu.test(opens) && !isNegated(annotated, cue))
    return "admission";
  if (
    act === "promise" &&
    lemma === "swear" &&
    /^(?:that|he|she|it|they|the)\b/iu.test(opens) &&
    !/\b(?:will|would|shall)\b/iu.test(opens)
  )
    return "assertion";
  // "made clear": the verb "clear" grants, the adjective does not.
  if (upos[predicate] === "ADJ") return act;
  // Who "did not like" a plan has said so.
  if (act === "no-comment") return silentInWords(annotated, draft) ? act : actOfLemma(lemma);
  if (act === "ruling") return NO_RULINGS.has(lemma) ? actOfLemma(lemma) : act;
  // "called for every bus to be parked"
  const isCall = lemma === "call" && annotated.tokens[predicate + 1]?.text === "for";
  if (act === "assertion" && isCall && !isNegated(annotated, cue) && !isUncalled(annotated, predicate))
    return "request";
  const named = phrasalActIn(annotated, cue) ?? actOfLemma(lemma);
  return BELIED[act]?.has(named) && !isNegated(annotated, cue) ? named : act;
}

/** An admission, unless the words plead the opposite or the verb swears, pledges or repeats. */
function admissionInWords(annotated: AnnotatedReport, lemma: string, { cue, content }: Doing): StatementAct {
  const { report, tokens } = annotated;
  const own = report.text.slice(tokens[cue[0]]!.start, tokens[cue[1]]!.end);
  const opens = content[0] === undefined ? "" : textOf(report.text, content[0]).slice(0, OPENING);
  if (/\bnot guilty\b/iu.test(`${own} ${opens}`)) return "denial";
  if (/\b(?:guilty|sorry|admi|confess|apolog|responsib|regret)/iu.test(own)) return "admission";
  if (lemma === "swear") return /^to\s/u.test(opens) ? "promise" : "assertion";
  const named = actOfLemma(lemma);
  // "now accepts that a guard took hold of her"
  if (/^(?:accept|agree)$/.test(lemma)) return /^that\b/iu.test(opens) ? "admission" : named;
  return NO_ADMISSIONS.has(lemma) || (BELIED.admission?.has(named) && !isNegated(annotated, cue)) ? named : "admission";
}

const NO_ADMISSIONS: ReadonlySet<string> = new Set(
  "testify affirm assail attack commit repeat reiterate blast know".split(" "),
);

const WITHHELD = /^(?:[\p{L}-]+ ){0,3}(?:access|entry|permission|bail|visas?|parole|asylum|admission|leave to)\b/iu;

/** "The plan calls for 200 homes", "the warnings called for gales". */
function isUncalled({ lemmas, children, deprels }: AnnotatedReport, verb: number): boolean {
  const subject = children[verb]!.find((child) => deprels[child] === "nsubj");
  return subject !== undefined && UNCALLED_SUBJECTS.has(lemmas[subject]!.toLowerCase());
}

/** Who says nothing does so by a "not", by a word that declines, or by words that hold none. */
function silentInWords(annotated: AnnotatedReport, { cue, predicate, content }: Doing): boolean {
  const { lemmas, tokens, report } = annotated;
  if (actOfLemma(lemmas[predicate]!.toLowerCase()) === "belief") return false;
  if (isNegated(annotated, cue)) return true;
  for (let token = cue[0]; token <= cue[1]; token++) if (SILENT.test(tokens[token]!.text)) return true;
  const opens = content[0] === undefined ? "" : textOf(report.text, content[0]).slice(0, OPENING);
  return opens === "" || /\b(?:comment|nothing|silen|no answer|not answer)\b/iu.test(opens);
}

/** Code units of content that say whether it holds an answer. */
const OPENING = 80;

const SILENT =
  /^(?:refus|declin|reject|ignor|avoid|dodg|evad|duck|sidestep|deflect|brush|skirt|silen|mum|quiet|tight|unavail|unreach|fail|neither|nor|nothing|no$|stop|hung|hang|rang|ring|rebuff|withh|demur|balk|shrug|wav|unable|unwill|contact|reach|approach|ask|comment|respon|repl|answer|return|turn|walk)/iu;

/** "rule out", "turn down" among the words of a cue. */
function phrasalActIn({ lemmas }: AnnotatedReport, [first, last]: readonly [number, number]): StatementAct | null {
  for (let token = first; token < last; token++) {
    const act = PHRASAL_ACTS.get(`${lemmas[token]} ${lemmas[token + 1]}`.toLowerCase());
    if (act !== undefined) return act;
  }
  return null;
}

/** What supporters, critics and askers do, whoever they are. */
const NO_RULINGS: ReadonlySet<string> = new Set(
  "agree endorse back support welcome embrace favour favor bless applaud praise propose condemn denounce slam criticise criticize".split(
    " ",
  ),
);

/** A refusal is told by a word that refuses, or by a "not"; the speakers may be those who do not ("neither side would agree"). */
function refusesInWords(annotated: AnnotatedReport, { cue, predicate, source, content }: Doing): boolean {
  const { tokens, lemmas, children, deprels } = annotated;
  if (isNegated(annotated, cue) || phrasalActIn(annotated, cue) === "refusal") return true;
  const words = Array.from({ length: cue[1] - cue[0] + 1 }, (_, i) => cue[0] + i);
  const objects = children[predicate]!.filter((child) => deprels[child] === "obj");
  const refuses = (token: number) =>
    /^(?:refusal|denial|no-comment)$/.test(actOfLemma(lemmas[token]!.toLowerCase())) ||
    REFUSING.has(lemmas[token]!.toLowerCase()) ||
    REFUSING_STEM.test(tokens[token]!.text);
  if ([...words, ...objects].some(refuses)) return true;
  const opens = content[0] === undefined ? -1 : firstTokenFrom(annotated, content[0].start);
  if (opens >= 0 && willNot(annotated, opens)) return true;
  if (/^(?:no|against|off|away|out|from|down)$/i.test(tokens[opens]?.text ?? "")) return true;
  return source !== null && /^(?:neither|no|none|nobody|few)$/i.test(tokens[source[0]]!.text);
}

/** "(replied that) he could not send the crews": what the speakers themselves will not or cannot do. */
function willNot({ tokens }: AnnotatedReport, opens: number): boolean {
  const words = tokens.slice(opens, opens + 5).map(({ text }) => text.toLowerCase().replace("’", "'"));
  return /^(?:[“"‘'] ?)?(?:that )?(?:he|she|they|we|i|it) (?:(?:will|would|can|could|shall) (?:not|n't)|wo n't|ca n't|cannot)\b/.test(
    words.join(" "),
  );
}

/** As the lemmas of a refusing word's forms, where a tagger mistakes them. */
const REFUSING_STEM =
  /^(?:refus|declin|reject|oppos|den(?:y|i)|disavow|rebuff|spurn|dismiss|resist|object(?:s|ed|ing)|disagree)/i;

const REFUSING: ReadonlySet<string> = new Set(
  `against avoid balk ban bar block brush bristle cancel cease cold downplay duck eschew fail forgo halt ignore impossible
  indisposed lack neither nobody none nor out preclude prevent quit refrain reluctant reluctance reticent scoff scorn
  short shrug shun sidestep skip stop turn unable unresponsive unwilling unwillingness up veto walk wary withdraw without
  skeptical sceptical resistance pressure back_out disapprove disapproval disinclined baulk hesitate overrule disallow
  issue offence offense off away`.split(/\s+/),
);

function isNegated({ lemmas }: AnnotatedReport, [first, last]: readonly [number, number]): boolean {
  return lemmas.slice(first, last + 1).some((lemma) => /^(?:not|n['’]t|never|no|hardly|cannot)$/i.test(lemma));
}

/** A promise, unless it is an answer that is offered, or a speaker's word on what somebody else will do. */
function promiseUnlessTold(annotated: AnnotatedReport, { cue, predicate, sourceHead, content }: Doing): StatementAct {
  const { lemmas, children, deprels, tokens } = annotated;
  const lemma = lemmas[predicate]!.toLowerCase();
  const named = lemmas.slice(cue[0], cue[1] + 1).map((word) => word.toLowerCase());
  if (named.includes("offer")) {
    const object = children[predicate]!.find((child) => deprels[child] === "obj");
    const given = [...named, ...(object === undefined ? [] : [lemmas[object]!.toLowerCase()])];
    if (given.includes("apology")) return "admission";
    return given.some((word) => TOLD.has(word)) ? "assertion" : "promise";
  }
  const first = content[0] === undefined ? -1 : firstTokenFrom(annotated, content[0].start);
  const start = tokens[first]?.text.toLowerCase() === "that" ? first + 1 : first;
  const who = tokens[start]?.text.toLowerCase() ?? "";
  // "a move that unions said | would devastate the region": what the move would do, and no promise of theirs.
  if (actOfLemma(lemma) === "assertion" && /^(?:would|will)$/.test(who)) return "assertion";
  if (/^(?:claim|profess|pretend|seem|appear|plot|scheme|conspire)$/.test(lemma)) return "assertion";
  if (actOfLemma(lemma) === "assertion" && advises(annotated, first)) return "assertion";
  if (actOfLemma(lemma) !== "assertion" || !/^(?:there|it|he|she|they)$/.test(who)) return "promise";
  return who !== "there" && (sourceHead === null || mayBe(annotated, sourceHead, who)) ? "promise" : "assertion";
}

/** "the board should …", "the plan might …": the first verb of what is said leaves it to others, or open. */
function advises({ tokens, upos, sentenceOf }: AnnotatedReport, first: number): boolean {
  for (let at = first; at >= 0 && at < tokens.length && sentenceOf[at] === sentenceOf[first]; at++) {
    if (upos[at] === "AUX") return /^(?:should|could|may|might|must|can)$/i.test(tokens[at]!.text);
    if (upos[at] === "VERB") return false;
  }
  return false;
}

/** What is offered in words: "offered a halting response". */
const TOLD: ReadonlySet<string> = new Set(
  `response reply answer comment critique criticism preview slogan explanation assessment view opinion account glimpse hint clue
  contrast defence defense praise condolence thanks congratulation description detail insight evidence example theory rationale
  excuse reason prediction warning remark reassurance perspective analysis thought overview summary sympathy tribute prayer
  greeting argument version observation suggestion`.split(/\s+/),
);

/** Whether the pronoun may stand for the one with this head: "it" for no person, "he" for no woman, "she" for no crowd. */
export function mayBe({ upos, xpos, tokens, names }: AnnotatedReport, head: number, pronoun: string): boolean {
  const word = tokens[head]!.text.toLowerCase();
  if (upos[head] === "PRON" && /^(?:he|she|it|they|i|we)$/.test(word))
    return word === pronoun || !/^(?:he|she|it)$/.test(pronoun);
  if (/^(?:NNS|NNPS)$/.test(xpos[head]!)) return !/^(?:he|she|it)$/.test(pronoun);
  const isPerson = names.some(
    ({ firstToken, endToken, kind }) => kind === "person" && firstToken <= head && head < endToken,
  );
  return !(isPerson && pronoun === "it");
}

function actUnlessDenied(annotated: AnnotatedReport, act: StatementAct, { cue, predicate }: Doing): StatementAct {
  // Who defies a ruling makes none.
  if (act === "ruling" && /^(?:defy|flout|resist|oppose|boycott)$/.test(annotated.lemmas[predicate]!)) return "refusal";
  if (act !== "agreement" && act !== "admission") return act;
  const [first, last] = cue;
  const isDenied = annotated.lemmas.slice(first, last + 1).some((lemma) => /^(?:not|n['’]t|never)$/.test(lemma));
  if (!isDenied) return act;
  if (act === "admission") return "denial";
  return /^(?:agreement|promise)$/.test(actOfLemma(annotated.lemmas[predicate]!.toLowerCase())) ? "refusal" : "belief";
}
