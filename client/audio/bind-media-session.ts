import { createEffect, createSignal, onCleanup, type Accessor } from "solid-js";
import { isServer } from "solid-js/web";

/** What the lock screen shows. */
export type SessionWords = { title: string; artist: string; artworkUrl: string };

/** What the lock screen shows of a sound, and what its keys do; a key without an act is not there. */
export type BoundSound = {
  words: Accessor<SessionWords | undefined>;
  isPlaying: Accessor<boolean>;
  /** Where a sound with an end stands. */
  place?: Accessor<MediaPositionState | undefined>;
  acts: Partial<Record<MediaSessionAction, MediaSessionActionHandler>>;
};

// Two sounds of a page (an episode and the live show) share one lock screen: it belongs to the one that played last.
const [holder, setHolder] = createSignal<BoundSound>();

/** Tells the lock screen and the headset what plays, and obeys them, while the caller's owner lives. */
export function bindMediaSession(sound: BoundSound): void {
  if (isServer || !("mediaSession" in navigator)) return;
  const session = navigator.mediaSession;
  const isMine = () => holder() === sound;
  createEffect(() => {
    if (sound.isPlaying() || holder() === undefined) setHolder(() => sound);
  });
  createEffect(() => {
    if (!isMine()) return;
    const words = sound.words();
    session.metadata = words === undefined ? null : metadataOf(words);
  });
  createEffect(() => {
    if (isMine()) session.playbackState = sound.isPlaying() ? "playing" : "paused";
  });
  createEffect(() => {
    // Without a position the one before would stay.
    if (isMine()) session.setPositionState(sound.place?.());
  });
  createEffect(() => {
    if (!isMine()) return;
    const names = Object.keys(sound.acts) as MediaSessionAction[];
    for (const name of names) session.setActionHandler(name, sound.acts[name] ?? null);
    onCleanup(() => {
      for (const name of names) session.setActionHandler(name, null);
    });
  });
  onCleanup(() => {
    if (!isMine()) return;
    session.metadata = null;
    setHolder(undefined);
  });
}

const metadataOf = ({ title, artist, artworkUrl }: SessionWords) =>
  new MediaMetadata({ title, artist, artwork: [{ src: artworkUrl, type: "image/jpeg" }] });
