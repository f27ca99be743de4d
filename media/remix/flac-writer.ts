import { once } from "node:events";
import { openFfmpeg, type OpenFfmpeg } from "../ffmpeg/open-ffmpeg.ts";
import { programmePcm } from "../recorder/programme-pcm.ts";
import { encodeArgs } from "../recorder/programme-writer.ts";

/** A FLAC that is written block by block, like the programme's own. Disposing it before `end` leaves a file that is cut. */
export class FlacWriter implements AsyncDisposable {
  readonly #ffmpeg: OpenFfmpeg;

  /** The file must not be there. */
  constructor(path: string) {
    this.#ffmpeg = openFfmpeg(encodeArgs(path), { patience: "some" });
  }

  /** Adds interleaved stereo samples; waits while the encoder is busy, and throws when it is gone. */
  async write(block: Float32Array): Promise<void> {
    if (!this.#ffmpeg.stdin.write(programmePcm(block))) {
      await Promise.race([once(this.#ffmpeg.stdin, "drain"), this.#ffmpeg.done]);
    }
  }

  /** Finishes the file. */
  async end(): Promise<void> {
    await this.#ffmpeg.end();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#ffmpeg[Symbol.asyncDispose]();
  }
}
