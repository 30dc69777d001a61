import type { AnnotatedReport } from "../annotate/layers.ts";
import { isGivenName } from "../lexicons/given-names.ts";
import {
  BODY_KINDS,
  COLLECTIVES,
  COMMON_BODIES,
  DOCUMENT_NOUNS,
  DOCUMENT_SYNONYMS,
  INSTITUTION_NOUNS,
  OFFICE_FIELDS,
  OFFICIAL_NAME_WORDS,
  OPEN_BODY_NOUNS,
  PEOPLE_NOUNS,
  TRADING_NOUNS,
  UNNAMED_SOURCE_NOUNS,
  UNTRADING_NAME_WORDS,
} from "../lexicons/nominals.ts";
import { KNOWN_PLACES, PLACE_OF_ADJECTIVE } from "../lexicons/place-names.ts";
import { GENDERED_NOUNS, ROLE_NOUNS, ROLE_SHIFTERS, SPOKESPERSON_NOUNS } from "../lexicons/roles.ts";
import { addReferent, type Discourse, describe, noteSeen } from "./discourse.ts";
import { caseOf, readCorrespondence } from "./documents.ts";
import type { NamedMention } from "./name-clusters.ts";
import { nameKey } from "./name-keys.ts";
import { countedHead, describePhrase, type NounPhrase, readNounPhrase } from "./noun-phrases.ts";
import { fitsComplement, fitsCountry, fitsField, isOfOtherKind, ofSamePost } from "./post-fit.ts";
import type { Reference, Referent } from "./referent.ts";
import { rankAntecedents, type Seen } from "./salience.ts";

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
  const speaks = discourse.sources.has(head) || discourse.partners.has(head) || GOVERNED.has(noun);
  if (speaks && !isPlural && annotated.upos[head] === "NOUN" && !SHOWN.test(noun)) {
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

/** What stands for those who govern it. */
const GOVERNED: ReadonlySet<string> = new Set(
  "county city town state district borough province country nation".split(" "),
);

/** "The custody service disputes that", "the survey found": what speaks, is spoken to or governs may be the "it" that speaks next. */
function readSpeakingThing(discourse: Discourse, phrase: NounPhrase): void {
  const { annotated, commonByKey } = discourse;
  const key = bodyKeyOf(annotated, phrase);
  const isKnowable = phrase.form === "definite" || phrase.form === "demonstrative";
  const known = isKnowable ? commonByKey.get(key) : undefined;
  const thing = known ?? addReferent(discourse, "body", describePhrase(annotated, phrase, true));
  commonByKey.set(key, thing);
  const factor = GOVERNED.has(phrase.noun) || discourse.partners.has(phrase.head) ? 1 : PASSING_BY;
  noteSeen(discourse, phrase.head, thing, {
    factor,
    human: AGENT_NOUN.test(phrase.noun) && !THING_NOUN.test(phrase.noun),
  });
}

/** What shows or holds words has no will of its own. */
const SHOWN =
  /^(?:measure|number|film|footage|video|tape|recording|photo|photograph|image|picture|map|page|model|run|test|number|figure|day|week|month|year|law|rule|study|paper|log|diary|receipt|tally|version|morning|night|evening|afternoon)$/;

/** "a bodyguard", "a fitter": by the end of the word. */
const AGENT_NOUN = /(?:er|or|ist|ian|guard|mate)$/;
const THING_NOUN =
  /(?:paper|letter|order|number|poster|computer|register|chapter|error|tower|water|power|weather|river|folder|banner|sticker|chamber|counter|meter|monitor|sensor|matter|tracker|sector|poster|server|banner|charter|newsletter)$/;

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

/** Numbers of people answer one question; whom a report is about goes on. */
const PASSING_BY = 0.5;

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

/** "the group", "the department", "the government", "police". */
function readBody(discourse: Discourse, phrase: NounPhrase): void {
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
function bodyKeyOf(annotated: AnnotatedReport, phrase: NounPhrase): string {
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
export function isReporting({ annotated, mentions }: Discourse, referent: Referent): boolean {
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

/** Proper nouns and nationalities tell bodies apart ("the Israeli army"); "direct action" and "terrorist" do not. */
function isCapitalised(annotated: AnnotatedReport, phrase: NounPhrase, word: string): boolean {
  for (let i = phrase.firstToken; i < phrase.head; i++) {
    if (annotated.tokens[i]!.text.toLowerCase() !== word) continue;
    return annotated.upos[i] === "PROPN" || /^\p{Lu}/u.test(annotated.tokens[i]!.text);
  }
  return false;
}

function noteThing(discourse: Discourse, phrase: NounPhrase, isPlural: boolean): void {
  const { deprels } = discourse.annotated;
  if (!/^(?:nsubj|obj|obl|nmod|root)/.test(deprels[phrase.head]!)) return;
  const referent = addReferent(discourse, isPlural ? "things" : "thing", "");
  noteSeen(discourse, phrase.head, referent, { factor: 0.8 });
}

/** Referents of the kind that the report describes with this noun, anywhere in it. */
function describedAs(discourse: Discourse, noun: string, kind: Referent["kind"]): readonly Referent[] {
  return (discourse.describedBy.get(noun) ?? []).filter((one) => one.kind === kind);
}

function mention(
  discourse: Discourse,
  phrase: NounPhrase,
  referent: Referent,
  how: Parameters<typeof noteSeen>[3] = {},
): void {
  const { annotated } = discourse;
  discourse.referenceAt.set(phrase.head, { kind: "referent", referent });
  noteSeen(discourse, phrase.head, referent, { plural: phrase.plural, ...how });
  const counted = countedHead(annotated, phrase.head);
  const end = counted > phrase.head ? counted + 1 : phrase.endToken;
  referent.mentions.push({
    start: annotated.tokens[phrase.firstToken]!.start,
    end: annotated.tokens[end - 1]!.end,
    form: "nominal",
  });
}
