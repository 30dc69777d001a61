import { ensureInstalled, runWithProjectNode } from "./ensure.mjs";

ensureInstalled();
runWithProjectNode("scripts/start.ts", process.argv.slice(2));
