import type { Annotator, AttributionReader } from "../core/annotate/layers.ts";

/** The tags, syntax and names of an annotator with the attributions of another reader. */
export function attributedBy(layers: Annotator, reader: AttributionReader): Annotator {
  return {
    name: `${layers.name}+${reader.name}`,
    async annotate(sentences) {
      const attributions = await reader.attributions(sentences);
      return { ...(await layers.annotate(sentences)), attributions };
    },
  };
}
