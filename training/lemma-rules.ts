import { type LemmaTable, Lemmatizer } from "../src/models/lemmatizer.ts";
import type { TreeSentence } from "./conllu.ts";

const LONGEST_ENDING = 5;

/**
 * Learns, for each tag, the endings whose replacement is right more often than that of any shorter ending, then lists
 * the seen words that those rules still get wrong.
 */
export function learnLemmas(sentences: readonly TreeSentence[], minimumCount: number): LemmaTable {
  const pairs = countPairs(sentences);
  const rules: Record<string, string[]> = {};
  for (const [tag, forms] of pairs) rules[tag] = rulesOf(tag, forms, minimumCount);
  const lemmatizer = new Lemmatizer({ exceptions: {}, rules });
  const exceptions: Record<string, Record<string, string>> = {};
  for (const [tag, forms] of pairs) {
    const wrong: Record<string, string> = {};
    for (const [lower, entry] of forms) {
      if (lemmatizer.lemmaOf(entry.form, tag) !== entry.lemma && (entry.count > 1 || !tag.startsWith("PROPN"))) {
        wrong[lower] = entry.lemma;
      }
    }
    if (Object.keys(wrong).length > 0) exceptions[tag] = wrong;
  }
  return { exceptions, rules };
}

interface Entry {
  readonly form: string;
  readonly lemma: string;
  readonly count: number;
}

function countPairs(sentences: readonly TreeSentence[]): Map<string, Map<string, Entry>> {
  const counts = new Map<string, Map<string, Map<string, number>>>();
  for (const sentence of sentences) {
    sentence.words.forEach((form, i) => {
      if (sentence.deprels[i] === "goeswith" || sentence.lemmas[i] === "_") return;
      const tag = `${sentence.upos[i]}|${sentence.xpos[i]}`;
      const lower = form.toLowerCase().replace(/[’‘]/g, "'");
      const byForm = counts.get(tag) ?? new Map<string, Map<string, number>>();
      const byLemma = byForm.get(lower) ?? new Map<string, number>();
      const key = `${form}\t${sentence.lemmas[i]}`;
      byLemma.set(key, (byLemma.get(key) ?? 0) + 1);
      byForm.set(lower, byLemma);
      counts.set(tag, byForm);
    });
  }
  const result = new Map<string, Map<string, Entry>>();
  for (const [tag, byForm] of counts) {
    const forms = new Map<string, Entry>();
    for (const [lower, byLemma] of byForm) {
      const [key, count] = [...byLemma].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
      const [form, lemma] = key.split("\t");
      forms.set(lower, { form: form!, lemma: lemma!, count });
    }
    result.set(tag, forms);
  }
  return result;
}

function rulesOf(tag: string, forms: ReadonlyMap<string, Entry>, minimumCount: number): string[] {
  const isName = tag.startsWith("PROPN");
  const votes = new Map<string, Map<string, number>>();
  for (const [lower, { form, lemma }] of forms) {
    const base = isName ? form : lower;
    let shared = 0;
    while (shared < base.length && shared < lemma.length && base[shared] === lemma[shared]) shared++;
    for (let size = base.length - shared; size <= Math.min(LONGEST_ENDING, base.length); size++) {
      const ending = lower.slice(lower.length - size);
      const replacement = lemma.slice(base.length - size);
      const byReplacement = votes.get(ending) ?? new Map<string, number>();
      byReplacement.set(replacement, (byReplacement.get(replacement) ?? 0) + 1);
      votes.set(ending, byReplacement);
    }
  }
  const chosen = new Map<string, string>();
  const endings = [...votes.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (const ending of endings) {
    const [replacement, count] = [...votes.get(ending)!].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
    if (count < minimumCount && ending.length > 0) continue;
    if (ending.length > 0 && inherited(chosen, ending) === replacement) continue;
    if (ending.length > 0 && replacement === ending && inherited(chosen, ending) === undefined) continue;
    chosen.set(ending, replacement);
  }
  return [...chosen].map(([ending, replacement]) => `${ending}>${replacement}`).sort();
}

/** What the rules chosen so far would put in place of `ending`. */
function inherited(chosen: ReadonlyMap<string, string>, ending: string): string | undefined {
  for (let from = 1; from <= ending.length; from++) {
    const replacement = chosen.get(ending.slice(from));
    if (replacement !== undefined) return ending.slice(0, from) + replacement;
  }
  return undefined;
}
