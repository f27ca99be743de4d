import { newToken } from "./session-token.ts";

/** A browser has this long to answer. */
const lifetimeMs = 5 * 60_000;
/** Most that wait for an answer at a time; the oldest is forgotten for one more. */
const mostWaiting = 1_000;

/** Questions to authenticators, in memory: each is answered once, in time, by whom it was put to (`undefined`: whoever wants in). */
export function makeChallenges(clock: () => number) {
  const waiting = new Map<string, { asked: string | undefined; until: number }>();
  return {
    put: (asked?: string): string => {
      const oldest = waiting.keys().next().value;
      if (waiting.size >= mostWaiting && oldest !== undefined) waiting.delete(oldest);
      const challenge = newToken();
      waiting.set(challenge, { asked, until: clock() + lifetimeMs });
      return challenge;
    },
    take: (challenge: string, asked?: string): boolean => {
      const known = waiting.get(challenge);
      waiting.delete(challenge);
      return known !== undefined && known.asked === asked && known.until > clock();
    },
  };
}
