import type { Diagnostic } from "../../core/text/diagnostic.ts";
import { OnrecordError } from "../../errors.ts";
import type { FormatReader, ReportInput } from "./format.ts";
import { joinPdfPages, type PdfPiece } from "./pdf-lines.ts";
import { checkPdfStreams } from "./pdf-streams.ts";

const MAX_PAGES = 1000;

/** PDF by the text it holds; pictures of text are not read. Its dates tell when the file was made, so they are not taken. */
export const PDF: FormatReader = {
  name: "PDF",
  mediaTypes: ["application/pdf"],
  recognises: ({ latin }) => latin.slice(0, 1024).includes("%PDF-"),
  read: readPdf,
};

async function readPdf(bytes: Uint8Array): Promise<ReportInput> {
  checkPdfStreams(bytes);
  const { pages, total, failed } = await readPages(bytes);
  const { paragraphs, runningLines } = joinPdfPages(pages);
  const diagnostics: Diagnostic[] = [];
  const note = (code: string, message: string) => diagnostics.push({ code, span: null, message });
  if (runningLines > 0) note("running-lines", `${runningLines} page numbers and running heads were left out.`);
  if (total > MAX_PAGES) note("long-pdf", `The PDF has ${total} pages; the first ${MAX_PAGES} were read.`);
  if (failed > 0) note("unreadable-pages", `${failed} of ${total} pages are damaged and were left out.`);
  if (paragraphs.length === 0) {
    throw new OnrecordError(
      "no-text",
      failed > 0 ? "The PDF is damaged; no page could be read." : "The PDF holds no text; it may be a scan.",
      {
        next: "Run it through a program that recognises text (such as ocrmypdf) and give the result.",
      },
    );
  }
  return { text: paragraphs.join("\n\n"), as: "text", fields: {}, diagnostics };
}

let isGuarded = false;

/**
 * The library leaves promises behind that nobody waits for; of a damaged file some of them fail, which would end the
 * process. What fails otherwise still does.
 */
function guardStrayFailures(): void {
  if (isGuarded) return;
  isGuarded = true;
  process.on("unhandledRejection", (reason) => {
    const name = typeof reason === "object" && reason !== null && "name" in reason ? String(reason.name) : "";
    if (!/Exception$|^FormatError$/.test(name)) throw reason;
  });
}

async function readPages(bytes: Uint8Array): Promise<{ pages: PdfPiece[][]; total: number; failed: number }> {
  const { getResolvedPDFJS } = await import("unpdf");
  const { getDocument } = await getResolvedPDFJS();
  guardStrayFailures();
  const pages: PdfPiece[][] = [];
  let failed = 0;
  const task = getDocument({
    // The library takes the buffer for itself, so it gets a copy.
    data: new Uint8Array(bytes),
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    maxImageSize: 1,
  });
  try {
    const document = await task.promise;
    const total = document.numPages;
    for (let number = 1; number <= Math.min(total, MAX_PAGES); number++) {
      try {
        const page = await document.getPage(number);
        const { items } = await page.getTextContent();
        pages.push(items.flatMap((item) => ("str" in item ? [pieceOf(item)] : [])));
        page.cleanup();
      } catch {
        // One bad page costs one page; the count is told.
        failed++;
      }
    }
    return { pages, total, failed };
  } catch (cause) {
    throw explainFailure(cause);
  } finally {
    // Also of a file that could not be opened: it holds memory until then.
    await task.destroy();
  }
}

function pieceOf(item: { str: string; transform: unknown[]; width: number; height: number }): PdfPiece {
  const [, , , , x, y] = item.transform;
  return { str: item.str, x: Number(x) || 0, y: Number(y) || 0, width: item.width, height: item.height };
}

function explainFailure(cause: unknown): OnrecordError {
  if (cause instanceof OnrecordError) return cause;
  if (cause instanceof Error && cause.name === "PasswordException") {
    return new OnrecordError("locked", "The PDF is locked with a password.", {
      cause,
      next: "Save a copy without it.",
    });
  }
  return new OnrecordError("unreadable", "The PDF is damaged and cannot be read.", {
    cause,
    next: "Get the file again.",
  });
}
