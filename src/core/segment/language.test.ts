import { describe, expect, it } from "vitest";
import { readPlainText } from "../read/plain-text.ts";
import { segmentReport } from "./segment-report.ts";

const codesOf = (text: string) => segmentReport(readPlainText(text, {})).report.diagnostics.map(({ code }) => code);

describe("diagnoseLanguage(tokens)", () => {
  it.each([
    [
      "German",
      "Der Stadtrat von Hollenbrück hat am Dienstag beschlossen, die alte Brücke bis zum Frühjahr zu sperren. Bürgermeisterin Anke Rohde sagte, man habe keine andere Wahl gehabt.",
    ],
    [
      "Dutch",
      "De gemeenteraad van Oudeveen heeft dinsdag besloten de oude brug tot het voorjaar af te sluiten. Volgens burgemeester Anke Roos was er geen andere keus, of men had meer geld moeten vinden.",
    ],
    [
      "Danish",
      "Byrådet i Havnsted besluttede tirsdag at lukke den gamle bro indtil foråret. Borgmester Anne Rask sagde, at der ikke var andet at gøre for at have sikkerheden i orden her i byen.",
    ],
    [
      "French",
      "Le conseil municipal de Montreval a décidé mardi de fermer le vieux pont jusqu’au printemps. La maire, Anne Roux, a déclaré que la ville n’avait pas le choix, faute de moyens.",
    ],
    [
      "Greek",
      "Το δημοτικό συμβούλιο αποφάσισε την Τρίτη να κλείσει την παλιά γέφυρα μέχρι την άνοιξη. Η δήμαρχος είπε ότι δεν υπήρχε άλλη επιλογή και ότι θα ενημερώσει σύντομα τους κατοίκους της πόλης.",
    ],
  ])("says that a text is %s, not English", (_, text) => {
    expect(codesOf(text)).toContain("not-english");
  });

  it.each([
    [
      "English prose",
      "The town council of Oldbridge decided on Tuesday to close the old bridge until spring. Mayor Anne Reed said that there was no other choice, and that people would be told about the detour.",
    ],
    ["a text too short to tell", "Stadtrat sperrt Brücke, Bürgermeisterin ohne Wahl."],
    [
      "a fixture list with a sentence",
      "Oldbridge 2 Wexcombe 1. Harrow Vale 0 Stanmere 0. Northgate 3 Eastwick 2. The games were played on Saturday, and the last of them ended after dark in heavy rain with the floodlights off.",
    ],
    ["numbers alone", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25"],
  ])("says nothing of %s", (_, text) => {
    expect(codesOf(text)).not.toContain("not-english");
  });
});
