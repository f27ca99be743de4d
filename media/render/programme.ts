import type { Muted } from "./muted.ts";

/** The finished recording of a show, as rendering needs it. */
export type Programme = {
  /** A FLAC; mono or stereo. */
  path: string;
  /** Exact, from the recorder's count of frames, without what is muted. */
  durationSeconds: number;
  /** Passages of the file that are left out. */
  muted?: readonly Muted[] | undefined;
  /** As measured while the show ran; measured here when missing. −70 and below is silence. */
  integratedLufs?: number | undefined;
  truePeakDbtp?: number | undefined;
};

/** One file that listeners get. */
export type EncodedSound = {
  format: "mp3" | "opus" | "low";
  mimeType: "audio/mpeg" | "audio/ogg; codecs=opus" | "audio/webm; codecs=opus";
  byteLength: number;
  /** Bits per second, averaged over the file. */
  bitrate: number;
  path: string;
};
