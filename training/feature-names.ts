import type { FeatureSink } from "../src/core/extract/feature-weights.ts";

/** Puts features' names together ("lk:tell:clause:of"), as the tables of weights have them. */
export class FeatureNames implements FeatureSink {
  readonly names: string[] = [];
  private readonly templates: readonly string[];
  /** Number 0 stands for no word. */
  private readonly words: string[] = [""];

  constructor(templates: { readonly [name: string]: number }) {
    this.templates = Object.keys(templates).sort((a, b) => templates[a]! - templates[b]!);
  }

  word(text: string): number {
    return this.words.push(text) - 1;
  }

  add(template: number, ...words: number[]): void {
    const given = words.filter((word) => word > 0).map((word) => this.words[word]!);
    this.names.push([this.templates[template - 1]!, ...given].join(":"));
  }
}
