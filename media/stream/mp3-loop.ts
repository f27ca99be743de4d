import { openFfmpeg, type OpenFfmpeg } from "../ffmpeg/open-ffmpeg.ts";
import { loopArgs } from "./encode-args.ts";
import { FrameReader } from "./fragment-reader.ts";

/** A raw file (16-bit, 48 kHz, stereo), and how loud it is to be. */
export type LoopSound = { pcmPath: string; gainDb: number };

/** An encoder that dies sooner than this will not live longer the next time. */
const leastLifeMs = 1_000;

/** A sound that goes round and round as MP3, with an encoder that is started anew when it dies. Disposing it ends it. */
export class Mp3Loop implements AsyncDisposable {
  readonly #sound: LoopSound;
  readonly #take: (frames: Uint8Array) => void;
  readonly #onFailure: (error: unknown) => void;
  #ffmpeg: OpenFfmpeg;
  #isEnding = false;

  /** `take` gets whole frames as they are due; `onFailure` hears that the sound cannot be played. */
  constructor(sound: LoopSound, take: (frames: Uint8Array) => void, onFailure: (error: unknown) => void) {
    this.#sound = sound;
    this.#take = take;
    this.#onFailure = onFailure;
    this.#ffmpeg = this.#start();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isEnding = true;
    await this.#ffmpeg[Symbol.asyncDispose]();
  }

  #start(): OpenFfmpeg {
    const { pcmPath, gainDb } = this.#sound;
    const reader = new FrameReader();
    const ffmpeg = openFfmpeg(loopArgs(pcmPath, gainDb));
    const beganMs = performance.now();
    ffmpeg.stdout.on("data", (bytes: Buffer) => {
      for (const piece of reader.read(bytes)) if (!this.#isEnding) this.#take(piece.bytes);
    });
    const goOn = (error: unknown) => {
      if (this.#isEnding) return;
      if (performance.now() - beganMs < leastLifeMs) this.#onFailure(error);
      else this.#ffmpeg = this.#start();
    };
    ffmpeg.done.then(goOn, goOn);
    return ffmpeg;
  }
}
