import { IRREGULAR_PASTS } from "../core/lexicons/irregular-verbs.ts";
import { isKnownVerb } from "../core/lexicons/known-verbs.ts";

/** Lemmas seen in training, and endings to replace where a word was not seen. */
export interface LemmaTable {
  /** `tag` → lower-case form → lemma, only where the rules would go wrong. */
  readonly exceptions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** `tag` → rules "ending>replacement", longest ending first. */
  readonly rules: Readonly<Record<string, readonly string[]>>;
}

/** Forms whose lemmas are remembered for each tag; a report has some hundred. */
const MOST_REMEMBERED = 4096;

export class Lemmatizer {
  private readonly exceptions = new Map<string, Map<string, string>>();
  private readonly rules = new Map<string, { readonly byEnding: Map<string, string>; readonly longest: number }>();

  private readonly remembered = new Map<string, Map<string, string>>();

  constructor(table: LemmaTable) {
    for (const [tag, entries] of Object.entries(table.exceptions)) {
      this.exceptions.set(tag, new Map(Object.entries(entries)));
    }
    for (const [tag, list] of Object.entries(table.rules)) {
      const byEnding = new Map<string, string>();
      let longest = 0;
      for (const rule of list) {
        const [ending, replacement] = rule.split(">");
        byEnding.set(ending!, replacement!);
        longest = Math.max(longest, ending!.length);
      }
      this.rules.set(tag, { byEnding, longest });
    }
  }

  /** Names keep their capitals; everything else is lower-cased. `tag` is "UPOS|XPOS". */
  lemmaOf(form: string, tag: string): string {
    let known = this.remembered.get(tag);
    if (known === undefined || known.size >= MOST_REMEMBERED) {
      known = new Map();
      this.remembered.set(tag, known);
    }
    let lemma = known.get(form);
    if (lemma === undefined) {
      lemma = irregularBaseOf(form, tag) ?? this.makeLemma(form, tag);
      if (tag.startsWith("VERB") && !isKnownVerb(lemma)) lemma = knownBaseOf(form.toLowerCase()) ?? lemma;
      known.set(form, lemma);
    }
    return lemma;
  }

  private makeLemma(form: string, tag: string): string {
    const isName = tag.startsWith("PROPN");
    const lower = form.toLowerCase().replace(/[’‘]/g, "'");
    const known = this.exceptions.get(tag)?.get(lower);
    if (known !== undefined) return known;
    const base = isName ? form : lower;
    const rules = this.rules.get(tag);
    if (rules === undefined) return base;
    for (let size = Math.min(rules.longest, lower.length); size >= 0; size--) {
      const replacement = rules.byEnding.get(lower.slice(lower.length - size));
      if (replacement !== undefined) return base.slice(0, base.length - size) + replacement;
    }
    return base;
  }
}

/** Endings of inflected verbs, and what the base has in their place; the surer first ("ruled" of "rule", "raided" of "raid"). */
const DETACHMENTS: readonly (readonly [ending: RegExp, base: string])[] = [
  [/i(?:ed|es)$/, "y"],
  [/ying$/, "ie"],
  [/(?:ed|ing)$/, "e"],
  [/s$/, ""],
  [/(?:ed|ing|es)$/, ""],
  [/([bdgklmnprtv])\1(?:ed|ing)$/, "$1"],
];

/**
 * The known verb that a form belongs to, by the detachment of regular endings (after WordNet's morphy). The learnt rules
 * guess at endings ("ruled" of "rul"), and a verb that rules look up by its base would be passed over.
 */
function knownBaseOf(form: string): string | null {
  for (const [ending, base] of DETACHMENTS) {
    if (!ending.test(form)) continue;
    const candidate = form.replace(ending, base);
    if (isKnownVerb(candidate)) return candidate;
  }
  return null;
}

/** "shot" of "shoot", "upheld" of "uphold": learnt endings cannot tell. */
function irregularBaseOf(form: string, tag: string): string | undefined {
  return tag === "VERB|VBD" || tag === "VERB|VBN" ? IRREGULAR_PASTS.get(form.toLowerCase()) : undefined;
}
