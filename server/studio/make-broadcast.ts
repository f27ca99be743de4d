import type { StudioClock } from "./studio-clock.ts";

/** Sends at once when nothing was sent lately, else once at the end of the pause: a fader drag is not a flood. */
export function makeBroadcast(clock: StudioClock, pauseMs: number, send: () => void): Disposable & { ask(): void } {
  let callOff: (() => void) | undefined;
  let isAsked = false;

  function sendNow() {
    isAsked = false;
    callOff = clock.after(pauseMs, () => {
      callOff = undefined;
      if (isAsked) sendNow();
    });
    send();
  }

  return {
    ask: () => {
      isAsked = true;
      if (callOff === undefined) sendNow();
    },
    [Symbol.dispose]: () => callOff?.(),
  };
}
