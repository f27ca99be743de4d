import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { ReadableStream as Pieces } from "node:stream/web";
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
  /** Hears which of its bytes were sent, once they were or the other end has gone: from, and up to but not with. */
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
  if (onSent === undefined)
    return c.body(Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream, status);
  return c.body(Pieces.from(countedPieces(c, { path, start, end, onSent })) as ReadableStream, status);
}

/** A piece is a few seconds of sound: what was read for somebody who has gone is no more than one. */
const pieceBytes = 16_384;

type Counted = { path: string; start: number; end: number; onSent: (from: number, to: number) => void };

/** The bytes of a file, each piece read when the one before has been taken; counted is what the connection has passed on, and not what waits there for somebody who has gone. */
async function* countedPieces(c: Context, { path, start, end, onSent }: Counted): AsyncGenerator<Uint8Array> {
  const connection = outgoingOf(c.env);
  let [at, sent] = [start, start];
  const tell = () => {
    onSent(start, sent);
  };
  try {
    await using file = await open(path);
    while (at <= end) {
      const piece = new Uint8Array(Math.min(pieceBytes, end - at + 1));
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
      if (bytesRead === 0) break;
      yield piece.subarray(0, bytesRead);
      at += bytesRead;
      sent = Math.max(sent, at - (connection?.writableLength ?? 0));
    }
  } finally {
    if (connection === undefined || connection.destroyed) tell();
    else
      connection.once("close", () => {
        if (connection.writableFinished) sent = at;
        tell();
      });
  }
}

/** The answer as Node has it, where there is a network. */
const outgoingOf = (env: unknown): ServerResponse | undefined =>
  typeof env === "object" && env !== null && "outgoing" in env ? (env.outgoing as ServerResponse) : undefined;
