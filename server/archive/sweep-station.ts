import { readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openAudit } from "../store/audit.ts";
import { openJobRows } from "../store/job-rows.ts";
import type { Database } from "../store/open-database.ts";
import { openLostLetters } from "../store/lost-letters.ts";
import { openPodcastImports } from "../store/podcast-imports.ts";
import { openRetention } from "../store/retention.ts";
import { openSessions } from "../store/sessions.ts";
import { openStaffLinks } from "../store/staff-links.ts";

const dayMs = 86_400_000;
/** Works that have ended are told of for so long. */
const jobDays = 90;
/** A copy of the database before a change of its form serves to go back; after so long nobody does. */
const copyDays = 30;
/** What was sent for an import that nobody started, or that was stopped, waits for so long. */
const importDays = 30;

type Parts = {
  database: Database;
  mediaDirectory: string;
  now: number;
  /** Of every school; with none, the audit table stays as it is. */
  auditDays: readonly number[];
};

/** Removes what the whole station has in common and nobody needs any more. Done again, it changes nothing. */
export async function sweepStation({ database, mediaDirectory, now, auditDays }: Parts): Promise<void> {
  await openSessions(database).endExpired(now);
  await openStaffLinks(database).endExpired(now);
  await openLostLetters(database, () => now).forgetOld();
  await openJobRows(database).removeEnded(now - jobDays * dayMs);
  if (auditDays.length > 0) await openAudit(database).removeBefore(now - Math.max(...auditDays) * dayMs);
  const known = await openRetention(database).knownFolders();
  // What a crash left between a row and its folder; a show that is counted in has a folder before its row.
  for (const kind of ["episodes", "recordings"])
    await removeOld(join(mediaDirectory, kind), now - dayMs, (name) => !known.has(`${kind}/${name}`));
  await openPodcastImports(database).forgetBefore(now - importDays * dayMs);
  await removeOld(join(mediaDirectory, "imports"), now - importDays * dayMs, () => true);
  const dataDirectory = dirname(mediaDirectory);
  await removeOld(join(dataDirectory, "uploads"), now - dayMs, () => true);
  await removeOld(dataDirectory, now - copyDays * dayMs, (name) => name.startsWith("antenne.db.before-"));
}

async function removeOld(folder: string, before: number, isGone: (name: string) => boolean): Promise<void> {
  for (const name of (await readdir(folder).catch(() => [])).filter(isGone)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && found.mtimeMs < before) await rm(path, { recursive: true, force: true });
  }
}
