import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import type { Context } from "hono";
import { Refusal } from "../errors.ts";

/** A form with one file (field `file`), which lies in a temporary place until this is disposed. */
export type Upload = AsyncDisposable & { fields: Record<string, string>; path: string };

type Destination = {
  /** Where the temporary file is written; made when it is not there. */
  directory: string;
  /** Largest file; a larger one is `request.too_large`. */
  maxBytes: number;
};

const limitsFor = (fileSize: number) => ({
  files: 1,
  fields: 20,
  parts: 21,
  fieldSize: 10_000,
  headerPairs: 50,
  fileSize,
});

/** The other fields of the form and the end of its file's way to `path`, as both arrive. */
function receive(form: BusboyInstance, path: string) {
  const fields: Record<string, string> = {};
  const received = { fields, file: undefined as Promise<void> | undefined };
  form.on("field", (name, value) => {
    fields[name] = value;
  });
  form.on("file", (name, stream) => {
    if (name !== "file" || received.file !== undefined) {
      stream.resume();
      return;
    }
    received.file = pipeline(stream, createWriteStream(path)).then(() => {
      if (stream.truncated) throw new Refusal("request.too_large");
    });
    // Looked at when the form has ended.
    received.file.catch(() => undefined);
  });
  return received;
}

function openForm(c: Context, maxBytes: number): BusboyInstance {
  const type = c.req.header("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) throw new Refusal("request.malformed");
  const length = Number(c.req.header("content-length") ?? 0);
  if (length > maxBytes + 100_000) throw new Refusal("request.too_large");
  try {
    return new Busboy({ headers: { "content-type": type }, limits: limitsFor(maxBytes) });
  } catch (error) {
    throw new Refusal("request.malformed", { cause: error });
  }
}

/** Writes a form's file to disk as it arrives, never holding it in memory; refused or disposed, it leaves nothing behind. */
export async function readUpload(c: Context, { directory, maxBytes }: Destination): Promise<Upload> {
  const form = openForm(c, maxBytes);
  await mkdir(directory, { recursive: true });
  await using reading = new AsyncDisposableStack();
  const path = reading.adopt(join(directory, randomUUID()), (file) => rm(file, { force: true }));
  const { body } = c.req.raw;
  if (body === null) throw new Refusal("request.malformed");
  const received = receive(form, path);
  await pipeline(Readable.fromWeb(body as ReadableStream), form).catch(async (error: unknown) => {
    await received.file?.catch(() => undefined);
    throw new Refusal("request.malformed", { cause: error });
  });
  if (received.file === undefined) throw new Refusal("request.malformed");
  await received.file;
  const kept = reading.move();
  return { fields: received.fields, path, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
