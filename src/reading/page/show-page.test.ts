import { describe, expect, it } from "vitest";
import { readHtml } from "../read-html.ts";
import { showPage } from "./show-page.ts";

const TEXT =
  "The council of Lathemouth has shut the baths for the winter, and people were told of it on Monday evening.";
const PAGE = `<html><body><nav><ul><li>News</li><li>Sport</li></ul></nav>
<article><h1>Baths shut</h1><p>${TEXT}</p><p>${TEXT.replace("winter", "spring")}</p></article><footer>Imprint</footer></body></html>`;

describe("showPage(html, report, spans)", () => {
  it("marks where the report begins, once, and the words that are lit", () => {
    const report = readHtml(PAGE);
    const start = report.text.indexOf("shut the baths");
    const { html, lit } = showPage(PAGE, report, [{ start, end: start + 4 }]);
    expect(lit).toBe(1);
    expect(html.match(/id="report"/g)).toHaveLength(1);
    expect(html.indexOf('id="report"')).toBeGreaterThan(html.indexOf("Sport"));
    expect(html.indexOf('id="report"')).toBeLessThan(html.indexOf("council of"));
    expect(html).toContain('<mark id="lit">shut</mark>');
    expect(html).not.toMatch(/Imprint<\/span>/);
  });
});
