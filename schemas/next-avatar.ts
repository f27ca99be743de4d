import { Bird, type Pupil } from "./people.ts";

type Avatar = Pick<Pupil, "bird" | "colour">;

const colours = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The bird and the colour that the fewest of the class have, so that avatars differ as long as they can. */
export function nextAvatar(taken: readonly Avatar[]): Avatar {
  const bird = rarest(Bird.options, (each) => taken.filter((avatar) => avatar.bird === each).length);
  const colour = rarest(colours, (each) => colourWeight(taken, bird, each));
  return { bird, colour };
}

/** Each bird that is still free in some colour, in as many colours as there are: what a child at the door chooses from. */
export function freeAvatars(taken: readonly Avatar[]): Avatar[] {
  const offered: Avatar[] = [];
  for (const bird of Bird.options) {
    const colour = rarest(colours, (each) => colourWeight([...taken, ...offered], bird, each));
    if (!isTaken(taken, { bird, colour })) offered.push({ bird, colour });
  }
  return offered;
}

/** The avatar that was wished for, or the nearest to it that nobody has. */
export function nearestAvatar(taken: readonly Avatar[], wished: Avatar): Avatar {
  if (!isTaken(taken, wished)) return wished;
  return freeAvatars(taken).find(({ bird }) => bird === wished.bird) ?? nextAvatar(taken);
}

const isTaken = (taken: readonly Avatar[], { bird, colour }: Avatar) =>
  taken.some((avatar) => avatar.bird === bird && avatar.colour === colour);

// The same bird in the same colour counts most: two children would mistake each other's avatar.
const colourWeight = (taken: readonly Avatar[], bird: Bird, colour: number) =>
  taken.reduce((sum, avatar) => sum + (avatar.colour === colour ? (avatar.bird === bird ? 100 : 1) : 0), 0);

function rarest<Thing>(things: readonly Thing[], weight: (thing: Thing) => number): Thing {
  return things.reduce((best, thing) => (weight(thing) < weight(best) ? thing : best));
}
