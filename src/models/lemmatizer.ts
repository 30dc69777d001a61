/** Lemmas seen in training, and endings to replace where a word was not seen. */
export interface LemmaTable {
  /** `tag` → lower-case form → lemma, only where the rules would go wrong. */
  readonly exceptions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** `tag` → rules "ending>replacement", longest ending first. */
  readonly rules: Readonly<Record<string, readonly string[]>>;
}

export class Lemmatizer {
  private readonly exceptions = new Map<string, Map<string, string>>();
  private readonly rules = new Map<string, Map<string, string>>();
  private longest = 0;

  constructor(table: LemmaTable) {
    for (const [tag, entries] of Object.entries(table.exceptions)) {
      this.exceptions.set(tag, new Map(Object.entries(entries)));
    }
    for (const [tag, list] of Object.entries(table.rules)) {
      const rules = new Map<string, string>();
      for (const rule of list) {
        const [ending, replacement] = rule.split(">");
        rules.set(ending!, replacement!);
        this.longest = Math.max(this.longest, ending!.length);
      }
      this.rules.set(tag, rules);
    }
  }

  /** Names keep their capitals; everything else is lower-cased. `tag` is "UPOS|XPOS". */
  lemmaOf(form: string, tag: string): string {
    const isName = tag.startsWith("PROPN");
    const lower = form.toLowerCase().replace(/[’‘]/g, "'");
    const known = this.exceptions.get(tag)?.get(lower);
    if (known !== undefined) return known;
    const base = isName ? form : lower;
    const rules = this.rules.get(tag);
    if (rules === undefined) return base;
    for (let size = Math.min(this.longest, lower.length); size >= 0; size--) {
      const replacement = rules.get(lower.slice(lower.length - size));
      if (replacement !== undefined) return base.slice(0, base.length - size) + replacement;
    }
    return base;
  }
}
