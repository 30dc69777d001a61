import { fileURLToPath } from "node:url";
import type { Annotator } from "../../core/annotate/layers.ts";
import { isLemmaTable, isObject, isStrings } from "../json-shapes.ts";
import { Lemmatizer } from "../lemmatizer.ts";
import { openModelFolder } from "../model-folder.ts";
import type { ReaderLabels } from "./labels.ts";
import { createSession } from "./onnx-session.ts";
import { createReaderAnnotator } from "./reader-annotator.ts";
import { createVocabulary } from "./word-pieces.ts";

export const READER_NAME = "reader_en_2026-11-23";

const SHIPPED = fileURLToPath(new URL(`../${READER_NAME}`, import.meta.url));

/**
 * Reads the language model from its folder, about 28 MB; call once and keep the result.
 *
 * @throws OnrecordError "model-missing" when a file is not there, does not match its SHA-256 or cannot be read.
 */
export function loadReader(folder: string = SHIPPED): Annotator {
  const files = openModelFolder(folder, READER_NAME);
  const labels = files.json("labels.json");
  if (!isReaderLabels(labels)) throw files.damaged("labels.json", "a list is missing");
  const lemmas = files.json("lemmas.json");
  if (!isLemmaTable(lemmas)) throw files.damaged("lemmas.json", "it is not a table of lemmas");
  const run = createSession(files.bytes("model.onnx"));
  return createReaderAnnotator(files.model, {
    labels,
    vocabulary: createVocabulary(files.bytes("vocab.txt").toString("utf8")),
    lemmatizer: new Lemmatizer(lemmas),
    async score({ pieces, cases, first, sentenceOf }) {
      const { floats, wholes } = await run({ pieces, cases, first, sentence: sentenceOf });
      return {
        cues: wholes("cues"),
        roles: floats("roles"),
        edges: floats("edges"),
        acts: floats("acts"),
        media: floats("media"),
        upos: wholes("upos"),
        xpos: wholes("xpos"),
        heads: wholes("heads"),
        relations: wholes("relations"),
        arcs: floats("arcs"),
        names: floats("names"),
        events: floats("events"),
      };
    },
  });
}

/** The folder's checksum holds what its lists say; that they are there is looked at. */
function isReaderLabels(value: Record<string, unknown>): value is Record<string, unknown> & ReaderLabels {
  const { media } = value;
  return (
    isObject(value) &&
    [value["upos"], value["xpos"], value["relations"], value["names"], value["events"], value["acts"]].every(
      isStrings,
    ) &&
    Array.isArray(media) &&
    media.every((one) => one === null || typeof one === "string") &&
    typeof value["windowPieces"] === "number"
  );
}
