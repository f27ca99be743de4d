import { open } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

const pauseMs = 50;

/** The bytes of a file while another process still writes it, up to its end once `written` has settled. An absent file is waited for. */
export async function* followFile(path: string, written: Promise<unknown>): AsyncGenerator<Buffer> {
  let isWritten = false;
  const end = written.then(
    () => (isWritten = true),
    () => (isWritten = true),
  );
  const more = () => Promise.race([end, pause(pauseMs)]);
  let file = await open(path).catch(() => undefined);
  for (; file === undefined && !isWritten; file = await open(path).catch(() => undefined)) await more();
  if (file === undefined) return;
  try {
    for (;;) {
      // Asked before the read: what the writer wrote last is then surely read.
      const isLast = isWritten;
      const { bytesRead, buffer } = await file.read(Buffer.alloc(65_536));
      if (bytesRead > 0) yield buffer.subarray(0, bytesRead);
      else if (isLast) return;
      else await more();
    }
  } finally {
    await file.close();
  }
}
