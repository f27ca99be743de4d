import type { Door, Pick } from "./door.ts";
import { admins, regionAdmins, staff, type Rule } from "./rules.ts";

const listed = (pick: Pick) => ({ schools: [["0180001D", pick.word(), "Bourges"]] });
const ofRegion = (body: NonNullable<Door["body"]>): Door => ({
  ...{ may: regionAdmins, about: "school", gate: regionAdmins },
  body,
});

/** "Motivation survey: pupils and teachers". */
const asked: Rule = (who, thing, facts) => who.role === "pupil" || staff(who, thing, facts);
const answers = () => ({ basic: 3, digital: null, motivation: 4, engagement: 1 });

/** What the radio brings a school: asked of those who make it, told without any of them. */
const impactDoors: Readonly<Record<string, Door>> = {
  "GET /api/impact": { may: admins },
  "POST /api/impact/campaigns": { may: admins },
  "PUT /api/impact/campaign/state": { may: admins, body: () => ({ state: "running" }) },
  "GET /api/survey": { may: asked },
  "PUT /api/survey": { may: asked, body: answers },
  "GET /api/region/impact": { may: regionAdmins },
};

/** The doors of whoever keeps the schools of a station, and of what the radio brings them. */
export const regionDoors: Readonly<Record<string, Door>> = {
  ...impactDoors,
  "GET /api/region/schools": { may: regionAdmins },
  "POST /api/region/schools": { may: regionAdmins, body: (pick) => ({ name: pick.word(), city: "Bourges" }) },
  "PATCH /api/region/schools/:id": ofRegion((pick) => ({ name: pick.word(), quotaBytes: null })),
  "POST /api/region/schools/:id/invitations": ofRegion((pick) => ({ email: `${pick.word()}@ecole.test` })),
  "POST /api/region/school-import-previews": { may: regionAdmins, body: listed },
  "POST /api/region/school-imports": { may: regionAdmins, body: listed },
};
