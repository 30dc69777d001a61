import type { EventType } from "../../core/annotate/event-type.ts";
import type { NameKind, Upos } from "../../core/annotate/layers.ts";
import type { Medium, StatementAct } from "../../core/annotate/speech.ts";

/** What the numbers of the model's answers mean, in their order; written by `training/reader/export.py`. */
export interface ReaderLabels {
  readonly upos: readonly Upos[];
  readonly xpos: readonly string[];
  readonly relations: readonly string[];
  /** "O", then "B-" and "I-" of each kind of name. */
  readonly names: readonly ("O" | `B-${NameKind}` | `I-${NameKind}`)[];
  /** "O", then "I" for further words of an event, then the type of its first word. */
  readonly events: readonly ("O" | "I" | EventType)[];
  /** The first stands for "opens no cue" and is not used. */
  readonly acts: readonly StatementAct[];
  readonly media: readonly (Medium | null)[];
  /** Longest window in word pieces. */
  readonly windowPieces: number;
}
