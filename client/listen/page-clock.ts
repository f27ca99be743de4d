let drawnAt: number | undefined;

/** The instant for which the page is drawn: the server and the browser write the same minutes. */
export const setPageClock = (now: number): void => {
  drawnAt = now;
};

/** That instant, for what is drawn first; what moves on asks the clock itself. */
export const firstNow = (): number => drawnAt ?? Date.now();
