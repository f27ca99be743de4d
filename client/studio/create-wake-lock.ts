import { createEffect, onCleanup, type Accessor } from "solid-js";

/** Keeps the screen on while `isNeeded`; browsers give the lock back whenever the page is hidden, so it is taken again. */
export function createWakeLock(isNeeded: Accessor<boolean>) {
  createEffect(() => {
    if (!isNeeded() || !("wakeLock" in navigator)) return;
    let isOver = false;
    let lock: WakeLockSentinel | undefined;
    const take = () => {
      if (isOver || document.visibilityState !== "visible") return;
      // Refused on an almost empty battery: the show goes on.
      navigator.wakeLock.request("screen").then(
        (taken) => {
          if (isOver) void taken.release();
          else lock = taken;
        },
        () => undefined,
      );
    };
    take();
    document.addEventListener("visibilitychange", take);
    onCleanup(() => {
      isOver = true;
      document.removeEventListener("visibilitychange", take);
      void lock?.release();
    });
  });
}
