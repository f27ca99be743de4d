/** What the address of a listener's page asks for besides its episode. */
export type ListeningWish = {
  /** Where the sound is to begin, in seconds: `?t=83` or `?t=1:23`; `null` leaves it to the device. */
  startSeconds: number | null;
  /** Where it is to stop: `?t=83-113`; `null` where it goes on. */
  endSeconds: number | null;
  /** Whether the text is to be in the page from its first byte on: `?text`. */
  isTextWanted: boolean;
};

const longestSeconds = 24 * 3_600;

function secondsIn(asked: string | null): number | null {
  if (asked === null || !/^\d{1,5}(:[0-5]?\d){0,2}$/.test(asked)) return null;
  const seconds = asked
    .split(":")
    .map(Number)
    .reduce((sum, part) => sum * 60 + part);
  return seconds <= longestSeconds ? seconds : null;
}

/** Reads it; what it does not understand is as if it were not there. */
export function wishIn(query: URLSearchParams): ListeningWish {
  const [start = null, end = null, more] = query.get("t")?.split("-") ?? [];
  const [startSeconds, endSeconds] = [secondsIn(start), secondsIn(end)];
  const isPassage = startSeconds !== null && endSeconds !== null && endSeconds > startSeconds;
  const isUnderstood = more === undefined && (end === null || isPassage);
  return {
    startSeconds: isUnderstood ? startSeconds : null,
    endSeconds: isUnderstood ? endSeconds : null,
    isTextWanted: query.has("text"),
  };
}

/** The address, below an episode's page, of a passage of it. */
export const passageQuery = (startSeconds: number, endSeconds: number): string =>
  `?t=${Math.floor(startSeconds)}-${Math.ceil(endSeconds)}`;

/** The address, below an episode's page, of a place in it. */
export const placeQuery = (seconds: number, isTextWanted = false): string =>
  `?t=${Math.floor(seconds)}${isTextWanted ? "&text" : ""}`;
