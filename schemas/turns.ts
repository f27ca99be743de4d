import { z } from "zod";
import { PupilId, ShowId } from "./ids.ts";
import { Title } from "./people.ts";

/** What a pupil did in a show, as its rundown and its desk tell; several are possible. */
export const ShowRole = z.enum(["presenter", "journalist", "reader", "columnist", "debater", "technician"]);
/** See {@link ShowRole}. */
export type ShowRole = z.infer<typeof ShowRole>;

const seconds = z.number().min(0);

/** What one pupil, or with `null` the grown-ups together, had of a show's speaking. A moment said by several at one microphone counts for each in equal parts. */
export const ShowVoice = z.strictObject({
  pupilId: PupilId.nullable(),
  seconds,
  /** Of everybody's speaking, 0 to 1. */
  share: z.number().min(0).max(1),
  turns: z.int().min(0),
  longestSeconds: seconds,
  /** While somebody else spoke too. */
  overlapSeconds: seconds,
  /** From the end of the turn before to the beginning of theirs, at the middle of their turns; below 0 they come in early. */
  replyGapSeconds: z.number().nullable(),
});
/** See {@link ShowVoice}. */
export type ShowVoice = z.infer<typeof ShowVoice>;

/** How a show's time was shared out, measured from its tracks. */
export const ShowTurns = z.strictObject({
  showId: ShowId,
  title: Title,
  recordedAt: z.iso.datetime(),
  /** Everybody's speaking together. */
  seconds,
  overlaps: z.int().min(0),
  overlapSeconds: seconds,
  /** Pielou's evenness of the pupils' speaking, 0 to 1: 1 when all speak alike. `null` with less than two of them. */
  equality: z.number().min(0).max(1).nullable(),
  voices: z.array(ShowVoice),
  roles: z.array(z.strictObject({ pupilId: PupilId, role: ShowRole })),
});
/** See {@link ShowTurns}. */
export type ShowTurns = z.infer<typeof ShowTurns>;
