import type { Commit } from "../store/store.ts";
import type { AddSummary } from "./operations.ts";

interface Failure {
  readonly code: string;
  readonly message: string;
  readonly next?: string | null;
}

/** Counts what became of each input, and keeps the reason of each that was left out. */
export class Tally {
  readonly #counts = { added: 0, revised: 0, quiet: 0, unchanged: 0, unread: 0 };
  readonly #failed: AddSummary["failed"][number][] = [];
  readonly #passedOver = new Map<string, { reason: string; count: number; example: string }>();
  readonly #warnings: { input: string; code: string; message: string }[] = [];
  readonly #stories = new Set<string>();

  /** Inputs that are done with, but for those that were passed over. */
  get done(): number {
    const { added, revised, quiet, unchanged } = this.#counts;
    return added + revised + quiet + unchanged + this.#failed.length;
  }

  addCommit(commit: Commit, unread: boolean): void {
    this.#counts[commit.kind === "updated" ? "revised" : commit.kind]++;
    if (unread && (commit.kind === "added" || commit.kind === "revised")) this.#counts.unread++;
    this.#stories.add(commit.story);
  }

  addKnown(story: string): void {
    this.#counts.unchanged++;
    this.#stories.add(story);
  }

  addFailed(input: string, { code, message, next = null }: Failure): void {
    this.#failed.push({ input, code, message, next });
  }

  addPassedOver(input: string, reason: string): void {
    const kind = this.#passedOver.get(reason) ?? { reason, count: 0, example: input };
    kind.count++;
    this.#passedOver.set(reason, kind);
  }

  addWarning(input: string, code: string, message: string): void {
    this.#warnings.push({ input, code, message });
  }

  summary(): AddSummary {
    const passedOver = [...this.#passedOver.values()];
    return { ...this.#counts, failed: this.#failed, warnings: this.#warnings, passedOver, stories: [...this.#stories] };
  }
}
