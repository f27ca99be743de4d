/**
 * Runs works that only make sense together: when one of them throws, the signal given to all of them aborts. What they started must be
 * waited for by `work` itself, or end by the signal.
 */
export async function runTogether<Result>(
  signal: AbortSignal,
  work: (together: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const stop = new AbortController();
  try {
    return await work(AbortSignal.any([signal, stop.signal]));
  } catch (error) {
    stop.abort(error);
    throw error;
  }
}
