import { openHomes, type Place } from "./homes.ts";
import type { Database } from "./open-database.ts";

/** The school and the class that an act belongs to; either may be unknown. */
export type ActHome = { schoolId: string | null; classroomId: string | null };

const placeKeys = {
  ...{ school: "schoolId", classroom: "classroomId", pupil: "pupilId", family: "familyId", anchor: "anchorId" },
  ...{ channel: "channelId", show: "showId", episode: "episodeId", cart: "cartId" },
} as const;

const nowhere: ActHome = { schoolId: null, classroomId: null };

/** A thing in the audit table's words, `show:…`, as its kind and its id. */
export function partsOf(word: string): [kind: string, id: string] {
  const [kind, ...id] = word.split(":");
  return [kind!, id.join(":")];
}

async function homeOf(database: Database, word: string): Promise<ActHome> {
  const [kind, id] = partsOf(word);
  if (kind === "account") {
    const row = await database.selectFrom("account").select("schoolId").where("id", "=", id).executeTakeFirst();
    return { ...nowhere, schoolId: row?.schoolId ?? null };
  }
  if (kind === "recording") {
    const row = await database.selectFrom("recording").select("showId").where("id", "=", id).executeTakeFirst();
    return row === undefined ? nowhere : homeOf(database, `show:${row.showId}`);
  }
  if (!(kind in placeKeys)) return nowhere;
  const home = await openHomes(database).find({ [placeKeys[kind as keyof typeof placeKeys]]: id } as Place);
  return home === undefined ? nowhere : { schoolId: home.schoolId, classroomId: home.classroomId };
}

/** Where the first of these that is still there belongs: what an act is about, what that was in, whoever acted. */
export async function findActHome(database: Database, words: readonly string[]): Promise<ActHome> {
  for (const word of words) {
    const home = await homeOf(database, word);
    if (home.schoolId !== null) return home;
  }
  return nowhere;
}
