import type { Episode } from "../../schemas/episodes.ts";
import type { Span } from "./heard-spans.ts";

/** Where the sound lies in one of an episode's files. */
export type SoundIn = {
  durationSeconds: number;
  /** The seconds of sound in some bytes; `undefined` when there are none, as in the cover that an MP3 begins with. */
  spanOf(from: number, to: number): Span | undefined;
};

/** An episode's file as sound; `undefined` for the files beside it. What an MP3 holds besides sound (its tag, with the cover) stands at its beginning. */
export function soundIn({ enclosures, durationSeconds }: Episode, name: string): SoundIn | undefined {
  const file = enclosures.find(({ url }) => url.endsWith(`/${name}`));
  if (file === undefined || durationSeconds === null || durationSeconds <= 0) return undefined;
  const tagBytes = file.format === "mp3" ? Math.max(0, file.byteLength - (durationSeconds * file.bitrate) / 8) : 0;
  const bytesPerSecond = (file.byteLength - tagBytes) / durationSeconds;
  const secondsAt = (byte: number) => Math.max(0, byte - tagBytes) / bytesPerSecond;
  return {
    durationSeconds,
    spanOf: (from, to) => {
      const span: Span = [secondsAt(from), secondsAt(to)];
      return span[1] > span[0] ? span : undefined;
    },
  };
}
