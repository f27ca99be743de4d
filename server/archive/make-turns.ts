/** Makes works on one thing wait for each other: those with the same key run one after the other, in the order they came. */
export function makeTurns() {
  const last = new Map<string, Promise<unknown>>();
  return function inTurn<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const former = last.get(key) ?? Promise.resolve();
    const result = former.then(work, work);
    const settled = result
      .catch(() => undefined)
      .then(() => {
        if (last.get(key) === settled) last.delete(key);
      });
    last.set(key, settled);
    return result;
  };
}
