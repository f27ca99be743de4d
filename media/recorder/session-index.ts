import { readFile, truncate } from "node:fs/promises";
import { join } from "node:path";
import { IndexLine, type LineOf, type NewLine } from "./index-line.ts";
import { openGrowingFile } from "./open-growing-file.ts";

/** Name of the index in a recording's directory. */
export const indexName = "session.jsonl";

/** A recording's index under way; every line is on disk when `append` returns. */
export type SessionIndex = Disposable & { append(line: NewLine): void };

/** Begins the index of a new recording, or continues one that `readIndex` has read. */
export function openSessionIndex(directory: string): SessionIndex {
  const file = openGrowingFile(join(directory, indexName), { isNew: false });
  return {
    append: (line) => {
      file.append(Buffer.from(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`));
    },
    [Symbol.dispose]: () => {
      file[Symbol.dispose]();
    },
  };
}

/** Reads an index; a last line that a crash cut is removed from the file. Throws when there is none. */
export async function readIndex(directory: string): Promise<IndexLine[]> {
  const path = join(directory, indexName);
  const text = await readFile(path);
  const end = text.lastIndexOf("\n") + 1;
  if (end < text.length) await truncate(path, end);
  return linesIn(text);
}

/** Reads the whole lines of an index that somebody may be writing, and leaves it as it is. Throws when there is none. */
export const parseIndex = async (directory: string): Promise<IndexLine[]> =>
  linesIn(await readFile(join(directory, indexName)));

const linesIn = (text: Buffer): IndexLine[] =>
  text
    .toString("utf8", 0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .flatMap(parseLine);

/** Lines of one kind, in the order they were written. */
export function linesOf<Kind extends IndexLine["kind"]>(lines: readonly IndexLine[], kind: Kind): LineOf<Kind>[] {
  return lines.filter((line): line is LineOf<Kind> => line.kind === kind);
}

function parseLine(text: string): IndexLine[] {
  try {
    const line = IndexLine.safeParse(JSON.parse(text));
    return line.success ? [line.data] : [];
  } catch {
    // A line damaged by a full disk is passed over: the others still tell the rest.
    return [];
  }
}
