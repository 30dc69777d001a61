import { behindDateline } from "../annotate/dateline.ts";
import type { AnnotatedReport, NameKind } from "../annotate/layers.ts";
import { isGivenName } from "../lexicons/given-names.ts";
import { BODY_LAST_WORDS, LAW_LAST_WORDS, PLACE_LAST_WORDS } from "../lexicons/name-parts.ts";
import { KNOWN_PLACES } from "../lexicons/place-names.ts";
import { ROLE_NOUNS } from "../lexicons/roles.ts";
import { bareWord } from "../text/bare-word.ts";
import { publicBodyOf } from "./body-names.ts";
import type { NameForm } from "./name-forms.ts";
import { nameKey } from "./name-keys.ts";
import { isTitleWord } from "./name-words.ts";
import { surnameOf } from "./person-names.ts";

/** Laws, prizes and ships have names and do nothing by themselves. */
function isActorName(form: NameForm, vessels: ReadonlySet<string>): boolean {
  if (vessels.has(form.key)) return false;
  const key = form.key.replace(NUMBER_OF_LAW, "");
  return form.kind === "person" || !LAW_LAST_WORDS.has(key.slice(key.lastIndexOf(" ") + 1));
}

/** "Act No. 3846", "Resolution 242". */
const NUMBER_OF_LAW = /(?: no\.?)? \d[\d-]*$/;

const VESSEL = /^(?:mv|mt|ms|ss|hms|uss|rms|rv|hmcs|hmas|ins|sv) (?=\S)/;

type Votes = { [kind in NameKind]: number };

/** Below this a name's kind stays open. */
const LEAST_VOTE = 0.6;

/**
 * One kind for all mentions of a name, by the votes of the annotator, the name's own words, and what stands beside it. A lone
 * word that is the surname of somebody named in full is that person, unless it is known as a place.
 */
export function settleKinds(annotated: AnnotatedReport, forms: readonly NameForm[]): readonly NameForm[] {
  const votesByKey = new Map<string, Votes>();
  const inPlaceLists = readPlaceLists(annotated, forms);
  const inDatelines = forms.filter((form) => isInDateline(annotated, form));
  for (const form of forms) {
    const votes = votesByKey.get(form.key) ?? { person: 0, organisation: 0, place: 0, other: 0 };
    addMentionVotes(annotated, form, votes);
    if (inPlaceLists.has(form)) votes.place += 1;
    if (inDatelines.includes(form)) votes.place += DATELINE_VOTE;
    votesByKey.set(form.key, votes);
  }
  for (const [key, votes] of votesByKey) addWordVotes(key, votes);
  const kindByKey = new Map([...votesByKey].map(([key, votes]) => [key, strongest(votes)]));
  const surnames = new Set<string>();
  for (const [key, kind] of kindByKey) {
    if (kind !== "person" || !key.includes(" ")) continue;
    const words = key.split(" ");
    surnames.add(surnameOf(words));
    // "Min Seo-jin", later "Min": in some languages the family name comes first.
    if (words.length === 2 && GIVEN_NAME_BEHIND.test(words[1]!) && !isGivenName(words[0]!)) surnames.add(words[0]!);
  }
  const vessels = new Set(forms.flatMap(({ key }) => (VESSEL.test(key) ? [key, key.replace(VESSEL, "")] : [])));
  const actors = forms.filter((form) => isActorName(form, vessels));
  return actors.map((form) => {
    if (form.addressed) return { ...form, kind: "person" };
    if (publicBodyOf(form.key) !== null && form.kind !== "place") return { ...form, kind: "organisation" };
    const isSurname = surnames.has(surnameOf(form.key.split(" "))) && !form.key.includes(" ");
    const kind = isSurname && !KNOWN_PLACES.has(form.key) ? "person" : kindByKey.get(form.key)!;
    if (kind === form.kind) return form;
    return kind === "person" ? withoutTitle(annotated, form) : { ...form, kind };
  });
}

/** "Seo-jin", "Ki-ho": two syllables joined by a hyphen are a given name behind its family's. */
const GIVEN_NAME_BEHIND = /^\p{Ll}{1,6}-\p{Ll}{1,6}$/u;

/** A dateline names a place, whatever the annotator thinks of capitals. */
const DATELINE_VOTE = 6;

/** "PORT CALLUM, Ohio (ANS) —", but for the agency. */
function isInDateline(annotated: AnnotatedReport, { firstToken, endToken }: NameForm): boolean {
  const { tokens, sentences, sentenceOf } = annotated;
  const sentence = sentenceOf[firstToken]!;
  if (endToken > behindDateline(annotated, sentence)) return false;
  return tokens.slice(sentences[sentence]!.firstToken, endToken).every(({ text }) => text !== "(");
}

/** Names in a list ("Derry, Totnes and Kendall") of which most are known or marked as places. */
function readPlaceLists(annotated: AnnotatedReport, forms: readonly NameForm[]): ReadonlySet<NameForm> {
  const { tokens } = annotated;
  const found = new Set<NameForm>();
  let list: NameForm[] = [];
  const close = (): void => {
    const places = list.filter((form) => form.kind === "place" || KNOWN_PLACES.has(form.key));
    if (list.length > 2 && places.length * 2 > list.length) for (const form of list) found.add(form);
    list = [];
  };
  for (const form of forms) {
    const before = list.at(-1);
    const isNext =
      before !== undefined &&
      form.firstToken - before.endToken <= 2 &&
      tokens
        .slice(before.endToken, form.firstToken)
        .every(({ text }) => text === "," || text === "and" || text === "or");
    if (!isNext) close();
    list.push(form);
  }
  close();
  return found;
}

/** A name that turns out to be a person's loses the titles that it begins with. */
function withoutTitle(annotated: AnnotatedReport, form: NameForm): NameForm {
  const { tokens } = annotated;
  let { firstToken } = form;
  while (firstToken < form.endToken - 1 && isTitleWord(tokens[firstToken]!.text)) firstToken++;
  const words = tokens.slice(firstToken, form.endToken).map((token) => token.text);
  return { ...form, firstToken, kind: "person", key: nameKey(words) };
}

function addMentionVotes(annotated: AnnotatedReport, form: NameForm, votes: Votes): void {
  const { tokens, sentenceOf } = annotated;
  const isLone = form.endToken - form.firstToken === 1;
  if (form.kind === "person" && isLone) votes.person = Math.max(votes.person, 0.45);
  else if (form.kind === "place" && isLone) votes.place = Math.max(votes.place, 0.5);
  else votes[form.kind] += form.kind === "other" ? 0.3 : 1;
  if (form.addressed) votes.person += 10;
  const before = tokens[form.titleToken - 1];
  const isSame = before !== undefined && sentenceOf[form.titleToken - 1] === sentenceOf[form.firstToken];
  if (form.titleToken < form.firstToken) votes.person += 1.5;
  if (speaksOfItself(annotated, form)) votes.organisation += 2;
  if (!isSame) return;
  const word = bareWord(before.text);
  if (ROLE_NOUNS.has(word)) votes.person += 2;
  else if (before.text === "," && ROLE_NOUNS.has(bareWord(tokens[form.titleToken - 2]?.text ?? ""))) votes.person += 1;
  else if (/^(?:in|at|near|from|outside|around|to)$/i.test(word)) votes.place += 0.3;
  else if (hasStaff(annotated, form)) votes.organisation += 3;
  else if (before.text === "," && form.kind === "place") votes.place += 0.3;
  else if (
    /^(?:group|company|firm|agency|newspaper|organisation|organization|party|union|charity|network|broadcaster)$/.test(
      word,
    )
  ) {
    votes.organisation += 2;
  }
}

/** "a spokesman for Marl Water", "the chief executive of Open Lathe": people speak for people too, whose given names tell. */
function hasStaff({ tokens }: AnnotatedReport, { titleToken, firstToken, endToken }: NameForm): boolean {
  if (titleToken < firstToken || endToken - firstToken < 2 || isGivenName(bareWord(tokens[firstToken]!.text)))
    return false;
  const noun = tokens[titleToken - 2]?.text ?? "";
  return /^(?:of|for|at|with)$/i.test(tokens[titleToken - 1]?.text ?? "") && STAFF.test(noun);
}

const STAFF =
  /^(?:spokes(?:man|woman|person|people)|executive|chair(?:man|woman)?|treasurer|staff|employees?|workers|shareholders|investors|directors)$/i;

/** "Calder Reach said it never asked": people are not "it". */
function speaksOfItself(
  { tokens, heads, deprels, upos, lemmas }: AnnotatedReport,
  { firstToken, endToken }: NameForm,
): boolean {
  let verb = endToken;
  while (upos[verb] === "AUX" || upos[verb] === "ADV") verb++;
  if (upos[verb] !== "VERB") return false;
  const subject = tokens
    .slice(firstToken, endToken)
    .some((_, i) => heads[firstToken + i] === verb && deprels[firstToken + i] === "nsubj");
  const next = tokens[verb + 1]?.text.toLowerCase() === "that" ? verb + 2 : verb + 1;
  // "said it was unfair that …", "said it rained": an "it" that stands for nothing.
  const above = heads[next] ?? -1;
  if (!subject || tokens[next]?.text !== "it" || deprels[next] === "expl" || above <= next) return false;
  return upos[above] === "VERB" && !OF_THINGS.has(lemmas[above]!);
}

/** What "it" does where it stands for a thing or for nothing. */
const OF_THINGS: ReadonlySet<string> = new Set(
  `take seem appear happen mean come feel look sound make turn depend matter remain cost help hurt work start begin stop
  rain snow last go become show`.split(/\s+/),
);

function addWordVotes(key: string, votes: Votes): void {
  const words = key.split(" ");
  const first = words[0]!;
  const last = words.at(-1)!;
  const opensPerson = isGivenName(first);
  if (KNOWN_PLACES.has(key)) votes.place += 2;
  if (words.length === 1) {
    if (opensPerson) votes.person += KNOWN_PLACES.has(key) ? 0.1 : 0.8;
    if (/\p{L}(?:news|times|post|tv|press|radio)$/u.test(first)) votes.organisation += 1.2;
    return;
  }
  if (LAW_LAST_WORDS.has(last)) votes.other += 4;
  if (opensPerson && words.length < 3) votes.person += 2;
  else if (opensPerson && !BODY_LAST_WORDS.has(last) && !PLACE_LAST_WORDS.has(last)) votes.person += 2;
  else if (BODY_LAST_WORDS.has(last)) votes.organisation += 3;
  else if (PLACE_LAST_WORDS.has(last)) votes.place += 1.5;
}

function strongest(votes: Votes): NameKind {
  let best: NameKind = "other";
  for (const kind of ["person", "organisation", "place"] as const) {
    if (votes[kind] >= LEAST_VOTE && votes[kind] > votes[best]) best = kind;
  }
  return best;
}
