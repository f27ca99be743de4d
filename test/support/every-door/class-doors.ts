import { randomUUID } from "node:crypto";
import type { Door } from "./door.ts";
import { admins, families, itsTeachers, ownFamily, staff } from "./rules.ts";
import { classOf, teachersOf } from "./usual-doors.ts";

const pupil = { firstName: "Noé", bird: "geai", colour: 4 } as const;
/** Brothers and sisters may be in two classes: whoever brings a child in answers for both. */
const child = { noun: "pupil", param: "pupilId", may: itsTeachers } as const;

/** The doors of a class: its pupils, who comes in beside them, and their families. */
export const classDoors: Readonly<Record<string, Door>> = {
  "GET /api/classrooms/:id/listenings": classOf("classroom"),
  "GET /api/classrooms/:id/pictures": teachersOf("classroom"),
  "POST /api/classrooms/:id/pictures": teachersOf("classroom"),
  "POST /api/pupils/:id/pictures": teachersOf("pupil"),
  "DELETE /api/pupils/:id/pictures": teachersOf("pupil"),
  "POST /api/pupils/:id/door-passes": teachersOf("pupil"),
  "GET /api/classrooms": { may: staff },
  "POST /api/classrooms": { may: admins, body: (pick) => ({ name: pick.word(), schoolYear: "2026-2027" }) },
  "GET /api/classrooms/:id": classOf("classroom"),
  "PATCH /api/classrooms/:id": teachersOf("classroom", (pick) => ({ name: pick.word() })),
  "POST /api/classrooms/:id/class-codes": teachersOf("classroom"),
  "POST /api/classrooms/:id/pupils": teachersOf("classroom", () => pupil),
  "PATCH /api/pupils/:id": teachersOf("pupil", () => ({ colour: 5 })),
  "DELETE /api/pupils/:id": teachersOf("pupil"),
  "GET /api/pupils/:id/export": teachersOf("pupil"),
  "GET /api/pupils/:id/traces": teachersOf("pupil"),
  "GET /api/classrooms/:id/newcomers": teachersOf("classroom"),
  "POST /api/classrooms/:id/newcomers/:newcomerId/admissions": {
    ...teachersOf("classroom"),
    at: { newcomerId: randomUUID() },
  },
  "DELETE /api/classrooms/:id/newcomers/:newcomerId": { ...teachersOf("classroom"), at: { newcomerId: randomUUID() } },
  "GET /api/classrooms/:id/consents": teachersOf("classroom"),
  "GET /api/pupils/:id/consents": teachersOf("pupil"),
  "GET /api/pupils/:id/episodes": teachersOf("pupil"),
  "POST /api/pupils/:id/consents": teachersOf("pupil", () => ({
    scope: "class",
    givenBy: "Sa mère",
    givenOn: "2026-11-16",
  })),
  "GET /api/classrooms/:id/families": teachersOf("classroom"),
  "GET /api/classrooms/:id/family-links": teachersOf("classroom"),
  "POST /api/classrooms/:id/families": teachersOf("classroom", (pick) => ({
    language: "uk",
    pupilIds: [pick.here("pupil"), pick.anywhere("pupil")],
  })),
  "PATCH /api/families/:id": teachersOf("family", () => ({ language: "tr" })),
  "PUT /api/families/:id/children/:pupilId": { ...teachersOf("family"), and: child, tries: 3 },
  "DELETE /api/families/:id/children/:pupilId": { ...teachersOf("family"), and: child, tries: 3 },
  "POST /api/families/:id/links": teachersOf("family"),
  "DELETE /api/families/:id/link": teachersOf("family"),
  "POST /api/families/:id/pins": teachersOf("family"),
  "DELETE /api/families/:id/pin": teachersOf("family"),
  "GET /api/family": { may: families },
  "GET /api/family/feed-addresses": { may: families },
  "POST /api/family/feed-addresses": { may: families, body: () => ({ device: "phone" }) },
  "DELETE /api/family/feed-addresses/:addressId": { may: families, at: { addressId: "none" } },
  "GET /api/classrooms/:id/feed-addresses": teachersOf("classroom"),
  "POST /api/classrooms/:id/feed-addresses": teachersOf("classroom", (pick) => ({
    device: "tablet",
    isOwn: pick.coin(),
  })),
  "DELETE /api/classrooms/:id/feed-addresses/:addressId": { ...teachersOf("classroom"), at: { addressId: "none" } },
  "DELETE /api/classrooms/:id/family-feed-addresses": teachersOf("classroom"),
  "GET /api/family/voices": { may: families },
  // A family knows of its own children only; a classmate is nobody to them.
  "POST /api/family/voices/:id": {
    ...{ may: ownFamily, about: "pupil", hides: families, tries: 3 },
    body: () => ({ scope: "family", givenBy: "Son père", pin: "0000" }),
  },
};
