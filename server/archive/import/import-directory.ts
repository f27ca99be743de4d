import { join, resolve, sep } from "node:path";
import type { PodcastImportId } from "../../../schemas/ids.ts";

/** Where the files of an import lie until it is over. */
export const importDirectory = (mediaDirectory: string, id: PodcastImportId): string =>
  join(mediaDirectory, "imports", id);

/** What an import writes while it makes one episode; empty between two. */
export const workDirectory = (mediaDirectory: string, id: PodcastImportId): string =>
  join(importDirectory(mediaDirectory, id), "work");

/** Whether a source is on the Internet, and not a name in the import's folder. */
export const isAddress = (source: string): boolean => /^https?:\/\//i.test(source);

/** A file of the folder by its name; `undefined` for a name that leads out of it. */
export function pathWithin(folder: string, name: string): string | undefined {
  const path = resolve(folder, name);
  return path.startsWith(resolve(folder) + sep) ? path : undefined;
}
