import { usualRetention } from "../../../schemas/retention.ts";
import type { Door, Pick } from "./door.ts";
import { admins } from "./rules.ts";
import { teachersOf } from "./usual-doors.ts";

const schoolList = (pick: Pick) => ({ schoolYear: "2026-2027", classrooms: [{ name: pick.word(), pupils: [] }] });

/** The doors of whoever runs the school: its staff, its classes, its room, its years. */
export const schoolDoors: Readonly<Record<string, Door>> = {
  "GET /api/backup": { may: admins },
  "GET /api/journal": { may: admins },
  "GET /api/retention": { may: admins },
  "PUT /api/retention": { may: admins, body: () => usualRetention },
  "POST /api/retention/preview": { may: admins, body: () => usualRetention },
  "GET /api/classrooms/:id/leaving": teachersOf("classroom"),
  "GET /api/code-alarm": { may: admins },
  "GET /api/staff": { may: admins },
  "GET /api/staff-letters/lost": { may: admins },
  "DELETE /api/staff-letters/lost": { may: admins },
  "POST /api/staff-invitations": {
    may: admins,
    body: (pick) => ({
      email: `${pick.word()}@ecole.test`,
      role: "teacher",
      classroomIds: [pick.anywhere("classroom")],
    }),
  },
  "DELETE /api/staff/:id/second-step": { may: admins, about: "account", gate: admins },
  "PATCH /api/staff/:id": {
    ...{ may: admins, about: "account", gate: admins, tries: 2 },
    body: (pick) => ({ classroomIds: [pick.anywhere("classroom")] }),
  },
  "POST /api/staff/:id/password-links": { may: admins, about: "account", gate: admins },
  "GET /api/school/classrooms": { may: admins },
  "PUT /api/classrooms/:id/teachers": {
    ...{ may: admins, about: "classroom", tries: 2 },
    body: (pick) => ({ accountIds: [pick.anywhere("account")] }),
  },
  "POST /api/class-import-previews": { may: admins, body: schoolList },
  "POST /api/class-imports": { may: admins, body: schoolList },
  "GET /api/school/room": { may: admins },
  "PUT /api/school/room": { may: admins },
  "GET /api/school/classroom-rooms": { may: admins },
  "GET /api/school/consents": { may: admins },
  "GET /api/classrooms/:id/room": teachersOf("classroom"),
  "PUT /api/classrooms/:id/room": { may: admins, about: "classroom", body: () => ({ quotaBytes: null }) },
  "POST /api/school-year-previews": { may: admins },
  "POST /api/school-years": { may: admins },
  "POST /api/classrooms/:id/restorations": { may: admins, about: "classroom" },
};
