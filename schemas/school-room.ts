import { z } from "zod";
import { ClassroomId } from "./ids.ts";
import { Title } from "./people.ts";

/** Smallest limit: a show of an hour with ten voices takes about half of it. */
export const leastQuotaBytes = 1_000_000_000;

/** Most that a school or one of its classes may keep, in bytes; `null` is as much as the disk holds. */
export const Quota = z.int().min(leastQuotaBytes).max(1_000_000_000_000_000).nullable();

/** Body of `PUT /api/school/room`, and of a classroom's. */
export const QuotaChoice = z.strictObject({ quotaBytes: Quota });
/** See {@link QuotaChoice}. */
export type QuotaChoice = z.infer<typeof QuotaChoice>;

/** What a school keeps on the disk, in bytes, and how much it may. */
export const SchoolRoom = QuotaChoice.extend({
  recordings: z.int().min(0),
  episodes: z.int().min(0),
  /** Sounds of the desks, and takes of oral exercises. */
  carts: z.int().min(0),
});
/** See {@link SchoolRoom}. */
export type SchoolRoom = z.infer<typeof SchoolRoom>;

/** The same of one class; `null` leaves it the school's limit. */
export const ClassroomRoom = SchoolRoom.extend({ classroomId: ClassroomId, name: Title });
/** See {@link ClassroomRoom}. */
export type ClassroomRoom = z.infer<typeof ClassroomRoom>;

/** What is taken in all. */
export const usedIn = ({ recordings, episodes, carts }: Omit<SchoolRoom, "quotaBytes">): number =>
  recordings + episodes + carts;

/** How full a school or a class is: `near` from nine tenths of its limit on, `full` from its limit on. */
export function fullnessOf(room: SchoolRoom): "free" | "near" | "full" {
  const { quotaBytes } = room;
  const used = usedIn(room);
  if (quotaBytes === null || used < quotaBytes * 0.9) return "free";
  return used < quotaBytes ? "near" : "full";
}
