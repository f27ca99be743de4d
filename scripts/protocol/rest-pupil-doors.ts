import { z } from "zod";
import { DrawnSecret } from "../../schemas/pictures.ts";
import { PupilId } from "../../schemas/ids.ts";
import { Admission, Newcomer, NewcomerState, NewcomerWish } from "../../schemas/newcomers.ts";
import { ShowCode } from "../../schemas/show-codes.ts";
import { Classroom, CodeGuesses, Pupil, PupilEntry, School, Session } from "../../schemas/people.ts";

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
  "POST /api/newcomers": {
    does: "A child who is not in the list asks to come in; this browser waits until the teacher answers or the code ends.",
    body: NewcomerWish,
  },
  "GET /api/newcomers/current": {
    does: "How this browser stands at the door: `waiting`, `letIn`, or `gone`.",
    answers: NewcomerState,
  },
  "DELETE /api/newcomers/current": { does: "Stops waiting; nothing is kept." },
  "POST /api/newcomers/current/sessions": {
    does: "Comes in once one was let in, until the code ends.",
    answers: Session,
  },
  "GET /api/classrooms/:id/newcomers": {
    does: "Who waits at the door of the classroom, in the order in which they came.",
    answers: z.array(Newcomer),
  },
  "POST /api/classrooms/:id/newcomers/:newcomerId/admissions": {
    does: "Lets a newcomer in: as a pupil who is in the list, past their pictures, or else as a new pupil of the classroom.",
    body: Admission,
    answers: Pupil,
  },
  "DELETE /api/classrooms/:id/newcomers/:newcomerId": { does: "Refuses a newcomer; nothing of them is kept." },
  "GET /api/classrooms/:id/show-codes": {
    does: "The class codes that open until one show of the classroom has ended.",
    answers: z.array(ShowCode),
  },
  "POST /api/shows/:id/class-codes": {
    does: "Gives a show a class code of its own, in place of the one that it had; the sessions that the former one opened end.",
    answers: ShowCode,
  },
  "DELETE /api/shows/:id/class-code": { does: "Takes a show's class code away; the sessions that it opened end." },
  "GET /api/code-alarm": {
    does: "Wrong class codes that came one after the other within the last day, when they were more than a class mistypes; for admins.",
    answers: z.strictObject({ guesses: CodeGuesses.nullable() }),
  },
  "GET /api/classrooms/:id/pictures": {
    does: "Which pupils of the classroom have three pictures to touch after their bird.",
    answers: z.strictObject({ pupilIds: z.array(PupilId) }),
  },
  "POST /api/classrooms/:id/pictures": {
    does: "Draws three pictures for everybody of the classroom who has none; they are told this once.",
    answers: z.array(DrawnSecret),
  },
  "POST /api/pupils/:id/pictures": {
    does: "Draws three pictures for a pupil, in place of those they had; they are told this once.",
    answers: DrawnSecret,
  },
  "DELETE /api/pupils/:id/pictures": { does: "Takes a pupil's pictures away: the bird is enough." },
  "POST /api/pupils/:id/door-passes": {
    does: "Lets a pupil who forgot in once without the pictures, within ten minutes.",
  },
} as const;
