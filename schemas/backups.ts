import { z } from "zod";

/**
 * Why a backup did not come about: another one is being made, the place is unsuitable (not there, inside the data, not writable), it has too little room, a backup
 * is damaged or not whole, or something that nobody foresaw.
 */
export const BackupFault = z.enum(["busy", "place", "space", "damaged", "unforeseen"]);
/** See {@link BackupFault}. */
export type BackupFault = z.infer<typeof BackupFault>;

/** How the station's own daily backup does; `madeAt` is when the newest whole one was begun. */
export const BackupState = z.discriminatedUnion("state", [
  /** The configuration names no place: the school makes its backups in another way, or none. */
  z.strictObject({ state: z.literal("off") }),
  /** There is none yet, and the hour for the first one is still to come. */
  z.strictObject({ state: z.literal("awaited") }),
  z.strictObject({ state: z.literal("well"), madeAt: z.iso.datetime() }),
  /** The newest is more than two days old. */
  z.strictObject({ state: z.literal("old"), madeAt: z.iso.datetime() }),
  z.strictObject({ state: z.literal("failed"), fault: BackupFault, madeAt: z.iso.datetime().nullable() }),
]);
/** See {@link BackupState}. */
export type BackupState = z.infer<typeof BackupState>;
