import { expect, test } from "vitest";
import { v7 } from "uuid";
import { usualExercise } from "../../../schemas/exercises.ts";
import { FamilyId, RecordingId, TakeId } from "../../../schemas/ids.ts";
import { rubricLibrary } from "../../../schemas/rubric-library/rubric-library.ts";
import { newId } from "../../../server/store/new-id.ts";
import type { ApiClient } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { knownAnchor } from "../../support/known-anchor.ts";
import { cartOf } from "../../support/known-cart.ts";
import type { TestSchool } from "../../support/school.ts";

type Doors = Awaited<ReturnType<typeof openDoors>>;

/** Every address of the station, once per method, apart from middleware and pages. */
const routesOf = ({ app }: Doors) =>
  [...new Set(app.routes.map(({ method, path }) => `${method} ${path}`))]
    .map((route) => route.split(" ") as [string, string])
    .filter(([method, path]) => method !== "ALL" && path !== "/*");

/** An address with a school's own things in the places of its parameters. */
async function fill(path: string, { store }: Doors, school: TestSchool): Promise<string> {
  const { classroom, pupils, channel, show } = school;
  const carts = await store.carts.listOf(classroom.id);
  const episodes = await store.episodes.listAll(channel.id);
  const replies = await store.replies.listOf(classroom.id);
  const [family] = await store.families.ofClassroom(classroom.id);
  const [podcast] = await store.podcastImports.listOf(channel.id);
  const [exercise] = await store.exercises.listOf(classroom.id);
  const [rubric] = await store.rubrics.listOf(classroom.id);
  const [anchor] = await store.anchors.listFor(school.school.id, school.teacher.id);
  const [take] = await store.takes.listOf({ classroomId: classroom.id });
  const { comments } = await store.reviews.of(take!.id);
  const [invitation] = await store.reviews.invitationsOf(pupils[1].id);
  const [session] = await store.sessions.listOf(school.teacher.id, "", 0);
  const ids = [
    ["/sessions/:id", session!.id],
    ["/passkeys/:id", v7()],
    ["/arret/:id", v7()],
    ["/families/:id", family!.id],
    ["/classrooms/:id", classroom.id],
    ["/pupils/:id", pupils[0].id],
    ["/voices/:id", pupils[0].id],
    ["/channels/:id", channel.id],
    ["/channels/:slug", channel.slug],
    ["/live/:slug", channel.slug],
    ["/previews/:slug", channel.slug],
    ["/embed/:slug", channel.slug],
    ["/chaines/:slug", channel.slug],
    ["/staff/:id", school.teacher.id],
    ["/region/schools/:id", school.school.id],
    ["/shows/:id", show.id],
    ["/replies/:id", replies[0]!.id],
    ["/carts/:id", carts[0]!.id],
    ["/episodes/:id", episodes[0]!.id],
    ["/episodes/:episodeId", episodes[0]!.id],
    ["/podcast-imports/:id", podcast!.id],
    ["/transcripts/:episodeId", episodes[0]!.id],
    ["/jobs/:id", episodes[0]!.renderJobId!],
    ["/exercises/:id", exercise!.id],
    ["/rubrics/:id", rubric!.id],
    ["/anchors/:id", anchor!.id],
    ["/takes/:id", take!.id],
    ["/albums/:id", take!.id],
    ["/take-comments/:id", comments[0]!.id],
    ["/peer-invitations/:id", invitation!.id],
  ] as const;
  const [place, id] = ids.find(([name]) => path.includes(name)) ?? ["", ""];
  return path
    .replace(place, place.replace(/:\w+/, id))
    .replace("/radios/:school/", `/radios/${school.school.id}/`)
    .replace(/:pupilId/, pupils[0].id)
    .replace(/:code/, "PIC%200000")
    .replace(/:version\{[^}]*\}/, "1")
    .replace(/:name\{[^}]*\}/, "episode.mp3")
    .replace(/:file\{[^}]*xml[^}]*\}/, `${channel.slug}.xml`)
    .replace(/:file\{[^}]*vtt[^}]*\}/, "1.vtt")
    .replace("/live/:file", `/live/${channel.slug}.mp3`)
    .replace(/:file\{[^}]*\}/, "0.jpg")
    .replace(/:playlist/, "audio.m3u8")
    .replace(/:rendition/, "audio")
    .replace(/:(word|piece|proof|picture|offer|place|template|episode)\b/g, "none");
}

/** A school that also has a cart, a draft episode, a job and a podcast to be imported. */
async function fullSchool(doors: Doors): Promise<TestSchool> {
  const school = await doors.seedSchool();
  const { classroom, pupils, channel, show } = school;
  const { carts, episodes, families } = doors.store;
  const link = { issue: 1, tokenHash: v7(), feedTokenHash: v7(), codeHash: v7() };
  const household = { id: FamilyId.parse(v7()), schoolId: school.school.id, pupilIds: [pupils[0].id], link } as const;
  await families.create({ ...household, language: "fr" });
  await doors.store.replies.add({
    ...{ id: doors.store.replies.newId(), familyId: household.id, showId: show.id },
    ...{ kind: "question", text: "Et la météo ?" },
  });
  await carts.add(cartOf({ classroomId: classroom.id }));
  await assessedTake(doors, school);
  await doors.store.anchors.create(school.school.id, school.teacher.id, knownAnchor);
  const ofShow = { channelId: channel.id, showId: show.id, recordedAt: doors.clock.now, title: "Brouillon" };
  const episodeId = await episodes.create({ ...ofShow, recordingId: await keptRecording(doors, show.id) });
  await doors.store.podcastImports.create(channel.id, "files", null);
  const payload = { episodeId, programmePath: "recordings/none.flac", durationSeconds: 1 };
  await doors.asTeacher(school);
  await episodes.setJob(episodeId, await doors.jobs.enqueue("render-episode", payload, classroom.id));
  return school;
}

/** A pupil's take that their teacher has spoken of, and that a classmate is asked to hear. */
async function assessedTake({ store, clock }: Doors, { classroom, pupils }: TestSchool) {
  const exercise = await store.exercises.create(classroom.id, { ...usualExercise, title: "Le corbeau", kind: "poem" });
  const rubric = await store.rubrics.create(classroom.id, rubricLibrary[0]!);
  const take = {
    id: newId(TakeId),
    recordedAt: new Date(clock.now).toISOString(),
    durationSeconds: 4,
    partnerId: null,
  };
  await store.takes.begin(exercise.id, pupils[0].id, take, 1_000);
  await store.takes.setArrived(take.id);
  await store.takes.setSent(take.id);
  await store.reviews.comment(take.id, { atSeconds: 1, text: "Plus lentement." });
  await store.reviews.invite(take.id, [pupils[0].id], { rubricId: rubric.id, pupilIds: [pupils[1].id] });
}

async function keptRecording({ database, clock }: Doors, showId: TestSchool["show"]["id"]) {
  const id = RecordingId.parse(v7());
  const row = { id, showId, directory: "recordings/none", startedAt: clock.now, endedAt: clock.now };
  await database.insertInto("recording").values(row).execute();
  return id;
}

const ask = async (who: ApiClient, method: string, path: string, body: unknown = {}) => {
  const json = method === "GET" ? null : JSON.stringify(body);
  const answer = await who.send(method, path, json, { "content-type": "application/json" });
  return `${answer.status} ${await answer.text()}`;
};

test("what belongs to another school answers exactly like what does not exist, whatever is asked of it", async () => {
  await using doors = await openDoors();
  const [mine, theirs] = [await fullSchool(doors), await fullSchool(doors)];
  const strangers = [
    await doors.asAdmin(mine),
    await doors.asTeacher(mine),
    await doors.asPupil(mine),
    doors.browser(),
  ];
  let compared = 0;
  for (const [method, path] of routesOf(doors).filter(([, path]) => /:(id|slug|episodeId|file)/.test(path))) {
    const known = await fill(path, doors, theirs);
    const unknown = known.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, v7()).replace(theirs.channel.slug, "radio-nulle-part");
    expect(unknown, path).not.toBe(known);
    for (const stranger of strangers) {
      expect(await ask(stranger, method, known), `${method} ${path}`).toBe(await ask(stranger, method, unknown));
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(100);
  expect(doors.bugs).toEqual([]);
});

test("a pupil changes nothing: every route that writes is closed to them, but entering and leaving", async () => {
  await using doors = await openDoors();
  const school = await fullSchool(doors);
  const pupil = await doors.asPupil(school);
  const links = [
    "POST /api/password-requests",
    "POST /api/passkey-challenges",
    "POST /api/passkey-sessions",
    "POST /api/oidc/:provider/flows",
    "POST /api/oidc-sessions",
    "POST /api/staff-links/read",
    "POST /api/staff-links/accept",
  ];
  // Who reads and listens asks for news without being anybody.
  const news = routesOf(doors)
    .map((route) => route.join(" "))
    .filter((route) => /\/news|\/letters|\/courrier/.test(route));
  const atTheDoor = ["POST /api/newcomers", "DELETE /api/newcomers/current", "POST /api/newcomers/current/sessions"];
  const doorways = ["POST /api/sessions", "POST /api/pupil-sessions", "POST /api/family-sessions", "POST /api/setup"];
  const closed = '403 {"error":"session.forbidden"}';
  // What a pupil records is theirs, and so is what they think of it.
  const ownTakes = [
    ...[
      "POST /api/exercises/:id/takes",
      "PATCH /api/takes/:id/upload",
      "PATCH /api/takes/:id",
      "DELETE /api/takes/:id",
    ],
    ...["POST /api/takes/:id/carts", "PUT /api/peer-invitations/:id/assessment"],
  ];
  const own = [...ownTakes, "PUT /api/survey"];
  const open = [...links, ...doorways, ...atTheDoor, ...news, ...own, "DELETE /api/sessions/current"];
  const hidden = [
    ["/api/families", "family"],
    ["/api/anchors/", "anchor"],
  ] as const;
  for (const [method, path] of routesOf(doors)) {
    if (method === "GET" || open.includes(`${method} ${path}`)) continue;
    const answer = await ask(pupil, method, await fill(path, doors, school));
    // Other families, and what the staff compare their ears by, are nothing that a pupil may know of.
    const noun = hidden.find(([start]) => path.startsWith(start))?.[1];
    const refused = noun === undefined ? closed : `404 {"error":"${noun}.not_found"}`;
    expect(answer, `${method} ${path}`).toBe(refused);
  }
});

const wild: readonly unknown[] = [
  null,
  [],
  "text",
  12,
  { __proto__: { role: "admin" }, id: {} },
  { title: {}, name: [], firstName: 7, bird: "ostrich", colour: -1, visibility: "all", scheduledAt: "tomorrow" },
  { title: "x".repeat(5_000), firstName: "Jean Dupont", colour: 3, bird: "pic" },
  { id: v7(), classroomId: v7(), schoolId: v7(), role: "admin", state: "published" },
];

test("wrong types, unknown words and forbidden fields are refused with a code on every route", async () => {
  await using doors = await openDoors();
  const school = await fullSchool(doors);
  const teacher = await doors.asTeacher(school);
  for (const [method, path] of routesOf(doors).filter(([method]) => method === "POST" || method === "PATCH")) {
    // These take no body.
    if (
      /class-codes|retries|\/links$|\/pins$|password-links|pictures|door-passes|file-imports|current\/sessions/.test(
        path,
      )
    )
      continue;
    const address = await fill(path, doors, school);
    for (const body of wild) {
      expect(await ask(teacher, method, address, body), `${method} ${path} ${JSON.stringify(body)}`).toMatch(
        /^4\d\d \{"error":"[a-z_]+\.[a-z_]+"\}$/,
      );
    }
  }
  expect(doors.bugs).toEqual([]);
});

test("addresses that nobody would type are not found, and nothing breaks", async () => {
  await using doors = await openDoors();
  const teacher = await doors.asTeacher(await doors.seedSchool());
  const strange = ["%00", "..%2f..%2fetc%2fpasswd", "'%20OR%201=1--", "x".repeat(3_000), "%F0%9F%90%A6", "null", "-1"];
  for (const noun of ["classrooms", "channels", "shows", "episodes", "jobs"]) {
    for (const id of strange) expect(await ask(teacher, "GET", `/api/${noun}/${id}`)).toMatch(/^404 \{"error"/);
  }
  for (const path of ["/api/", "/api/nothing", "/media/", "/feeds/x", "/assets/none.js"]) {
    expect(await ask(teacher, "GET", path)).toMatch(/^404 \{"error"/);
  }
  expect(doors.bugs).toEqual([]);
});
