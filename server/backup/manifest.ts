import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { BackupError } from "./backup-error.ts";

/** Name of the list in a backup; it is written last. */
export const manifestName = "manifest.json";

/** Name of the database, in a station's data directory and in a backup. */
export const databaseName = "antenne.db";

// Below the directory and nowhere else, whoever wrote the list.
const RelativePath = z
  .string()
  .min(1)
  .refine(
    (path) => !path.startsWith("/") && !/[\\\0]/.test(path) && !path.split("/").some((part) => /^\.{0,2}$/.test(part)),
  );

/** A file of a backup. */
export const BackedUpFile = z.strictObject({
  path: RelativePath,
  byteLength: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** When the station's own file was last changed, in nanoseconds: one that still says so is linked and not copied by the next backup. */
  changedNs: z.string().regex(/^\d+$/),
});
/** See {@link BackedUpFile}. */
export type BackedUpFile = z.infer<typeof BackedUpFile>;

/** What a backup holds. */
export const Manifest = z.strictObject({
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The newest change of form that the database has been through. */
  form: z.string(),
  files: z.array(BackedUpFile),
});
/** See {@link Manifest}. */
export type Manifest = z.infer<typeof Manifest>;

/** Reads what a backup says it holds. Throws `damaged` for one that was broken off, and for a list that was tampered with. */
export async function readManifest(directory: string): Promise<Manifest> {
  const path = join(directory, manifestName);
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new BackupError("damaged", `${directory} is not a whole backup: it has no ${manifestName}`, { cause: error });
  });
  try {
    return Manifest.parse(JSON.parse(text));
  } catch (error) {
    throw new BackupError("damaged", `${path} is damaged: take another backup`, { cause: error });
  }
}
