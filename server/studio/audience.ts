import { createHash, randomBytes } from "node:crypto";

/** A player that has asked for no playlist in this time is gone: it asks every two seconds. */
const patienceMs = 12_000;

/** Players of one line that are counted at once: a classroom of tablets. Whoever writes another word behind each request is no larger a crowd. */
const mostOfOneLine = 30;

/** How many listen now, without knowing anybody: open streams are counted, and players of HLS by line and a random word, hashed under a salt that goes with the show, and forgotten within seconds. */
export class Audience {
  readonly #now: () => number;
  readonly #salt = randomBytes(16);
  /** By line, when each of its players was last seen. */
  readonly #lines = new Map<string, Map<string, number>>();
  readonly #crowds = new Set<() => number>();
  #streams = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get count(): number {
    let players = 0;
    for (const [line, seen] of this.#lines) {
      this.#forgetGone(seen);
      if (seen.size === 0) this.#lines.delete(line);
      players += seen.size;
    }
    const crowds = [...this.#crowds].reduce((sum, count) => sum + count(), 0);
    return this.#streams + players + crowds;
  }

  /** A player asked for its playlist; the word came with the master playlist it was given, and means nothing on another line. */
  see(line: string, word: string): void {
    const key = this.#hashOf(line);
    const seen = this.#lines.get(key) ?? new Map<string, number>();
    if (!seen.has(word) && seen.size >= mostOfOneLine) this.#forgetGone(seen);
    if (!seen.has(word) && seen.size >= mostOfOneLine) return;
    seen.set(word, this.#now());
    this.#lines.set(key, seen);
  }

  /** So many more listen, as long as the answer is not called. */
  join(count: () => number): () => void {
    this.#crowds.add(count);
    return () => this.#crowds.delete(count);
  }

  /** A stream was opened; the answer is to be called when it ends. */
  enter(): () => void {
    this.#streams += 1;
    let isHere = true;
    return () => {
      if (isHere) this.#streams -= 1;
      isHere = false;
    };
  }

  #forgetGone(seen: Map<string, number>): void {
    const since = this.#now() - patienceMs;
    for (const [word, seenAt] of seen) if (seenAt < since) seen.delete(word);
  }

  #hashOf(line: string): string {
    return createHash("sha256").update(this.#salt).update(line).digest("base64url").slice(0, 16);
  }
}
