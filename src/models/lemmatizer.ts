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
      lemma = this.makeLemma(form, tag);
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
