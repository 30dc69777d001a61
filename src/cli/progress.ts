import type { AddProgress } from "../operations/operations.ts";
import type { CliEffects } from "./effects.ts";
import { printable, shorten } from "./layout.ts";

export interface Progress {
  readonly show: (progress: AddProgress) => void;
  readonly clear: () => void;
}

const EVERY_MS = 100;

/** One line on standard error that is written over; nothing where that is no terminal. */
export function makeProgress(effects: CliEffects): Progress {
  if (!effects.errorIsTerminal) return { show: () => {}, clear: () => {} };
  let last = Number.NEGATIVE_INFINITY;
  let shown = false;
  return {
    show: ({ done, total, current }) => {
      const now = performance.now();
      if (now - last < EVERY_MS && done !== total) return;
      last = now;
      shown = true;
      const line = `${total === null ? done : `${done} of ${total}`}  ${shorten(printable(current), Math.max(20, effects.columns - 24))}`;
      effects.writeError(`\r\x1b[2K${line}`);
    },
    clear: () => {
      if (shown) effects.writeError("\r\x1b[2K");
    },
  };
}
