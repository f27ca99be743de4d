import type { ClassImport, ClassImportPlan, ImportFault, ListedPupil } from "../../schemas/class-import.ts";
import { PupilId, type ClassroomId, type SchoolId } from "../../schemas/ids.ts";
import { nextAvatar } from "../../schemas/next-avatar.ts";
import { largestClassroom, type Pupil } from "../../schemas/people.ts";
import { Refusal } from "../errors.ts";
import { openClassrooms, type IssuedCode } from "./classrooms.ts";
import { fold, namePupils } from "./name-pupils.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";
import { openPeople } from "./people.ts";

type Listed = { name: string; pupils: readonly ListedPupil[] };
type Draft = ClassImportPlan["classrooms"][number] & { id: ClassroomId | undefined; pupils: readonly Pupil[] };

/** Classes that the list writes in two ways are one. */
function merge(classrooms: ClassImport["classrooms"]): Listed[] {
  const groups = Map.groupBy(classrooms, ({ name }) => fold(name));
  return [...groups.values()].map((same) => ({ name: same[0]!.name, pupils: same.flatMap(({ pupils }) => pupils) }));
}

/** Takes the classes and first names of a school's list over, all of it or nothing. */
export function openClassImport(database: Database, clock: () => number = Date.now) {
  async function draft(within: Database, schoolId: SchoolId, { schoolYear, classrooms }: ClassImport) {
    const people = openPeople(within, clock);
    const all = await openClassrooms(within, clock).list({ schoolId });
    const here = all.filter((classroom) => classroom.schoolYear === schoolYear);
    const faults: ImportFault[] = [];
    const drafts: Draft[] = [];
    for (const listed of merge(classrooms)) {
      const known = here.find(({ name }) => fold(name) === fold(listed.name));
      const pupils = known === undefined ? [] : await people.pupilsOf(known.id);
      const judged = judge(listed, pupils);
      faults.push(...judged.faults);
      const { added, present } = judged;
      drafts.push({
        name: known?.name ?? listed.name,
        isNew: known === undefined,
        added,
        present,
        id: known?.id,
        pupils,
      });
    }
    return { drafts, faults: faults.sort((one, other) => one.line - other.line) };
  }

  async function addPupils(within: Database, classroomId: ClassroomId, { added, pupils }: Draft) {
    const taken: Pick<Pupil, "bird" | "colour">[] = [...pupils];
    for (const firstName of added) {
      const avatar = nextAvatar(taken);
      taken.push(avatar);
      const row = { id: newId(PupilId), classroomId, firstName, ...avatar, createdAt: clock() };
      await within.insertInto("pupil").values(row).execute();
    }
  }

  const planOf = ({ drafts, faults }: { drafts: Draft[]; faults: ImportFault[] }): ClassImportPlan => ({
    classrooms: drafts.map(({ name, isNew, added, present }) => ({ name, isNew, added, present })),
    faults,
  });

  return {
    plan: async (schoolId: SchoolId, list: ClassImport): Promise<ClassImportPlan> =>
      planOf(await draft(database, schoolId, list)),
    /** Refuses a list with faults, and makes nothing of it then. */
    apply: (schoolId: SchoolId, list: ClassImport, issue: () => IssuedCode): Promise<ClassImportPlan> =>
      database.transaction().execute(async (within) => {
        const drafted = await draft(within, schoolId, list);
        if (drafted.faults.length > 0) throw new Refusal("import.faulty");
        const classrooms = openClassrooms(within, clock);
        for (const each of drafted.drafts) {
          const fresh = { name: each.name, schoolYear: list.schoolYear };
          const id = each.id ?? (await classrooms.create(schoolId, fresh, issue)).id;
          await addPupils(within, id, each);
        }
        return planOf(drafted);
      }),
  };
}
/** See {@link openClassImport}. */
export type ClassImports = ReturnType<typeof openClassImport>;

/** What a class of the list adds to the pupils who are there. */
function judge({ name, pupils: rows }: Listed, pupils: readonly Pupil[]) {
  const named = namePupils(
    rows,
    pupils.map(({ firstName }) => firstName),
  );
  const added: string[] = [];
  const faults: ImportFault[] = [];
  const faultAt = (line: number, fault: ImportFault["fault"]) => {
    const firstName = rows.find((row) => row.line === line)?.firstName ?? "";
    faults.push({ line, fault, firstName, classroom: name });
  };
  for (const each of named) {
    if ("fault" in each) faultAt(each.line, each.fault);
    else if ("added" in each && pupils.length + added.length >= largestClassroom) faultAt(each.line, "full");
    else if ("added" in each) added.push(each.added);
  }
  return { added, faults, present: named.filter((each) => "present" in each).length };
}
