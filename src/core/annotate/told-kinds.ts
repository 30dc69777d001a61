import { isGivenName } from "../lexicons/given-names.ts";
import { KIND_NOUNS } from "../lexicons/kind-nouns.ts";
import { KNOWN_PLACES } from "../lexicons/place-names.ts";
import { childrenOf } from "./children-of.ts";
import type { NameKind, SentenceLayers, SentenceName, WordSentence } from "./layers.ts";

/**
 * Gives names the kind that the report tells of them: a name that is called a band or a village in one place is one
 * wherever it stands. Where two kinds are told, of a band and its album of the same name, each place keeps its own and the
 * others take what is told more often, if anything is. Well-known places stay places ("Garland is a team").
 *
 * > | Nine Lanterns is a rock band …       … in Marl Hey, a suburb of Garland
 *     ^^^^^^^^^^^^^ organisation                ^^^^^^^^ place
 */
export function withToldKinds(sentences: readonly WordSentence[], layers: readonly SentenceLayers[]): SentenceLayers[] {
  const told = new Map<SentenceName, NameKind>();
  const counts = new Map<string, Map<NameKind, number>>();
  layers.forEach((layer, index) => {
    if (layer.names.length === 0) return;
    const { words } = sentences[index]!;
    const children = childrenOf(layer.syntax.heads);
    for (const name of layer.names) {
      const kind = toldKind(words, layer, children, name);
      const key = keyOf(words, name);
      if (kind === null || (kind !== "place" && KNOWN_PLACES.has(key.toLowerCase()))) continue;
      told.set(name, kind);
      const held = counts.get(key) ?? new Map<NameKind, number>();
      counts.set(key, held.set(kind, (held.get(kind) ?? 0) + 1));
    }
  });
  if (told.size === 0) return [...layers];
  return layers.map((layer, index) => ({
    ...layer,
    names: layer.names.map((name) => {
      const others = counts.get(keyOf(sentences[index]!.words, name));
      return others === undefined ? name : { ...name, kind: told.get(name) ?? mostTold(others) ?? name.kind };
    }),
  }));
}

/** Null where two are told equally often. */
function mostTold(counts: ReadonlyMap<NameKind, number>): NameKind | null {
  const [[kind, most], next] = [...counts].sort((a, b) => b[1] - a[1]) as [[NameKind, number], [NameKind, number]?];
  return next !== undefined && next[1] === most ? null : kind;
}

function keyOf(words: readonly string[], { firstToken, endToken }: SentenceName): string {
  return words.slice(firstToken, endToken).join(" ");
}

/** Words under each word. */
type Children = readonly (readonly number[])[];

/** The kind of the noun that the sentence calls the name by, if it is one that tells. */
function toldKind(
  words: readonly string[],
  layer: SentenceLayers,
  children: Children,
  name: SentenceName,
): NameKind | null {
  const { heads } = layer.syntax;
  const isInside = (word: number) => word >= name.firstToken && word < name.endToken;
  for (let word = name.firstToken; word < name.endToken; word++) {
    if (isInside(heads[word]!)) continue;
    const noun = called(words, layer, children, name, word);
    const kind = noun === null ? undefined : KIND_NOUNS.get(layer.syntax.lemmas[noun]!.toLowerCase());
    if (kind !== undefined) return kind;
  }
  return null;
}

/** The noun that the name with this head is called by. */
function called(
  words: readonly string[],
  { syntax }: SentenceLayers,
  children: Children,
  name: SentenceName,
  head: number,
): number | null {
  const { heads, deprels, lemmas, upos } = syntax;
  const related = (of: number, relation: string) => children[of]!.filter((word) => deprels[word] === relation);
  const isNoun = (word: number) => upos[word] === "NOUN" && /^\p{Ll}/u.test(words[word]!);
  const isOne = (noun: number) =>
    isNoun(noun) && related(noun, "det").some((word) => /^(?:an?|another)$/i.test(words[word]!));
  const above = heads[head]!;
  // "X is a band".
  if (deprels[head] === "nsubj" && above >= 0 && isOne(above)) {
    const isDenied = children[above]!.some((word) => /^(?:not|n[’']t|never)$/i.test(words[word]!));
    const isBe = related(above, "cop").some((word) => lemmas[word] === "be");
    // "was in a league of his own" is no league.
    return isBe && !isDenied && related(above, "case").length === 0 ? above : null;
  }
  // "Ann Ray of Milltech, a firm": parsers hang such a noun from the person.
  if (name.kind === "person" && name.endToken - name.firstToken > 1 && isGivenName(words[name.firstToken]!))
    return null;
  // "X, a band".
  const beside = related(head, "appos").find(isOne);
  if (beside !== undefined)
    return words[name.endToken] === "," && !words.slice(name.endToken + 1, beside).includes(",") ? beside : null;
  // "The firm, X, …".
  if (
    words[name.firstToken - 1] === "," &&
    deprels[head] === "appos" &&
    isNoun(above) &&
    words[above] === lemmas[above]
  ) {
    const isClosed = /^(?:[,.;:)–—]|--)$/.test(words[name.endToken] ?? ".");
    const isDefinite = children[above]!.some(
      (word) => deprels[word] === "nmod:poss" || (deprels[word] === "det" && /^the$/i.test(words[word]!)),
    );
    return above === name.firstToken - 2 && isClosed && isDefinite ? above : null;
  }
  // "the band X", "the novel “X”", "the village of X".
  let before = name.firstToken - 1;
  if (/^["“‘']$/.test(words[before] ?? "")) before--;
  const isOf = words[before] === "of" && heads[before] === head;
  if (isOf) before--;
  if (!isNoun(before) || words[before] !== lemmas[before]) return null;
  const kind = KIND_NOUNS.get(words[before]!);
  if (isOf) return kind === "place" && above === before ? before : null;
  return kind !== "place" && (above === before || heads[before] === head) ? before : null;
}
