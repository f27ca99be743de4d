/** One planted hole: in which file, what is written there, what is put in its place, and what that opens. */
export type Hole = { opens: string; file: string; from: string; to: string };

const table = (opens: string, from: string, to: string): Hole => ({ opens, file: "schemas/permissions.ts", from, to });
const hole = (opens: string, file: string, from: string, to: string): Hole => ({
  opens,
  file: `server/${file}`,
  from,
  to,
});

/** Holes that one hasty line could open in the walls; plant.ts plants each, and test/server/every-door must find it. */
export const holes: readonly Hole[] = [
  table("teachers of other schools change shows", `"show.manage": teachers`, `"show.manage": staff`),
  table("pupils read voice consents", `"consent.manage": teachers`, `"consent.manage": classMembers`),
  table("pupils hold the desk", `"desk.operate": teachers`, `"desk.operate": classMembers`),
  table(
    "families of other classes hear a radio",
    `"channel.readFamily": { family: ["member"]`,
    `"channel.readFamily": { family: ["member", "stranger"]`,
  ),
  table(
    "teachers see the staff",
    `"staff.manage": { admin: ["school"] }`,
    `"staff.manage": { admin: ["school"], teacher: ["school"] }`,
  ),
  table(
    "teachers of other classes see long works",
    `"job.manage": teachers`,
    `"job.manage": { teacher: ["member", "school"], admin: ["member", "school"] }`,
  ),
  table("whoever was lent the faders fires sounds", `"desk.carts": "carts"`, `"desk.carts": "faders"`),
  hole(
    "anybody removes a sound",
    "routes/carts.ts",
    `.delete("/api/carts/:id", permit(access, "cart.manage", cart)`,
    `.delete("/api/carts/:id", permit(access, "session.open")`,
  ),
  hole(
    "pupils write the rundown",
    "routes/rundowns.ts",
    `.put("/api/shows/:id/rundown", permit(access, "show.manage", show)`,
    `.put("/api/shows/:id/rundown", permit(access, "show.read", show)`,
  ),
  hole(
    "listeners learn who spoke in an episode",
    "routes/episodes.ts",
    `.get("/api/episodes/:id/voices", permit(access, "episode.manage", episode)`,
    `.get("/api/episodes/:id/voices", permit(access, "channel.readPublic", episode)`,
  ),
  hole(
    "staff of any school export a pupil",
    "routes/pupils.ts",
    `.get("/api/pupils/:id/export", permit(access, "pupil.manage", paramTarget("pupilId"))`,
    `.get("/api/pupils/:id/export", permit(access, "classroom.list")`,
  ),
  hole(
    "admins rule every school",
    "access/open-access.ts",
    `if (actor.role === "visitor" || actor.schoolId !== home.schoolId) return "stranger";`,
    `if (actor.role === "visitor") return "stranger";`,
  ),
  hole(
    "refusals tell strangers that a thing exists",
    "access/open-access.ts",
    `const isSeen = relation !== "stranger" && action`,
    `const isSeen = action`,
  ),
  hole(
    "episodes are heard before they are published",
    "access/open-access.ts",
    `return home.isDraft ? "episode.manage" : hearing`,
    `return hearing`,
  ),
  hole(
    "an episode for the class goes as far as its channel",
    "access/open-access.ts",
    `narrower(home.visibility ?? "class", home.ownVisibility)`,
    `home.visibility ?? "class"`,
  ),
  hole(
    "a session never ends",
    "store/sessions.ts",
    `session !== undefined && session.expiresAt > now ? session.holder : undefined`,
    `now > 0 ? session?.holder : undefined`,
  ),
  hole(
    "a family answers for a classmate",
    "routes/family-voices.ts",
    `if (children.every(({ id }) => id !== pupilId)) throw`,
    `if (children.length === 0) throw`,
  ),
  hole(
    "a teacher puts any child of any school into a family",
    "routes/families.ts",
    `await access.require(c.var.actor, "pupil.manage", { pupilId });`,
    ``,
  ),
  hole(
    "a family is made of children of other classes",
    "routes/families.ts",
    `if (!wanted.pupilIds.every((id) => here.has(id))) throw`,
    `if (here.size === 0) throw`,
  ),
  hole(
    "somebody is invited into the classes of another school",
    "routes/staff.ts",
    `await requireClassesOf(database, schoolId, invitation.classroomIds);`,
    `await requireClassesOf(database, schoolId, []);`,
  ),
  hole(
    "a sound is followed by one of another class",
    "store/carts.ts",
    `if (next.classroomId !== cart.classroomId || next.id === id) throw`,
    `if (next.id === cart.id) throw`,
  ),
  hole(
    "a rundown names pupils of another class",
    "store/rundowns.ts",
    `const items = change.items.map((item) => keepKnown(item, known));`,
    `const items = known.carts.size < 0 ? [] : change.items;`,
  ),
  hole(
    "an admin lists the classes of all schools",
    "store/classrooms.ts",
    `active().where("schoolId", "=", of.schoolId)`,
    `active().where("schoolId", "<>", "")`,
  ),
  hole(
    "listeners are told of the work that renders",
    "routes/told-episode.ts",
    `() => ({ ...episode, renderJobId: null })`,
    `() => episode`,
  ),
  hole(
    "who sits at the desk is asked at the door only",
    "signalling/answer.ts",
    `await line.access.require(line.socket.data.actor, action, { showId });`,
    `if (action === "desk.operate") await line.access.require(line.socket.data.actor, "studio.join", { showId });`,
  ),
  hole(
    "a pupil holds parts of the desk that were not lent",
    "signalling/answer.ts",
    `const isLent = part !== undefined && peer.strip.lent.includes(part);`,
    `const isLent = part !== undefined && !peer.isGone;`,
  ),
  hole(
    "families get a socket",
    "signalling/admit-socket.ts",
    `if (!isSignedIn(actor)) return "session.forbidden";\n  if (countOf`,
    `if (countOf`,
  ),
  hole(
    "who was barred comes back",
    "studio/bar-list.ts",
    `if (voice.kind === "pupil" && this.#barred.has(voice.pupilId)) throw`,
    `if (voice.kind === "pupil" && this.#barred.size > 1_000) throw`,
  ),
];
