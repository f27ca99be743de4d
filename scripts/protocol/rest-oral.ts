import { z } from "zod";
import { Airtimes } from "../../schemas/airtime.ts";
import { Cart } from "../../schemas/carts.ts";
import { Exercise, ExerciseChange, ExerciseSettings, NewPicture } from "../../schemas/exercises.ts";
import { Rundown } from "../../schemas/rundown.ts";
import { restAnchors } from "./rest-anchors.ts";
import { PartnerChoice, Take, TakeChange, TakeForShow } from "../../schemas/takes.ts";

/** Oral exercises, and what pupils record for them. */
export const restOral = {
  ...restAnchors,
  "GET /api/shows/:id/airtimes": {
    does: "How long the texts of a rundown are likely to take, by their syllables and how fast their speakers read.",
    answers: Airtimes,
  },
  "GET /api/classrooms/:id/exercises": {
    does: "The oral exercises of a class, the newest first; a pupil is told of those that are for them.",
    answers: z.array(Exercise),
  },
  "POST /api/classrooms/:id/exercises": { does: "Sets an exercise.", body: ExerciseSettings, answers: Exercise },
  "GET /api/exercises/:id": { does: "One exercise.", answers: Exercise },
  "PATCH /api/exercises/:id": { does: "Changes an exercise.", body: ExerciseChange, answers: Exercise },
  "DELETE /api/exercises/:id": { does: "Removes an exercise, with all takes of it." },
  "PUT /api/exercises/:id/model": {
    does: "A sound to listen to and repeat, in the form field `file`, in the place of a former one.",
    form: z.strictObject({}),
    answers: Exercise,
  },
  "DELETE /api/exercises/:id/model": { does: "Takes it away.", answers: Exercise },
  "POST /api/exercises/:id/pictures": {
    does: "A picture to talk about, in the form field `file`, with what it shows in `alt`; it is kept as a JPEG of at most 1600 pixels a side, without place and date.",
    form: NewPicture,
    answers: Exercise,
  },
  "DELETE /api/exercises/:id/pictures/:picture": { does: "Takes one away.", answers: Exercise },
  "GET /api/exercises/:id/pictures/:picture": { does: "One of the teacher's pictures.", answers: "image" },
  "GET /api/exercises/:id/model": { does: "The sound to repeat.", answers: "audio" },
  "POST /api/exercises/:id/takes": {
    does: "Says that a take comes, by tus 1.0.0 (creation): `Upload-Length`, and in `Upload-Metadata` `id`, `recordedAt`, `durationSeconds`, `partnerId`. `Location` is where its pieces go; said again, `Upload-Offset` tells how much has come.",
  },
  "GET /api/takes/:id/upload": {
    does: "How much of a take has come (`HEAD` of tus): `Upload-Offset` of `Upload-Length` bytes.",
  },
  "PATCH /api/takes/:id/upload": {
    does: "The next piece, of at most 256,000 bytes, behind `Upload-Offset`; 409 `take.wrong_offset` where that is not how much has come.",
  },
  "GET /api/classrooms/:id/takes": {
    does: "The takes of a class, the newest first; a pupil is told of those in which they are heard.",
    answers: z.array(Take),
  },
  "GET /api/exercises/:id/takes": {
    does: "The takes of an exercise, the newest first; a pupil is told of those in which they are heard.",
    answers: z.array(Take),
  },
  "GET /api/takes/:id": { does: "One take, with what was measured of it.", answers: Take },
  "PATCH /api/takes/:id": {
    does: "What its pupil thinks of it, and that it is for the teacher now; 409 `take.sent` once it is.",
    body: TakeChange,
    answers: Take,
  },
  "DELETE /api/takes/:id": { does: "Throws a take away; a pupil only one that is not sent." },
  "PUT /api/takes/:id/partner": {
    does: "Corrects who is heard in a take that was sent, besides whoever recorded it.",
    body: PartnerChoice,
    answers: Take,
  },
  "POST /api/takes/:id/carts": {
    does: "Makes a sound of the class's desk of a take; 409 `consent.too_narrow` where somebody who speaks in it may not be heard.",
    answers: Cart,
  },
  "POST /api/takes/:id/items": {
    does: "Puts a take that was sent into the rundown of a show, as a part that plays it; its sound of the desk is made where there is none. 409 `consent.too_narrow` where somebody who speaks in it may not be heard as far as the show goes, `rundown.full`, `show.ended`.",
    body: TakeForShow,
    answers: Rundown,
  },
  "GET /api/takes/:id/sound": { does: "A take, to listen to.", answers: "audio" },
} as const;
