/** Everything this page hears, one audio element each: the others, the carts, and at the desk the cue bus. */
export type Speakers = {
  /** `isCue` stays as loud as ever while the rest is dimmed. */
  play(id: string, track: MediaStreamTrack, isCue?: boolean): void;
  stop(id: string): void;
  stopAll(): void;
  /** 0 is mute, 1 is as it comes. */
  setVolume(volume: number): void;
  /** Makes all but the cue soft, for as long as something is listened to on its own. */
  dim(isDimmed: boolean): void;
  /** Plays what the browser held back; call it from a press of a key. */
  unlock(): void;
};

/** What is left of the others while the desk listens to a strip on its own: −16 dB, still to be noticed. */
const dimmedShare = 0.16;

/** Speakers that tell `onBlocked` when the browser wants a gesture before it plays sound, and when it no longer does. */
export function makeSpeakers(onBlocked: (isBlocked: boolean) => void, makeElement = () => new Audio()): Speakers {
  const elements = new Map<string, HTMLAudioElement>();
  const cues = new Set<string>();
  let volume = 1;
  let isDimmed = false;
  // iOS keeps `volume` at 1 whatever is written; `muted` works everywhere.
  const apply = (element: HTMLAudioElement, id: string) => {
    const isSoft = isDimmed && !cues.has(id);
    element.volume = isSoft ? volume * dimmedShare : volume;
    element.muted = volume === 0 || (isSoft && element.volume === 1);
  };
  const applyToAll = () => {
    for (const [id, element] of elements) apply(element, id);
  };
  const start = (element: HTMLAudioElement) => {
    element.play().then(
      () => {
        onBlocked(false);
      },
      (error: unknown) => {
        if (error instanceof Error && error.name === "NotAllowedError") onBlocked(true);
      },
    );
  };
  const stop = (id: string) => {
    const element = elements.get(id);
    elements.delete(id);
    cues.delete(id);
    element?.pause();
    if (element !== undefined) element.srcObject = null;
  };
  return {
    play: (id, track, isCue = false) => {
      stop(id);
      if (isCue) cues.add(id);
      const element = makeElement();
      elements.set(id, element);
      element.srcObject = new MediaStream([track]);
      apply(element, id);
      start(element);
    },
    stop,
    stopAll: () => {
      for (const id of [...elements.keys()]) stop(id);
    },
    setVolume: (wanted) => {
      volume = wanted;
      applyToAll();
    },
    dim: (wanted) => {
      isDimmed = wanted;
      applyToAll();
    },
    unlock: () => {
      for (const element of elements.values()) start(element);
    },
  };
}
