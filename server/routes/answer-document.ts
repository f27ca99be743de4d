import { createHash } from "node:crypto";
import type { Context } from "hono";
import { isFresh } from "./is-fresh.ts";

/** A text that is made anew for every request and stays the same for as long as nothing changes. */
export type SubscribedDocument = { body: string; mimeType: string; changedAt: number; isPublic: boolean };

/** Answers with a document that apps ask for again and again: 304 when they have it, for caches when everybody may read it. */
export function answerDocument(c: Context, { body, mimeType, changedAt, isPublic }: SubscribedDocument): Response {
  c.header("ETag", `"${createHash("sha256").update(body).digest("base64url").slice(0, 24)}"`);
  c.header("Last-Modified", new Date(changedAt).toUTCString());
  c.header("Cache-Control", isPublic ? "public, max-age=300" : "private, no-cache");
  if (isPublic) c.header("Access-Control-Allow-Origin", "*");
  else c.header("X-Robots-Tag", "noindex");
  if (isFresh(c)) return c.body(null, 304);
  return c.body(body, 200, { "Content-Type": `${mimeType}; charset=utf-8` });
}
