import { open, readFile } from "node:fs/promises";
import { asLastPage, isIntact, parseOggPage } from "./ogg-page.ts";

/**
 * Closes an Ogg/Opus file that a crash left open: cuts what is not a whole page and marks the last one as the last. Returns
 * the samples it holds, pre-skip included; 0 when it holds no sound. A file that was closed well stays as it is.
 */
export async function repairOpusFile(path: string): Promise<number> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  const last = lastIntactPage(bytes);
  if (last === undefined || last.granule <= 0) return 0;
  if (last.isLast && last.end === bytes.length) return last.granule;
  await using file = await open(path, "r+");
  await file.truncate(last.end);
  await file.write(asLastPage(bytes.subarray(last.start, last.end)), 0, last.end - last.start, last.start);
  return last.granule;
}

/** Pages are walked by their headers; only those at the end, which a crash may have cut, are checked by their sum. */
function lastIntactPage(bytes: Buffer) {
  const pages: { start: number; end: number; granule: number; isLast: boolean }[] = [];
  for (let start = 0, page = parseOggPage(bytes, 0); page !== undefined; page = parseOggPage(bytes, start)) {
    pages.push({ start, ...page });
    start = page.end;
  }
  return pages.findLast(({ start, end }) => isIntact(bytes.subarray(start, end)));
}
