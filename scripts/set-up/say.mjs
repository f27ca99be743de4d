/** Prints one line of the set-up. */
export function say(text) {
  console.log(`set-up: ${text}`);
}

/** Seconds since `startedAt` (of `performance.now()`), as people read them. */
export function secondsSince(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

/** Does one thing, and says what it was and how long it took. */
export async function step(name, action) {
  const startedAt = performance.now();
  say(`${name} …`);
  await action();
  say(`${name}: ${secondsSince(startedAt)}`);
}
