import { describe, expect, it } from "vitest";
import { readFrontMatter } from "./front-matter.ts";

const body = "The ferry stops.";

describe("readFrontMatter(bytes)", () => {
  it.each([
    [
      "all fields",
      '---\npublished: 2031-03-04\nmodified: 2031-03-05T09:00:00Z\noutlet: Harbour Post\nurl: https://post.example/a\nheadline: "Ferry: stops"\nbyline: Ada Ferro, Olin Marsh\nlanguage: en\n---\n',
      {
        publishedAt: "2031-03-04",
        modifiedAt: "2031-03-05T09:00:00Z",
        outlet: "Harbour Post",
        url: "https://post.example/a",
        headline: "Ferry: stops",
        byline: ["Ada Ferro", "Olin Marsh"],
        language: "en",
      },
    ],
    [
      "the names of other programs",
      "---\ntitle: Ferry stops\nauthor: Ada Ferro\ndate: 4 March 2031\nsource: Harbour Post\nlink: https://post.example/a\nlang: en\n---\n",
      {
        publishedAt: "2031-03-04",
        outlet: "Harbour Post",
        url: "https://post.example/a",
        headline: "Ferry stops",
        language: "en",
        byline: ["Ada Ferro"],
      },
    ],
    ["line ends of Windows", "---\r\noutlet: Post\r\n---\r\n", { outlet: "Post" }],
    ["a byte order mark", "\uFEFF---\noutlet: Pöst\n---\n", { outlet: "Pöst" }],
    ["letters beyond ASCII", "---\nOutlet: Пост 🛳️\n---\n", { outlet: "Пост 🛳️" }],
    ["an empty value as missing", "---\noutlet:\nheadline: Stop\n---\n", { headline: "Stop" }],
  ])("reads %s and ends where the report begins", (_, top, fields) => {
    const bytes = Buffer.from(top + body);
    const found = readFrontMatter(bytes);
    expect(found.fields).toEqual(fields);
    expect(Buffer.from(bytes.subarray(found.length)).toString()).toBe(body);
  });

  it.each([
    ["no block", body],
    ["a rule and then text", `---\n${body}\n---\n`],
    ["an unknown field", "---\noutlet: Post\nsecret: yes\n---\ntext"],
    ["a block without an end", "---\noutlet: Post\ntext"],
    ["nothing", ""],
    ["bytes that are no text", "---\n\0\0\0\n---\n"],
  ])("takes %s as text", (_, text) => {
    expect(readFrontMatter(Buffer.from(text))).toEqual({ fields: {}, length: 0 });
  });

  it("refuses a date that is none", () => {
    expect(() => readFrontMatter(Buffer.from("---\npublished: 4 March\n---\n"))).toThrow("is not a date");
  });
});
