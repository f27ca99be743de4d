import type { ClassroomId, PupilId, SchoolId } from "../../schemas/ids.ts";
import { largestClassroom, type Pupil } from "../../schemas/people.ts";
import type { ClassroomFate, SchoolYearChange, SchoolYearPlan } from "../../schemas/school-years.ts";
import { Refusal } from "../errors.ts";
import { openClassrooms, type IssuedCode } from "./classrooms.ts";
import { fold } from "./name-pupils.ts";
import type { Database } from "./open-database.ts";
import { openPeople } from "./people.ts";
import { openSessions } from "./sessions.ts";

type Kept = Extract<ClassroomFate, { fate: "kept" }>;
/** A class of the new year: its name, its id once it has one, and who will be in it. */
type Coming = { name: string; id: ClassroomId | undefined; pupils: Pupil[] };

const archivedIn = ({ classrooms }: SchoolYearChange) =>
  classrooms.flatMap((each) => (each.fate === "archived" ? [each.classroomId] : []));
const keptIn = ({ classrooms }: SchoolYearChange) => classrooms.filter((each): each is Kept => each.fate === "kept");

/** Turns the school year: classes archived or kept, pupils moved, new codes; all of it or nothing. */
export function openSchoolYears(database: Database, clock: () => number = Date.now) {
  /** Everybody of the classes that the change names, once each; refuses classes and pupils that are not the school's. */
  async function pupilsOf(within: Database, schoolId: SchoolId, change: SchoolYearChange) {
    const known = new Set((await openClassrooms(within).list({ schoolId })).map(({ id }) => id));
    const ids = change.classrooms.map(({ classroomId }) => classroomId);
    if (!ids.every((id) => known.has(id)) || new Set(ids).size < ids.length) throw new Refusal("classroom.not_found");
    const people = openPeople(within);
    const pupils = (await Promise.all(ids.map((id) => people.pupilsOf(id)))).flat();
    const moved = change.moves.flatMap(({ pupilIds }) => pupilIds);
    const here = new Set(pupils.map(({ id }) => id));
    if (!moved.every((id) => here.has(id)) || new Set(moved).size < moved.length) throw new Refusal("pupil.not_found");
    return pupils;
  }

  /** The classes of the new year as they will be. */
  function comingOf(change: SchoolYearChange, pupils: readonly Pupil[]): Coming[] {
    const leaving = new Set<PupilId>(change.moves.flatMap(({ pupilIds }) => pupilIds));
    const coming: Coming[] = keptIn(change).map(({ name, classroomId }) => ({
      name,
      id: classroomId,
      pupils: pupils.filter((pupil) => pupil.classroomId === classroomId && !leaving.has(pupil.id)),
    }));
    for (const { to, pupilIds } of change.moves) {
      const arriving = pupils.filter(({ id }) => pupilIds.includes(id));
      const target = coming.find(({ name }) => fold(name) === fold(to));
      if (target === undefined) coming.push({ name: to, id: undefined, pupils: arriving });
      else target.pupils.push(...arriving);
    }
    return coming;
  }

  const channelsOf = (within: Database, ids: readonly ClassroomId[]) =>
    within.selectFrom("channel").select("id").where("classroomId", "in", ids);
  const showsOf = (within: Database, ids: readonly ClassroomId[]) =>
    within.selectFrom("show").select("id").where("channelId", "in", channelsOf(within, ids));

  async function planOf(
    within: Database,
    change: SchoolYearChange,
    coming: readonly Coming[],
  ): Promise<SchoolYearPlan> {
    const archived = archivedIn(change);
    const open = await channelsOf(within, archived).where("visibility", "!=", "class").execute();
    const planned = await showsOf(within, archived).where("state", "=", "planned").execute();
    return {
      archived: archived.length,
      kept: keptIn(change).length,
      created: coming.flatMap(({ id, name }) => (id === undefined ? [name] : [])),
      moved: change.moves.reduce((sum, { pupilIds }) => sum + pupilIds.length, 0),
      closedChannels: change.channels === "closed" ? open.length : 0,
      calledOff: planned.length,
      crowded: coming.filter(({ pupils }) => pupils.length > largestClassroom).map(({ name }) => name),
      alike: coming.flatMap(alikeIn),
    };
  }

  async function draft(within: Database, schoolId: SchoolId, change: SchoolYearChange) {
    const coming = comingOf(change, await pupilsOf(within, schoolId, change));
    return { coming, plan: await planOf(within, change, coming) };
  }

  // Of kept classes too: their pupils' sessions end with the code.
  async function requireOffAir(within: Database, { classrooms }: SchoolYearChange) {
    const ids = classrooms.map(({ classroomId }) => classroomId);
    const live = await showsOf(within, ids).where("state", "=", "live").executeTakeFirst();
    if (live !== undefined) throw new Refusal("show.still_live");
  }

  async function archive(within: Database, change: SchoolYearChange) {
    const ids = archivedIn(change);
    await within
      .deleteFrom("show")
      .where("id", "in", showsOf(within, ids).where("state", "=", "planned"))
      .execute();
    await within.updateTable("classroom").set({ archivedAt: clock() }).where("id", "in", ids).execute();
    if (change.channels === "asTheyAre") return;
    const closed = within.updateTable("channel").set({ visibility: "class", changedAt: clock() });
    await closed.where("classroomId", "in", ids).where("visibility", "!=", "class").execute();
  }

  async function settle(
    within: Database,
    coming: Coming,
    change: { schoolId: SchoolId; schoolYear: string },
    issue: () => IssuedCode,
  ) {
    const { name, pupils } = coming;
    const { schoolId, schoolYear } = change;
    const classrooms = openClassrooms(within, clock);
    const id = coming.id ?? (await classrooms.create(schoolId, { name, schoolYear }, issue)).id;
    await classrooms.change(id, { name, schoolYear });
    if (coming.id !== undefined) await classrooms.renewCode(id, issue);
    const ids = pupils.map((pupil) => pupil.id);
    await within.updateTable("pupil").set({ classroomId: id }).where("id", "in", ids).execute();
  }

  return {
    plan: async (schoolId: SchoolId, change: SchoolYearChange): Promise<SchoolYearPlan> =>
      (await draft(database, schoolId, change)).plan,
    /** Refuses while a class that is named is on air, and a class with more pupils than it can hold. */
    apply: (schoolId: SchoolId, change: SchoolYearChange, issue: () => IssuedCode): Promise<SchoolYearPlan> =>
      database.transaction().execute(async (within) => {
        const { coming, plan } = await draft(within, schoolId, change);
        if (plan.crowded.length > 0) throw new Refusal("classroom.full", { names: plan.crowded });
        await requireOffAir(within, change);
        for (const { classroomId } of change.classrooms) await openSessions(within).endPupilsOf(classroomId);
        await archive(within, change);
        for (const each of coming) await settle(within, each, { schoolId, schoolYear: change.schoolYear }, issue);
        return plan;
      }),
  };
}
/** See {@link openSchoolYears}. */
export type SchoolYears = ReturnType<typeof openSchoolYears>;

/** First names that a class will have more than once. */
function alikeIn({ name: classroom, pupils }: Coming) {
  const groups = Map.groupBy(pupils, ({ firstName }) => fold(firstName));
  return [...groups.values()].flatMap((same) =>
    same.length > 1 ? [{ classroom, firstName: same[0]!.firstName }] : [],
  );
}
