import { open, type FileHandle } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

const pauseMs = 50;

/** The bytes of a file while another process still writes it, up to its end once `written` has settled. An absent file is waited for. */
export async function* followFile(path: string, written: Promise<unknown>): AsyncGenerator<Buffer> {
  const writing = { isOver: false };
  const over = written
    .catch(() => undefined)
    .then(() => {
      writing.isOver = true;
    });
  let file: FileHandle | undefined;
  try {
    for (;;) {
      // Asked before the look: what the writer wrote last is then surely seen.
      const isLast = writing.isOver;
      file ??= await open(path).catch(() => undefined);
      const bytes = file && (await readSome(file));
      if (bytes && bytes.length > 0) yield bytes;
      else if (isLast) return;
      else await Promise.race([over, pause(pauseMs)]);
    }
  } finally {
    await file?.close();
  }
}

async function readSome(file: FileHandle): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(65_536));
  return buffer.subarray(0, bytesRead);
}
