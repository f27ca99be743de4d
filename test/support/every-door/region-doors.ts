import type { Door, Pick } from "./door.ts";
import { regionAdmins } from "./rules.ts";

const listed = (pick: Pick) => ({ schools: [["0180001D", pick.word(), "Bourges"]] });
const ofRegion = (body: NonNullable<Door["body"]>): Door => ({
  ...{ may: regionAdmins, about: "school", gate: regionAdmins },
  body,
});

/** The doors of whoever keeps the schools of a station. */
export const regionDoors: Readonly<Record<string, Door>> = {
  "GET /api/region/schools": { may: regionAdmins },
  "POST /api/region/schools": { may: regionAdmins, body: (pick) => ({ name: pick.word(), city: "Bourges" }) },
  "PATCH /api/region/schools/:id": ofRegion((pick) => ({ name: pick.word(), quotaBytes: null })),
  "POST /api/region/schools/:id/invitations": ofRegion((pick) => ({ email: `${pick.word()}@ecole.test` })),
  "POST /api/region/school-import-previews": { may: regionAdmins, body: listed },
  "POST /api/region/school-imports": { may: regionAdmins, body: listed },
};
