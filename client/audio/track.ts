import type { SoundSource } from "./create-sound.ts";

/** An episode as the player needs it; the first source that the browser can play is taken. */
export type Track = {
  id: string;
  title: string;
  artist: string;
  artworkUrl: string;
  durationSeconds: number;
  sources: readonly SoundSource[];
};
