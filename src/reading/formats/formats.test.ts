import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { makeDocx, makePdf, makeZip, wordParagraph } from "../../../test/make-files.ts";
import { readFormat } from "./formats.ts";
import { checkPdfStreams } from "./pdf-streams.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("readFormat(bytes, mediaType)", () => {
  it("leaves text and pages to their own readers", async () => {
    for (const text of ["The ferry stopped.", "<!doctype html><p>The ferry stopped.", "From: the mayor\n\nA letter."]) {
      expect(await readFormat(bytes(text), "text/plain")).toBeNull();
    }
  });

  it("goes by the content before the name", async () => {
    const pdf = makePdf([["The ferry stopped on Monday."]]);
    expect(await readFormat(pdf, "text/plain")).toMatchObject({ as: "text", text: "The ferry stopped on Monday." });
    const mail = bytes("MIME-Version: 1.0\nFrom: Ada <a@post.example>\nSubject: Ferry\n\nThe ferry stopped.");
    expect(await readFormat(mail)).toMatchObject({ text: "The ferry stopped.", fields: { headline: "Ferry" } });
  });

  describe("of a PDF", () => {
    it("joins lines into paragraphs, and words that were divided", async () => {
      const pdf = makePdf([
        [
          "^Ferry to stop",
          "",
          "The harbour board said on Monday that the ferry will stop at mid-",
          "night, and that no other boat will sail before the govern-",
          "ment has answered.",
          "",
          "The union welcomed it.",
        ],
      ]);
      expect((await readFormat(pdf))?.text.split("\n\n")).toEqual([
        "Ferry to stop",
        "The harbour board said on Monday that the ferry will stop at midnight, and that no other boat will sail before the government has answered.",
        "The union welcomed it.",
      ]);
    });

    it("goes on over a page's end and leaves out running heads and page numbers", async () => {
      const page = (number: number, lines: string[]) => ["Harbour Post, 4 March 2031", "", ...lines, "", `${number}`];
      const pdf = makePdf([
        page(1, ["The board met on Monday and the members said that the"]),
        page(2, ["ferry would stop."]),
        page(3, ["It stopped."]),
      ]);
      const read = await readFormat(pdf);
      expect(read?.text.split("\n\n")).toEqual([
        "The board met on Monday and the members said that the ferry would stop.",
        "It stopped.",
      ]);
      expect(read?.diagnostics).toMatchObject([{ code: "running-lines" }]);
    });

    it("says that a scan holds no text, and that a damaged one is damaged", async () => {
      await expect(readFormat(makePdf([[]]))).rejects.toMatchObject({ code: "no-text" });
      await expect(readFormat(bytes("%PDF-1.4\nnothing else"))).rejects.toMatchObject({ code: "unreadable" });
    });

    it("refuses streams that unpack without end", () => {
      const bomb = deflateSync(Buffer.alloc(3_000_000));
      const pdf = Buffer.concat([Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nstream\r\n"), bomb, Buffer.from("\nendstream")]);
      expect(() => checkPdfStreams(pdf, 2_000_000)).toThrow(expect.objectContaining({ code: "too-large" }));
      const nested = Buffer.concat([Buffer.from("%PDF-1.4\nstream\n"), deflateSync(bomb), Buffer.from("\nendstream")]);
      expect(() => checkPdfStreams(nested, 2_000_000)).toThrow(expect.objectContaining({ code: "too-large" }));
    });
  });

  describe("of a Word document", () => {
    it("reads paragraphs, the title, and tables row by row", async () => {
      const table =
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Boats</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>4</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
      const docx = makeDocx(
        wordParagraph("Ferry to stop", "Title") + wordParagraph("The board &amp; the union met.") + table,
      );
      expect(await readFormat(docx)).toMatchObject({
        fields: { headline: "Ferry to stop" },
        text: "Ferry to stop\n\nThe board & the union met.\n\nBoats | 4",
      });
    });

    it("leaves out what is struck out and what fields compute from", async () => {
      const docx = makeDocx(
        "<w:p><w:r><w:t>It stopped</w:t></w:r><w:del><w:r><w:delText> for ever</w:delText><w:t> gone</w:t></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r><w:ins><w:r><w:t> today.</w:t></w:r></w:ins></w:p>",
      );
      const read = await readFormat(docx);
      expect(read?.text).toBe("It stopped today.");
      expect(read?.diagnostics).toMatchObject([{ code: "tracked-changes" }]);
    });

    it("refuses other office files and empty documents", async () => {
      const sheet = makeZip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>" });
      await expect(readFormat(sheet)).rejects.toMatchObject({ code: "unreadable" });
      await expect(readFormat(makeDocx(""))).rejects.toMatchObject({ code: "no-text" });
    });
  });

  describe("of mail", () => {
    const mail = [
      "From: =?utf-8?q?Ad=C3=A1_Ferro?= <ada@post.example>",
      "Date: Tue, 04 Mar 2031 09:30:00 +0100",
      "Subject: The ferry stops",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "The ferry stopped, the board=E2=80=99s chair said.",
      "--b",
      'Content-Disposition: attachment; filename="plan.pdf"',
      "Content-Type: application/pdf",
      "",
      "%PDF",
      "--b--",
    ].join("\r\n");

    it("takes subject, sender and date, and names the files that it leaves", async () => {
      const read = await readFormat(bytes(mail));
      expect(read).toMatchObject({
        as: "text",
        text: "The ferry stopped, the board’s chair said.",
        fields: { headline: "The ferry stops", byline: ["Adá Ferro"], publishedAt: "2031-03-04T08:30:00.000Z" },
      });
      expect(read?.diagnostics).toMatchObject([
        { code: "mail-attachments", message: expect.stringContaining("plan.pdf") },
      ]);
    });

    it("reads the page in a web archive, with its address", async () => {
      const archive = [
        "From: <Saved by Blink>",
        "Snapshot-Content-Location: https://post.example/ferry",
        "Subject: Ferry",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="b"',
        "",
        "--b",
        "Content-Type: text/html",
        "Content-Location: https://post.example/ferry",
        "",
        "<html><body><p>The ferry stopped.</p></body></html>",
        "--b--",
      ].join("\r\n");
      expect(await readFormat(bytes(archive))).toMatchObject({
        as: "html",
        fields: { url: "https://post.example/ferry" },
        text: expect.stringContaining("<p>The ferry stopped.</p>"),
      });
    });

    it("says that a mail without words has none", async () => {
      const empty = "From: a@post.example\nMIME-Version: 1.0\nSubject: x\n\n";
      await expect(readFormat(bytes(empty))).rejects.toMatchObject({ code: "no-text" });
    });
  });

  describe("of ninjs", () => {
    it("reads version 1", async () => {
      const item = {
        uri: "https://wire.example/1",
        type: "text",
        headline: "Ferry &amp; crew",
        byline: "By Ada Ferro and Olin Marsh",
        firstcreated: "2031-03-04T09:30:00Z",
        versioncreated: "2031-03-04T11:00:00Z",
        language: "en",
        body_xhtml: "<h2>Harbour</h2><p>The ferry <b>stopped</b>.</p><p>It rests.</p>",
      };
      expect(await readFormat(bytes(JSON.stringify(item)))).toEqual({
        as: "text",
        text: "Harbour\n\nThe ferry stopped.\n\nIt rests.",
        fields: {
          headline: "Ferry & crew",
          byline: ["Ada Ferro", "Olin Marsh"],
          publishedAt: "2031-03-04T09:30:00Z",
          modifiedAt: "2031-03-04T11:00:00Z",
          language: "en",
          outlet: null,
          url: "https://wire.example/1",
        },
        diagnostics: [],
      });
    });

    it("reads the lists of versions 2 and 3", async () => {
      const item = {
        uri: "urn:wire:1",
        headlines: [
          { role: "short", value: "Stop" },
          { role: "main", value: "The ferry stops" },
        ],
        bodies: [
          { role: "summary", contenttype: "text/plain", value: "Short." },
          { role: "main", contenttype: "text/html", value: "<p>The ferry stopped.</p>" },
        ],
        infosources: [{ name: "Harbour Wire" }],
        versioncreated: "2031-03-04T11:00:00Z",
      };
      expect(await readFormat(bytes(JSON.stringify(item)))).toMatchObject({
        text: "The ferry stopped.",
        fields: { headline: "The ferry stops", outlet: "Harbour Wire", publishedAt: "2031-03-04T11:00:00Z" },
      });
    });

    it("reads the names of version 3, which have capitals", async () => {
      const item = {
        standard: { name: "ninjs", version: "3.0" },
        headlines: [{ role: "main", value: "The ferry stops" }],
        by: "By Ada Ferro",
        bodies: [{ role: "main", contentType: "application/xhtml+xml", value: "<div>The ferry stopped.</div>" }],
        infoSources: [{ name: "Harbour Wire" }],
        firstCreated: "2031-03-04T09:30:00Z",
        versionCreated: "2031-03-04T11:00:00Z",
      };
      expect(await readFormat(bytes(JSON.stringify(item)))).toMatchObject({
        text: "The ferry stopped.",
        fields: {
          byline: ["Ada Ferro"],
          outlet: "Harbour Wire",
          publishedAt: "2031-03-04T09:30:00Z",
          modifiedAt: "2031-03-04T11:00:00Z",
        },
      });
    });

    it("refuses other JSON, and JSON that breaks off", async () => {
      await expect(readFormat(bytes('{"name": "x"}'), "application/json")).rejects.toMatchObject({ code: "no-text" });
      await expect(readFormat(bytes('{"body_text": "The'), "application/json")).rejects.toMatchObject({
        code: "unreadable",
      });
    });
  });

  describe("of NewsML-G2", () => {
    const item = `<?xml version="1.0" encoding="UTF-8"?>
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" xml:lang="en">
        <itemMeta><itemClass qcode="ninat:text"/><provider qcode="p:hw"><name>Harbour Wire</name></provider>
          <versionCreated>2031-03-04T11:00:00Z</versionCreated><firstCreated>2031-03-04T09:30:00Z</firstCreated></itemMeta>
        <contentMeta><headline>The ferry stops</headline><by>By Ada Ferro</by><language tag="en-GB"/>
          <subject><name>Transport</name></subject></contentMeta>
        <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
          <head><title>Not text</title></head><body><p>The ferry <em>stopped</em>.</p><p>It rests.</p></body></html></inlineXML></contentSet>
      </newsItem>`;

    it("reads body and fields", async () => {
      expect(await readFormat(bytes(item))).toMatchObject({
        text: "The ferry stopped.\n\nIt rests.",
        fields: {
          headline: "The ferry stops",
          outlet: "Harbour Wire",
          byline: ["Ada Ferro"],
          language: "en-GB",
          publishedAt: "2031-03-04T09:30:00Z",
          modifiedAt: "2031-03-04T11:00:00Z",
        },
      });
    });

    it("reads NITF", async () => {
      const nitf = `<nitf><head><title>x</title><docdata><date.issue norm="20310304T093000Z"/></docdata></head><body><body.head>
        <hedline><hl1>The ferry stops</hl1></hedline><byline>By <person>Ada Ferro</person></byline></body.head>
        <body.content><p>The ferry stopped.</p><p>It rests.</p></body.content></body></nitf>`;
      expect(await readFormat(bytes(nitf))).toMatchObject({
        text: "The ferry stopped.\n\nIt rests.",
        fields: { headline: "The ferry stops", byline: ["Ada Ferro"], publishedAt: "2031-03-04T09:30:00Z" },
      });
    });

    it("never expands entities that the file defines", async () => {
      const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><newsItem><contentSet><inlineXML><p>The &b; ferry.</p></inlineXML></contentSet></newsItem>`;
      expect((await readFormat(bytes(bomb)))?.text).toBe("The &b; ferry.");
    });
  });
});
