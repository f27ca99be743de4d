/** Everything this page hears, one audio element each: the others and the carts. */
export type Speakers = {
  play(id: string, track: MediaStreamTrack): void;
  stop(id: string): void;
  stopAll(): void;
  /** 0 is mute, 1 is as it comes. */
  setVolume(volume: number): void;
  /** Plays what the browser held back; call it from a press of a key. */
  unlock(): void;
};

/** Speakers that tell `onBlocked` when the browser wants a gesture before it plays sound, and when it no longer does. */
export function makeSpeakers(onBlocked: (isBlocked: boolean) => void, makeElement = () => new Audio()): Speakers {
  const elements = new Map<string, HTMLAudioElement>();
  let volume = 1;
  // iOS keeps `volume` at 1 whatever is written; `muted` works everywhere.
  const apply = (element: HTMLAudioElement) => {
    element.volume = volume;
    element.muted = volume === 0;
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
    element?.pause();
    if (element !== undefined) element.srcObject = null;
  };
  return {
    play: (id, track) => {
      stop(id);
      const element = makeElement();
      elements.set(id, element);
      element.srcObject = new MediaStream([track]);
      apply(element);
      start(element);
    },
    stop,
    stopAll: () => {
      for (const id of [...elements.keys()]) stop(id);
    },
    setVolume: (wanted) => {
      volume = wanted;
      for (const element of elements.values()) apply(element);
    },
    unlock: () => {
      for (const element of elements.values()) start(element);
    },
  };
}
