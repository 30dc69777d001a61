import type { Diagnostic } from "../../core/text/diagnostic.ts";
import { OnrecordError } from "../../errors.ts";
import { readZipFile } from "../archives/zip.ts";
import { decodeXml } from "../xml/decode-xml.ts";
import { scanXml } from "../xml/scan-xml.ts";
import type { FormatReader, ReportInput } from "./format.ts";

const MAX_DOCUMENT_BYTES = 50_000_000;
/** How a ZIP begins, and what only the ZIP of a Word document holds. */
const ZIP = "PK\x03\x04";
/** Words that are not the document's: struck out, fields' formulas, the second copy of a drawing for old programs. */
const LEFT_OUT = new Set(["del", "movefrom", "instrtext", "deltext", "fallback"]);
/** What starts a new block of text. */
const BLOCKS = new Set(["p", "br", "cr"]);

/** Word documents since 2007 (Office Open XML): the paragraphs of the main text, tables row by row. */
export const DOCX: FormatReader = {
  name: "Word",
  mediaTypes: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  recognises: ({ latin }) => latin.startsWith(ZIP) && /word\/|\[Content_Types\]\.xml/.test(latin),
  read: readDocx,
};

async function readDocx(bytes: Uint8Array): Promise<ReportInput> {
  const main = await readZipFile(bytes, "word/document.xml", MAX_DOCUMENT_BYTES);
  if (main === null) {
    throw new OnrecordError("unreadable", "The file is an Office document, but not one of Word.", {
      next: "Save it as text or PDF and give that.",
    });
  }
  const { text, diagnostics } = decodeXml(main, "text/xml; charset=utf-8");
  const { paragraphs, title, deleted } = readParagraphs(text);
  if (paragraphs.length === 0) throw new OnrecordError("no-text", "The document holds no text.");
  const found: Diagnostic[] = [...diagnostics];
  if (deleted > 0) {
    const message = "The document tracks changes; what is struck out was not read.";
    found.push({ code: "tracked-changes", span: null, message });
  }
  return {
    text: paragraphs.join("\n\n"),
    as: "text",
    fields: title === null ? {} : { headline: title },
    diagnostics: found,
  };
}

function readParagraphs(xml: string): { paragraphs: string[]; title: string | null; deleted: number } {
  const paragraphs: string[] = [];
  let words: string[] = [];
  let leftOut = 0;
  let deleted = 0;
  let isText = false;
  let rows = 0;
  let isTitle = false;
  let title: string | null = null;
  const flush = () => {
    const paragraph = words
      .join("")
      .replace(/[ \t\u00a0]+/g, " ")
      .trim();
    words = [];
    if (paragraph === "") return;
    paragraphs.push(paragraph);
    if (isTitle) title ??= paragraph;
  };
  // The cells of a row are one line.
  const endBlock = () => {
    if (rows === 0) flush();
    else words.push(" ");
  };
  scanXml(xml, {
    open: (name, attributes) => {
      if (LEFT_OUT.has(name)) {
        leftOut++;
        if (name === "del" || name === "movefrom") deleted++;
      }
      if (leftOut > 0) return;
      if (name === "tr" && rows++ === 0) flush();
      if (BLOCKS.has(name)) endBlock();
      if (name === "p") isTitle = false;
      if (name === "pstyle" && /^title$/i.test(attributes["w:val"] ?? "")) isTitle = true;
      if (name === "tab" && words.length > 0) words.push(" ");
      if (name === "tc" && words.length > 0) words.push("| ");
      if (name === "t") isText = true;
    },
    text: (text) => {
      if (isText && leftOut === 0) words.push(text);
    },
    close: (name) => {
      if (LEFT_OUT.has(name)) leftOut--;
      else if (name === "t") isText = false;
      else if (name === "p" && leftOut === 0) endBlock();
      else if (name === "tr" && leftOut === 0 && --rows === 0) flush();
    },
  });
  flush();
  return { paragraphs, title, deleted };
}
