import { z } from "zod";

/** Smallest limit: a show of an hour with ten voices takes about half of it. */
export const leastQuotaBytes = 1_000_000_000;

/** Most that a school may keep, in bytes; `null` is as much as the disk holds. */
export const Quota = z.int().min(leastQuotaBytes).max(1_000_000_000_000_000).nullable();

/** Body of `PUT /api/school/room`. */
export const QuotaChoice = z.strictObject({ quotaBytes: Quota });
/** See {@link QuotaChoice}. */
export type QuotaChoice = z.infer<typeof QuotaChoice>;

/** What a school keeps on the disk, in bytes, and how much it may. */
export const SchoolRoom = QuotaChoice.extend({
  recordings: z.int().min(0),
  episodes: z.int().min(0),
  carts: z.int().min(0),
});
/** See {@link SchoolRoom}. */
export type SchoolRoom = z.infer<typeof SchoolRoom>;

/** How full a school is: `near` from nine tenths of its limit on, `full` from its limit on. */
export function fullnessOf({ quotaBytes, recordings, episodes, carts }: SchoolRoom): "free" | "near" | "full" {
  const used = recordings + episodes + carts;
  if (quotaBytes === null || used < quotaBytes * 0.9) return "free";
  return used < quotaBytes ? "near" : "full";
}
