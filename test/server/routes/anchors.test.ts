import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Anchor } from "../../../schemas/anchors.ts";
import { usualExercise, type Exercise } from "../../../schemas/exercises.ts";
import type { JournalPage } from "../../../schemas/journal.ts";
import type { SchoolRoom } from "../../../schemas/school-room.ts";
import { refusalIn, type ApiClient } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { hostedSound } from "../../support/imported-sounds.ts";
import { knownAnchor } from "../../support/known-anchor.ts";
import { staffPassword } from "../../support/school.ts";
import { scratch } from "../../support/scratch.ts";

/** A school whose teacher brought a tone of two seconds, and four colleagues. */
async function openSchool() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const bringer = await doors.asTeacher(school);
  const { passwordHash } = (await doors.store.people.findCredentials(school.teacher.email))!;
  const colleague = async (name: string) => {
    const person = { schoolId: school.school.id, email: `${name}@ecole.test`, displayName: name, passwordHash };
    await doors.store.people.createAccount({ ...person, role: "teacher" });
    return doors.browser().signIn(person.email, staffPassword);
  };
  const raters = await Promise.all(["ana", "bo", "chloe", "dario", "eva"].map(colleague));
  using folder = scratch();
  const sound = new Uint8Array(await hostedSound(folder, "repere.wav", 440));
  const bring = (settings: object = knownAnchor, file: Uint8Array<ArrayBuffer> = sound, by = bringer) =>
    by.upload("POST", "/api/anchors", file, { settings: JSON.stringify(settings) });
  const soundPath = (id: string) => join(doors.directory, "media", "takes", `${id}.mp3`);
  return {
    doors,
    school,
    bringer,
    raters,
    bring,
    soundPath,
    [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose](),
  };
}

const listOf = async (who: ApiClient) => (await (await who.get("/api/anchors")).json()) as Anchor[];
const rate = async (who: ApiClient, id: string, levels: number[]) =>
  (await (await who.put(`/api/anchors/${id}/rating`, { levels })).json()) as Anchor;

test("a colleague hears an anchor blind, rates it, then sees what was agreed; again changes their own", async () => {
  await using house = await openSchool();
  const { bringer, raters, bring } = house;
  const sent = await bring();
  expect(sent.status).toBe(201);
  const { id } = (await sent.json()) as Anchor;
  expect((await listOf(bringer))[0]).toMatchObject({ isOwn: true, agreed: [3, 1], rating: null });
  const blind = { ...knownAnchor, id, isOwn: false, rating: null, agreed: null, others: null };
  expect(await listOf(raters[0]!)).toEqual([blind]);
  const heard = await raters[0]!.get(`/api/anchors/${id}/sound`);
  expect(heard.headers.get("content-type")).toBe("audio/mpeg");
  expect((await heard.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
  expect(await rate(raters[0]!, id, [2, 1])).toEqual({ ...blind, rating: [2, 1], agreed: [3, 1] });
  expect(await rate(raters[0]!, id, [3, 1])).toMatchObject({ rating: [3, 1] });
  expect(await listOf(raters[1]!)).toEqual([blind]);
});

test("what others chose is told without names by threes, as they first heard it, and no later rating can be taken from it", async () => {
  await using house = await openSchool();
  const { bringer, raters, bring } = house;
  const [ana, bo, chloe, dario, eva] = raters as [ApiClient, ApiClient, ApiClient, ApiClient, ApiClient];
  const { id } = (await (await bring()).json()) as Anchor;
  await rate(ana, id, [3, 1]);
  await rate(bo, id, [2, 1]);
  expect((await rate(chloe, id, [1, 3])).others).toBeNull();
  const [told] = await listOf(bringer);
  const first = [
    [1, 1, 1],
    [2, 0, 1],
  ];
  expect(told!.others).toEqual(first);
  expect((await listOf(dario))[0]!.others).toBeNull();
  expect((await rate(dario, id, [3, 3])).others).toEqual(first);
  expect((await listOf(bringer))[0]!.others).toEqual(first);
  await rate(ana, id, [1, 2]);
  await rate(eva, id, [1, 2]);
  expect((await listOf(bringer))[0]!.others).toEqual(first);
  expect(JSON.stringify(await listOf(dario))).not.toContain("ana");
});

test("a sound that is none, levels that are none of the criteria's, and the bringer's own rating are refused", async () => {
  await using house = await openSchool();
  const { bringer, raters, bring, doors } = house;
  expect(await refusalIn(await bring(knownAnchor, new TextEncoder().encode("no sound")))).toEqual([
    422,
    "take.not_sound",
  ]);
  expect(await refusalIn(await bring({ ...knownAnchor, agreed: [4, 1] }))).toEqual([400, "request.malformed"]);
  expect(await refusalIn(await bring({ ...knownAnchor, voice: "pupil" }))).toEqual([400, "request.malformed"]);
  expect(await doors.store.anchors.ids()).toEqual([]);
  const { id } = (await (await bring()).json()) as Anchor;
  const put = (who: ApiClient, levels: number[]) => who.put(`/api/anchors/${id}/rating`, { levels });
  expect(await refusalIn(await put(bringer, [3, 1]))).toEqual([409, "anchor.own"]);
  for (const levels of [[3], [3, 1, 1], [4, 1]])
    expect(await refusalIn(await put(raters[0]!, levels))).toEqual([400, "request.malformed"]);
});

test("an anchor takes the school's room, outlives a sweep, and goes with its sound and ratings, by its bringer or an admin", async () => {
  await using house = await openSchool();
  const { doors, school, bringer, raters, bring, soundPath } = house;
  const admin = await doors.asAdmin(school);
  const { id } = (await (await bring()).json()) as Anchor;
  const other = (await (await bring()).json()) as Anchor;
  await rate(raters[0]!, id, [3, 1]);
  const room = (await (await admin.get("/api/school/room")).json()) as SchoolRoom;
  expect(room.carts).toBeGreaterThan(10_000);
  // Whoever removes an exercise has the folder swept.
  const settings = { ...usualExercise, title: "Le corbeau", kind: "poem" };
  const made = await bringer.post(`/api/classrooms/${school.classroom.id}/exercises`, settings);
  expect((await bringer.delete(`/api/exercises/${((await made.json()) as Exercise).id}`)).status).toBe(204);
  expect(existsSync(soundPath(id))).toBe(true);
  // Less than an admin can choose.
  await doors.database.updateTable("school").set({ quotaBytes: 20_000 }).execute();
  expect(await refusalIn(await bring())).toEqual([507, "school.full"]);
  expect(await refusalIn(await raters[0]!.delete(`/api/anchors/${id}`))).toEqual([403, "session.forbidden"]);
  expect((await bringer.delete(`/api/anchors/${id}`)).status).toBe(204);
  expect((await admin.delete(`/api/anchors/${other.id}`)).status).toBe(204);
  expect([existsSync(soundPath(id)), existsSync(soundPath(other.id))]).toEqual([false, false]);
  expect(await doors.database.selectFrom("anchorRating").selectAll().execute()).toEqual([]);
});

test("the journal tells who brought, rated and removed an anchor, and nobody's levels", async () => {
  await using house = await openSchool();
  const { doors, school, raters, bringer, bring } = house;
  const admin = await doors.asAdmin(school);
  const { id } = (await (await bring()).json()) as Anchor;
  await rate(raters[0]!, id, [2, 1]);
  const lines = async () => {
    const { lines: told } = (await (await admin.get("/api/journal")).json()) as JournalPage;
    return told.map(({ act, who, what, words }) => [act, who.name, what, words]);
  };
  const what = { kind: "anchor", name: knownAnchor.title };
  expect(await lines()).toEqual([
    ["anchor.rated", "ana", what, []],
    ["anchor.brought", school.teacher.displayName, what, []],
  ]);
  expect((await bringer.delete(`/api/anchors/${id}`)).status).toBe(204);
  const gone = { kind: "anchor", name: null };
  expect((await lines()).map(([act, , about]) => [act, about])).toEqual([
    ["anchor.removed", gone],
    ["anchor.rated", gone],
    ["anchor.brought", gone],
  ]);
  expect(await refusalIn(await bring({ ...knownAnchor, agreed: [4, 1] }))).toEqual([400, "request.malformed"]);
  expect(await lines()).toHaveLength(3);
});

test("an anchor that was judged by a class's own rubric keeps its words when that one is changed or removed", async () => {
  await using house = await openSchool();
  const { doors, school, raters, bring, bringer } = house;
  const own = {
    title: "Notre grille",
    source: "",
    criteria: [{ title: "Souffle", levels: ["court", "long"], ownAnswer: null }],
  };
  const rubric = await doors.store.rubrics.create(school.classroom.id, own);
  const criteria = [{ title: "Souffle", levels: ["court", "long"] }];
  const { id } = (await (await bring({ ...knownAnchor, rubric: own.title, criteria, agreed: [2] })).json()) as Anchor;
  await rate(raters[0]!, id, [1]);
  const other = { ...own, criteria: [{ title: "Ton", levels: ["plat", "vif", "trop"], ownAnswer: null }] };
  expect((await bringer.put(`/api/rubrics/${rubric.id}`, other)).status).toBe(200);
  expect(await rate(raters[1]!, id, [2])).toMatchObject({ rubric: "Notre grille", criteria, agreed: [2] });
  expect(await refusalIn(await raters[1]!.put(`/api/anchors/${id}/rating`, { levels: [3] }))).toEqual([
    400,
    "request.malformed",
  ]);
  expect((await bringer.delete(`/api/rubrics/${rubric.id}`)).status).toBe(204);
  expect((await listOf(raters[0]!))[0]).toMatchObject({ criteria, rating: [1] });
});
