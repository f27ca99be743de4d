/** Bytes of sound between two words about it, as ICY players are told by `icy-metaint`. */
export const icyInterval = 16_000;

/** Weaves the current title into an MP3 stream, every 16,000 bytes: in full when it has changed, else one zero. */
export class IcyWeaver {
  readonly #title: () => string;
  #told: string | undefined;
  #untilWord = icyInterval;

  constructor(title: () => string) {
    this.#title = title;
  }

  /** The same sound, with words where they are due. */
  weave(sound: Uint8Array): Buffer {
    const parts: Uint8Array[] = [];
    let at = 0;
    while (sound.length - at >= this.#untilWord) {
      parts.push(sound.subarray(at, at + this.#untilWord), this.#word());
      at += this.#untilWord;
      this.#untilWord = icyInterval;
    }
    parts.push(sound.subarray(at));
    this.#untilWord -= sound.length - at;
    return Buffer.concat(parts);
  }

  #word(): Buffer {
    const title = this.#title();
    if (title === this.#told) return Buffer.of(0);
    this.#told = title;
    // A quote and a semicolon would end the value early; players know no way to escape them.
    const text = Buffer.from(`StreamTitle='${title.replaceAll("';", "’;")}';`, "utf8");
    const units = Math.ceil(text.length / 16);
    return Buffer.concat([Buffer.of(units), text, Buffer.alloc(units * 16 - text.length)]);
  }
}
