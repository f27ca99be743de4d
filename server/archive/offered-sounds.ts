import { CartId } from "../../schemas/ids.ts";
import type { RundownItem } from "../../schemas/rundown.ts";
import type { SoundRights } from "../../schemas/sound-rights.ts";

const longestTitle = 120;
const longestSource = 300;

/** The licence of what a class made itself and another one took. */
export const exchangeLicence = "Échange entre classes";

/** The sounds that a rundown needs, each once: those that begin with an item, and its beds. */
export function cartIdsIn(items: readonly RundownItem[]): CartId[] {
  const ids = items.flatMap(({ cartIds, moves: { bed } }) =>
    bed === "keep" || bed === "off" ? cartIds : [...cartIds, CartId.parse(bed)],
  );
  return [...new Set(ids)];
}

/** The items with other sounds in the places of theirs; a sound that has none in its place is left out. */
export function withCarts(items: readonly RundownItem[], copies: ReadonlyMap<CartId, CartId>): RundownItem[] {
  return items.map((item) => {
    const { bed } = item.moves;
    const isCart = bed !== "keep" && bed !== "off";
    return {
      ...item,
      cartIds: item.cartIds.flatMap((id) => copies.get(id) ?? []),
      moves: { ...item.moves, bed: isCart ? (copies.get(bed) ?? "keep") : bed },
    };
  });
}

/** The items without the pupils who speak in them, and without the names of others: what another class can use. */
export const withoutPupils = (items: readonly RundownItem[], forget: (text: string) => string): RundownItem[] =>
  items.map((item) => {
    const isAnybody = (speaker: string) => speaker === "teacher" || speaker === "everybody";
    return {
      ...item,
      title: forget(item.title),
      prompterText: forget(item.prompterText),
      speakers: item.speakers.filter(isAnybody),
      moves: { ...item.moves, gains: item.moves.gains.filter(({ speaker }) => isAnybody(speaker)) },
    };
  });

/** By what right another class plays a sound: its author is named as before, and the class that gave it beside. */
export function rightsOfCopy(rights: SoundRights, credit: string): SoundRights {
  if (rights.origin !== "free")
    return { origin: "free", author: credit.slice(0, longestTitle), licence: exchangeLicence, source: "" };
  const source = rights.source === "" ? credit : `${rights.source} · ${credit}`;
  return { ...rights, source: source.slice(0, longestSource).trim() };
}
