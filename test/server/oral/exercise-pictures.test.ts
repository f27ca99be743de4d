import { readdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { usualExercise, type Exercise } from "../../../schemas/exercises.ts";
import { refusalIn, type ApiClient } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";

const photograph = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#287" } })
    .jpeg()
    .withExif({ IFD0: { Copyright: "Madame Lefort" } })
    .toBuffer();

const send = (who: ApiClient, id: string, bytes: Uint8Array, alt: string) =>
  who.upload("POST", `/api/exercises/${id}/pictures`, new Uint8Array(bytes), { alt });

test("a teacher's picture is made small, loses what the camera says, is shown to those it is for, counts as room and goes with the exercise", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const [teacher, awa, jules] = [
    await doors.asTeacher(school),
    await doors.asPupil(school, 0),
    await doors.asPupil(school, 1),
  ];
  const settings = { ...usualExercise, title: "Au port", kind: "picture" } as const;
  const forAwa = { ...settings, pupilIds: [school.pupils[0].id] };
  const { id } = await doors.store.exercises.create(school.classroom.id, forAwa);
  const files = async () =>
    (await readdir(join(doors.directory, "media", "takes"))).filter((name) => name.startsWith(id));
  const room = async () => (await doors.newsroom.schoolRooms.readClass(school.classroom.id)).carts;
  expect(await room()).toBe(0);
  const made = await send(teacher, id, await photograph(4_000, 2_000), "  Un port sous la pluie ");
  expect(made.status).toBe(201);
  const { ownPictures } = (await made.json()) as Exercise;
  expect(ownPictures).toMatchObject([{ alt: "Un port sous la pluie" }]);
  const address = `/api/exercises/${id}/pictures/${ownPictures[0]!.id}`;
  const seen = await awa.get(address);
  expect([seen.status, seen.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
  const bytes = Buffer.from(await seen.arrayBuffer());
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 1_600, height: 800 });
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  expect(await room()).toBe(bytes.length);
  expect(await refusalIn(await jules.get(address))).toEqual([404, "exercise.not_found"]);
  expect(await refusalIn(await send(awa, id, await photograph(10, 10), "Rien"))).toEqual([403, "session.forbidden"]);
  // What it shows is asked for, and what is no picture is none.
  expect(await refusalIn(await send(teacher, id, await photograph(10, 10), " "))).toEqual([400, "request.malformed"]);
  const page = new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
  expect(await refusalIn(await send(teacher, id, page, "Un dessin"))).toEqual([415, "cover.not_image"]);
  expect(await files()).toHaveLength(1);
  // Whoever changes the words keeps the pictures.
  await teacher.patch(`/api/exercises/${id}`, { title: "Au vieux port" });
  for (let count = 1; count < 6; count += 1)
    expect((await send(teacher, id, await photograph(20, 10), `${count}`)).status).toBe(201);
  expect(await refusalIn(await send(teacher, id, await photograph(20, 10), "7"))).toEqual([
    409,
    "exercise.too_many_pictures",
  ]);
  expect((await teacher.delete(address)).status).toBe(200);
  expect(await refusalIn(await awa.get(address))).toEqual([404, "picture.not_found"]);
  expect(await files()).toHaveLength(5);
  await teacher.delete(`/api/exercises/${id}`);
  expect([await files(), await room()]).toEqual([[], 0]);
  expect(doors.bugs).toEqual([]);
});
