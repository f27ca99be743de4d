import { Bird, type Pupil } from "./people.ts";

type Avatar = Pick<Pupil, "bird" | "colour">;

const colours = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The bird and the colour that the fewest of the class have, so that avatars differ as long as they can. */
export function nextAvatar(taken: readonly Avatar[]): Avatar {
  const bird = rarest(Bird.options, (each) => taken.filter((avatar) => avatar.bird === each).length);
  const colour = rarest(colours, (each) => colourWeight(taken, bird, each));
  return { bird, colour };
}

// The same bird in the same colour counts most: two children would mistake each other's avatar.
const colourWeight = (taken: readonly Avatar[], bird: Bird, colour: number) =>
  taken.reduce((sum, avatar) => sum + (avatar.colour === colour ? (avatar.bird === bird ? 100 : 1) : 0), 0);

function rarest<Thing>(things: readonly Thing[], weight: (thing: Thing) => number): Thing {
  return things.reduce((best, thing) => (weight(thing) < weight(best) ? thing : best));
}
