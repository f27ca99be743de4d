const speeds = [1, 1.25, 1.5, 2, 0.75] as const;

/** The speed after this one; round again after the last. */
export function nextSpeed(speed: number): number {
  const place = speeds.findIndex((each) => each === speed);
  return speeds[(place + 1) % speeds.length] ?? 1;
}
