const room = "antenne.places";
const mostKept = 200;
// Nearer to either end, one begins again.
const startMargin = 5;
const endMargin = 15;

type Shelf = Pick<Storage, "getItem" | "setItem">;
type Places = Record<string, number>;

function readPlaces(shelf: Shelf): Places {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(room) ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Places) : {};
  } catch {
    return {};
  }
}

/** Where this device stopped listening to an episode, in seconds; 0 when it has not begun or had finished. */
export function readPlace(shelf: Shelf, episodeId: string, durationSeconds: number): number {
  const place = readPlaces(shelf)[episodeId];
  return typeof place === "number" && place > startMargin && place < durationSeconds - endMargin ? place : 0;
}

/** Keeps the place of an episode, and forgets it near the end. The oldest of 200 episodes makes room. */
export function keepPlace(shelf: Shelf, episodeId: string, seconds: number, durationSeconds: number): void {
  const others = Object.entries(readPlaces(shelf)).filter(([id]) => id !== episodeId);
  const isOver = seconds >= durationSeconds - endMargin;
  const place = Math.round(seconds * 10) / 10;
  const kept = isOver ? others : [...others, [episodeId, place] as const];
  try {
    shelf.setItem(room, JSON.stringify(Object.fromEntries(kept.slice(-mostKept))));
  } catch {
    // A full or forbidden storage forgets the place; listening goes on.
  }
}
