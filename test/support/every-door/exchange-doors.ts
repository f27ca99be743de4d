import type { Door } from "./door.ts";
import { teachersOf } from "./usual-doors.ts";

const nothing = "00000000-0000-7000-8000-000000000000";
/** Of an offer that nobody makes. */
const unknown = { offer: nothing, place: "0", template: nothing, episode: nothing } as const;

/** The doors by which classes offer each other what is theirs: each is seen from the class that asks. */
export const exchangeDoors: Readonly<Record<string, Door>> = {
  "GET /api/classrooms/:id/exchange": teachersOf("classroom"),
  "GET /api/classrooms/:id/catalogue": teachersOf("classroom"),
  "GET /api/classrooms/:id/catalogue/:offer/sounds/:place": { ...teachersOf("classroom"), at: unknown },
  "POST /api/classrooms/:id/catalogue/:offer/copies": {
    ...teachersOf("classroom", (pick) => ({ channelId: pick.anywhere("channel") })),
    at: unknown,
  },
  "POST /api/classrooms/:id/offers": teachersOf("classroom", (pick) => ({
    ...{ kind: "cart", sourceId: pick.anywhere("cart"), title: pick.word(), words: "", reach: "school" },
    areNamesSeen: true,
  })),
  "DELETE /api/classrooms/:id/offers/:offer": { ...teachersOf("classroom"), at: unknown },
  "DELETE /api/classrooms/:id/rundown-templates/:template": { ...teachersOf("classroom"), at: unknown },
  "DELETE /api/channels/:id/replays/:episode": { ...teachersOf("channel"), at: unknown },
};
