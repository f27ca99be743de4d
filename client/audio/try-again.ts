const pausesMs = [1_000, 2_000, 4_000];

/** How long to wait after so many failures. */
export const pauseAfter = (failures: number) => pausesMs[Math.min(failures, pausesMs.length) - 1] ?? 0;

/** Does `act`, and again after 1, 2 and then every 4 s while it fails and is still wanted. */
export function tryAgain(act: () => Promise<unknown>, isWanted: () => boolean, failures = 0) {
  act().catch(() => {
    setTimeout(
      () => {
        if (isWanted()) tryAgain(act, isWanted, failures + 1);
      },
      pauseAfter(failures + 1),
    );
  });
}
