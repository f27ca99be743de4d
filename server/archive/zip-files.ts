import { createReadStream, type ReadStream } from "node:fs";
import { Readable } from "node:stream";

/** A file of a ZIP, as `client-zip` takes it. */
export type ZipFile = { name: string; lastModified: Date; input: string | ReadableStream };

/** Opens files for a ZIP that is made while it is read, one after the other. Disposing it closes the one that a download broken off has left open. */
export function openZipFiles(): Disposable & { read(path: string): ReadableStream } {
  let current: ReadStream | undefined;
  return {
    read: (path) => {
      current?.destroy();
      current = createReadStream(path);
      return Readable.toWeb(current) as ReadableStream;
    },
    [Symbol.dispose]: () => {
      current?.destroy();
    },
  };
}
