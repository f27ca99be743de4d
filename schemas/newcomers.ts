import { z } from "zod";
import { ClassroomId, NewcomerId, PupilId } from "./ids.ts";
import { Bird, ClassCode, FirstName, NewPupil, Title, VoiceColour } from "./people.ts";

/** A child at the pupils' door who is not in the list: what they call themselves, the avatar they would like, and since when they wait. */
export const Newcomer = z.strictObject({
  id: NewcomerId,
  firstName: FirstName,
  bird: Bird,
  colour: VoiceColour,
  askedAt: z.iso.datetime(),
});
/** See {@link Newcomer}. */
export type Newcomer = z.infer<typeof Newcomer>;

/** Body of `POST /api/newcomers`: the class code again, and what the pupil would be. */
export const NewcomerWish = z.strictObject({ code: ClassCode, ...NewPupil.shape });
/** See {@link NewcomerWish}. */
export type NewcomerWish = z.infer<typeof NewcomerWish>;

/** How this browser stands at the door: `gone` says nothing of why, since nothing is kept of whoever was not let in. */
export const NewcomerState = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("waiting"),
    newcomer: Newcomer,
    classroom: z.strictObject({ id: ClassroomId, name: Title }),
  }),
  z.strictObject({ state: z.literal("letIn") }),
  z.strictObject({ state: z.literal("gone") }),
]);
/** See {@link NewcomerState}. */
export type NewcomerState = z.infer<typeof NewcomerState>;

/** Body of a newcomer's admission: as somebody who is in the list already, or else as a new pupil of the class. */
export const Admission = z.strictObject({ pupilId: PupilId.optional() });
/** See {@link Admission}. */
export type Admission = z.infer<typeof Admission>;
