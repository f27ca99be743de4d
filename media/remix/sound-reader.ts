import { openFfmpeg, type OpenFfmpeg } from "../ffmpeg/open-ffmpeg.ts";

/** What is kept behind the place last read: a mixer's clock may have stepped back by a few blocks. */
const keptFrames = 48_000;

/**
 * A sound file decoded as it is read, from its beginning on: interleaved samples at 48 kHz, −1 to 1. Before and after the file there is silence.
 * Disposing it ends the decoder.
 */
export class SoundReader implements AsyncDisposable {
  readonly #path: string;
  readonly #channels: 1 | 2;
  #ffmpeg: OpenFfmpeg | undefined;
  #chunks: AsyncIterator<Buffer, unknown> | undefined;
  #rest = Buffer.alloc(0);
  /** Decoded samples, of which the first stands at frame `#from`. */
  #window = new Float32Array(0);
  #from = 0;
  #hasEnded = false;

  /** Nothing is opened before the first read. */
  constructor(path: string, channels: 1 | 2) {
    this.#path = path;
    this.#channels = channels;
  }

  /** Fills `out` from a frame of the file on. What lies more than a second behind the place last read is silence. */
  async read(frame: number, out: Float32Array): Promise<void> {
    const end = frame + out.length / this.#channels;
    while (!this.#hasEnded && this.#to < end) await this.#decode(frame);
    for (let index = 0; index < out.length; index++) {
      out[index] = this.#window[index + (frame - this.#from) * this.#channels] ?? 0;
    }
  }

  get #to(): number {
    return this.#from + this.#window.length / this.#channels;
  }

  async #decode(frame: number): Promise<void> {
    this.#chunks ??= this.#open();
    const { done, value } = await this.#chunks.next();
    if (done === true) {
      await this.#ffmpeg?.done;
      this.#hasEnded = true;
    } else this.#add(value, Math.max(this.#from, frame - keptFrames));
  }

  #open(): AsyncIterator<Buffer, unknown> {
    const output = ["-f", "f32le", "-ar", "48000", "-ac", String(this.#channels), "pipe:1"];
    this.#ffmpeg = openFfmpeg(["-i", this.#path, ...output], { patience: "some" });
    // Only as much is decoded as is read.
    this.#ffmpeg.stdout.pause();
    this.#ffmpeg.stdin.end();
    return this.#ffmpeg.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer, unknown>;
  }

  #add(bytes: Buffer, keepFrom: number): void {
    const all = Buffer.concat([this.#rest, bytes]);
    const whole = all.length - (all.length % (4 * this.#channels));
    this.#rest = all.subarray(whole);
    const decoded = new Float32Array(new Uint8Array(all.subarray(0, whole)).buffer);
    const kept = this.#window.subarray(Math.min(this.#window.length, (keepFrom - this.#from) * this.#channels));
    this.#from = this.#to - kept.length / this.#channels;
    const window = new Float32Array(kept.length + decoded.length);
    window.set(kept);
    window.set(decoded, kept.length);
    this.#window = window;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // What nobody reads any more would keep the process's end from being noticed.
    this.#ffmpeg?.stdout.destroy();
    await this.#ffmpeg?.[Symbol.asyncDispose]();
  }
}
