import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OnrecordError } from "../errors.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { readDocument } from "./read-document.ts";

const WORDS = "Café “naïve” £5 — the mayor’s élan. ";
const bytes = (text: string) => new TextEncoder().encode(text);

describe("decodeBytes(bytes, {contentType})", () => {
  it("reads undeclared UTF-8, UTF-16 with and without its mark, and windows-1252", () => {
    expect(decodeBytes(bytes(WORDS))).toEqual({ text: WORDS, encoding: "utf-8", diagnostics: [] });
    expect(decodeBytes(bytes(`\ufeff${WORDS}`)).text).toBe(WORDS);
    expect(decodeBytes(utf16(`\ufeff${WORDS}`))).toMatchObject({ text: WORDS, encoding: "utf-16le" });
    expect(decodeBytes(utf16(WORDS))).toMatchObject({ text: WORDS, encoding: "utf-16le" });
    expect(decodeBytes(windows1252(WORDS))).toMatchObject({ text: WORDS, encoding: "windows-1252" });
  });

  it("believes the header and the meta element", () => {
    const cyrillic = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    expect(decodeBytes(cyrillic, { contentType: "text/html; charset=windows-1251" }).text).toBe("Привет");
    const meta = Uint8Array.from([...bytes('<meta charset="windows-1251">'), ...cyrillic]);
    expect(decodeBytes(meta).text).toContain("Привет");
  });

  it("overrules a declaration that the bytes contradict, and says so", () => {
    const latin = { contentType: "text/plain; charset=iso-8859-1" };
    expect(decodeBytes(bytes(WORDS), latin)).toMatchObject({ text: WORDS, diagnostics: [{ code: "wrong-encoding" }] });
    const utf8 = { contentType: "text/plain; charset=utf-8" };
    expect(decodeBytes(windows1252(WORDS), utf8)).toMatchObject({
      text: WORDS,
      diagnostics: [{ code: "wrong-encoding" }],
    });
  });

  it("keeps text with a few broken bytes or NULs, and says so", () => {
    const broken = Uint8Array.from([...bytes(WORDS.repeat(5)), 0xff, ...bytes(WORDS)]);
    expect(decodeBytes(broken).diagnostics.map((one) => one.code)).toEqual(["undecodable-characters"]);
    const nulls = decodeBytes(bytes(`The council\0 met on Monday and it voted.\0 ${WORDS}`));
    expect(nulls.text).toBe(`The council met on Monday and it voted. ${WORDS}`);
    expect(nulls.diagnostics.map((one) => one.code)).toEqual(["null-characters"]);
  });

  it("ignores an encoding that it does not know", () => {
    expect(decodeBytes(bytes(WORDS), { contentType: "text/plain; charset=klingon" }).text).toBe(WORDS);
  });

  it("throws empty for nothing and for blanks", () => {
    for (const nothing of ["", " \n\t\u00a0", "\ufeff"]) {
      expect(() => decodeBytes(bytes(nothing))).toThrow(expect.objectContaining({ code: "empty" }));
    }
  });

  it("throws binary for what is no text", () => {
    const random = Uint8Array.from({ length: 2000 }, (_, index) => (index * 7919) % 256);
    for (const binary of [
      bytes("%PDF-1.7 x"),
      Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]),
      random,
      new Uint8Array(500),
    ]) {
      expect(() => decodeBytes(binary)).toThrow(expect.objectContaining({ code: "binary" }));
    }
  });
});

describe("readDocument(bytes, options)", () => {
  it("comes to an end on a text that opens with comments without end", () => {
    const text = `${"<!-- a -->".repeat(300)}<zzz>The bridge was shut.`;
    expect(readDocument(bytes(text)).text).toContain("The bridge was shut.");
  });

  it("tells pages from text by their start or media type", () => {
    const html = "<!-- saved --><p>The council met on Monday.</p>";
    expect(readDocument(bytes(html)).text).toBe("The council met on Monday.");
    expect(readDocument(bytes("<i>The council</i> met."), { mediaType: "text/html" }).text).toBe("The council met.");
    expect(readDocument(bytes("<p> is a tag, she said."), { format: "text" }).text).toBe("<p> is a tag, she said.");
    expect(readDocument(bytes("The <p> tag is old."), {}).text).toBe("The <p> tag is old.");
  });

  it("passes on what the caller knows", () => {
    const report = readDocument(bytes("The council met."), {
      outlet: "Mercury",
      publishedAt: "2031-05-03",
      language: "en",
    });
    expect(report).toMatchObject({ outlet: "Mercury", publishedAt: "2031-05-03", language: "en" });
  });

  it("puts what was odd about the bytes before what was odd about the text", () => {
    const report = readDocument(bytes("The council\0 met on Monday, and nobody at all spoke."));
    expect(report.diagnostics.map((one) => one.code)).toEqual(["null-characters"]);
  });

  it("refuses what is over the limit before it reads it", () => {
    expect(() => readDocument(bytes("The council met."), { maxBytes: 5 })).toThrow(
      expect.objectContaining({ code: "too-large" }),
    );
    expect(() => readDocument(new Uint8Array(100_000_000))).toThrow(expect.objectContaining({ code: "too-large" }));
  });

  it("reads or refuses any bytes, and never fails otherwise", () => {
    const markup = fc
      .array(
        fc.constantFrom(
          "<p>",
          "</p>",
          "<div class='related'>",
          "<script>",
          "<!--",
          "-->",
          "&amp;",
          "&#x",
          "<br>",
          "<b",
          '"',
          ">",
          "The council met. ",
          "\0",
          "<a href=x>",
          "</a>",
          "<table><tr>",
          "<svg/>",
          "<title>",
          "<template>",
        ),
        { maxLength: 60 },
      )
      .map((pieces) => bytes(`<html>${pieces.join("")}`));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), markup), (input) => {
        try {
          const report = readDocument(input);
          for (const span of report.paragraphs)
            expect(span.end > span.start && span.end <= report.text.length).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(OnrecordError);
        }
      }),
      { numRuns: 400 },
    );
  });
});

function utf16(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8]));
}

function windows1252(text: string): Uint8Array {
  const high: Record<string, number> = { "“": 0x93, "”": 0x94, "’": 0x92, "—": 0x97 };
  return Uint8Array.from([...text].map((char) => high[char] ?? char.charCodeAt(0)));
}
