import type { ClassImport, ClassImportPlan } from "../../schemas/class-import.ts";
import type { ClassConsents } from "../../schemas/consent-overview.ts";
import type { ClassroomOverview } from "../../schemas/classroom-overview.ts";
import type { AccountId, ClassroomId } from "../../schemas/ids.ts";
import type { Classroom } from "../../schemas/people.ts";
import type { ClassroomRoom, SchoolRoom } from "../../schemas/school-room.ts";
import type { SchoolYearChange, SchoolYearPlan } from "../../schemas/school-years.ts";
import { take } from "./ask.ts";
import { of, server } from "./server.ts";

/** What an admin sees and does of the whole school. */
export const schoolApi = {
  /** What an admin sees and does of the whole school. */
  school: {
    listClassrooms: (): Promise<ClassroomOverview[]> => take(server.school.classrooms.$get()),
    setTeachers: (id: ClassroomId, accountIds: AccountId[]) =>
      take(server.classrooms[":id"].teachers.$put({ ...of(id), json: { accountIds } })),
    previewImport: (list: ClassImport): Promise<ClassImportPlan> =>
      take(server["class-import-previews"].$post({ json: list })),
    readRoom: (): Promise<SchoolRoom> => take(server.school.room.$get()),
    readConsents: (): Promise<ClassConsents[]> => take(server.school.consents.$get()),
    readClassRooms: (): Promise<ClassroomRoom[]> => take(server.school["classroom-rooms"].$get()),
    setQuota: (quotaBytes: number | null): Promise<SchoolRoom> =>
      take(server.school.room.$put({ json: { quotaBytes } })),
    previewYear: (change: SchoolYearChange): Promise<SchoolYearPlan> =>
      take(server["school-year-previews"].$post({ json: change })),
    turnYear: (change: SchoolYearChange): Promise<SchoolYearPlan> =>
      take(server["school-years"].$post({ json: change })),
    restore: (id: ClassroomId): Promise<Classroom> => take(server.classrooms[":id"].restorations.$post(of(id))),
    importClasses: (list: ClassImport): Promise<ClassImportPlan> => take(server["class-imports"].$post({ json: list })),
  },
};
