import { randomUUID } from "node:crypto";
import { usualRetention } from "../../../schemas/retention.ts";
import type { Door, Pick } from "./door.ts";
import { replyDoors } from "./reply-doors.ts";
import { podcastDoors, teachersOf } from "./podcast-doors.ts";
import { progressDoors } from "./progress-doors.ts";
import { oralDoors } from "./oral-doors.ts";
import { regionDoors } from "./region-doors.ts";
import {
  accounts,
  admins,
  everybody,
  families,
  itsClass,
  itsListeners,
  itsPublicHears,
  itsOwner,
  itsTeachers,
  ownFamily,
} from "./rules.ts";
import { staff, whoeverIsIn, type Rule } from "./rules.ts";

const classOf = (about: Door["about"]): Door => ({ may: itsClass, about: about! });
/** What is heard: whoever may not hear it is told that it does not exist. */
const heard = (about: "channel" | "episode", at: Door["at"] = {}): Door => ({
  may: itsListeners,
  about,
  at,
  hides: everybody,
  tries: 4,
});
const open: Door = { may: everybody };

const title = (pick: Pick) => ({ title: pick.word() });
const channel = (pick: Pick) =>
  ({ ...title(pick), description: "", language: "fr", visibility: "class", bird: "pic", colour: 2 }) as const;
const pupil = { firstName: "Noé", bird: "geai", colour: 4 } as const;
const schoolList = (pick: Pick) => ({ schoolYear: "2026-2027", classrooms: [{ name: pick.word(), pupils: [] }] });
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
/** Brothers and sisters may be in two classes: whoever brings a child in answers for both. */
const child = { noun: "pupil", param: "pupilId", may: itsTeachers } as const;
// A family knows of its own children only; a classmate is nobody to them.
const otherFamilies: Rule = ({ role }) => role === "family";

// No passkey is made without an authenticator: here all are as if they did not exist.
const nobodyHasOne: Rule = () => false;

/** Who may come through which door of the station's HTTP side. A route that is not told of here fails the test. */
export const httpDoors: Readonly<Record<string, Door>> = {
  "GET /healthz": open,
  "GET /api/setup": open,
  "POST /api/setup": open,
  "POST /api/sessions": open,
  "GET /api/sessions/current": { may: whoeverIsIn },
  "DELETE /api/sessions/current": { may: whoeverIsIn },
  "GET /api/class-codes/:code": { may: everybody, at: { code: "PIC%200000" } },
  "POST /api/pupil-sessions": open,
  "POST /api/newcomers": open,
  "GET /api/newcomers/current": open,
  "DELETE /api/newcomers/current": open,
  "POST /api/newcomers/current/sessions": open,
  "POST /api/family-sessions": open,
  "POST /api/staff-links/read": { may: everybody, body: () => ({ token: "nobody has this link" }) },
  "POST /api/staff-links/accept": open,
  "GET /api/sign-in-ways": { may: everybody },
  "POST /api/password-requests": open,
  "GET /api/account": { may: accounts },
  "PATCH /api/account": { may: accounts, body: (pick) => ({ displayName: pick.word() }) },
  "PUT /api/account/podcast-name": { may: accounts, body: (pick) => ({ name: pick.word() }) },
  "PUT /api/account/password": { may: accounts },
  "GET /api/account/sessions": { may: accounts },
  "DELETE /api/account/sessions/:id": { may: itsOwner, about: "session", gate: accounts, hides: everybody },
  "DELETE /api/account/sessions": { may: accounts },
  "GET /api/account/passkeys": { may: accounts },
  "POST /api/account/passkey-challenges": { may: accounts },
  "POST /api/account/passkeys": { may: accounts },
  "PATCH /api/account/passkeys/:id": { may: accounts },
  "DELETE /api/account/passkeys/:id": { may: nobodyHasOne, about: "session", gate: accounts, hides: everybody },
  "POST /api/passkey-challenges": open,
  "POST /api/passkey-sessions": open,
  "POST /api/account/second-step": { may: accounts },
  "PUT /api/account/second-step": { may: accounts },
  "POST /api/account/second-step/removals": { may: accounts },

  "GET /api/backup": { may: admins },
  "GET /api/journal": { may: admins },
  "GET /api/retention": { may: admins },
  "PUT /api/retention": { may: admins, body: () => usualRetention },
  "POST /api/retention/preview": { may: admins, body: () => usualRetention },
  "GET /api/classrooms/:id/leaving": teachersOf("classroom"),
  "GET /api/classrooms/:id/listenings": classOf("classroom"),
  "PUT /api/episodes/:id/keeping": teachersOf("episode"),
  "GET /api/code-alarm": { may: admins },
  "GET /api/classrooms/:id/pictures": teachersOf("classroom"),
  "POST /api/classrooms/:id/pictures": teachersOf("classroom"),
  "POST /api/pupils/:id/pictures": teachersOf("pupil"),
  "DELETE /api/pupils/:id/pictures": teachersOf("pupil"),
  "POST /api/pupils/:id/door-passes": teachersOf("pupil"),

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

  "GET /api/oidc": open,
  "POST /api/oidc/:provider/flows": { may: everybody, at: { provider: "ent" } },
  "POST /api/oidc-sessions": open,
  "GET /api/oidc/:provider/callback": { may: everybody, at: { provider: "ent" } },
  "GET /api/account/identities": { may: accounts },
  "DELETE /api/account/identities/:provider": { may: accounts, at: { provider: "ent" } },

  ...regionDoors,

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
  "POST /api/family/voices/:id": {
    ...{ may: ownFamily, about: "pupil", hides: otherFamilies, tries: 3 },
    body: () => ({ scope: "family", givenBy: "Son père", pin: "0000" }),
  },

  ...replyDoors,

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

  "GET /api/channels/:id/all-episodes": teachersOf("channel"),
  "GET /api/episodes/:id": heard("episode"),
  "GET /api/episodes/:id/chapters.json": heard("episode"),
  "GET /api/episodes/:id/transcript": teachersOf("episode"),
  "PUT /api/episodes/:id/transcript": teachersOf("episode", () => ({ text: "Bonjour à tous." })),
  "DELETE /api/episodes/:id/transcript": teachersOf("episode"),
  "GET /media/transcripts/:episodeId/:file": heard("episode", { file: "1.vtt" }),
  "GET /api/episodes/:id/sounds": teachersOf("episode"),
  "GET /api/episodes/:id/voices": teachersOf("episode"),
  "PUT /api/episodes/:id/left-out-voices": teachersOf("episode", (pick) => ({ pupilIds: [pick.anywhere("pupil")] })),
  "PATCH /api/episodes/:id": teachersOf("episode", () => ({ description: "Au programme." })),
  "DELETE /api/episodes/:id": teachersOf("episode"),
  "PUT /api/episodes/:id/publication": teachersOf("episode"),
  "DELETE /api/episodes/:id/publication": teachersOf("episode"),

  ...podcastDoors,
  ...oralDoors,
  ...progressDoors,

  "GET /api/jobs/:id": teachersOf("job"),
  "DELETE /api/jobs/:id": teachersOf("job"),
  "POST /api/jobs/:id/retries": teachersOf("job"),

  "GET /chaines.opml": open,
  "GET /radios/:school/fil.xml": { may: itsPublicHears, about: "school", at: { school: "*" }, hides: everybody },
  "GET /feeds/:file": heard("channel", { file: "*.xml" }),
  "GET /media/covers/channels/:id/:file": heard("channel", { file: "99.jpg" }),
  "GET /api/channels/:slug/oembed": heard("channel"),
  "GET /media/previews/:slug/:file": heard("channel", { file: "0-0.jpg" }),
  "GET /media/covers/episodes/:id/:file": heard("episode", { file: "99-9.jpg" }),
  "GET /media/episodes/:episodeId/:version/:name": heard("episode", { version: "1", name: "episode.mp3" }),
  "GET /live/:slug/:playlist": heard("channel", { playlist: "audio.m3u8" }),
  "GET /live/:slug/:word/:rendition/:piece": heard("channel", { word: "none", rendition: "audio", piece: "1.m4s" }),
  "GET /live/:file": heard("channel", { file: "*.mp3" }),
};
