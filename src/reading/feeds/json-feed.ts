import { OnrecordError } from "../../errors.ts";
import { listIn, textIn } from "../json-fields.ts";
import type { Feed, FeedItem } from "./feed.ts";
import { readFeedDate } from "./feed-dates.ts";

/** JSON Feed, version 1 or 1.1. */
export function readJsonFeed(text: string, base: string | null): Feed {
  let value: unknown = null;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw notFeed("The feed is not whole JSON.", cause);
  }
  if (typeof value !== "object" || value === null || !Array.isArray(Reflect.get(value, "items"))) {
    throw notFeed("The JSON holds no feed.");
  }
  const items = listIn(value, "items").map((item) => readItem(item, base));
  return { kind: "json", title: textIn(value, "title"), items };
}

function readItem(item: object, base: string | null): FeedItem {
  const address = textIn(item, "url") ?? textIn(item, "external_url") ?? "";
  const id: unknown = Reflect.get(item, "id");
  const single: unknown = Reflect.get(item, "author");
  const authors = listIn(item, "authors").concat(typeof single === "object" && single !== null ? [single] : []);
  return {
    url: address === "" ? null : (URL.parse(address, base ?? undefined)?.href ?? null),
    id: typeof id === "string" || typeof id === "number" ? String(id) : null,
    title: textIn(item, "title"),
    publishedAt: readFeedDate(textIn(item, "date_published") ?? ""),
    updatedAt: readFeedDate(textIn(item, "date_modified") ?? ""),
    authors: authors.flatMap((author) => textIn(author, "name") ?? []),
    content: textIn(item, "content_html") ?? textIn(item, "content_text") ?? textIn(item, "summary") ?? "",
  };
}

function notFeed(message: string, cause?: unknown): OnrecordError {
  return new OnrecordError("not-a-feed", message, {
    next: "Check the address; the site may have moved its feed.",
    ...(cause === undefined ? {} : { cause }),
  });
}
