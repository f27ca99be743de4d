import { z } from "zod";
import { AccountId } from "./ids.ts";
import { Classroom } from "./people.ts";

/** A classroom as the admins of its school see it: who teaches it, and how many pupils it has. */
export const ClassroomOverview = Classroom.omit({ code: true, codeExpiresAt: true }).extend({
  teacherIds: z.array(AccountId),
  pupils: z.int().min(0),
  /** When its year was over; `null` while it goes on. */
  archivedAt: z.iso.datetime().nullable(),
});
/** See {@link ClassroomOverview}. */
export type ClassroomOverview = z.infer<typeof ClassroomOverview>;

/** Body of `PUT /api/classrooms/:id/teachers`: all who teach the class from now on. */
export const TeacherChoice = z.strictObject({ accountIds: z.array(AccountId).max(60) });
/** See {@link TeacherChoice}. */
export type TeacherChoice = z.infer<typeof TeacherChoice>;
