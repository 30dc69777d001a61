import { describe, expect, it } from "vitest";
import { siteName } from "./site-name.ts";

describe("siteName(url)", () => {
  it.each([
    ["https://www.post.example/ferry", "post.example"],
    ["http://News.Post.example:8080/?a=www.other.example", "news.post.example"],
    ["https://user:word@post.example/", "post.example"],
    ["urn:newsml:post.example:1", null],
    ["/local/file.html", null],
  ])("reads %s as %s", (url, site) => {
    expect(siteName(url)).toBe(site);
  });
});
