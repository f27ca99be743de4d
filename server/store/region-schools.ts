import { SchoolId } from "../../schemas/ids.ts";
import type { School } from "../../schemas/people.ts";
import {
  fewestTold,
  RegionSchool,
  type NewSchool,
  type SchoolChange,
  type SchoolImport,
  type SchoolImportPlan,
} from "../../schemas/region.ts";
import { Refusal } from "../errors.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";
import { countSchools, type SchoolFigures } from "./school-figures.ts";

const regionName = { name: "Région", city: "Antenne" } as const;
const told = (persons: number) => (persons < fewestTold ? null : persons);

const columns = ["id", "name", "city", "uai", "shutAt", "quotaBytes"] as const;
type Row = Omit<School, "id"> & { id: string; uai: string | null; shutAt: number | null; quotaBytes: number | null };

const nothing: SchoolFigures = { admins: 0, classrooms: 0, pupils: 0, staff: 0, voices: 0, episodes: 0, seconds: 0 };

function toRegionSchool({ shutAt, ...row }: Row, figures: SchoolFigures = nothing): RegionSchool {
  const { admins, classrooms, pupils, staff, voices, episodes, seconds } = figures;
  return RegionSchool.parse({
    ...row,
    ...{ isShut: shutAt !== null, hasAdmin: admins > 0, classrooms, episodes, publishedSeconds: seconds },
    ...{ pupils: told(pupils), staff: told(staff), voices: told(voices) },
  });
}

/** The schools of the station as a region's admins keep them. The region's own tenant is none of them. */
export function openRegionSchools(database: Database, clock: () => number = Date.now) {
  const rows = (from: Database = database) => from.selectFrom("school").select(columns).where("isRegion", "=", 0);
  const isLive = (schoolId: SchoolId) =>
    database
      .selectFrom("show")
      .innerJoin("channel", "channel.id", "show.channelId")
      .innerJoin("classroom", "classroom.id", "channel.classroomId")
      .select("show.id")
      .where("classroom.schoolId", "=", schoolId)
      .where("show.state", "=", "live")
      .executeTakeFirst();

  async function requireFree(uai: string | undefined) {
    if (uai === undefined) return;
    if ((await rows().where("uai", "=", uai).executeTakeFirst()) !== undefined) throw new Refusal("school.taken");
  }

  async function read(id: SchoolId): Promise<RegionSchool> {
    const row = await rows().where("id", "=", id).executeTakeFirst();
    if (row === undefined) throw new Refusal("school.not_found");
    return toRegionSchool(row, (await countSchools(database)).get(id));
  }

  async function insert(into: Database, { name, city, uai }: NewSchool) {
    const id = newId(SchoolId);
    await into
      .insertInto("school")
      .values({ id, name, city, uai: uai ?? null, createdAt: clock() })
      .execute();
    return id;
  }

  async function planOf(within: Database, { schools }: SchoolImport) {
    const known = new Map((await rows(within).where("uai", "is not", null).execute()).map((row) => [row.uai!, row]));
    const listed = schools.map(([uai, name, city]) => ({ uai, name, city, known: known.get(uai) }));
    const isOther = (each: (typeof listed)[number]) => each.known?.name !== each.name || each.known.city !== each.city;
    const added = listed.filter((each) => each.known === undefined);
    const renamed = listed.filter((each) => each.known !== undefined && isOther(each));
    return { added, renamed, present: listed.length - added.length - renamed.length };
  }
  const toPlan = ({ added, renamed, present }: Awaited<ReturnType<typeof planOf>>): SchoolImportPlan => ({
    added: added.map(({ uai, name, city }) => ({ uai, name, city })),
    renamed: renamed.map(({ uai, name, city, known }) => ({ uai, name, city, before: known!.name })),
    present,
  });

  return {
    /** By city, then by name. */
    list: async (): Promise<RegionSchool[]> => {
      const [found, figures] = await Promise.all([
        rows().orderBy("city").orderBy("name").execute(),
        countSchools(database),
      ]);
      return found.map((row) => toRegionSchool(row, figures.get(row.id)));
    },
    read,
    /** Refuses a code that another school has (`school.taken`). */
    create: async (school: NewSchool): Promise<RegionSchool> => {
      await requireFree(school.uai);
      return read(await insert(database, school));
    },
    /** Refuses to shut a school that is on air (`show.still_live`). */
    change: async (id: SchoolId, { isShut, ...change }: SchoolChange): Promise<RegionSchool> => {
      const before = await read(id);
      if (isShut === true && (await isLive(id)) !== undefined) throw new Refusal("show.still_live");
      const shut = isShut === undefined || isShut === before.isShut ? {} : { shutAt: isShut ? clock() : null };
      const values = { ...change, ...shut };
      if (Object.keys(values).length > 0)
        await database.updateTable("school").set(values).where("id", "=", id).execute();
      return read(id);
    },
    plan: async (list: SchoolImport): Promise<SchoolImportPlan> => toPlan(await planOf(database, list)),
    /** All of it or nothing. A school that the list does not name stays as it is. */
    take: (list: SchoolImport): Promise<SchoolImportPlan> =>
      database.transaction().execute(async (within) => {
        const plan = await planOf(within, list);
        for (const school of plan.added) await insert(within, school);
        for (const { name, city, known } of plan.renamed)
          await within.updateTable("school").set({ name, city }).where("id", "=", known!.id).execute();
        return toPlan(plan);
      }),
    /** The tenant of the region's admins, made when it is first asked for. */
    requireRegion: async (): Promise<SchoolId> => {
      const known = await database.selectFrom("school").select("id").where("isRegion", "=", 1).executeTakeFirst();
      if (known !== undefined) return SchoolId.parse(known.id);
      const id = newId(SchoolId);
      const row = { id, ...regionName, isRegion: 1, createdAt: clock() } as const;
      await database.insertInto("school").values(row).execute();
      return id;
    },
  };
}
/** See {@link openRegionSchools}. */
export type RegionSchools = ReturnType<typeof openRegionSchools>;
