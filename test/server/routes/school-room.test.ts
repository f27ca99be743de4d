import { randomUUID } from "node:crypto";
import { mkdir, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ClassroomId } from "../../../schemas/ids.ts";
import { fullnessOf, type SchoolRoom } from "../../../schemas/school-room.ts";
import { refusalIn, type ApiClient } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";

const gigabyte = 1_000_000_000;

/** A file of so many bytes that takes no room: all holes. */
async function fileOf(path: string, bytes: number) {
  await writeFile(path, "");
  await truncate(path, bytes);
}

/** Two schools of one station, of which the first has a recording of so many bytes; a stray file is nobody's. */
async function openOldSchool(bytes: number) {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const media = join(doors.directory, "media");
  const directory = "recordings/of-the-first-school";
  await mkdir(join(media, directory, "tracks"), { recursive: true });
  await mkdir(join(media, "carts"), { recursive: true });
  await fileOf(join(media, directory, "tracks", "a.opus"), bytes);
  await fileOf(join(media, "carts", `${randomUUID()}.s16`), 5 * gigabyte);
  const recording = { directory, startedAt: 1, endedAt: 2, durationSeconds: 1, integratedLufs: null };
  const row = { id: randomUUID(), showId: school.show.id, ...recording };
  await doors.database.insertInto("recording").values(row).execute();
  const admin = await doors.asAdmin(school);
  const setQuota = (quotaBytes: number | null) => admin.put("/api/school/room", { quotaBytes });
  const send = async (to = school, by?: ApiClient) => {
    const sender = by ?? (await doors.asTeacher(to));
    const fields = { title: "Jingle", kind: "jingle", colour: "3" };
    const sound = new TextEncoder().encode("no sound at all");
    return refusalIn(await sender.upload("POST", `/api/classrooms/${to.classroom.id}/carts`, sound, fields));
  };
  return { doors, school, admin, setQuota, send, [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose]() };
}

test("an admin sees what the school takes, and sets a limit at which no new sound is taken; another school's is its own", async () => {
  await using house = await openOldSchool(2 * gigabyte);
  const { doors, school, admin, setQuota, send } = house;
  const room = { recordings: 2 * gigabyte, episodes: 0, carts: 0 };
  expect(await (await admin.get("/api/school/room")).json()).toEqual({ ...room, quotaBytes: null });
  expect(await send()).toEqual([415, "cart.not_audio"]);
  expect(await (await setQuota(2 * gigabyte)).json()).toEqual({ ...room, quotaBytes: 2 * gigabyte });
  expect(await send()).toEqual([507, "school.full"]);
  expect(await send(await doors.seedSchool())).toEqual([415, "cart.not_audio"]);
  expect((await setQuota(3 * gigabyte)).status).toBe(200);
  expect(await send()).toEqual([415, "cart.not_audio"]);
  const [note] = await doors.store.audit.listOf(`school:${school.school.id}`);
  expect(note).toMatchObject({ act: "school.quotaSet", detail: String(3 * gigabyte) });
  // What is sent to be imported takes room until it is over.
  const begun = await (await doors.asTeacher(school)).post(`/api/channels/${school.channel.id}/file-imports`);
  const files = join(doors.directory, "media", "imports", ((await begun.json()) as { id: string }).id, "files");
  await mkdir(files, { recursive: true });
  await fileOf(join(files, "a.mp3"), gigabyte);
  expect(await send()).toEqual([507, "school.full"]);
  expect(await refusalIn(await setQuota(1))).toEqual([400, "request.malformed"]);
  const teacher = await doors.asTeacher(school);
  expect(await refusalIn(await teacher.get("/api/school/room"))).toEqual([403, "session.forbidden"]);
});

test("a class has a limit of its own beside its school's: its teachers see what it takes, and at it no sound is taken, while other classes go on", async () => {
  await using house = await openOldSchool(2 * gigabyte);
  const { doors, school, admin, send } = house;
  const teacher = await doors.asTeacher(school);
  const path = `/api/classrooms/${school.classroom.id}/room`;
  const room = { recordings: 2 * gigabyte, episodes: 0, carts: 0 };
  expect(await (await teacher.get(path)).json()).toEqual({ ...room, quotaBytes: null });
  expect(await refusalIn(await teacher.put(path, { quotaBytes: gigabyte }))).toEqual([403, "session.forbidden"]);
  expect(await (await admin.put(path, { quotaBytes: 2 * gigabyte })).json()).toEqual({
    ...room,
    quotaBytes: 2 * gigabyte,
  });
  expect(await send()).toEqual([507, "classroom.no_room"]);
  const made = await admin.post("/api/classrooms", { name: "CE1", schoolYear: "2026-2027" });
  const other = ClassroomId.parse(((await made.json()) as { id: string }).id);
  expect(await send({ ...school, classroom: { ...school.classroom, id: other } }, admin)).toEqual([
    415,
    "cart.not_audio",
  ]);
  expect(await (await admin.get("/api/school/classroom-rooms")).json()).toEqual([
    { classroomId: other, name: "CE1", quotaBytes: null, recordings: 0, episodes: 0, carts: 0 },
    { classroomId: school.classroom.id, name: "CM2", quotaBytes: 2 * gigabyte, ...room },
  ]);
  expect((await admin.put(path, { quotaBytes: null })).status).toBe(200);
  expect(await send()).toEqual([415, "cart.not_audio"]);
  const [note] = await doors.store.audit.listOf(`classroom:${school.classroom.id}`);
  expect(note).toMatchObject({ act: "classroom.quotaSet", detail: "null" });
});

test("a school is near its limit from nine tenths on, and full from it on; without one it never is", () => {
  const room = (used: number, quotaBytes: number | null): SchoolRoom => ({
    ...{ quotaBytes, recordings: used, episodes: 0, carts: 0 },
  });
  expect(fullnessOf(room(0.89 * gigabyte, gigabyte))).toBe("free");
  expect(fullnessOf(room(0.9 * gigabyte, gigabyte))).toBe("near");
  expect(fullnessOf(room(gigabyte, gigabyte))).toBe("full");
  expect(fullnessOf(room(gigabyte, null))).toBe("free");
});
