import type { Context } from "hono";

const weaken = (tag: string) => tag.trim().replace(/^W\//, "");

/**
 * Whether what the client has is what the answer's `ETag` and `Last-Modified` say, so that 304 will do (RFC 9110, 13.2.2): tags compare
 * weakly, because compression weakens them, and dates count only without a tag.
 */
export function isFresh(c: Context): boolean {
  const known = c.req.header("if-none-match");
  const tag = c.res.headers.get("etag");
  if (known !== undefined)
    return known.trim() === "*" || (tag !== null && known.split(",").map(weaken).includes(weaken(tag)));
  const since = Date.parse(c.req.header("if-modified-since") ?? "");
  const changed = Date.parse(c.res.headers.get("last-modified") ?? "");
  return changed <= since;
}
