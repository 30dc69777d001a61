import { type Command, Option } from "commander";
import type { StatementAct } from "../core/extract/candidates.ts";
import type { StoryRecord, StoryStatement } from "../core/link/story-record.ts";
import type { CliEffects } from "./effects.ts";
import { type StoryRowsOptions, storyRowsCommand } from "./story-command.ts";

interface StatementOptions extends StoryRowsOptions {
  readonly by?: string;
  readonly act?: string;
  readonly form?: string;
}

export function statementsCommand(effects: CliEffects): Command {
  return storyRowsCommand<StoryStatement, StatementOptions>(
    {
      name: "statements",
      summary: "Show who said what",
      examples: ["statements", "statements --by 'Skerry Council'", "statements st-4f0c --act denial --json"],
      noun: "statement",
      extend: (command) => {
        command
          .option("--by <actor>", "only what this actor said: a name, part of one, or an id")
          .addOption(new Option("--act <act>", "only this act").choices(Object.keys(ACTS)))
          .addOption(new Option("--form <form>", "only this form").choices(["direct", "indirect", "mixed"]));
      },
      all: (story) => story.statements,
      narrow: (statements, options, story) => statements.filter((statement) => isWanted(statement, story, options)),
      view: (view, rows) => view.statements(rows),
    },
    effects,
  );
}

/** Every act once, held to be all of them by its type. */
const ACTS: { readonly [act in StatementAct]: true } = {
  assertion: true,
  request: true,
  denial: true,
  refusal: true,
  agreement: true,
  promise: true,
  ruling: true,
  allegation: true,
  admission: true,
  belief: true,
  "no-comment": true,
};

function isWanted(statement: StoryStatement, story: StoryRecord, { by, act, form }: StatementOptions): boolean {
  if (act !== undefined && statement.act !== act) return false;
  if (form !== undefined && statement.form !== form) return false;
  if (by === undefined) return true;
  const { speaker } = statement;
  if (speaker.kind === "unnamed") return speaker.description.toLowerCase().includes(by.toLowerCase());
  if (speaker.kind === "ambiguous") return false;
  const actor = story.actors.find(({ id }) => id === speaker.actor);
  if (actor === undefined) return false;
  return (
    actor.id === by || [actor.name, ...actor.aliases].some((name) => name.toLowerCase().includes(by.toLowerCase()))
  );
}
