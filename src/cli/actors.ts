import type { Command } from "commander";
import {
  type DbOptions,
  dbOption,
  jsonOption,
  limitOption,
  makeCommand,
  outputPage,
  withApp,
  writeJson,
} from "./command.ts";
import type { CliEffects } from "./effects.ts";
import { chooseStory } from "./story-argument.ts";

interface ActorsOptions extends DbOptions {
  readonly json?: true;
  readonly limit: number;
  readonly after?: string;
  readonly all?: true;
}

export function actorsCommand(effects: CliEffects): Command {
  return makeCommand("actors", "List who is in a story, or show everything it holds on one of them", [
    "actors",
    "actors st-4f0c a3",
    "actors --all --limit 20",
  ])
    .argument("[story]", "id of the story, or its beginning; not needed when there is one story")
    .argument("[actor]", "id of an actor of the story, for everything on that one")
    .option("--all", "the actors of all stories")
    .addOption(dbOption())
    .addOption(limitOption())
    .option("--after <cursor>", "the `next` of the page before")
    .addOption(jsonOption())
    .action(async (given: string | undefined, actor: string | undefined, options: ActorsOptions) => {
      if (actor !== undefined) return showActor(given, actor, options, effects);
      const page = { limit: options.limit, ...(options.after === undefined ? {} : { after: options.after }) };
      const list = await withApp(effects, options, "read", async (app) =>
        app.listActors(options.all === true ? page : { ...page, story: await chooseStory(app, given) }),
      );
      if (options.json === true) return writeJson(effects, list);
      const { viewActors } = await import("./views/list-views.ts");
      await effects.write(
        `${viewActors(list, outputPage(effects), options.all === true ? "with-stories" : "of-one-story")}\n`,
      );
    });
}

async function showActor(
  given: string | undefined,
  actor: string,
  options: ActorsOptions,
  effects: CliEffects,
): Promise<void> {
  const { dossier, story } = await withApp(effects, options, "read", async (app) => {
    const id = await chooseStory(app, given);
    return { dossier: await app.getActor(id, actor), story: await app.getStory(id) };
  });
  if (options.json === true) return writeJson(effects, dossier);
  const { viewDossier } = await import("./views/dossier-view.ts");
  await effects.write(`${viewDossier(dossier, story, outputPage(effects))}\n`);
}
