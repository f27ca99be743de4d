import { closeSync, constants, fstatSync, openSync, writeSync } from "node:fs";

/** A file that grows by whole pieces. */
export type GrowingFile = Disposable & {
  /** Writes a piece, or keeps it for the next time while the disk is full; past 4 MB kept, newer pieces are dropped. */
  append(piece: Uint8Array): void;
};

const mostKept = 4_000_000;

/**
 * Opens a file to grow at its end: a new one, or with `isNew: false` perhaps one that is there; a new one that is there throws.
 * A piece is with the system, safe from a kill, when `append` returns.
 */
export function openGrowingFile(path: string, { isNew = true } = {}): GrowingFile {
  const fd = openSync(path, constants.O_WRONLY | constants.O_CREAT | (isNew ? constants.O_EXCL : 0));
  const kept: Uint8Array[] = [];
  let position = fstatSync(fd).size;

  const writeKept = (): void => {
    for (let piece = kept[0]; piece !== undefined && isWritten(fd, piece, position); piece = kept[0]) {
      position += piece.length;
      kept.shift();
    }
  };
  const append = (piece: Uint8Array): void => {
    if (kept.reduce((sum, { length }) => sum + length, 0) < mostKept) kept.push(piece);
    writeKept();
  };
  const dispose = (): void => {
    writeKept();
    closeSync(fd);
  };
  return { append, [Symbol.dispose]: dispose };
}

/** Synchronous, so that a kill right after finds the bytes on disk; at a fixed place, so that half a piece is written over. */
function isWritten(fd: number, piece: Uint8Array, position: number): boolean {
  try {
    let done = 0;
    while (done < piece.length) done += writeSync(fd, piece, done, piece.length - done, position + done);
    return true;
  } catch {
    // ENOSPC, EIO, EDQUOT: the show goes on, and the piece is tried again with the next.
    return false;
  }
}
