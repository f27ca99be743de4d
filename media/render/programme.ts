/** The finished recording of a show, as rendering needs it. */
export type Programme = {
  /** A FLAC; mono or stereo. */
  path: string;
  /** Exact, from the recorder's count of frames. */
  durationSeconds: number;
  /** As measured while the show ran; measured here when missing. −70 and below is silence. */
  integratedLufs?: number | undefined;
  truePeakDbtp?: number | undefined;
};

/** One file that listeners get. */
export type EncodedSound = {
  format: "mp3" | "opus";
  mimeType: "audio/mpeg" | "audio/ogg; codecs=opus";
  byteLength: number;
  /** Bits per second, averaged over the file. */
  bitrate: number;
  path: string;
};
