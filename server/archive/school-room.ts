import { join, resolve } from "node:path";
import type { CartId, ClassroomId, EpisodeId, PodcastImportId, SchoolId, ShowId } from "../../schemas/ids.ts";
import { fullnessOf, type ClassroomRoom, type SchoolRoom } from "../../schemas/school-room.ts";
import { Refusal } from "../errors.ts";
import type { Database } from "../store/open-database.ts";
import { openQuotas } from "../store/quotas.ts";
import { openRetention } from "../store/retention.ts";
import { importDirectory } from "./import/import-directory.ts";
import { roomOnDisk } from "./room-on-disk.ts";

type Parts = { database: Database; mediaDirectory: string };

/** What takes room. */
type Held = {
  recordings: readonly { directory: string }[];
  episodes: readonly { id: EpisodeId }[];
  /** Podcasts on their way in: files that are sent are episodes to be. */
  imports: readonly { id: PodcastImportId }[];
  carts: readonly { id: CartId }[];
  /** Exercises and takes, and the school's anchors. */
  spoken: readonly { id: string }[];
};

/** What each school and class takes of the disk, and its limit. A show that runs is counted once it has ended, so that no limit ever cuts one short. */
export function openSchoolRoom({ database, mediaDirectory }: Parts) {
  const quotas = openQuotas(database);
  const holdings = openRetention(database);

  async function sum(folders: readonly string[]): Promise<number> {
    let bytes = 0;
    // One after the other: a show may be on air on the same disk.
    for (const folder of folders) bytes += await roomOnDisk(folder);
    return bytes;
  }

  async function measure({
    recordings,
    episodes,
    imports,
    carts,
    spoken,
  }: Held): Promise<Omit<SchoolRoom, "quotaBytes">> {
    const names = new Set<string>(carts.map(({ id }) => id));
    const takes = new Set(spoken.map(({ id }) => id));
    return {
      recordings: await sum(recordings.map(({ directory }) => resolve(mediaDirectory, directory))),
      episodes: await sum([
        ...episodes.map(({ id }) => join(mediaDirectory, "episodes", id)),
        ...imports.map(({ id }) => importDirectory(mediaDirectory, id)),
      ]),
      carts:
        (await roomOnDisk(join(mediaDirectory, "carts"), (name) => names.has(name.split(".")[0]!))) +
        (await roomOnDisk(join(mediaDirectory, "takes"), (name) => takes.has(name.split(".")[0]!))),
    };
  }

  async function heldBy(schoolId: SchoolId) {
    const [{ recordings, episodes }, imports, carts, spoken] = await Promise.all([
      holdings.holdingsOf(schoolId),
      quotas.importsOf(schoolId),
      quotas.cartsOf(schoolId),
      quotas.takesOf(schoolId),
    ]);
    return { recordings, episodes, imports, carts, spoken };
  }

  async function read(schoolId: SchoolId): Promise<SchoolRoom> {
    const held = await heldBy(schoolId);
    const spoken = [...held.spoken, ...(await quotas.anchorsOf(schoolId))];
    return { quotaBytes: await quotas.of({ schoolId }), ...(await measure({ ...held, spoken })) };
  }

  async function measureClass(
    { recordings, episodes, imports, carts, spoken }: Awaited<ReturnType<typeof heldBy>>,
    id: ClassroomId,
  ) {
    const isOfClass = ({ classroomId }: { classroomId: ClassroomId }) => classroomId === id;
    return measure({
      recordings: recordings.filter(isOfClass),
      episodes: episodes.filter(isOfClass),
      imports: imports.filter(isOfClass),
      carts: carts.filter(isOfClass),
      spoken: spoken.filter(isOfClass),
    });
  }

  async function readClass(classroomId: ClassroomId): Promise<SchoolRoom> {
    const { schoolId } = (await quotas.homeOf({ classroomId }))!;
    return {
      quotaBytes: await quotas.of({ classroomId }),
      ...(await measureClass(await heldBy(schoolId), classroomId)),
    };
  }

  const isFull = async (quota: number | null, room: () => Promise<SchoolRoom>) =>
    quota !== null && fullnessOf(await room()) === "full";
  async function requireSchoolRoom(schoolId: SchoolId): Promise<void> {
    if (await isFull(await quotas.of({ schoolId }), () => read(schoolId))) throw new Refusal("school.full");
  }

  return {
    read,
    /** Refuses what would take more room in a school that is at its limit (`school.full`), and belongs to no class. */
    requireSchoolRoom,
    readClass,
    /** Every class that is not archived, by name. */
    readClasses: async (schoolId: SchoolId): Promise<ClassroomRoom[]> => {
      const held = await heldBy(schoolId);
      const rooms: ClassroomRoom[] = [];
      for (const each of await quotas.classesOf(schoolId)) {
        rooms.push({ ...each, ...(await measureClass(held, each.classroomId)) });
      }
      return rooms;
    },
    choose: quotas.set,
    /** Refuses whatever would take more room in a school that is at its limit (`school.full`), or in a class that is at its own (`classroom.no_room`). */
    requireRoom: async (place: { classroomId: ClassroomId } | { showId: ShowId }): Promise<void> => {
      const home = await quotas.homeOf(place);
      if (home === undefined) return;
      const { schoolId, classroomId } = home;
      await requireSchoolRoom(schoolId);
      const own = await quotas.of({ classroomId });
      if (await isFull(own, () => readClass(classroomId))) throw new Refusal("classroom.no_room");
    },
  };
}
/** See {@link openSchoolRoom}. */
export type SchoolRooms = ReturnType<typeof openSchoolRoom>;
