import type { Door } from "./door.ts";
import { families, familiesWhoHear, itsOwner } from "./rules.ts";
import { teachersOf } from "./usual-doors.ts";

/** The doors by which families leave something for a show. A family that may not hears that there is no such show, or no such message. */
export const replyDoors: Readonly<Record<string, Door>> = {
  "GET /api/family/replies": { may: families },
  "POST /api/shows/:id/replies": {
    ...{ may: familiesWhoHear, about: "show", hides: families, tries: 3 },
    form: "voice",
  },
  "POST /api/shows/:id/questions": {
    ...{ may: familiesWhoHear, about: "show", hides: families, tries: 3 },
    body: (pick) => ({ text: pick.word() }),
  },
  "DELETE /api/family/replies/:id": {
    ...{ may: itsOwner, about: "reply", hides: families, tries: 3 },
  },
  "GET /api/classrooms/:id/replies": teachersOf("classroom"),
  "GET /api/replies/:id/sound": teachersOf("reply"),
  "PUT /api/replies/:id/acceptance": teachersOf("reply", (pick) => ({ title: pick.word() })),
  "DELETE /api/replies/:id": teachersOf("reply"),
};
