import { z } from "zod";
import { CartId } from "./ids.ts";
import { lineOrNothing, Title } from "./people.ts";

const words = lineOrNothing(300);

/** By what right a sound may be played: the class made it, its author gives it freely, or something else, in words. */
export const SoundRights = z.discriminatedUnion("origin", [
  z.strictObject({ origin: z.literal("own") }),
  z.strictObject({ origin: z.literal("free"), author: Title, licence: Title, source: words }),
  z.strictObject({ origin: z.literal("other"), note: words }),
]);
/** See {@link SoundRights}. */
export type SoundRights = z.infer<typeof SoundRights>;

/** What is said of a sound whose rights nobody has told. */
export const untoldRights: SoundRights = { origin: "other", note: "" };

/** Whether nobody has told by what right a sound is played. */
export const areUntold = (rights: SoundRights): boolean => rights.origin === "other" && rights.note === "";

/** Free licences as they name themselves, to choose from; any other can be typed. */
export const freeLicences = [
  "CC BY 4.0",
  "CC BY-SA 4.0",
  "CC BY-NC 4.0",
  "CC BY-NC-SA 4.0",
  "CC0 1.0",
  "Licence Art Libre 1.3",
  "Domaine public",
] as const;

/** Whether a licence asks for its author to be named: every one does, but CC0 and the public domain. */
export const asksForCredit = (rights: SoundRights): boolean =>
  rights.origin === "free" && !/^(cc\s?0|cc-zero|domaine public|public domain|pdm)/i.test(rights.licence);

/** A cart that was heard in a show, for the teacher who publishes it; it stays known when the cart is gone. */
export const PlayedSound = z.strictObject({
  /** `null` once the cart is removed. */
  cartId: CartId.nullable(),
  title: Title,
  rights: SoundRights,
  /** When it began, in seconds of the recording. */
  startsAt: z.array(z.number().min(0)),
});
/** See {@link PlayedSound}. */
export type PlayedSound = z.infer<typeof PlayedSound>;

/** A sound of an episode whose licence asks for its author to be named. */
export const SoundCredit = z.strictObject({ title: Title, author: Title, licence: Title, source: words });
/** See {@link SoundCredit}. */
export type SoundCredit = z.infer<typeof SoundCredit>;

/** The credits that the sounds of an episode ask for, each once. */
export function creditsOf(sounds: readonly Pick<PlayedSound, "title" | "rights">[]): SoundCredit[] {
  const credits = sounds.flatMap(({ title, rights }): SoundCredit[] => {
    if (rights.origin !== "free" || !asksForCredit(rights)) return [];
    return [{ title, author: rights.author, licence: rights.licence, source: rights.source }];
  });
  return [...new Map(credits.map((credit) => [JSON.stringify(credit), credit])).values()];
}
