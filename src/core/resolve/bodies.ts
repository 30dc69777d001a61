import type { AnnotatedReport } from "../annotate/layers.ts";
import { isGivenName } from "../lexicons/given-names.ts";
import {
  BODY_KINDS,
  COMMON_BODIES,
  OFFICIAL_NAME_WORDS,
  OPEN_BODY_NOUNS,
  TRADING_NOUNS,
  UNTRADING_NAME_WORDS,
} from "../lexicons/nominals.ts";
import { KNOWN_PLACES, PLACE_OF_ADJECTIVE } from "../lexicons/place-names.ts";
import { addReferent, type Discourse, describe } from "./discourse.ts";
import { caseOf } from "./documents.ts";
import { nameKey } from "./name-keys.ts";
import { describePhrase, type NounPhrase } from "./noun-phrases.ts";
import { describedAs, isCapitalised, mention } from "./phrase-mentions.ts";
import type { Reference, Referent } from "./referent.ts";
import { rankAntecedents, type Seen } from "./salience.ts";

/** "the group", "the department", "the government", "police". */
export function readBody(discourse: Discourse, phrase: NounPhrase): void {
  const { annotated, commonByKey } = discourse;
  const { noun } = phrase;
  const gender = { human: false };
  const named = nameBehind(discourse, phrase);
  if (named !== null) {
    named.called.add(noun);
    mention(discourse, phrase, named);
    return;
  }
  const last = phrase.form === "demonstrative" ? lastBody(discourse, phrase) : null;
  if (last !== null) {
    last.called.add(noun);
    mention(discourse, phrase, last);
    return;
  }
  const key = bodyKeyOf(annotated, phrase);
  const isKnowable =
    phrase.form === "definite" ||
    phrase.form === "demonstrative" ||
    (phrase.form === "bare" && COMMON_BODIES.has(noun));
  if (!isKnowable) {
    const body = addReferent(discourse, "body", describePhrase(annotated, phrase, true));
    describe(discourse, body, noun);
    mention(discourse, phrase, body, gender);
    return;
  }
  const known = commonByKey.get(key);
  if (known !== undefined && COMMON_BODIES.has(noun)) {
    mention(discourse, phrase, known);
    return;
  }
  const reference = bodyMeant(discourse, phrase);
  if (reference !== null) {
    if (reference.kind === "referent") {
      reference.referent.called.add(noun);
      mention(discourse, phrase, reference.referent);
      return;
    }
    discourse.referenceAt.set(phrase.head, reference);
    return;
  }
  if (known !== undefined) {
    mention(discourse, phrase, known);
    return;
  }
  const body = addReferent(
    discourse,
    COMMON_BODIES.has(noun) ? "organisation" : "body",
    describePhrase(annotated, phrase, !COMMON_BODIES.has(noun)),
  );
  describe(discourse, body, noun);
  for (const word of key.split(" ")) body.words.add(word);
  commonByKey.set(key, body);
  mention(discourse, phrase, body);
}

/** "referred it to the Complaints Directorate. That body said": the one named last, in the sentence before. */
function lastBody({ annotated, seen }: Discourse, { head, modifiers }: NounPhrase): Referent | null {
  if (modifiers.length > 0) return null;
  for (let at = seen.length - 1; at >= 0 && annotated.sentenceOf[head]! - seen[at]!.sentence <= 1; at--) {
    const { referent, token, quotation } = seen[at]!;
    if (token < head && quotation < 0 && referent.named && referent.kind === "organisation") return referent;
  }
  return null;
}

/** "The firm, Quill Cranes, declined": the body that stands beside its noun between commas. */
function nameBehind({ annotated, nameAt, mentions }: Discourse, { head, form }: NounPhrase): Referent | null {
  const { children, deprels, tokens } = annotated;
  if (form !== "definite" || tokens[head + 1]?.text !== ",") return null;
  const beside = children[head]!.find((child) => child > head && deprels[child] === "appos");
  const named = beside === undefined ? undefined : mentions[nameAt[beside]!];
  if (named?.form.firstToken !== head + 2 || named.reference.kind !== "referent") return null;
  const { referent } = named.reference;
  return referent.kind === "organisation" && /^[,.;:)–—]$/.test(tokens[named.form.endToken]?.text ?? "")
    ? referent
    : null;
}

/** "the government of Samoa" is "samoa government", as "the Samoan government" begins. */
export function bodyKeyOf(annotated: AnnotatedReport, phrase: NounPhrase): string {
  const owner = annotated.children[phrase.head]!.find(
    (child) => child > phrase.head && annotated.upos[child] === "PROPN" && caseOf(annotated, child) === "of",
  );
  const modifiers = owner === undefined ? phrase.modifiers : [annotated.tokens[owner]!.text.toLowerCase()];
  return [...modifiers.map((word) => PLACE_OF_ADJECTIVE.get(word) ?? word), phrase.noun].join(" ");
}

/** The body that the description fits best among those spoken of, or several when no one stands out. */
function bodyMeant(discourse: Discourse, phrase: NounPhrase): Reference | null {
  const { annotated, seen } = discourse;
  const { noun } = phrase;
  if (phrase.isSelected && !COMMON_BODIES.has(noun)) return null;
  const distinguishing = phrase.modifiers.filter(
    (word) => phrase.classifiers.includes(word) || isCapitalised(annotated, phrase, word),
  );
  const fits = new Map<Referent, number>();
  const strengthOf = (referent: Referent): number => {
    const before = fits.get(referent);
    if (before !== undefined) return before;
    const fit = fitOf(referent, noun, distinguishing) || placeThatSpoke(discourse, referent, phrase);
    const strength = fit === GUESS && isReporting(discourse, referent) ? 0 : fit;
    fits.set(referent, strength);
    return strength;
  };
  const sentence = annotated.sentenceOf[phrase.head]!;
  const ranked = rankAntecedents(annotated, seen, {
    token: phrase.head,
    sentence,
    quotation: discourse.quotationOf[phrase.head]!,
    isSource: discourse.sources.has(phrase.head),
    agrees: (one: Seen) =>
      strengthOf(one.referent) > (sentence - one.sentence > FEW_SENTENCES || isMark(annotated, one.token) ? GUESS : 0),
    window: 12,
    decay: 0.75,
    singular: true,
  })
    .map(({ referent, score }) => ({ referent, score: score * strengthOf(referent) }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (first === undefined) {
    const later = describedAs(discourse, noun, "organisation");
    const isOne = later.length === 1 && fitOf(later[0]!, noun, distinguishing) > 0;
    const isNear = isOne && (COMMON_BODIES.has(noun) || isSoonNamed(discourse, phrase, later[0]!));
    return isNear ? { kind: "referent", referent: later[0]! } : null;
  }
  const isGuess = TRADING_NOUNS.has(noun) && strengthOf(first.referent) === GUESS;
  const doubtful = isGuess ? nearerName(discourse, phrase, first.referent) : null;
  if (doubtful !== null) return { kind: "ambiguous", referents: [first.referent, doubtful] };
  // One that the report has called so ("the company added") is not passed over for one that only could be.
  const isCalled = ({ referent }: { readonly referent: Referent }) =>
    strengthOf(referent) === 1 || referent.called.has(noun);
  const called = isCalled(first) ? undefined : ranked.find(isCalled);
  const rival = called !== undefined && called.score > first.score * 0.4 ? called : second;
  if (rival !== undefined && (rival === called || rival.score > first.score * 0.8)) {
    return { kind: "ambiguous", referents: [first.referent, rival.referent] };
  }
  return { kind: "referent", referent: first.referent };
}

/** Whether a body that is not named yet is so before long: "The agency said so. The Harbour Agency, which …" */
function isSoonNamed({ annotated, mentions }: Discourse, { head }: NounPhrase, referent: Referent): boolean {
  const sentence = annotated.sentenceOf[head]!;
  return mentions.some(
    ({ form, reference }) =>
      reference.kind === "referent" &&
      reference.referent === referent &&
      annotated.sentenceOf[form.firstToken]! - sentence <= SOON,
  );
}

const SOON = 2;

/** "The Courier asked Delmar to comment", "Radio Korsk has learned", "told Radio Korsk": who reports is not "the company" reported on. */
export function isReporting(discourse: Discourse, referent: Referent): boolean {
  let known = reporting.get(referent);
  if (known === undefined) {
    known = readsAsReporter(discourse, referent);
    reporting.set(referent, known);
  }
  return known;
}

/** What is asked at every pronoun; a referent belongs to one report. */
const reporting = new WeakMap<Referent, boolean>();

function readsAsReporter({ annotated, mentions }: Discourse, referent: Referent): boolean {
  const { outlet } = annotated.report;
  if (outlet !== null && referent.forms.has(outlet)) return true;
  if (MEDIA_NAME.test(referent.name)) return true;
  return mentions.some(({ form, reference }) => {
    if (reference.kind !== "referent" || reference.referent !== referent) return false;
    // "by the Courant’s count"
    const owned = /^['’]s?$/.test(annotated.tokens[form.endToken]?.text ?? "");
    if (
      owned &&
      /^(?:count|tally|reporters?|correspondents?|readers)$/.test(annotated.tokens[form.endToken + 1]?.text ?? "")
    )
      return true;
    for (let token = form.firstToken; token < form.endToken; token++) {
      const verb = annotated.heads[token]!;
      if (annotated.deprels[token] === "nsubj" && verb >= 0 && REPORTING.test(annotated.lemmas[verb]!)) return true;
      if (/^(?:nmod|obl)/.test(annotated.deprels[token]!) && verb >= 0 && /^by$/.test(caseOf(annotated, token)))
        if (
          /^(?:see|obtain|review|leak)$/.test(annotated.lemmas[verb]!) ||
          /^(?:seen|obtained|reviewed)$/.test(annotated.tokens[form.titleToken - 2]?.text ?? "")
        )
          return true;
    }
    return false;
  });
}

const UNTRADING =
  /^(?:group|charity|union|party|council|campaign|coalition|alliance|watchdog|ngo|movement|ministry|department|agency)$/;

const REPORTING = /^(?:learn|learnt|contact|approach|understand|obtain|review|uncover)$/;
const MEDIA_NAME =
  /\bNews[A-Z]\w*\b|\b(?:News|Newsline|Wire|Times|Post|Herald|Gazette|Courier|Tribune|Chronicle|Guardian|Mirror|Telegraph|Observer|Mail|Press|Radio|Television|TV|Broadcasting|Journal|Echo|Argus|Mercury|Standard|Packet|Ledger|Dispatch|Sentinel|Star|Globe|Inquirer|Examiner|Bulletin)$|^(?:Radio|Channel|The Times)\b/;

/** "Social Security numbers": what a thing is only marked by is not what is told of. */
function isMark({ deprels, heads, lemmas }: AnnotatedReport, name: number): boolean {
  return (
    deprels[name] === "compound" &&
    heads[name]! > name &&
    /^(?:number|card|code|act|law|scheme|programme|program|benefit|payment|system|account|app|database|file|form)$/.test(
      lemmas[heads[name]!]!,
    )
  );
}

/** The fit of a body that nothing but its being one ties to "the firm", and how far back it may be meant. */
const GUESS = 0.6;
const FEW_SENTENCES = 4;

/** 0 when the noun cannot mean the body, up to 1 when the report has called it so. */
function fitOf(referent: Referent, noun: string, distinguishing: readonly string[]): number {
  const { kind } = referent;
  if (kind !== "organisation" && kind !== "other" && kind !== "body") return 0;
  const words = nameKey([...referent.forms, ...referent.words, referent.name].join(" ").split(" ")).split(" ");
  if (distinguishing.some((word) => !words.some((one) => isSameOrigin(word, one)))) return 0;
  if (referent.descriptors.has(noun)) return 1;
  if (kind === "body")
    return OPEN_BODY_NOUNS.has(noun) &&
      [...referent.descriptors].some((one) => OPEN_BODY_NOUNS.has(one) && one !== "campaign")
      ? 0.7
      : 0;
  if (!referent.named) return 0;
  const kinds = BODY_KINDS.get(noun);
  if (words.includes(noun)) return words.at(-1) === noun ? 1 : 0.8;
  // "Marl City" is a club; the City Council is none.
  const telling = noun === "club" || noun === "team" ? words.slice(-1) : words;
  if (kinds !== undefined && telling.some((word) => kinds.has(word))) return 0.9;
  // A campaign is somebody's; only a name that says so, or a body called so before, is one.
  if (!OPEN_BODY_NOUNS.has(noun) || noun === "campaign") return 0;
  // "The group said … The firm said …": what is called a group is no firm, unless by its name.
  if (
    TRADING_NOUNS.has(noun) &&
    [...referent.called].some((one) => UNTRADING.test(one)) &&
    !/\bgroup$/i.test(referent.name)
  )
    return 0;
  if (TRADING_NOUNS.has(noun) && [...referent.forms, referent.name].some(isNoTrader)) return 0;
  return words.some((word) => OFFICIAL_NAME_WORDS.has(word)) ? 0 : GUESS;
}

/**
 * "The sale to Calder Reach is due in June. The developer …": a name of the sentence before that may be a firm's, though a tagger
 * takes it for a place or a person, and that stands nearer than the body which would only be guessed.
 */
function nearerName({ annotated, seen }: Discourse, { head }: NounPhrase, guess: Referent): Referent | null {
  for (let at = seen.length - 1; at >= 0; at--) {
    const { referent, sentence, token } = seen[at]!;
    if (referent === guess || annotated.sentenceOf[head]! - sentence > 1) return null;
    if (token >= head || !referent.named || !referent.name.includes(" ")) continue;
    const words = referent.name.split(" ");
    const isPlace = referent.kind === "place" && !KNOWN_PLACES.has(referent.name.toLowerCase());
    const isPerson = referent.kind === "person" && referent.gender === null && referent.roles.length === 0;
    if (isPlace || (isPerson && !isGivenName(words[0]!))) return referent;
  }
  return null;
}

/** What has just spoken may be a firm though a tagger takes its name for a place. */
function placeThatSpoke(
  { annotated, seen }: Discourse,
  referent: Referent,
  { noun, head, modifiers }: NounPhrase,
): number {
  if (referent.kind !== "place" || !TRADING_NOUNS.has(noun) || modifiers.length > 0) return 0;
  const sentence = annotated.sentenceOf[head]!;
  return seen.some((one) => one.referent === referent && one.isSource && sentence - one.sentence <= 1) ? GUESS : 0;
}

/** A "Workers’ Union" is nobody's "the company", nor is a "Bell 206". */
function isNoTrader(name: string): boolean {
  return (
    /\s\S*\d$/.test(name) ||
    CAMPAIGN_NAME.test(name) ||
    UNTRADING_NAME_WORDS.has(nameKey(name.split(" ")).split(" ").at(-1) ?? "")
  );
}

/** "Keep the Steps", "Friends of the Lathe", "Parents for Bega". */
const CAMPAIGN_NAME =
  /^(?:Keep|Save|Stop|Free|Fight|Protect|Defend|Reclaim|Stand|Say|Open)\s\p{L}|^(?:Friends|Families|Mothers|Parents|Residents|People|Citizens|Justice|Campaign|Action)\s(?:of|for|against|on|to)\s|\s(?:Against|For Justice)\b/u;

/** "Samoan" and "Samoa", "Israeli" and "Israel". */
function isSameOrigin(a: string, b: string): boolean {
  return (PLACE_OF_ADJECTIVE.get(a) ?? a) === (PLACE_OF_ADJECTIVE.get(b) ?? b);
}
