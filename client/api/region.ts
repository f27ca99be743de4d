import type { SchoolId } from "../../schemas/ids.ts";
import type { NewSchool, RegionSchool, SchoolChange, SchoolImport, SchoolImportPlan } from "../../schemas/region.ts";
import type { StaffLink } from "../../schemas/staff.ts";
import { take } from "./ask.ts";
import { of, server } from "./server.ts";

/** The schools of the station, as a region's admins keep them. */
export const regionApi = {
  region: {
    listSchools: (): Promise<RegionSchool[]> => take(server.region.schools.$get()),
    createSchool: (school: NewSchool): Promise<RegionSchool> => take(server.region.schools.$post({ json: school })),
    changeSchool: (id: SchoolId, change: SchoolChange): Promise<RegionSchool> =>
      take(server.region.schools[":id"].$patch({ ...of(id), json: change })),
    inviteAdmin: (id: SchoolId, email: string): Promise<StaffLink> =>
      take(server.region.schools[":id"].invitations.$post({ ...of(id), json: { email } })),
    previewImport: (list: SchoolImport): Promise<SchoolImportPlan> =>
      take(server.region["school-import-previews"].$post({ json: list })),
    importSchools: (list: SchoolImport): Promise<SchoolImportPlan> =>
      take(server.region["school-imports"].$post({ json: list })),
  },
};
