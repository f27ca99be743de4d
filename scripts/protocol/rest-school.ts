import { z } from "zod";
import { ClassImport, ClassImportPlan } from "../../schemas/class-import.ts";
import { ClassConsents } from "../../schemas/consent-overview.ts";
import { Classroom } from "../../schemas/people.ts";
import { ClassroomRoom, QuotaChoice, SchoolRoom } from "../../schemas/school-room.ts";
import { SchoolYearChange, SchoolYearPlan } from "../../schemas/school-years.ts";
import { ClassroomOverview, TeacherChoice } from "../../schemas/classroom-overview.ts";
import { restRegion } from "./rest-region.ts";

/** The routes by which an admin keeps the school's classes, and a region's the schools. */
export const restSchool = {
  ...restRegion,
  "GET /api/school/classrooms": {
    does: "Every class of the school, with who teaches it and how many pupils it has.",
    answers: z.array(ClassroomOverview),
  },
  "PUT /api/classrooms/:id/teachers": {
    does: "Says who teaches the class from now on.",
    body: TeacherChoice,
    answers: TeacherChoice,
  },
  "POST /api/class-import-previews": {
    does: "What a school's list would make, and the lines that cannot be taken over.",
    body: ClassImport,
    answers: ClassImportPlan,
  },
  "POST /api/class-imports": {
    does: "Takes a school's list over, all of it or nothing.",
    body: ClassImport,
    answers: ClassImportPlan,
  },
  "POST /api/school-year-previews": {
    does: "What the turn of the school year would do, in numbers.",
    body: SchoolYearChange,
    answers: SchoolYearPlan,
  },
  "POST /api/school-years": {
    does: "Turns the school year, all of it or nothing: classes archived or kept, pupils moved, all codes new. Refused while a class that is named is on air.",
    body: SchoolYearChange,
    answers: SchoolYearPlan,
  },
  "GET /api/school/room": { does: "What the school takes of the disk, and its limit.", answers: SchoolRoom },
  "GET /api/school/consents": {
    does: "How far the voices of each class may go, in numbers, and the episodes that an answer touches that ends soon or is too narrow.",
    answers: z.array(ClassConsents),
  },
  "GET /api/school/classroom-rooms": {
    does: "What each class that is not archived takes of the disk, and its limit.",
    answers: z.array(ClassroomRoom),
  },
  "GET /api/classrooms/:id/room": { does: "What the class takes of the disk, and its limit.", answers: SchoolRoom },
  "PUT /api/classrooms/:id/room": {
    does: "Sets the class's limit, or none but the school's.",
    body: QuotaChoice,
    answers: SchoolRoom,
  },
  "PUT /api/school/room": { does: "Sets the school's limit, or none.", body: QuotaChoice, answers: SchoolRoom },
  "POST /api/classrooms/:id/restorations": {
    does: "Brings an archived class back, with a new code.",
    answers: Classroom,
  },
};
