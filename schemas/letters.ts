import { z } from "zod";
import { FamilyLanguage } from "./families.ts";
import { Email } from "./people.ts";

/** How often somebody has letters about a channel: with each episode, or once a week when there was one. */
export const LetterCadence = z.enum(["episode", "week"]);
/** See {@link LetterCadence}. */
export type LetterCadence = z.infer<typeof LetterCadence>;

/** Body of `POST /api/channels/:slug/letters`. Nothing is sent before the address's holder has said yes in a letter. */
export const LetterWish = z.strictObject({ email: Email, cadence: LetterCadence, language: FamilyLanguage });
/** See {@link LetterWish}. */
export type LetterWish = z.infer<typeof LetterWish>;

/** What somebody who has letters wants otherwise. */
export const LetterChange = LetterWish.omit({ email: true });
/** See {@link LetterChange}. */
export type LetterChange = z.infer<typeof LetterChange>;

/** What stands in a letter's links: whose letters they are, and the proof that one has had such a letter. */
export const LetterProof = z.strictObject({
  id: z.uuid(),
  proof: z.string().min(1).max(64),
  /** What changes of letters that one has already, by a letter that asked whether it shall. */
  change: LetterChange.optional(),
});
/** See {@link LetterProof}. */
export type LetterProof = z.infer<typeof LetterProof>;
