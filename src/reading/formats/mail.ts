import type { Email } from "postal-mime";
import type { Diagnostic } from "../../core/text/diagnostic.ts";
import { OnrecordError } from "../../errors.ts";
import { collapse } from "../page/collapse.ts";
import type { FormatReader, ReportInput } from "./format.ts";

/** Header fields that mail and saved web archives begin with; text that happens to begin with one has no second. */
const HEADER =
  /^(?:From|To|Date|Subject|Received|Return-Path|Message-ID|MIME-Version|Content-Type|Delivered-To|Reply-To|Cc|Snapshot-Content-Location|X-[\w-]+|DKIM-Signature|List-[\w-]+|Content-Transfer-Encoding|Thread-Topic|Sender): ?\S/i;
const DEEPEST = 32;

/** Mail as RFC 5322, and pages saved as MHTML, which is mail that holds a page and its pictures. */
export const MAIL: FormatReader = {
  name: "mail",
  mediaTypes: ["message/rfc822", "multipart/related", "application/x-mimearchive"],
  recognises: ({ latin }) => isMail(latin),
  read: readMail,
};

/** At least three header fields before the first empty line, one of which only mail has. */
function isMail(latin: string): boolean {
  const head = latin.replace(/^From \S+ .*\r?\n/, "").split(/\r?\n\r?\n/, 1)[0] ?? "";
  const lines = head.split(/\r?\n/);
  const known = lines.filter((line) => HEADER.test(line)).length;
  const others = lines.filter((line) => !HEADER.test(line) && !/^[ \t]|^[\w-]+:/.test(line)).length;
  return (
    known >= 3 && others === 0 && /^(?:MIME-Version|Message-ID|Received|Return-Path|From|Content-Type):/im.test(head)
  );
}

async function readMail(bytes: Uint8Array): Promise<ReportInput> {
  let mail: Email;
  try {
    const { default: PostalMime } = await import("postal-mime");
    mail = await PostalMime.parse(bytes, { maxNestingDepth: DEEPEST });
  } catch (cause) {
    throw new OnrecordError("unreadable", "The mail is damaged and cannot be read.", { cause, next: "Save it again." });
  }
  const location = mail.headers.find(({ key }) => /^(?:snapshot-content-location|content-location)$/i.test(key))?.value;
  const isArchive = location !== undefined;
  const plain = mail.text?.trim() ?? "";
  const html = mail.html ?? "";
  if (plain === "" && collapse(html) === "") {
    throw new OnrecordError("no-text", "The mail holds no text.", {
      next: "Give its attachments as files, if they are the reports.",
    });
  }
  const from = mail.from?.name || (mail.from !== undefined && "address" in mail.from ? mail.from.address : "") || null;
  const fields = isArchive
    ? { ...(/^https?:\/\//i.test(location) ? { url: location.trim() } : {}) }
    : {
        headline: mail.subject?.trim() || null,
        ...(from === null ? {} : { byline: [from] }),
        publishedAt: mail.date !== undefined && /^\d{4}-/.test(mail.date) ? mail.date : null,
      };
  const diagnostics: Diagnostic[] = [];
  const files = isArchive ? [] : mail.attachments.filter(({ disposition }) => disposition === "attachment");
  if (files.length > 0) {
    const names = files.map(({ filename }) => filename ?? "unnamed").join(", ");
    const message = `The mail carries ${files.length} files, which were not read: ${names.slice(0, 300)}.`;
    diagnostics.push({ code: "mail-attachments", span: null, message });
  }
  // The plain words are the whole mail; the page is the only part of a web archive.
  return isArchive || plain === ""
    ? { text: html, as: "html", fields, diagnostics }
    : { text: plain, as: "text", fields, diagnostics };
}
