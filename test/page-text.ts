/** Paragraphs of a page long enough to be taken for its report. */
export const PAGE_TEXT = [
  "The council said on Monday that the bridge over the Lathe would be shut for a week while engineers looked at the cracks.",
  "Nobody was hurt. “We have the money,” said Jane Pike, the mayor, “and we have the time to do this work as it should be done.”",
  "It is the third closure since the spring, when a barge hit the eastern pier and the police turned back lorries for two days.",
]
  .map((text) => `<p>${text}</p>`)
  .join("\n");
