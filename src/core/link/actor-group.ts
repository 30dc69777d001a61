import type { Gender } from "../lexicons/titles.ts";
import type { Actor, ActorKind } from "../record/record.ts";
import type { StorySource } from "./story-reports.ts";

/** An actor of one report with the names it is called by there; descriptions and pronouns are no names. */
export interface ActorMember {
  readonly source: StorySource;
  readonly actor: Actor;
  /** Comparison form → as written. */
  readonly names: ReadonlyMap<string, string>;
  /** What forms of address tell: "Mrs Pell". */
  readonly genders: ReadonlySet<Gender>;
}

/** One actor of the story. The first member is the earliest. */
export interface ActorGroup {
  readonly members: { readonly member: ActorMember; readonly reason: string }[];
  readonly reports: Set<string>;
  readonly names: Map<string, string>;
  readonly genders: Set<Gender>;
  readonly kind: ActorKind;
}
