import type { Speaker } from "../record/record.ts";
import { contentWordsOf } from "./content-words.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { StoryWords, WordBag } from "./story-words.ts";

/** Content words of the names or descriptions that a story has for those given. */
export function namesOf(parties: readonly Speaker[], actors: ActorLinks, words: StoryWords): WordBag {
  return words.bagOf(
    parties.flatMap((party) => {
      if (party.kind === "unnamed") return contentWordsOf(party.description);
      return party.kind === "ambiguous" ? [] : contentWordsOf(actors.nameOf(party.actor) ?? "");
    }),
  );
}
