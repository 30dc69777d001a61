import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

interface TextCase {
  readonly title: string;
  readonly text: string;
  readonly expected: string;
}

type Render = (text: string, title: string) => readonly string[] | Promise<readonly string[]>;

/**
 * Runs a file of annotated texts (`test/fixtures/<task>/<topic>.txt`). A case is `# title`, the text, `==>`, and one
 * line per expected annotation, `(nothing)` when none. `UPDATE_FIXTURES=1 npm test` rewrites the expectations.
 *
 * `render` gives one line per annotation of the text, in text order.
 */
export function testTextCases(fixture: string, render: Render): void {
  const path = fileURLToPath(new URL(`fixtures/${fixture}`, import.meta.url));
  const cases = parseCases(readFileSync(path, "utf8"), fixture);
  describe(fixture, () => {
    if (process.env["UPDATE_FIXTURES"]) {
      it("is rewritten", async () => {
        const lines = await Promise.all(cases.map((one) => renderLines(one, render)));
        writeFileSync(path, cases.map((one, i) => formatCase(one, lines[i]!)).join("\n"));
      });
      return;
    }
    it.each(cases.map((one) => [one.title, one] as const))("%s", async (_title, one) => {
      expect(await renderLines(one, render)).toBe(one.expected);
    });
  });
}

async function renderLines(one: TextCase, render: Render): Promise<string> {
  const lines = await render(one.text, one.title);
  return lines.length === 0 ? "(nothing)" : lines.join("\n");
}

function parseCases(source: string, fixture: string): TextCase[] {
  return source
    .split(/^# /m)
    .slice(1)
    .map((block) => {
      const titleEnd = block.indexOf("\n");
      const arrow = block.indexOf("\n==>\n");
      if (arrow < 0) throw new RangeError(`${fixture}: the case "${block.slice(0, titleEnd)}" has no ==> line`);
      return {
        title: block.slice(0, titleEnd).trim(),
        text: block.slice(titleEnd + 1, arrow),
        expected: block.slice(arrow + 5).trim(),
      };
    });
}

function formatCase(one: TextCase, lines: string): string {
  return `# ${one.title}\n${one.text}\n==>\n${lines}\n`;
}
