import { expect, test } from "vitest";
import { Picture, type DrawnSecret, type PictureSecret } from "../../../schemas/pictures.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { addPupils } from "../../support/school.ts";

/** A class in which Awa has three pictures. */
async function openLockedClass() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const [awa, jules] = school.pupils;
  const draw = async () =>
    ((await (await teacher.post(`/api/pupils/${awa.id}/pictures`)).json()) as DrawnSecret).pictures;
  const enter = (pupilId: string, pictures?: PictureSecret) =>
    doors.browser().post("/api/pupil-sessions", { code: school.classroom.code, pupilId, pictures });
  return {
    ...{ doors, school, teacher, awa, jules, draw, enter, pictures: await draw() },
    [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose](),
  };
}
const other = ([first, ...rest]: PictureSecret): PictureSecret => [
  Picture.options.find((picture) => picture !== first)!,
  ...rest,
];

test("a pupil with three pictures enters by them and not without; the others by their bird alone; the database keeps a hash", async () => {
  await using at = await openLockedClass();
  expect(await refusalIn(await at.enter(at.awa.id))).toEqual([403, "pupil.pictures_missing"]);
  expect(await refusalIn(await at.enter(at.awa.id, other(at.pictures)))).toEqual([403, "pupil.pictures_wrong"]);
  expect((await at.enter(at.awa.id, at.pictures)).status).toBe(201);
  expect((await at.enter(at.jules.id)).status).toBe(201);
  const [row] = await at.doors.database.selectFrom("pupil").select("secretHash").where("id", "=", at.awa.id).execute();
  expect(row!.secretHash).toMatch(/^\$argon2id\$/);
  const listed = await at.teacher.get(`/api/classrooms/${at.school.classroom.id}/pictures`);
  expect(await listed.json()).toEqual({ pupilIds: [at.awa.id] });
});

test("other pictures take the place of the former ones, and a pupil whose pictures are taken away needs none", async () => {
  await using at = await openLockedClass();
  let renewed = await at.draw();
  while (renewed.join() === at.pictures.join()) renewed = await at.draw();
  expect(await refusalIn(await at.enter(at.awa.id, at.pictures))).toEqual([403, "pupil.pictures_wrong"]);
  expect((await at.enter(at.awa.id, renewed)).status).toBe(201);
  expect((await at.teacher.delete(`/api/pupils/${at.awa.id}/pictures`)).status).toBe(204);
  expect((await at.enter(at.awa.id)).status).toBe(201);
});

test("a child who forgot is let in by the teacher: once, and for ten minutes", async () => {
  await using at = await openLockedClass();
  const letIn = () => at.teacher.post(`/api/pupils/${at.awa.id}/door-passes`);
  await letIn();
  expect((await at.enter(at.awa.id)).status).toBe(201);
  expect(await refusalIn(await at.enter(at.awa.id))).toEqual([403, "pupil.pictures_missing"]);
  await letIn();
  at.doors.clock.now += 11 * 60_000;
  expect(await refusalIn(await at.enter(at.awa.id))).toEqual([403, "pupil.pictures_missing"]);
});

test("pictures are not found by trying: after six wrong ones the bird waits, while the others come in", async () => {
  await using at = await openLockedClass();
  for (let guess = 0; guess < 6; guess += 1)
    expect(await refusalIn(await at.enter(at.awa.id, other(at.pictures)))).toEqual([403, "pupil.pictures_wrong"]);
  const late = await at.enter(at.awa.id, at.pictures);
  expect(await refusalIn(late)).toEqual([429, "request.too_many"]);
  expect(late.headers.get("retry-after")).toMatch(/^\d+$/);
  expect((await at.enter(at.jules.id)).status).toBe(201);
  // The teacher opens all the same.
  await at.teacher.post(`/api/pupils/${at.awa.id}/door-passes`);
  expect((await at.enter(at.awa.id)).status).toBe(201);
});

test("nor from bird to bird: forty wrong tries by one address are all that a quarter of an hour allows", async () => {
  await using at = await openLockedClass();
  const added = await addPupils(at.doors.store, at.school.classroom.id, ["Inès", "Malo", "Noé", "Tiago"]);
  const drawn = await at.teacher.post(`/api/classrooms/${at.school.classroom.id}/pictures`);
  const secrets = new Map(((await drawn.json()) as DrawnSecret[]).map((each) => [each.pupilId, each.pictures]));
  secrets.set(at.awa.id, at.pictures);
  const last = added.at(-1)!.id;
  const others = [...secrets].filter(([pupilId]) => pupilId !== last);
  const tries = others.flatMap(([pupilId, pictures]) =>
    Array.from({ length: 6 }, () => at.enter(pupilId, other(pictures))),
  );
  for (const answer of await Promise.all(tries)) expect(answer.status).toBe(403);
  for (let guess = tries.length; guess < 40; guess += 1) await at.enter(last, other(secrets.get(last)!));
  expect(await refusalIn(await at.enter(last, secrets.get(last)))).toEqual([429, "request.too_many"]);
});

test("a teacher draws them for the whole class at once, for whoever has none, and nobody but the class's staff may", async () => {
  await using at = await openLockedClass();
  const all = `/api/classrooms/${at.school.classroom.id}/pictures`;
  const drawn = (await (await at.teacher.post(all)).json()) as DrawnSecret[];
  expect(drawn.map(({ pupilId }) => pupilId)).toEqual([at.jules.id, at.school.pupils[2].id]);
  expect((await at.enter(at.jules.id, drawn[0]!.pictures)).status).toBe(201);
  expect(await (await at.teacher.post(all)).json()).toEqual([]);
  const pupil = at.doors.browser();
  await pupil.post("/api/pupil-sessions", {
    ...{ code: at.school.classroom.code, pupilId: at.awa.id, pictures: at.pictures },
  });
  for (const refused of [pupil.post(all), pupil.post(`/api/pupils/${at.jules.id}/door-passes`), pupil.get(all)])
    expect(await refusalIn(await refused)).toEqual([403, "session.forbidden"]);
  const strange = [["sun", "moon"], ["sun", "moon", "hibou"], "sun moon star", [1, 2, 3], Array(4).fill("sun")];
  for (const pictures of strange)
    expect(await refusalIn(await at.enter(at.awa.id, pictures as never))).toEqual([400, "request.malformed"]);
});

test("two teachers who draw pictures for the class at once hold two sheets that are both true", async () => {
  await using at = await openLockedClass();
  const drawAll = async () =>
    (await (await at.teacher.post(`/api/classrooms/${at.school.classroom.id}/pictures`)).json()) as DrawnSecret[];
  const sheets = (await Promise.all([drawAll(), drawAll()])).flat();
  expect(new Set(sheets.map(({ pupilId }) => pupilId)).size).toBe(2);
  for (const { pupilId, pictures } of sheets) expect((await at.enter(pupilId, pictures)).status).toBe(201);
});
