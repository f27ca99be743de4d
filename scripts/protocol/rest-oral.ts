import { z } from "zod";
import { Exercise, ExerciseChange, ExerciseSettings } from "../../schemas/exercises.ts";
import { Take, TakeChange } from "../../schemas/takes.ts";

/** Oral exercises, and what pupils record for them. */
export const restOral = {
  "GET /api/classrooms/:id/exercises": {
    does: "The oral exercises of a class, the newest first; a pupil is told of those that are for them.",
    answers: z.array(Exercise),
  },
  "POST /api/classrooms/:id/exercises": { does: "Sets an exercise.", body: ExerciseSettings, answers: Exercise },
  "GET /api/exercises/:id": { does: "One exercise.", answers: Exercise },
  "PATCH /api/exercises/:id": { does: "Changes an exercise.", body: ExerciseChange, answers: Exercise },
  "DELETE /api/exercises/:id": { does: "Removes an exercise, with all takes of it." },
  "GET /api/classrooms/:id/takes": {
    does: "The takes of a class, the newest first; a pupil is told of their own.",
    answers: z.array(Take),
  },
  "GET /api/exercises/:id/takes": {
    does: "The takes of an exercise, the newest first; a pupil is told of their own.",
    answers: z.array(Take),
  },
  "GET /api/takes/:id": { does: "One take, with what was measured of it.", answers: Take },
  "PATCH /api/takes/:id": {
    does: "What its pupil thinks of it, and that it is for the teacher now; 409 `take.sent` once it is.",
    body: TakeChange,
    answers: Take,
  },
  "DELETE /api/takes/:id": { does: "Throws a take away; a pupil only one that is not sent." },
  "GET /api/takes/:id/sound": { does: "A take, to listen to.", answers: "audio" },
} as const;
