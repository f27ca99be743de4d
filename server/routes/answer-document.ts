import { createHash } from "node:crypto";
import type { Context } from "hono";
import { isFresh } from "./is-fresh.ts";

/** A text that stays the same for as long as nothing changes; with a `tag` it is only made for whoever does not have it. */
export type SubscribedDocument = { mimeType: string; changedAt: number; isPublic: boolean } & (
  { body: string } | { tag: string; body: () => string }
);

/** The tag of a text: another text has another one. */
export const tagOf = (body: string) => createHash("sha256").update(body).digest("base64url").slice(0, 24);

/** Answers with a document that apps ask for again and again: 304 when they have it, for caches when everybody may read it. */
export function answerDocument(c: Context, document: SubscribedDocument): Response {
  const { mimeType, changedAt, isPublic } = document;
  c.header("ETag", `"${"tag" in document ? document.tag : tagOf(document.body)}"`);
  c.header("Last-Modified", new Date(changedAt).toUTCString());
  c.header("Cache-Control", isPublic ? "public, max-age=300" : "private, no-cache");
  if (isPublic) c.header("Access-Control-Allow-Origin", "*");
  else c.header("X-Robots-Tag", "noindex");
  if (isFresh(c)) return c.body(null, 304);
  const body = "tag" in document ? document.body() : document.body;
  return c.body(body, 200, { "Content-Type": `${mimeType}; charset=utf-8` });
}
