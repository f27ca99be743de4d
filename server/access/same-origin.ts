import type { MiddlewareHandler } from "hono";
import { Refusal } from "../errors.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

function isSameOrigin(
  origin: string | undefined,
  host: string | undefined,
  fetchSite: string | undefined,
): boolean | undefined {
  if (origin !== undefined) return URL.canParse(origin) && new URL(origin).host === host;
  if (fetchSite !== undefined) return fetchSite === "same-origin";
  return undefined;
}

/**
 * The guard against forged requests: what changes something must come from the station's own pages, by `Origin` or else by
 * `Sec-Fetch-Site`. A request that names neither is no browser's; it passes only if it carries no cookie.
 */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  if (!safeMethods.has(c.req.method)) {
    const host = c.req.header("host") ?? new URL(c.req.url).host;
    const isOwn = isSameOrigin(c.req.header("origin"), host, c.req.header("sec-fetch-site"));
    if (!(isOwn ?? c.req.header("cookie") === undefined)) throw new Refusal("request.foreign_origin");
  }
  await next();
};
