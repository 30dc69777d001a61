import type { AnnotatedReport } from "../annotate/layers.ts";
import { isRank, isRoleNoun } from "../annotate/person-nouns.ts";
import { isTiedToAnother } from "../annotate/tied-names.ts";
import { BODY_KINDS, OPEN_BODY_NOUNS, PEOPLE_NOUNS } from "../lexicons/nominals.ts";
import { GENDERED_NOUNS, ROLE_NOUNS, ROLE_SHIFTERS } from "../lexicons/roles.ts";
import type { NamedMention } from "./name-clusters.ts";
import { CALENDAR_WORDS } from "./name-words.ts";
import { readNounPhrase, tokenSpan } from "./noun-phrases.ts";
import type { Referent } from "./referent.ts";

/** What stands beside names: posts of people and kinds of bodies. */
export interface Roles {
  /** Tokens that are part of somebody's description ("co-founder" in "co-founder Huda Karimi"), by token. */
  readonly describedAt: ReadonlyMap<number, Referent>;
}

/**
 * Reads the roles that the report gives its people, and the nouns that it says of its bodies, into the referents.
 *
 * > | Home Secretary Vera Colman
 *     ^^^^^^^^^^^^^^ title
 * > | River Action’s co-founder Huda Karimi
 *     ^^^^^^^^^^^^   ^^^^^^^^^^ title, of River Action
 * > | Ellen Flint, head of operations for Norwood Police’s river command, said
 *                  ^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ of
 */
export function readRoles(annotated: AnnotatedReport, mentions: readonly NamedMention[]): Roles {
  const describedAt = new Map<number, Referent>();
  const nameAt = new Int32Array(annotated.tokens.length).fill(-1);
  mentions.forEach(({ form }, i) => {
    nameAt.fill(i, form.firstToken, form.endToken);
  });
  mentions.forEach(({ form, reference }) => {
    if (reference.kind !== "referent") return;
    const { referent } = reference;
    const reader: RoleReader = { annotated, mentions, nameAt, referent, describedAt };
    if (form.kind === "person") {
      readTitleBefore(reader, form.titleToken, form.firstToken);
      readAppositionAfter(reader, form.endToken);
      readCopula(reader, form.endToken);
    } else if (form.kind === "organisation" || form.kind === "other") {
      readKindBefore(reader, form.firstToken);
      readKindAfter(reader, form.endToken);
    }
  });
  return { describedAt };
}

interface RoleReader {
  readonly annotated: AnnotatedReport;
  readonly mentions: readonly NamedMention[];
  readonly nameAt: Int32Array;
  readonly referent: Referent;
  readonly describedAt: Map<number, Referent>;
}

/** Title words right before the name, then the words of a post before those, and an apposition before a comma. */
function readTitleBefore(reader: RoleReader, titleToken: number, nameToken: number): void {
  const { annotated } = reader;
  const { tokens, sentenceOf } = annotated;
  const sentence = sentenceOf[nameToken];
  let end = nameToken;
  // Forms of address are no role; ranks are, and so are the words of a post that run up to the name.
  while (end > titleToken && !isRank(tokens[end - 1]!.text)) end--;
  let first = end;
  while (
    first > 0 &&
    sentenceOf[first - 1] === sentence &&
    reader.nameAt[first - 1]! < 0 &&
    isTitlePart(annotated, first - 1, first === end)
  ) {
    first--;
  }
  const post = startOfPost(reader, nameToken);
  if (post !== null) {
    addRole(reader, post, nameToken, ownerBefore(reader, post));
    return;
  }
  if (first < end && isRoleNoun(annotated, end - 1)) {
    addRole(reader, first, end, ownerBefore(reader, first));
    return;
  }
  // "head of Norwood Police Sir Mark Ashdown": the body stands between post and name.
  const bodyIndex = titleToken > 0 ? reader.nameAt[titleToken - 1]! : -1;
  const body = reader.mentions[bodyIndex];
  if (body !== undefined && body.form.kind !== "person" && body.form.endToken === titleToken) {
    const of = skipArticle(annotated, body.form.firstToken) - 1;
    if (of > 0 && tokens[of]!.text === "of" && isRoleNoun(annotated, of - 1)) {
      const start = titleStart(reader, of - 1);
      addRole(reader, start, of, spanText(reader, body.form.firstToken, body.form.endToken));
    }
    return;
  }
  readAppositionBefore(reader, titleToken);
}

/** "Minister of Information Ann Ray": where the post begins whose last word stands before the name, or null. */
function startOfPost(reader: RoleReader, nameToken: number): number | null {
  const { annotated, nameAt } = reader;
  if (isTiedToAnother(annotated, nameToken)) return null;
  const { tokens, upos, sentenceOf } = annotated;
  let at = nameToken - 1;
  while (at > 1 && at > nameToken - 7 && sentenceOf[at] === sentenceOf[nameToken] && nameAt[at]! < 0) {
    if (tokens[at]!.text === "of")
      return at < nameToken - 1 && isRoleNoun(annotated, at - 1) ? titleStart(reader, at - 1) : null;
    if (!/^(?:NOUN|PROPN|ADJ|CCONJ)$/.test(upos[at]!)) return null;
    at--;
  }
  return null;
}

/** "the general manager of Harbour Media, Dr Alan Temby," */
function readAppositionBefore(reader: RoleReader, nameToken: number): void {
  const { annotated, nameAt } = reader;
  const { tokens, sentenceOf } = annotated;
  const comma = nameToken - 1;
  if (comma < 1 || tokens[comma]!.text !== "," || sentenceOf[comma] !== sentenceOf[nameToken]) return;
  // "the father of the missing girl, Amy Hill,": hers, or his.
  if (isTiedToAnother(annotated, nameToken)) return;
  for (let head = comma - 1; head >= 0 && head >= comma - 14 && sentenceOf[head] === sentenceOf[nameToken]; head--) {
    if (/^[,;:.()“”"]$/.test(tokens[head]!.text) || annotated.upos[head] === "VERB") return;
    if (nameAt[head]! >= 0 || !isRoleNoun(annotated, head)) continue;
    const apposed = tokens.length > nameToken && isUnder(annotated, nameToken, head);
    const next = tokens[head + 1]!.text;
    const closed = head + 1 === comma || next === "of" || next === "for" || next === "at";
    if (!closed || !apposed) continue;
    const start = titleStart(reader, head);
    if (readNounPhrase(annotated, head).plural) return;
    addRole(reader, start, head + 1, ownerAfter(reader, head + 1, comma) ?? ownerBefore(reader, start));
    return;
  }
}

/** ", head of operations for X," ", a spokeswoman," "(chief executive)" after the name. */
function readAppositionAfter(reader: RoleReader, nameEnd: number): void {
  const { annotated, nameAt } = reader;
  const { tokens, sentenceOf, upos } = annotated;
  const mark = tokens[nameEnd]?.text;
  if ((mark !== "," && mark !== "(" && mark !== "–" && mark !== "—") || sentenceOf[nameEnd] !== sentenceOf[nameEnd - 1])
    return;
  let first = nameEnd + 1;
  // An age may come first: "Ann Ray, 43, a nurse,".
  if (upos[first] === "NUM" && tokens[first + 1]?.text === ",") first += 2;
  const start = skipArticleForward(annotated, first);
  for (let head = start; head < start + 8 && sentenceOf[head] === sentenceOf[nameEnd]; head++) {
    const word = tokens[head]!.text;
    // "managing director", "acting head"
    if (annotated.xpos[head] === "VBG" && upos[head + 1] === "NOUN") continue;
    if (/^(?:VERB|AUX|ADP|CCONJ)$/.test(upos[head]!) || /^[,;:.()“”"]$/.test(word)) return;
    if (nameAt[head]! >= 0 && nameAt[head + 1]! === nameAt[head]) continue;
    if (nameAt[head]! >= 0 || !isRoleNoun(annotated, head) || continuesPhrase(annotated, head)) continue;
    const end = closeOf(annotated, head + 1);
    if (isSubject(annotated, head, end)) return;
    const titleEnd = titleEndAfter(annotated, head + 1, end);
    const begin = titleStart(reader, head);
    addRole(reader, begin, titleEnd, ownerAfter(reader, titleEnd, end) ?? ownerBefore(reader, begin));
    return;
  }
}

/** "Ann Ray is the mayor of X", "Ann Ray, who was president," */
function readCopula(reader: RoleReader, nameEnd: number): void {
  const { annotated } = reader;
  const { tokens, sentenceOf, upos, children, deprels } = annotated;
  let at = nameEnd;
  if (tokens[at]?.text === "," && /^who$/i.test(tokens[at + 1]?.text ?? "")) at += 2;
  if (!/^(?:is|was|becomes?|became|remains)$/i.test(tokens[at]?.text ?? "")) return;
  for (let head = at + 1; head < at + 8 && sentenceOf[head] === sentenceOf[nameEnd - 1]; head++) {
    if (upos[head] === "VERB" || upos[head] === "ADP" || upos[head] === "PUNCT") return;
    if (upos[head] !== "NOUN" || !isRoleNoun(annotated, head) || continuesPhrase(annotated, head)) continue;
    const linked = children[head]!.some((child) => deprels[child] === "cop" && child === at);
    if (!linked && tokens[at]!.text !== "became") return;
    const begin = titleStart(reader, head);
    const end = closeOf(annotated, head + 1);
    addRole(reader, begin, head + 1, ownerAfter(reader, head + 1, end));
    return;
  }
}

/** "Campaign group Defend Our Rivers", "Organisers Defend Our Rivers": what kind of body, or who they are. */
function readKindBefore(reader: RoleReader, nameToken: number): void {
  const { annotated, nameAt } = reader;
  const { upos, sentenceOf, tokens } = annotated;
  let at = nameToken - 1;
  // "The organisers, Defend Our Rivers, said"
  const isApposed =
    tokens[at]?.text === "," &&
    annotated.children[at - 1]?.some((child) => tokens[child]!.text.toLowerCase() === "the");
  if (isApposed) at--;
  if (at < 0 || sentenceOf[at] !== sentenceOf[nameToken] || nameAt[at]! >= 0) return;
  if (upos[at] !== "NOUN" && upos[at] !== "PROPN") return;
  const { noun } = readNounPhrase(annotated, at);
  if (OPEN_BODY_NOUNS.has(noun) || BODY_KINDS.has(noun) || PEOPLE_NOUNS.has(noun)) calledBy(reader, at, noun);
}

/** A name that the report gives a kind is a body's, whatever the annotator left open. */
function calledBy(reader: RoleReader, at: number, noun: string): void {
  const { referent } = reader;
  if (referent.kind === "other") referent.kind = "organisation";
  referent.descriptors.add(noun);
  reader.describedAt.set(at, referent);
}

/** "River Action, the protest group," */
function readKindAfter(reader: RoleReader, nameEnd: number): void {
  const { annotated } = reader;
  const { tokens, sentenceOf, upos } = annotated;
  if (tokens[nameEnd]?.text !== "," || sentenceOf[nameEnd] !== sentenceOf[nameEnd - 1]) return;
  const start = skipArticleForward(annotated, nameEnd + 1);
  if (start === nameEnd + 1) return;
  for (let head = start; head < start + 6 && sentenceOf[head] === sentenceOf[nameEnd]; head++) {
    if (upos[head] !== "NOUN" && upos[head] !== "ADJ" && upos[head] !== "PROPN") return;
    if (continuesPhrase(annotated, head)) continue;
    const { noun } = readNounPhrase(annotated, head);
    if (
      (OPEN_BODY_NOUNS.has(noun) || BODY_KINDS.has(noun)) &&
      !isSubject(annotated, head, closeOf(annotated, head + 1))
    )
      calledBy(reader, head, noun);
    return;
  }
}

function addRole(reader: RoleReader, first: number, end: number, of: string | null): void {
  const { annotated, referent } = reader;
  const span = tokenSpan(annotated, first, end);
  const title = annotated.report.text.slice(span.start, span.end).replace(/\s+/g, " ");
  if (!referent.roles.some((role) => role.title === title && role.of === of)) referent.roles.push({ title, of, span });
  const words = annotated.tokens.slice(first, end).map((token) => token.text.toLowerCase());
  const shifted = words.some((word) => ROLE_SHIFTERS.has(word));
  for (let i = first; i < end; i++) {
    if (!reader.describedAt.has(i)) reader.describedAt.set(i, referent);
    const word = words[i - first]!;
    referent.gender ??= GENDERED_NOUNS.get(word) ?? null;
    if (!shifted && ROLE_NOUNS.has(word)) referent.descriptors.add(word);
    // "Mrs Justice Hale", "Recorder Ray"
    if (/^(?:justice|recorder)$/.test(word)) referent.descriptors.add("judge");
    if (shifted && ROLE_NOUNS.has(word)) referent.descriptors.add(`former ${word}`);
  }
}

/** The body that owns a post: a name, with its "’s" or not, right before it. */
function ownerBefore(reader: RoleReader, first: number): string | null {
  const { annotated, nameAt, mentions } = reader;
  let at = first - 1;
  if (/^['’]s?$/.test(annotated.tokens[at]?.text ?? "")) at--;
  const index = at >= 0 ? nameAt[at]! : -1;
  const owner = mentions[index];
  if (owner === undefined || owner.form.kind === "person" || annotated.sentenceOf[at] !== annotated.sentenceOf[first])
    return null;
  return spanText(reader, owner.form.firstToken, owner.form.endToken);
}

/** The words after "of", "for", "at", "with" up to where the phrase closes. */
function ownerAfter(reader: RoleReader, first: number, end: number): string | null {
  const { tokens } = reader.annotated;
  if (!/^(?:of|for|at|with|in|to)$/.test(tokens[first]?.text ?? "") || first + 1 >= end) return null;
  const start = skipArticleForward(reader.annotated, first + 1);
  if (start >= end || end - start > 14) return null;
  return spanText(reader, start, end);
}

/** "head of operations for X": "of" and a plain noun still belong to the title. */
function titleEndAfter(annotated: AnnotatedReport, at: number, end: number): number {
  const { tokens, upos } = annotated;
  if (tokens[at]?.text !== "of" || upos[at + 1] !== "NOUN") return at;
  let close = at + 1;
  while (close < end && (upos[close] === "NOUN" || upos[close] === "ADJ" || tokens[close]!.text === "and")) close++;
  return /^(?:for|at|of|with)$/.test(tokens[close]?.text ?? "") ? close : at;
}

/** Where an apposition closes: the next comma, bracket or verb of its sentence. */
function closeOf(annotated: AnnotatedReport, first: number): number {
  const { tokens, upos, sentenceOf } = annotated;
  let at = first;
  while (
    at < tokens.length &&
    sentenceOf[at] === sentenceOf[first - 1] &&
    upos[at] !== "VERB" &&
    upos[at] !== "AUX" &&
    !/^[,;:.()–—“”"]$/.test(tokens[at]!.text) &&
    !/^(?:who|which|that|and|but)$/.test(tokens[at]!.text)
  ) {
    at++;
  }
  return at;
}

/** "According to Boris Bell, the mayor left": a phrase that its verb follows at once is no apposition. */
function isSubject({ xpos, deprels }: AnnotatedReport, head: number, end: number): boolean {
  return deprels[head]!.startsWith("nsubj") && /^(?:VB[DZP]|MD)$/.test(xpos[end] ?? "");
}

function titleStart(reader: RoleReader, head: number): number {
  const { annotated, nameAt } = reader;
  let first = head;
  while (
    first > 0 &&
    annotated.sentenceOf[first - 1] === annotated.sentenceOf[head] &&
    nameAt[first - 1]! < 0 &&
    isTitlePart(annotated, first - 1, false)
  ) {
    first--;
  }
  return first;
}

function isTitlePart(annotated: AnnotatedReport, at: number, last: boolean): boolean {
  const { upos, tokens } = annotated;
  const tag = upos[at];
  const word = tokens[at]!.text;
  if (!/^[\p{L}]/u.test(word) || CALENDAR_WORDS.test(word.toLowerCase())) return false;
  if (last) return isRoleNoun(annotated, at);
  if (annotated.xpos[at] === "VBG" && /^(?:amod|compound)$/.test(annotated.deprels[at]!)) return true;
  return tag === "NOUN" || tag === "PROPN" || (tag === "ADJ" && !/^(?:other|many|several|first|last)$/i.test(word));
}

/** Whether the noun is only the first part of a longer phrase ("police" in "police chief", "mayor" in "mayor’s aide"). */
function continuesPhrase(annotated: AnnotatedReport, at: number): boolean {
  const next = annotated.upos[at + 1];
  if (/^['’]s?$/.test(annotated.tokens[at + 1]?.text ?? "") && next === "PART") return true;
  return (
    (next === "NOUN" || next === "PROPN") &&
    annotated.sentenceOf[at + 1] === annotated.sentenceOf[at] &&
    annotated.tokens[at]!.end < annotated.tokens[at + 1]!.start
  );
}

function skipArticleForward(annotated: AnnotatedReport, at: number): number {
  return /^(?:the|a|an|its|his|her|their)$/i.test(annotated.tokens[at]?.text ?? "") ? at + 1 : at;
}

function skipArticle(annotated: AnnotatedReport, at: number): number {
  return at > 0 && /^the$/i.test(annotated.tokens[at - 1]!.text) ? at - 1 : at;
}

function isUnder(annotated: AnnotatedReport, token: number, head: number): boolean {
  let at = token;
  for (let depth = 0; depth < 6 && at >= 0; depth++) {
    if (at === head) return true;
    at = annotated.heads[at] ?? -1;
  }
  return false;
}

function spanText(reader: RoleReader, first: number, end: number): string {
  const span = tokenSpan(reader.annotated, first, end);
  return reader.annotated.report.text.slice(span.start, span.end).replace(/\s+/g, " ");
}
