/** A player that has asked for no playlist in this time is gone: it asks every two seconds. */
const patienceMs = 12_000;

/** How many listen now, without knowing anybody: open streams are counted, and players of HLS by a random word that lives for seconds. */
export class Audience {
  readonly #now: () => number;
  readonly #players = new Map<string, number>();
  readonly #crowds = new Set<() => number>();
  #streams = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get count(): number {
    const since = this.#now() - patienceMs;
    for (const [word, seenAt] of this.#players) if (seenAt < since) this.#players.delete(word);
    const crowds = [...this.#crowds].reduce((sum, count) => sum + count(), 0);
    return this.#streams + this.#players.size + crowds;
  }

  /** A player asked for its playlist; the word came with the master playlist it was given. */
  see(word: string): void {
    this.#players.set(word, this.#now());
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
}
