import { ensureInstalled, runWithProjectNode } from "./ensure.mjs";

ensureInstalled();
runWithProjectNode("scripts/check.ts", process.argv.slice(2));
