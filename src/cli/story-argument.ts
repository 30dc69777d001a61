import { OnrecordError } from "../errors.ts";
import type { Operations, StorySummary } from "../operations/operations.ts";
import { printable, shorten } from "./layout.ts";

const SHOWN = 8;

/**
 * The story that a person means: an id, the beginning of one, or nothing when the store holds a single story.
 *
 * @throws OnrecordError "usage" when several stories could be meant, "not-found" when none.
 */
export async function chooseStory(app: Operations, given: string | undefined): Promise<string> {
  const matches: StorySummary[] = [];
  let after: string | undefined;
  do {
    const list = await app.listStories({ limit: 1000, ...(after === undefined ? {} : { after }) });
    for (const story of list.items) {
      if (story.id === given) return story.id;
      if (given === undefined || startsWith(story.id, given)) matches.push(story);
    }
    after = given === undefined && matches.length > SHOWN ? undefined : (list.next ?? undefined);
  } while (after !== undefined);
  const [only] = matches;
  if (only === undefined) throw noneFound(given);
  if (matches.length === 1) return only.id;
  const listed = matches.slice(0, SHOWN).map(({ id, title }) => `    ${id}  ${shorten(printable(title), 50)}`);
  const more = matches.length > SHOWN ? "\n    … and more: onrecord stories" : "";
  throw new OnrecordError("usage", given === undefined ? "Which story?" : `Several stories begin with ${given}.`, {
    next: `Name one:\n${listed.join("\n")}${more}`,
  });
}

function startsWith(id: string, given: string): boolean {
  return given.length >= 2 && (id.startsWith(given) || id.startsWith(`st-${given}`));
}

function noneFound(given: string | undefined): OnrecordError {
  return given === undefined
    ? new OnrecordError("not-found", "The store holds no story.", { next: "Add reports with: onrecord add FILE…" })
    : new OnrecordError("not-found", `There is no story ${given} in the store.`, {
        next: "List the stories with: onrecord stories",
      });
}
