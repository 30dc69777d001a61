import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder for copies of a model folder that tests damage; it goes when the file's tests are done. */
export function modelCopies(shipped: string) {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-model-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    copyWith(change: (path: string) => void): string {
      const copy = mkdtempSync(join(folder, "copy-"));
      cpSync(shipped, copy, { recursive: true });
      change(copy);
      return copy;
    },
  };
}

/** What an action throws, or null. */
export function failureOf(action: () => unknown): unknown {
  try {
    action();
    return null;
  } catch (error) {
    return error;
  }
}
