import { createEffect, onCleanup, type Accessor } from "solid-js";
import type { Track } from "./track.ts";

type Bound = {
  track: Accessor<Track | undefined>;
  isPlaying: Accessor<boolean>;
  position: Accessor<number>;
  speed: Accessor<number>;
  play: () => Promise<void>;
  pause: () => void;
  jump: (seconds: number) => void;
  seek: (seconds: number) => void;
};

const step = 15;

/** Tells the lock screen and the headset what plays, and obeys them, while the caller's owner lives. */
export function bindMediaSession(player: Bound): void {
  if (!("mediaSession" in navigator)) return;
  const session = navigator.mediaSession;
  createEffect(() => {
    const track = player.track();
    session.metadata = track === undefined ? null : metadataOf(track);
  });
  createEffect(() => (session.playbackState = player.isPlaying() ? "playing" : "paused"));
  createEffect(() => {
    const duration = player.track()?.durationSeconds ?? 0;
    if (duration === 0) return;
    session.setPositionState({
      duration,
      playbackRate: player.speed(),
      position: Math.min(player.position(), duration),
    });
  });
  const handlers = {
    play: () => void player.play(),
    pause: () => player.pause(),
    seekbackward: (details) => player.jump(-(details.seekOffset ?? step)),
    seekforward: (details) => player.jump(details.seekOffset ?? step),
    seekto: (details) => player.seek(details.seekTime ?? 0),
  } satisfies Partial<Record<MediaSessionAction, MediaSessionActionHandler>>;
  for (const [name, act] of Object.entries(handlers)) session.setActionHandler(name as MediaSessionAction, act);
  onCleanup(() => {
    for (const name of Object.keys(handlers)) session.setActionHandler(name as MediaSessionAction, null);
    session.metadata = null;
  });
}

const metadataOf = ({ title, artist, artworkUrl }: Track) =>
  new MediaMetadata({ title, artist, artwork: [{ src: artworkUrl, type: "image/jpeg" }] });
