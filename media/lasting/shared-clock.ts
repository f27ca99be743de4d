/** Milliseconds of a clock that is the same in all threads of a process and is never set; `performance.now()` begins with its thread. */
export const sharedNowMs = (): number => Number(process.hrtime.bigint() / 1_000n) / 1_000;
