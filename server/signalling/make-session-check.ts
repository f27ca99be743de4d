import { Refusal } from "../errors.ts";

/** So long a session that was there is taken to be there still. */
const trustMs = 10_000;

/**
 * Sessions end by themselves, too: what it gives throws `session.expired` once `isStillHere` says so, and lets go of the socket. It looks again after ten seconds, not at every
 * move of a fader.
 */
export function makeSessionCheck(
  isStillHere: () => Promise<boolean>,
  letGo: () => void,
  now: () => number = Date.now,
): () => Promise<void> {
  let knownAt = now();
  return async () => {
    if (now() - knownAt < trustMs) return;
    if (!(await isStillHere())) {
      letGo();
      throw new Refusal("session.expired");
    }
    knownAt = now();
  };
}
