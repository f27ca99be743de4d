/** Numbers that look drawn and are the same for the same seed (mulberry32), so that a difference found once is found again. */
export function makeRandom(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    /** One of them; undefined when there is none. */
    one: <Each>(from: readonly Each[]): Each | undefined => from[below(from.length)],
    shuffled: <Each>(from: readonly Each[]): Each[] =>
      from
        .map((each) => [next(), each] as const)
        .sort(([one], [other]) => one - other)
        .map(([, each]) => each),
  };
}
/** See {@link makeRandom}. */
export type Random = ReturnType<typeof makeRandom>;
