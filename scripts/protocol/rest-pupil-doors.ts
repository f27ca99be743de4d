import { z } from "zod";
import { Classroom, Pupil, PupilEntry, School, Session } from "../../schemas/people.ts";

/** The routes by which pupils come in. */
export const restPupilDoors = {
  "GET /api/class-codes/:code": {
    does: "The avatars behind a class code.",
    answers: z.strictObject({
      classroom: Classroom.pick({ id: true, name: true }),
      school: School,
      pupils: z.array(Pupil),
    }),
  },
  "POST /api/pupil-sessions": {
    does: "A pupil takes their avatar on this device, until the code ends.",
    body: PupilEntry,
    answers: Session,
  },
} as const;
