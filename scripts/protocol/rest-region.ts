import { z } from "zod";
import {
  AdminInvitation,
  NewSchool,
  RegionSchool,
  SchoolChange,
  SchoolImport,
  SchoolImportPlan,
} from "../../schemas/region.ts";
import { StaffLink } from "../../schemas/staff.ts";

/** The routes by which a region's admins keep the schools of a station. */
export const restRegion = {
  "GET /api/region/schools": {
    does: "Every school with its figures; of persons only from ten on.",
    answers: z.array(RegionSchool),
  },
  "POST /api/region/schools": {
    does: "Makes a school, without anybody in it.",
    body: NewSchool,
    answers: RegionSchool,
  },
  "PATCH /api/region/schools/:id": {
    does: "Changes a school's name, city or limit, shuts it or opens it again.",
    body: SchoolChange,
    answers: RegionSchool,
  },
  "POST /api/region/schools/:id/invitations": {
    does: "A link, told this once, by which somebody becomes an admin of the school.",
    body: AdminInvitation,
    answers: StaffLink,
  },
  "POST /api/region/school-import-previews": {
    does: "What a list of schools would make.",
    body: SchoolImport,
    answers: SchoolImportPlan,
  },
  "POST /api/region/school-imports": {
    does: "Takes a list of schools over, all of it or nothing; schools are known by their codes, and none is removed.",
    body: SchoolImport,
    answers: SchoolImportPlan,
  },
};
