import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import type { Context } from "hono";
import type { ErrorCode } from "../../schemas/errors.ts";
import { Refusal } from "../errors.ts";
import { isFresh } from "./is-fresh.ts";
import { parseRange } from "./parse-range.ts";

/** A file that never changes under its address. */
export type ServedFile = {
  path: string;
  mimeType: string;
  /** Strong, without its quotes. */
  tag: string;
  /** Whether anybody may hear it, so that caches on the way and players of other sites may keep it. */
  isPublic: boolean;
  /** How long a cache may give it away without asking; a year, when left out. */
  maxAgeSeconds?: number;
  /** What is said when it is not there. */
  missing: ErrorCode;
  /** Hears which of its bytes were sent once they were, or the other end had enough: from, and up to but not with. */
  onSent?: ((from: number, to: number) => void) | undefined;
};

/** Answers with a file or the part of it that was asked for: 200, 206, 304 or 416, for GET and HEAD. */
export async function serveFile(c: Context, file: ServedFile): Promise<Response> {
  const found = await stat(file.path).catch(() => undefined);
  if (found?.isFile() !== true) throw new Refusal(file.missing);
  c.header("ETag", `"${file.tag}"`);
  c.header("Last-Modified", found.mtime.toUTCString());
  c.header("Accept-Ranges", "bytes");
  const age = file.maxAgeSeconds === undefined ? "max-age=31536000, immutable" : `max-age=${file.maxAgeSeconds}`;
  c.header("Cache-Control", `${file.isPublic ? "public" : "private"}, ${age}`);
  if (file.isPublic) {
    c.header("Access-Control-Allow-Origin", "*");
    c.header("Access-Control-Expose-Headers", "Accept-Ranges, Content-Length, Content-Range");
  } else c.header("X-Robots-Tag", "noindex");
  if (isFresh(c)) return c.body(null, 304);
  c.header("Content-Type", file.mimeType);
  return sendBytes(c, file, found.size);
}

// RFC 9110, 14.2: a range means something to GET only, and If-Range lets it count only while the file is the one the client has begun.
function rangeAsked(c: Context): string | undefined {
  const condition = c.req.header("if-range");
  const { headers } = c.res;
  const isSame =
    condition === undefined || condition === headers.get("etag") || condition === headers.get("last-modified");
  return c.req.method === "GET" && isSame ? c.req.header("range") : undefined;
}

function sendBytes(c: Context, { path, onSent }: ServedFile, size: number): Response {
  const range = parseRange(rangeAsked(c), size);
  if (range === "unsatisfiable") {
    c.header("Content-Range", `bytes */${size}`);
    return c.body(null, 416);
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  c.header("Content-Length", String(end - start + 1));
  if (range !== undefined) c.header("Content-Range", `bytes ${start}-${end}/${size}`);
  const status = range === undefined ? 200 : 206;
  if (c.req.method === "HEAD" || size === 0) return c.body(null, status);
  const bytes = createReadStream(path, { start, end });
  if (onSent)
    bytes.once("close", () => {
      onSent(start, start + bytes.bytesRead);
    });
  return c.body(Readable.toWeb(bytes) as ReadableStream, status);
}
