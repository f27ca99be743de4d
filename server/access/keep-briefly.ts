import { hashToken, newToken } from "./session-token.ts";

/** Keeps things in memory until a browser comes back with the token that it alone was given; of more than `most` the oldest goes, so that nobody fills the memory. */
export function keepBriefly<Kept>({ lastsMs, most, clock }: { lastsMs: number; most: number; clock: () => number }) {
  const kept = new Map<string, { thing: Kept; expiresAt: number }>();

  function find(token: string | undefined): Kept | undefined {
    const known = kept.get(hashToken(token ?? ""));
    return known !== undefined && known.expiresAt > clock() ? known.thing : undefined;
  }

  return {
    find,
    keep: (thing: Kept): string => {
      for (const [hash, { expiresAt }] of kept) if (expiresAt <= clock()) kept.delete(hash);
      const oldest = kept.keys().next();
      if (kept.size >= most && !oldest.done) kept.delete(oldest.value);
      const token = newToken();
      kept.set(hashToken(token), { thing, expiresAt: clock() + lastsMs });
      return token;
    },
    /** True once per token, also for two who send it at once. */
    drop: (token: string | undefined): boolean => kept.delete(hashToken(token ?? "")),
  };
}
