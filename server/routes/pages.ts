import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono, type MiddlewareHandler } from "hono";
import { Refusal } from "../errors.ts";

/** Addresses that are not pages: what is not found there is not found. */
const notPages = /^\/(api|media|feeds|live|socket\.io|healthz|assets)(\/|$)/;

/** What the build named by its content never changes and is kept for a year; the rest is asked for again. */
function serveFiles(directory: string): MiddlewareHandler {
  if (!existsSync(directory)) return (_c, next) => next();
  const serve = serveStatic({ root: directory });
  return async (c, next) => {
    // What is not there is left to the next handler, whose answer comes back as another kind of thing.
    const file: unknown = await serve(c, next);
    if (!(file instanceof Response)) return;
    const isNamedByContent = c.req.path.startsWith("/assets/");
    file.headers.set("Cache-Control", isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache");
    return file;
  };
}

/**
 * The client's files from `directory`, the output of the build. Every other address that no route has is the page itself, which finds
 * its own way.
 */
export const pageRoutes = (directory: string) =>
  new Hono().use("/*", serveFiles(directory)).get("/*", async (c) => {
    if (notPages.test(c.req.path)) throw new Refusal("request.not_found");
    const page = await readFile(join(directory, "index.html"), "utf8").catch(() => undefined);
    if (page === undefined) return c.text("The pages are not built yet: npm run build\n", 503);
    c.header("Cache-Control", "no-cache");
    return c.html(page);
  });
