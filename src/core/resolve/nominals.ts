import type { AnnotatedReport } from "../annotate/layers.ts";
import {
  BODY_KINDS,
  COLLECTIVES,
  COMMON_BODIES,
  DOCUMENT_NOUNS,
  DOCUMENT_SYNONYMS,
  INSTITUTION_NOUNS,
  OFFICE_FIELDS,
  OPEN_BODY_NOUNS,
  PEOPLE_NOUNS,
  UNNAMED_SOURCE_NOUNS,
} from "../lexicons/nominals.ts";
import { PLACE_OF_ADJECTIVE } from "../lexicons/place-names.ts";
import { GENDERED_NOUNS, ROLE_NOUNS, ROLE_SHIFTERS, SPOKESPERSON_NOUNS } from "../lexicons/roles.ts";
import { readBody } from "./bodies.ts";
import { addReferent, type Discourse, describe, noteSeen } from "./discourse.ts";
import { caseOf, readCorrespondence } from "./documents.ts";
import type { NamedMention } from "./name-clusters.ts";
import { countedHead, describePhrase, type NounPhrase, readNounPhrase } from "./noun-phrases.ts";
import { describedAs, isCapitalised, mention } from "./phrase-mentions.ts";
import { fitsComplement, fitsCountry, fitsField, isOfOtherKind, ofSamePost } from "./post-fit.ts";
import type { Reference, Referent } from "./referent.ts";
import { rankAntecedents } from "./salience.ts";
import { maySpeak, PASSING_BY, readSpeakingThing } from "./speaking-things.ts";

/** Resolves the noun phrase with this head and notes it; nouns for things only compete for "it" and "they". */
export function readNominal(discourse: Discourse, head: number): void {
  const { annotated } = discourse;
  const phrase = readNounPhrase(annotated, head);
  const counted = countedHead(annotated, head);
  const noun = counted === head ? phrase.noun : readNounPhrase(annotated, counted).noun;
  const isOne = counted !== head && /^one$/i.test(annotated.tokens[head]!.text);
  const isPlural = phrase.plural || COLLECTIVES.has(noun) || (counted !== head && !isOne);
  if (SPOKESPERSON_NOUNS.has(phrase.noun)) {
    readSpokesperson(discourse, phrase);
    return;
  }
  // "The academy", where the report names the National Canoe Academy.
  const isInstitution =
    phrase.form === "definite" &&
    !isPlural &&
    INSTITUTION_NOUNS.has(noun) &&
    describedAs(discourse, noun, "organisation").length > 0;
  if (isInstitution) {
    readBody(discourse, phrase);
    return;
  }
  if (UNNAMED_SOURCE_NOUNS.has(noun)) {
    noteUnnamed(discourse, phrase);
    return;
  }
  if (countsSpeakers(discourse, head)) {
    // "Three in four say they agree", "51 percent said they would".
    mention(discourse, phrase, addReferent(discourse, "things", ""), { human: true, factor: PASSING_BY });
    return;
  }
  if (DOCUMENT_NOUNS.has(phrase.noun) && !phrase.plural) {
    readDocument(discourse, phrase);
    return;
  }
  const isPerson =
    (isPlural && PLACE_OF_ADJECTIVE.has(noun)) ||
    ROLE_NOUNS.has(noun) ||
    PEOPLE_NOUNS.has(noun) ||
    GENDERED_NOUNS.has(noun) ||
    (noun !== "number" && isWho(annotated, head));
  const isBody = COMMON_BODIES.has(noun) || BODY_KINDS.has(noun) || OPEN_BODY_NOUNS.has(noun);
  if (isPerson && isOne) {
    readOneOfSeveral(discourse, phrase);
    return;
  }
  if (isPerson && isPlural) {
    readGroup(discourse, phrase, noun, counted !== head);
    return;
  }
  if (isPerson && !isBody) {
    readIndividual(discourse, phrase);
    return;
  }
  if (isBody && (!isPlural || noun === "police" || noun === "management")) {
    readBody(discourse, phrase);
    return;
  }
  if (isBody && isPlural) {
    // "The two groups will march, they said."
    const several = addReferent(discourse, "things", describePhrase(annotated, phrase, true));
    noteSeen(discourse, head, several, { human: true, plural: true });
    return;
  }
  if (!isPlural && maySpeak(discourse, phrase, noun)) {
    readSpeakingThing(discourse, phrase);
    return;
  }
  noteThing(discourse, phrase, isPlural);
  if (CARRIED.has(noun)) readCarrier(discourse, phrase);
}

/** "a fitter who looked after it": somebody, whatever the noun. */
function isWho({ children, deprels, tokens }: AnnotatedReport, head: number): boolean {
  const isWord = (token: number) => /^who(?:m|se)?$/i.test(tokens[token]!.text);
  return children[head]!.some((child) => deprels[child] === "acl:relcl" && children[child]!.some(isWord));
}

/** "a Metropolitan Police spokesperson", "a spokesman for the council": the body spoken for; "the mayor's spokeswoman" is herself. */
function readSpokesperson(discourse: Discourse, phrase: NounPhrase): void {
  const { annotated, referenceAt } = discourse;
  const { children, deprels } = annotated;
  const gender = GENDERED_NOUNS.get(phrase.noun) ?? null;
  const patrons = children[phrase.head]!.filter((child) => {
    if (child < phrase.head) return /^(?:nmod:poss|compound|nmod|nmod:desc|amod|flat)$/.test(deprels[child]!);
    return deprels[child]!.startsWith("nmod") && /^(?:for|of|from|at|with)$/.test(caseOf(annotated, child));
  });
  for (let i = phrase.head - 1; i >= phrase.firstToken && i >= phrase.head - 6; i--) {
    if (discourse.nameAt[i]! >= 0) patrons.push(i);
  }
  let principal: NamedMention | null = null;
  for (const patron of patrons) {
    // A name after the noun is yet to be read.
    const reference =
      referenceAt.get(patron) ??
      discourse.mentions[discourse.nameAt[patron]!]?.reference ??
      ofBefore(discourse, patron);
    if (reference?.kind !== "referent" || !isSpeaker(reference.referent)) continue;
    // A body speaks by its spokesman; a person's words are their own.
    if (reference.referent.kind === "person") {
      principal = discourse.mentions[discourse.nameAt[patron]!] ?? null;
      break;
    }
    mention(discourse, phrase, reference.referent, { human: true, gender });
    discourse.commonByKey.set("spokesperson", reference.referent);
    return;
  }
  const known = phrase.form === "definite" ? discourse.commonByKey.get("spokesperson") : undefined;
  if (known !== undefined) {
    mention(discourse, phrase, known, { human: true, gender });
    return;
  }
  const described = describePhrase(annotated, phrase, true);
  const isBehind = principal !== null && principal.form.firstToken > phrase.head;
  const name = isBehind ? `${described} for ${titledName(discourse, principal!.form)}` : described;
  const individual = addReferent(discourse, "individual", name);
  individual.gender = gender;
  mention(discourse, phrase, individual);
}

function titledName({ annotated }: Discourse, { titleToken, endToken }: NamedMention["form"]): string {
  const { tokens, report } = annotated;
  return report.text.slice(tokens[titleToken]!.start, tokens[endToken - 1]!.end).replace(/\s+/g, " ");
}

/** A body noun before another noun ("police spokesman") has no reference of its own yet. */
function ofBefore(discourse: Discourse, token: number): Reference | undefined {
  const { annotated, referenceAt } = discourse;
  if (annotated.upos[token] !== "NOUN" && annotated.upos[token] !== "PROPN") return undefined;
  const noun = annotated.tokens[token]!.text.toLowerCase();
  if (!COMMON_BODIES.has(noun)) return undefined;
  readBody(discourse, withField(annotated, readNounPhrase(annotated, token)));
  return referenceAt.get(token);
}

/** "a foreign ministry spokesman": what the office is for stands before its noun, whichever noun a parser ties it to. */
function withField(annotated: AnnotatedReport, phrase: NounPhrase): NounPhrase {
  const field = phrase.firstToken - 1;
  const word = annotated.tokens[field]?.text.toLowerCase() ?? "";
  if (phrase.firstToken !== phrase.head || !OFFICE_FIELDS.has(word)) return phrase;
  return { ...phrase, firstToken: field, modifiers: [word], classifiers: [word] };
}

export function isSpeaker(referent: Referent): boolean {
  const { kind } = referent;
  return kind === "person" || kind === "organisation" || kind === "group" || kind === "place" || kind === "other";
}

function noteUnnamed(discourse: Discourse, phrase: NounPhrase): void {
  const isMass = /^(?:media|press|authority|tradition|rumou?r|nobody|everyone|everybody)$/.test(phrase.noun);
  const kind = phrase.plural || isMass ? "things" : "individual";
  // "They" may be officials whom nobody names, rather than the last body named.
  const how = { human: phrase.plural };
  mention(discourse, phrase, addReferent(discourse, kind, describePhrase(discourse.annotated, phrase, true)), how);
}

/** A share or a number of people that says something. */
function countsSpeakers({ annotated, sources }: Discourse, head: number): boolean {
  const { tokens, upos } = annotated;
  const word = tokens[head]!.text.toLowerCase();
  if (!sources.has(head) || countedHead(annotated, head) !== head) return false;
  return /^(?:percent|%|half|third|quarter)$/.test(word) || (upos[head] === "NUM" && word !== "one");
}

function readDocument(discourse: Discourse, phrase: NounPhrase): void {
  const { annotated, documentsByNoun } = discourse;
  const noun = DOCUMENT_SYNONYMS.get(phrase.noun) ?? phrase.noun;
  const { author, recipient } = readCorrespondence(annotated, phrase.head);
  const known = documentsByNoun.get(noun) ?? [];
  const latest = known.at(-1);
  const isNamed = phrase.modifiers.some((word) => isCapitalised(annotated, phrase, word));
  const isKnown = phrase.form === "definite" || phrase.form === "demonstrative";
  // "The US statement" is not the statement that somebody else put out before.
  if (latest !== undefined && author < 0 && isKnown && !(isNamed && describesOther(discourse, phrase, latest))) {
    if (latest.recipient < 0) latest.recipient = recipient;
    mention(discourse, phrase, latest);
    return;
  }
  const owner = author < 0 ? nameBefore(discourse, phrase) : author;
  const document = addReferent(discourse, "document", describePhrase(annotated, phrase, true));
  document.author = owner;
  document.recipient = recipient;
  documentsByNoun.set(noun, [...known.slice(-20), document]);
  mention(discourse, phrase, document);
}

/** "sent out an email appeal": what carries the appeal is from then on "the email". */
function readCarrier(discourse: Discourse, phrase: NounPhrase): void {
  const { annotated, documentsByNoun } = discourse;
  const carrier = phrase.modifiers.find((word) => CARRIERS.test(word));
  if (carrier === undefined) return;
  const noun = DOCUMENT_SYNONYMS.get(carrier) ?? carrier;
  const document = addReferent(discourse, "document", describePhrase(annotated, phrase, true));
  const { author, recipient } = readCorrespondence(annotated, phrase.head);
  document.author = author;
  document.recipient = recipient;
  documentsByNoun.set(noun, [...(documentsByNoun.get(noun) ?? []).slice(-20), document]);
}

const CARRIERS = /^(?:email|e-mail|letter|memo|tweet|video|newsletter)$/;
const CARRIED: ReadonlySet<string> = new Set(
  "appeal pitch solicitation blast exchange alert plea invitation update reminder greeting".split(" "),
);

/** Whether the names before a document's noun ("the US statement") are none of those that the known one was told with. */
function describesOther(discourse: Discourse, phrase: NounPhrase, document: Referent): boolean {
  const { annotated, mentions, nameAt } = discourse;
  const author = mentions[nameAt[document.author] ?? -1]?.reference;
  const names = author?.kind === "referent" ? [author.referent.name, ...author.referent.forms] : [];
  const words = new Set([document.name, ...names].join(" ").toLowerCase().split(/\s+/));
  return phrase.modifiers.some((word) => isCapitalised(annotated, phrase, word) && !words.has(word));
}

/** "a NATO press release": the body named before the noun; platforms ("a Twitter post") say nothing of their users. */
function nameBefore(discourse: Discourse, phrase: NounPhrase): number {
  const { annotated, nameAt, mentions } = discourse;
  for (let i = phrase.head - 1; i >= phrase.firstToken && i >= phrase.head - 5; i--) {
    const named = mentions[nameAt[i]!];
    if (named === undefined) continue;
    const isBody = named.form.kind === "organisation" || named.form.kind === "other";
    return isBody && !PLATFORMS.test(annotated.tokens[i]!.text) ? i : -1;
  }
  return -1;
}

const PLATFORMS =
  /^(?:Twitter|X|Facebook|YouTube|Instagram|Telegram|TikTok|WhatsApp|Weibo|Reddit|LinkedIn|Snapchat|Zoom)$/;

/** "protesters", "the residents", "six people": one group by the same words, unless they count anew. */
function readGroup(discourse: Discourse, phrase: NounPhrase, noun: string, counts: boolean): void {
  const { annotated, commonByKey } = discourse;
  const isPlain = !counts && (phrase.form === "definite" || phrase.form === "bare" || phrase.form === "demonstrative");
  if (isPlain && phrase.form !== "bare" && phrase.modifiers.length === 0) {
    const bodies = describedAs(discourse, noun, "organisation");
    if (bodies.length === 1) {
      mention(discourse, phrase, bodies[0]!);
      return;
    }
  }
  const key = `${phrase.modifiers.join(" ")} ${noun}`.trim();
  let group = isPlain ? commonByKey.get(key) : undefined;
  if (group === undefined && isPlain && phrase.form !== "bare" && phrase.modifiers.length === 0) {
    const groups = describedAs(discourse, noun, "group");
    if (groups.length === 1) group = groups[0];
  }
  if (group === undefined) {
    group = addReferent(discourse, "group", describePhrase(annotated, phrase, false));
    describe(discourse, group, noun);
    if (isPlain) commonByKey.set(key, group);
  }
  mention(discourse, phrase, group);
}

/** "one of the residents", unless the person is named beside: "one of the deputies, Ann Ray". */
function readOneOfSeveral(discourse: Discourse, phrase: NounPhrase): void {
  const { annotated } = discourse;
  const { children, deprels, upos } = annotated;
  const isNamed = (token: number) =>
    children[token]!.some((child) => deprels[child] === "appos" && upos[child] === "PROPN");
  if (isNamed(phrase.head) || isNamed(countedHead(annotated, phrase.head))) return;
  mention(discourse, phrase, addReferent(discourse, "individual", describePhrase(annotated, phrase, true)));
}

/** "the mayor", "the actress", "a witness". */
function readIndividual(discourse: Discourse, phrase: NounPhrase): void {
  const { annotated, commonByKey } = discourse;
  const { noun } = phrase;
  if (phrase.form === "definite" || phrase.form === "demonstrative") {
    const shifted = phrase.modifiers.some((word) => ROLE_SHIFTERS.has(word));
    const described = describedAs(discourse, shifted ? `former ${noun}` : noun, "person").filter(
      (person) =>
        fitsComplement(discourse, phrase, person) &&
        fitsCountry(discourse, phrase, person) &&
        fitsField(phrase, person),
    );
    const people = described.length > 1 ? ofSamePost(described, phrase) : described;
    if (people.length === 1) {
      mention(discourse, phrase, people[0]!);
      return;
    }
    if (people.length > 1) {
      const ranked = rankAntecedents(annotated, discourse.seen, {
        token: phrase.head,
        sentence: annotated.sentenceOf[phrase.head]!,
        quotation: discourse.quotationOf[phrase.head]!,
        isSource: discourse.sources.has(phrase.head),
        agrees: (one) => people.includes(one.referent),
        window: 6,
        decay: 0.6,
      });
      const [first, second] = ranked;
      if (first !== undefined && (second === undefined || second.score < first.score * 0.5)) {
        mention(discourse, phrase, first.referent);
        return;
      }
      discourse.referenceAt.set(phrase.head, { kind: "ambiguous", referents: people });
      return;
    }
  }
  const key = `one ${phrase.modifiers.join(" ")} ${noun}`;
  const again =
    phrase.form === "definite" || phrase.form === "demonstrative"
      ? (commonByKey.get(key) ?? commonByKey.get(`one  ${noun}`))
      : undefined;
  if (again !== undefined && !isOfOtherKind(phrase, again)) {
    mention(discourse, phrase, again);
    return;
  }
  const individual = addReferent(discourse, "individual", describePhrase(annotated, phrase, true));
  individual.gender = GENDERED_NOUNS.get(noun) ?? null;
  commonByKey.set(key, individual);
  commonByKey.set(`one  ${noun}`, individual);
  mention(discourse, phrase, individual);
}

function noteThing(discourse: Discourse, phrase: NounPhrase, isPlural: boolean): void {
  const { deprels } = discourse.annotated;
  if (!/^(?:nsubj|obj|obl|nmod|root)/.test(deprels[phrase.head]!)) return;
  const referent = addReferent(discourse, isPlural ? "things" : "thing", "");
  noteSeen(discourse, phrase.head, referent, { factor: 0.8 });
}
