import { join, resolve } from "node:path";
import type { ClassroomId, SchoolId, ShowId } from "../../schemas/ids.ts";
import { fullnessOf, type SchoolRoom } from "../../schemas/school-room.ts";
import { Refusal } from "../errors.ts";
import type { Database } from "../store/open-database.ts";
import { openQuotas } from "../store/quotas.ts";
import { openRetention } from "../store/retention.ts";
import { roomOnDisk } from "./room-on-disk.ts";

type Parts = { database: Database; mediaDirectory: string };

/** What each school takes of the disk, and its limit. A show that runs is counted once it has ended, so that no limit ever cuts one short. */
export function openSchoolRoom({ database, mediaDirectory }: Parts) {
  const quotas = openQuotas(database);
  const holdings = openRetention(database);

  async function sum(folders: readonly string[]): Promise<number> {
    let bytes = 0;
    // One after the other: a show may be on air on the same disk.
    for (const folder of folders) bytes += await roomOnDisk(folder);
    return bytes;
  }

  async function read(schoolId: SchoolId): Promise<SchoolRoom> {
    const [{ recordings, episodes }, carts] = await Promise.all([
      holdings.holdingsOf(schoolId),
      quotas.cartsOf(schoolId),
    ]);
    const names = new Set<string>(carts);
    return {
      quotaBytes: await quotas.of(schoolId),
      recordings: await sum(recordings.map(({ directory }) => resolve(mediaDirectory, directory))),
      episodes: await sum(episodes.map(({ id }) => join(mediaDirectory, "episodes", id))),
      carts: await roomOnDisk(join(mediaDirectory, "carts"), (name) => names.has(name.split(".")[0]!)),
    };
  }

  return {
    read,
    choose: quotas.set,
    /** Refuses (`school.full`) whatever would take more room in a school that is at its limit. */
    requireRoom: async (place: { classroomId: ClassroomId } | { showId: ShowId }): Promise<void> => {
      const schoolId = await quotas.schoolOf(place);
      if (schoolId === undefined || (await quotas.of(schoolId)) === null) return;
      if (fullnessOf(await read(schoolId)) === "full") throw new Refusal("school.full");
    },
  };
}
/** See {@link openSchoolRoom}. */
export type SchoolRooms = ReturnType<typeof openSchoolRoom>;
