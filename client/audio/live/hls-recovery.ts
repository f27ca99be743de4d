/** What brings sound back that the browser could not decode or place: the decoder anew, the other audio codec, or the whole source. */
export type MediaCure = "recover" | "swap" | "reload";

/** After so long without another error, the next one is met like the first. */
const forgottenAfterMs = 15_000;
const firstRetryMs = 1_000;
const longestRetryMs = 15_000;

/** Chooses how to go on after errors that stop hls.js; it never gives up. Instants and waits are in milliseconds. */
export function makeHlsRecovery() {
  let mediaErrors = 0;
  let networkErrors = 0;
  let lastMediaErrorAt = Number.NEGATIVE_INFINITY;
  return {
    /** After a media error: each cure is greater than the one before, and from the third on the source waits longer and longer. */
    ofMedia: (at: number): { cure: MediaCure; waitMs: number } => {
      mediaErrors = at - lastMediaErrorAt > forgottenAfterMs ? 1 : mediaErrors + 1;
      lastMediaErrorAt = at;
      const cure = mediaErrors === 1 ? "recover" : mediaErrors === 2 ? "swap" : "reload";
      return { cure, waitMs: cure === "reload" ? backOff(mediaErrors - 3) : 0 };
    },
    /** How long to wait before the network is asked again. */
    ofNetwork: (): number => backOff(networkErrors++),
    /** Sound was loaded: the network is well. */
    loaded: () => {
      networkErrors = 0;
    },
  };
}

const backOff = (tries: number): number => Math.min(longestRetryMs, firstRetryMs * 2 ** tries);
