import type { Annotator } from "../core/annotate/layers.ts";

/** The tags, syntax and names of one annotator with the attributions of another. */
export function attributedBy(layers: Annotator, reader: Annotator): Annotator {
  return {
    name: `${layers.name}+${reader.name}`,
    async annotate(sentences) {
      const { attributions } = await reader.annotate(sentences);
      return { ...(await layers.annotate(sentences)), attributions };
    },
  };
}
