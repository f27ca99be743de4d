import { z } from "zod";
import { PupilId, StripId } from "./ids.ts";
import { Bird, FirstName, VoiceColour } from "./people.ts";

/** Where a participant is: waiting off air (*en coulisses*), or on the floor, where an open microphone is heard. */
export const StripPlace = z.enum(["backstage", "floor"]);
/** See {@link StripPlace}. */
export type StripPlace = z.infer<typeof StripPlace>;

/** What of the desk can be lent to a pupil technician: the pupils' strips, or the carts. Everything else stays with the teacher. */
export const LentPart = z.enum(["faders", "carts"]);
/** See {@link LentPart}. */
export type LentPart = z.infer<typeof LentPart>;

/** Devices that stand in one room (*Table A, même pièce*) do not play each other, and share the gain of their microphones. */
export const Table = z.enum(["A", "B", "C", "D", "E", "F"]);
/** See {@link Table}. */
export type Table = z.infer<typeof Table>;

/** Whom a teacher speaks to off air. */
export const TalkbackTarget = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("strip"), stripId: StripId }),
  z.strictObject({ kind: z.literal("backstage") }),
  z.strictObject({ kind: z.literal("all") }),
]);
/** See {@link TalkbackTarget}. */
export type TalkbackTarget = z.infer<typeof TalkbackTarget>;

/** A pupil who may not come back into this show until a teacher lets them. */
export const BarredPupil = z.strictObject({ pupilId: PupilId, name: FirstName, bird: Bird, colour: VoiceColour });
/** See {@link BarredPupil}. */
export type BarredPupil = z.infer<typeof BarredPupil>;

/** Two devices of which one hears what the other's speaker says: they stand in one room and are not marked so. */
export const Bleed = z.strictObject({ stripIds: z.tuple([StripId, StripId]) });
/** See {@link Bleed}. */
export type Bleed = z.infer<typeof Bleed>;
