import type { AccountId, ClassroomId, SchoolId } from "../../schemas/ids.ts";
import type { StaffChange, StaffMember } from "../../schemas/staff.ts";
import { Refusal } from "../errors.ts";
import type { AuditEntry } from "../store/audit.ts";
import { openAudit } from "../store/audit.ts";
import { openClassrooms } from "../store/classrooms.ts";
import type { Database } from "../store/open-database.ts";
import { openPeople } from "../store/people.ts";
import { openSessions } from "../store/sessions.ts";
import { openStaffLinks } from "../store/staff-links.ts";

/** Refuses classes that are not of this school. */
export async function requireClassesOf(database: Database, schoolId: SchoolId, ids: readonly ClassroomId[]) {
  const known = new Set((await openClassrooms(database).list({ schoolId })).map(({ id }) => id));
  if (!ids.every((id) => known.has(id))) throw new Refusal("classroom.not_found");
}

// What the audit table is to say of a change, one act each.
function actsOf(before: StaffMember, change: StaffChange): Pick<AuditEntry, "act" | "detail">[] {
  const { role, classroomIds, isActive } = change;
  return [
    ...(role !== undefined && role !== before.role ? [{ act: "staff.roleChanged", detail: role }] : []),
    ...(classroomIds === undefined ? [] : [{ act: "staff.classesChanged" }]),
    ...(isActive !== undefined && isActive !== before.isActive
      ? [{ act: isActive ? "staff.reactivated" : "staff.deactivated" }]
      : []),
  ];
}

/** An admin changes a colleague's role and classes, and shuts their account or opens it again: shows and episodes stay as they are. */
export function makeStaffOffice({ database, clock }: { database: Database; clock: () => number }) {
  async function write(within: Database, member: StaffMember, { role, classroomIds, isActive }: StaffChange) {
    const people = openPeople(within, clock);
    if (role !== undefined) await people.setRole(member.id, role);
    if (classroomIds !== undefined) await openClassrooms(within).setTeacherOf(member.id, classroomIds);
    if (isActive !== undefined && isActive !== member.isActive) await people.setActive(member.id, isActive);
    if (isActive === false) {
      await openSessions(within).endStaff(member.id);
      await openStaffLinks(within).endOf(member.email);
    }
    // Nobody could let anybody in again.
    if (!(await people.hasActiveAdmin(member.schoolId))) throw new Refusal("staff.last_admin");
  }

  return {
    /** All or nothing, with its lines in the audit table. Refuses to leave the school without an admin. */
    change: async (actor: string, schoolId: SchoolId, id: AccountId, change: StaffChange): Promise<StaffMember> =>
      database.transaction().execute(async (within) => {
        const people = openPeople(within);
        const member = (await people.staffOf(schoolId)).find((each) => each.id === id);
        if (member === undefined) throw new Refusal("account.not_found");
        await requireClassesOf(within, schoolId, change.classroomIds ?? []);
        await write(within, member, change);
        const audit = openAudit(within, clock);
        for (const act of actsOf(member, change)) await audit.write({ actor, target: `account:${id}`, ...act });
        return (await people.staffOf(schoolId)).find((each) => each.id === id)!;
      }),
  };
}
/** See {@link makeStaffOffice}. */
export type StaffOffice = ReturnType<typeof makeStaffOffice>;
