import { describe, expect, it } from "vitest";
import { readTaggedStory } from "../../../test/tagged-stories.ts";
import { describedInReport } from "./describe-in-report.ts";

function nameOf(text: string, description: string): string | null {
  const [record] = readTaggedStory(`@ 2031-05-20 | Mercury\n${text}`);
  const id = record === undefined ? null : describedInReport(record, description);
  return record?.actors.find((actor) => actor.id === id)?.name ?? null;
}

describe("describedInReport(record, description)", () => {
  it("takes the one whose role has the head of the description", () => {
    expect(nameOf("{p Ann Ray (owner of Harbour Club): Ann Ray} spoke.", "the club’s owner")).toBe("Ann Ray");
  });

  it("takes a judge by the title", () => {
    expect(nameOf("{p Justice Ann Ray: Justice Ann Ray} ruled.", "A London judge")).toBe("Justice Ann Ray");
  });

  it("takes a body by the last word of its name", () => {
    const text = "{o Harbour Safety Agency: The Harbour Safety Agency} spoke.";
    expect(nameOf(text, "the government’s safety agency")).toBe("Harbour Safety Agency");
  });

  it("takes nobody of another post or court", () => {
    const minister = "{p Ann Ray (works minister): Ann Ray} left.";
    expect(nameOf(minister, "The Chief Minister")).toBeNull();
    expect(nameOf(minister, "the minister")).toBe("Ann Ray");
    expect(
      nameOf("{p Ann Ray (president of Harbour Council): Ann Ray} left.", "the president of the union"),
    ).toBeNull();
    expect(nameOf("{o Upper High Court: The Upper High Court} ruled.", "a sessions court")).toBeNull();
    expect(nameOf("{p Justice Ann Ray: Justice Ann Ray} ruled.", "a magistrates’ judge")).toBeNull();
    expect(nameOf("{p Ann Ray (engineer): Ann Ray} left.", "an unnamed engineer")).toBeNull();
  });

  it("takes nobody of two, and nobody else", () => {
    const two = "{p Ann Ray (judge): Ann Ray} met {p Bo Lund (judge): Bo Lund}.";
    expect(nameOf(two, "a judge")).toBeNull();
    expect(nameOf("{p Ann Ray (judge): Ann Ray} ruled.", "another judge")).toBeNull();
    expect(nameOf("{p Ann Ray (judge): Ann Ray} ruled.", "two judges")).toBeNull();
    expect(nameOf("{o Harbour Safety Agency: The agency} spoke.", "the Norwegian space agency")).toBeNull();
  });
});
