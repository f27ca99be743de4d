import { randomUUID } from "node:crypto";
import type { Door, Pick } from "./door.ts";
import { everybody, nobodyHasOne } from "./rules.ts";
import { classOf, heard, open, teachersOf } from "./usual-doors.ts";

const title = (pick: Pick) => ({ title: pick.word() });
const channel = (pick: Pick) =>
  ({ ...title(pick), description: "", language: "fr", visibility: "class", bird: "pic", colour: 2 }) as const;
const slot = { timeZone: "Europe/Paris" } as const;
const rundown = (pick: Pick) => ({
  revision: 0,
  items: [
    {
      ...{ id: randomUUID(), ...title(pick), kind: "speech", plannedSeconds: 60, prompterText: "" },
      ...{ speakers: [pick.anywhere("pupil"), pick.here("pupil")], cartIds: [pick.anywhere("cart")] },
      moves: {
        ...{ microphones: "keep", bed: pick.anywhere("cart"), cartsGainDb: null },
        gains: [{ speaker: pick.anywhere("pupil"), gainDb: 0 }],
      },
    },
  ],
});

/** The doors of a channel, and of the shows and sounds that it is made of. */
export const channelDoors: Readonly<Record<string, Door>> = {
  "GET /api/channels": open,
  "GET /api/channels/:slug": heard("channel"),
  "GET /api/channels/:slug/live": heard("channel"),
  "GET /api/channels/:slug/news": heard("channel"),
  "PUT /api/channels/:slug/news": heard("channel"),
  "POST /api/channels/:slug/news/questions": heard("channel"),
  "POST /api/channels/:slug/news/removals": heard("channel"),
  "POST /api/channels/:slug/letters": heard("channel"),
  "POST /api/letters/confirmations": open,
  "POST /api/letters/removals": open,
  "POST /courrier/arret/:id/:proof": { may: nobodyHasOne, about: "session", at: { proof: "none" }, hides: everybody },
  "GET /courrier/arret/:id/:proof": { may: everybody, at: { id: randomUUID(), proof: "none" } },
  "POST /api/classrooms/:id/channels": teachersOf("classroom", channel),
  "PATCH /api/channels/:id": {
    ...teachersOf("channel", (pick) =>
      // A sound of its own class would be played.
      pick.coin() ? title(pick) : { interludeCartId: pick.elsewhere("cart") },
    ),
    tries: 2,
  },
  "PUT /api/channels/:id/cover": { ...teachersOf("channel"), form: "cover" },
  "DELETE /api/channels/:id/cover": teachersOf("channel"),
  "GET /api/classrooms/:id/shows": classOf("classroom"),
  "POST /api/channels/:id/shows": teachersOf("channel", title),
  "POST /api/channels/:id/slots": teachersOf("channel", (pick) => ({
    ...{ ...title(pick), ...slot, firstAt: "2026-12-01T10:00:00Z", lastDay: "2026-12-09" },
  })),
  "GET /api/shows/:id": classOf("show"),
  "GET /api/classrooms/:id/show-codes": teachersOf("classroom"),
  "POST /api/shows/:id/class-codes": teachersOf("show"),
  "DELETE /api/shows/:id/class-code": teachersOf("show"),
  "PATCH /api/shows/:id": teachersOf("show", title),
  "DELETE /api/shows/:id": teachersOf("show"),
  "PATCH /api/shows/:id/following": teachersOf("show", (pick) => ({ ...title(pick), ...slot })),
  "DELETE /api/shows/:id/following": teachersOf("show"),
  "GET /api/shows/:id/rundown": classOf("show"),
  "PUT /api/shows/:id/rundown": teachersOf("show", rundown),
  "GET /api/shows/:id/pads": classOf("show"),
  "PUT /api/shows/:id/pads": teachersOf("show", (pick) => ({ cartIds: [pick.anywhere("cart")] })),
  "DELETE /api/shows/:id/pads": teachersOf("show"),
  "GET /api/classrooms/:id/carts": classOf("classroom"),
  "POST /api/classrooms/:id/carts": { ...teachersOf("classroom"), form: "sound" },
  "PUT /api/classrooms/:id/pads": teachersOf("classroom", (pick) => ({ cartIds: [pick.anywhere("cart")] })),
  "PATCH /api/carts/:id": teachersOf("cart", (pick) => ({ nextCartId: pick.anywhere("cart") })),
  "DELETE /api/carts/:id": teachersOf("cart"),
  "GET /api/carts/:id/sound": classOf("cart"),
  "GET /api/channels/:slug/oembed": heard("channel"),
};
