import { firstTokenFrom } from "../annotate/first-token-from.ts";
import { isTiedToAnother } from "../annotate/tied-names.ts";
import { isGivenName } from "../lexicons/given-names.ts";
import { KIND_NOUNS } from "../lexicons/kind-nouns.ts";
import type { Span } from "../text/span.ts";
import type { Discourse } from "./discourse.ts";
import type { NamedMention } from "./name-clusters.ts";

/**
 * The names that a phrase is about, leaving out those that only describe: owners, places after a preposition, names before
 * a noun. Several only when they are named side by side.
 *
 * > | Norwood Department of Roads official Troy Lund
 *                                          ^^^^^^^^^
 * > | Vera Colman’s lawyer Ann Ray, of Leeds,
 *                          ^^^^^^^
 */
export function principalsOf(discourse: Discourse, span: Span): readonly NamedMention[] {
  const { annotated, nameAt, mentions } = discourse;
  const { tokens, upos } = annotated;
  const first = firstTokenFrom(annotated, span.start);
  const last = namedLast(discourse, first, span);
  if (last !== null) return [last];
  let found: NamedMention[] = [];
  let depth = 0;
  let rejected = false;
  for (let i = first; i < tokens.length && tokens[i]!.start < span.end; i++) {
    const { text } = tokens[i]!;
    if (text === "(" || text === "[") depth++;
    else if (text === ")" || text === "]") depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const index = nameAt[i]!;
    if (index < 0) {
      const isRelative = upos[i] === "PRON" && /^(?:who|which|that|whom|whose)$/i.test(text);
      if (isRelative || ((upos[i] === "VERB" || upos[i] === "AUX") && !standsBeforeNoun(discourse, i, first))) break;
      // What follows a comma only describes a name before it, unless the comma is part of a list.
      if (text === "," && found.length > 0 && !isListed(discourse, found.at(-1)!, span)) break;
      continue;
    }
    const mention = mentions[index]!;
    const end = mention.form.endToken;
    // "the Parliament of Upper Marrow, Norland"
    const isWhereabouts =
      rejected && mention.form.kind === "place" && tokens[mention.form.firstToken - 1]?.text === ",";
    const isChained =
      rejected && found.length === 0 && (joinsBefore(discourse, mention) || followsPlace(discourse, mention));
    if (!isChained && !isWhereabouts && isPrincipal(discourse, mention, first, span)) found.push(mention);
    else rejected ||= followsPreposition(discourse, mention, first);
    i = Math.max(i, end - 1);
  }
  if (found.length > 1 && !found.slice(1).every((one) => isJoined(discourse, one))) found = found.slice(0, 1);
  return found;
}

/** "The group that took credit, | Velvet Crow,": the body that a description with a clause of its own ends in. */
function namedLast({ annotated, nameAt, mentions }: Discourse, first: number, span: Span): NamedMention | null {
  const { tokens } = annotated;
  let end = firstTokenFrom(annotated, span.end);
  while (end > first && /^[,;]$/.test(tokens[end - 1]!.text)) end--;
  const named = mentions[nameAt[end - 1] ?? -1];
  if (named === undefined || named.form.endToken !== end || named.form.kind === "place") return null;
  if (named.form.kind === "person" && isGivenName(tokens[named.form.firstToken]!.text)) return null;
  const from = named.form.titleToken - (tokens[named.form.titleToken - 1]?.text === "the" ? 1 : 0);
  if (from - 1 <= first || tokens[from - 1]!.text !== "," || !/^(?:the|a|an)$/i.test(tokens[first]!.text)) return null;
  const isClause = /^(?:that|which|who)$/.test(tokens[first + 2]?.text ?? "");
  const isBody = KIND_NOUNS.get(tokens[first + 1]!.text.toLowerCase()) === "organisation";
  const holdsName = nameAt.subarray(first, from).some((index) => index >= 0);
  return isClause && isBody && !holdsName ? named : null;
}

function isPrincipal(discourse: Discourse, { form }: NamedMention, first: number, span: Span): boolean {
  const { annotated } = discourse;
  const { tokens, upos } = annotated;
  const after = tokens[form.endToken];
  if (after !== undefined && after.start < span.end) {
    if (/^['’]s?$/.test(after.text)) return false;
    const tag = upos[form.endToken]!;
    // "a Norland firm" is one of several, and a place is no firm.
    const isOne = form.kind !== "place" && !/^(?:an?|another|one)$/i.test(tokens[form.titleToken - 1]?.text ?? "");
    if (CALLED_BY.test(after.text) && form.kind !== "person" && isOne) return true;
    const isNoun = tag === "NOUN" || tag === "PROPN" || (tag === "ADJ" && /^\p{L}/u.test(after.text));
    if (isNoun && annotated.sentenceOf[form.endToken] === annotated.sentenceOf[form.firstToken]) return false;
  }
  return (
    !followsPreposition(discourse, { form }, first) &&
    !sharesNoun(discourse, form, span) &&
    !namesWhere(discourse, form, first) &&
    !(form.kind === "person" && form.titleToken > first && isTiedToAnother(annotated, form.firstToken))
  );
}

/** "police in the capital, | Orsk, | said": where they are. */
function namesWhere({ annotated }: Discourse, { kind, titleToken, key }: NamedMention["form"], first: number): boolean {
  const { tokens, upos } = annotated;
  if ((kind === "person" && key.includes(" ")) || tokens[titleToken - 1]?.text !== ",") return false;
  let at = titleToken - 2;
  if (upos[at] !== "NOUN" || KIND_NOUNS.get(tokens[at]!.text.toLowerCase()) !== "place") return false;
  while (at > first && /^(?:NOUN|ADJ|DET|PROPN|NUM)$/.test(upos[at]!)) at--;
  return at > first && /^(?:in|at|near|from|of|outside|around|across|for)$/i.test(tokens[at]!.text);
}

/** "former Garrow and Marl employees": both names only describe the noun behind the second. */
function sharesNoun({ annotated }: Discourse, { firstToken, endToken }: NamedMention["form"], span: Span): boolean {
  const { tokens, upos, heads, deprels } = annotated;
  if (!/^(?:and|or|&)$/.test(tokens[endToken]?.text ?? "") || upos[endToken + 1] !== "PROPN") return false;
  for (let token = firstToken; token < endToken; token++) {
    const head = heads[token]!;
    if (head >= firstToken && head < endToken) continue;
    return (
      deprels[token] === "compound" &&
      head > endToken &&
      upos[head] === "NOUN" &&
      /^(?:PROPN|NOUN|ADJ)$/.test(upos[head - 1] ?? "") &&
      tokens[head]!.start < span.end
    );
  }
  return false;
}

function followsPreposition(discourse: Discourse, { form }: { form: NamedMention["form"] }, first: number): boolean {
  const { tokens, upos } = discourse.annotated;
  let before = form.titleToken - 1;
  const describes = (token: number) =>
    upos[token] === "DET" || (upos[token] === "ADJ" && form.kind !== "person") || /^["“‘']$/.test(tokens[token]!.text);
  while (before >= first && describes(before)) before--;
  return before >= first && (upos[before] === "ADP" || PREPOSITIONS.test(tokens[before]!.text));
}

/** Taggers take the "to" of "aides to Ann Ray" for that of a verb now and then, and the "in" of "Police in Ely" for part of a name. */
const PREPOSITIONS = /^(?:to|in|at|from|near|outside|across|around)$/;

/** "Time magazine" is Time; "Acme spokesman" is not Acme. */
const CALLED_BY =
  /^(?:magazine|newspaper|journal|website|group|company|firm|airline|network|agency|charity|club|band)$/;

/** "newly elected Ann Ray", "Lead author Ann Ray": a verb's form, or a noun mistaken for one, before what it describes. */
function standsBeforeNoun(discourse: Discourse, i: number, first: number): boolean {
  const { upos, deprels } = discourse.annotated;
  if (deprels[i] === "amod" || deprels[i] === "compound") return true;
  const isNominal = /^(?:NOUN|PROPN|ADJ)$/.test(upos[i + 1] ?? "");
  return isNominal && (i === first || /^(?:ADV|ADJ|DET)$/.test(upos[i - 1] ?? ""));
}

/** Whether an "and" follows in the phrase that lists the name with others. */
function isListed(discourse: Discourse, { form }: NamedMention, span: Span): boolean {
  const { annotated } = discourse;
  for (let i = form.firstToken; i < form.endToken; i++) {
    const isConjoined = annotated.children[i]!.some(
      (child) =>
        annotated.deprels[child] === "conj" && child >= form.endToken && annotated.tokens[child]!.start < span.end,
    );
    if (isConjoined) return true;
  }
  return false;
}

/** "Acme and Borlux": the second hangs on the first as a conjunct. */
function isJoined(discourse: Discourse, { form }: NamedMention): boolean {
  const { deprels } = discourse.annotated;
  for (let i = form.titleToken; i < form.endToken; i++) if (deprels[i] === "conj") return true;
  return /^(?:and|or|&)$/.test(discourse.annotated.tokens[form.titleToken - 1]?.text ?? "");
}

/** "forces in Norwood, Totley and Kendal": a place after a place and a comma is one of those. */
function followsPlace({ annotated, nameAt, mentions }: Discourse, { form }: NamedMention): boolean {
  const comma = form.titleToken - 1;
  const before = mentions[nameAt[comma - 1] ?? -1];
  return annotated.tokens[comma]?.text === "," && form.kind === "place" && before?.form.kind === "place";
}

/** "from Acme and the College": after an "and", before its article. */
function joinsBefore(discourse: Discourse, { form }: NamedMention): boolean {
  const { tokens, upos } = discourse.annotated;
  let before = form.titleToken - 1;
  if (upos[before] === "DET") before--;
  return /^(?:and|or|&)$/.test(tokens[before]?.text ?? "");
}
