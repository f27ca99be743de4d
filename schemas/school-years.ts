import { z } from "zod";
import { ClassroomId, PupilId } from "./ids.ts";
import { Classroom, Title } from "./people.ts";

/** What becomes of a class when the school year turns: it goes on with its pupils under a name of the new year, or is archived with what it made. */
export const ClassroomFate = z.discriminatedUnion("fate", [
  z.strictObject({ fate: z.literal("kept"), classroomId: ClassroomId, name: Title }),
  z.strictObject({ fate: z.literal("archived"), classroomId: ClassroomId }),
]);
/** See {@link ClassroomFate}. */
export type ClassroomFate = z.infer<typeof ClassroomFate>;

/** Body of `POST /api/school-years`. Classes that are not named stay as they are. */
export const SchoolYearChange = z.strictObject({
  /** The year that begins. */
  schoolYear: Classroom.shape.schoolYear,
  /** Whether the channels of archived classes stay as they are for the public, or are closed to everybody but admins. */
  channels: z.enum(["asTheyAre", "closed"]),
  classrooms: z.array(ClassroomFate).max(150),
  /** Pupils who go into another class of the new year: a kept one by its new name, else one that is created. */
  moves: z.array(z.strictObject({ to: Title, pupilIds: z.array(PupilId).max(60) })).max(150),
});
/** See {@link SchoolYearChange}. */
export type SchoolYearChange = z.infer<typeof SchoolYearChange>;

/** What the turn of a year does, in numbers; `crowded` and `alike` are what to look after: classes without room, equal first names in one class. */
export const SchoolYearPlan = z.strictObject({
  archived: z.int().min(0),
  kept: z.int().min(0),
  created: z.array(Title),
  moved: z.int().min(0),
  /** Channels that close, and planned shows that are called off. */
  closedChannels: z.int().min(0),
  calledOff: z.int().min(0),
  crowded: z.array(Title),
  alike: z.array(z.strictObject({ classroom: Title, firstName: z.string() })),
});
/** See {@link SchoolYearPlan}. */
export type SchoolYearPlan = z.infer<typeof SchoolYearPlan>;
