import type { Gender } from "../lexicons/titles.ts";
import type { ActorKind } from "../record/record.ts";
import type { Span } from "../text/span.ts";

/** Whoever or whatever a report speaks of, while it is being read. Not all of them become actors. */
export interface Referent {
  readonly index: number;
  /** "individual" and "body" are described but not named; "things" are several. */
  kind: ActorKind | "individual" | "body" | "other" | "document" | "thing" | "things";
  /** True when the report calls it by a name. */
  named: boolean;
  gender: Gender | null;
  /** Singular nouns said of it, lower case: "mayor", "union", "organiser". */
  readonly descriptors: Set<string>;
  /** Nouns that were taken to mean it ("the company"), for good or ill. */
  readonly called: Set<string>;
  /** Words of a description that took the place of a name ("scottish government"), lower case. */
  readonly words: Set<string>;
  /** Names as written, longest first once all are known. */
  readonly forms: Set<string>;
  name: string;
  readonly roles: { readonly title: string; readonly of: string | null; readonly span: Span }[];
  readonly mentions: (Span & { readonly form: "name" | "nominal" | "pronoun" })[];
  /** Of a document: tokens that name who wrote it and who it went to, or -1. */
  author: number;
  recipient: number;
  /** Of people named side by side ("Smith and Jones"): each of them. */
  members: readonly Referent[];
}

/** What a phrase stands for. */
export type Reference =
  | { readonly kind: "referent"; readonly referent: Referent }
  | { readonly kind: "ambiguous"; readonly referents: readonly Referent[] }
  | { readonly kind: "unnamed"; readonly description: string };

export function makeReferent(index: number, kind: Referent["kind"], name: string, named: boolean): Referent {
  return {
    index,
    kind,
    named,
    gender: null,
    descriptors: new Set(),
    called: new Set(),
    words: new Set(),
    forms: new Set(),
    name,
    roles: [],
    mentions: [],
    author: -1,
    recipient: -1,
    members: [],
  };
}
