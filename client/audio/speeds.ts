const speeds = [1, 1.25, 1.5, 2, 0.75] as const;

const room = "antenne.speed";

/** The speed that this device listened at last; 1 when it never chose. */
export function readSpeed(shelf: Pick<Storage, "getItem">): number {
  const kept = Number(shelf.getItem(room));
  return speeds.find((each) => each === kept) ?? 1;
}

/** Keeps the speed for the next page. */
export function keepSpeed(shelf: Pick<Storage, "setItem">, speed: number): void {
  try {
    shelf.setItem(room, String(speed));
  } catch {
    // A full or forbidden storage forgets the speed; listening goes on.
  }
}

/** The speed after this one; round again after the last. */
export function nextSpeed(speed: number): number {
  const place = speeds.findIndex((each) => each === speed);
  return speeds[(place + 1) % speeds.length] ?? 1;
}
