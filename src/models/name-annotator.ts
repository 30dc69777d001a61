import type { SentenceName, SentenceSyntax } from "../core/annotate/layers.ts";
import type { LinearScorer } from "./linear-scorer.ts";
import { BEGIN, findNames, NAME_KINDS, type NameLists, nameContext, SINGLE } from "./name-finder.ts";
import type { NameAnnotator } from "./sentence-annotators.ts";
import { wordFeatures } from "./word-features.ts";

export interface NameModel {
  /** "UPOS|XPOS", in the order that the finder was trained with. */
  readonly tags: readonly string[];
  readonly lists: NameLists;
  readonly finder: LinearScorer;
}

export function createNameAnnotator(name: string, model: NameModel): NameAnnotator {
  const idsByXpos = new Map<string, Map<string, number>>();
  model.tags.forEach((tag, id) => {
    const bar = tag.indexOf("|");
    const xpos = tag.slice(bar + 1);
    const ids = idsByXpos.get(xpos) ?? new Map<string, number>();
    idsByXpos.set(xpos, ids.set(tag.slice(0, bar), id));
  });
  const namesIn = (words: readonly string[], syntax: SentenceSyntax) => {
    const tags = new Int32Array(words.length);
    for (let i = 0; i < words.length; i++) tags[i] = idsByXpos.get(syntax.xpos[i]!)?.get(syntax.upos[i]!) ?? -1;
    return namesOf(findNames(nameContext(wordFeatures(words), tags, model.lists), model.finder));
  };
  return { name, annotateNames: (sentences, syntax) => sentences.map((words, i) => namesIn(words, syntax[i]!)) };
}

/** The names that a sequence of classes spells, in text order. */
export function namesOf(classes: Int32Array): SentenceName[] {
  const names: SentenceName[] = [];
  let firstToken = -1;
  classes.forEach((cls, i) => {
    if (cls === 0) return;
    const part = (cls - 1) & 3;
    if (part === BEGIN || part === SINGLE) firstToken = i;
    if (part >= 2) names.push({ firstToken, endToken: i + 1, kind: NAME_KINDS[(cls - 1) >> 2]! });
  });
  return names;
}
