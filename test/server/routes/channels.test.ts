import { expect, test } from "vitest";
import type { Channel } from "../../../schemas/channels.ts";
import type { Show } from "../../../schemas/shows.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { cartOf } from "../../support/known-cart.ts";

const look = { description: "", language: "fr", visibility: "public", bird: "merle", colour: 2 } as const;

test("a class's channel is there for its class, and nowhere for others, until it is public", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const [teacher, pupil, visitor] = [await doors.asTeacher(school), await doors.asPupil(school), doors.browser()];
  const page = `/api/channels/${school.channel.slug}`;
  expect((await pupil.get(page)).status).toBe(200);
  expect(await refusalIn(await visitor.get(page))).toEqual([404, "channel.not_found"]);
  expect(await (await visitor.get("/api/channels")).json()).toEqual([]);
  await teacher.patch(`/api/channels/${school.channel.id}`, { visibility: "public" });
  expect(await (await visitor.get(page)).json()).toMatchObject({
    channel: { title: "Radio Hirondelle", author: school.school.name },
    school: { name: school.school.name, city: "Vierzon" },
    classroomName: "CM2",
    liveShow: null,
    nextShow: null,
    episodes: [],
    isSignedIn: false,
  });
  expect(await (await pupil.get(page)).json()).toMatchObject({ isSignedIn: true });
  expect(await (await visitor.get("/api/channels")).json()).toMatchObject([{ channel: { id: school.channel.id } }]);
  expect(await doors.store.audit.listOf(`channel:${school.channel.id}`)).toMatchObject([
    { act: "channel.visibility", detail: "class → public" },
  ]);
});

test("an open page that asks again is told nothing while nothing is new, whoever asks", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const [teacher, visitor] = [await doors.asTeacher(school), doors.browser()];
  await teacher.patch(`/api/channels/${school.channel.id}`, { visibility: "public" });
  const path = `/api/channels/${school.channel.slug}`;
  const tag = (await visitor.get(path)).headers.get("etag")!;
  const again = async (known: string) => {
    const answer = await doors.app.request(path, { headers: { "if-none-match": known } });
    return [answer.status, (await answer.text()).length > 0];
  };
  expect(await again(tag)).toEqual([304, false]);
  expect(await again(`W/${tag}`)).toEqual([304, false]);
  // What a teacher sees of it is another page.
  expect((await teacher.get(path)).headers.get("etag")).not.toBe(tag);
  await teacher.post(`/api/channels/${school.channel.id}/shows`, {
    title: "Demain",
    scheduledAt: "2026-11-18T09:00:00.000Z",
  });
  expect(await again(tag)).toEqual([200, true]);
});

test("a channel's address comes from its title, in ASCII, once and for all, and is never taken twice", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const create = async (title: string) => {
    const answer = await teacher.post(`/api/classrooms/${school.classroom.id}/channels`, { ...look, title });
    return (await answer.json()) as Channel;
  };
  expect((await create("L’Écho des Cœurs & Cie")).slug).toBe("l-echo-des-coeurs-cie");
  expect((await create("Radio Hirondelle")).slug).toBe("radio-hirondelle-2");
  expect((await create("Radio Hirondelle")).slug).toBe("radio-hirondelle-3");
  expect((await create("راديو")).slug).toBe("radio-merle");
  const { id, slug } = await create("Radio Pic");
  const renamed = (await (await teacher.patch(`/api/channels/${id}`, { title: "Radio Geai" })).json()) as Channel;
  expect(renamed).toMatchObject({ title: "Radio Geai", slug });
});

test("another bird draws another cover, so its address changes; another title does not", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const change = async (fields: object) =>
    ((await (await teacher.patch(`/api/channels/${school.channel.id}`, fields)).json()) as Channel).coverVersion;
  expect(await change({ title: "Radio Merle" })).toBe(0);
  expect(await change({ bird: "merle" })).toBe(1);
  expect(await change({ colour: 5 })).toBe(2);
});

test("a show is planned, changed and called off; the channel's page announces the next one", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const at = (hours: number) => new Date(doors.clock.now + hours * 3_600_000).toISOString();
  const plan = async (title: string, scheduledAt: string) => {
    const answer = await teacher.post(`/api/channels/${school.channel.id}/shows`, { title, scheduledAt });
    return (await answer.json()) as Show;
  };
  const [later, sooner] = [await plan("Le débat", at(48)), await plan("La météo", at(24))];
  await plan("Oubliée", at(-48));
  const next = async () => {
    const page = (await (await teacher.get(`/api/channels/${school.channel.slug}`)).json()) as {
      nextShow: Show | null;
    };
    return page.nextShow?.title;
  };
  expect(await next()).toBe("La météo");
  await teacher.patch(`/api/shows/${later.id}`, { scheduledAt: at(12) });
  expect(await next()).toBe("Le débat");
  expect((await teacher.delete(`/api/shows/${later.id}`)).status).toBe(204);
  expect(await next()).toBe("La météo");
  expect(await (await teacher.get(`/api/shows/${sooner.id}`)).json()).toMatchObject({ show: sooner, episode: null });
});

test("a show that is on air or over can not be called off", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const address = `/api/shows/${school.show.id}`;
  await doors.store.shows.setState(school.show.id, "live");
  expect(await refusalIn(await teacher.delete(address))).toEqual([409, "show.still_live"]);
  await doors.store.shows.setState(school.show.id, "ended");
  expect(await refusalIn(await teacher.delete(address))).toEqual([409, "show.ended"]);
  expect(await refusalIn(await teacher.patch(address, { title: "Autre" }))).toEqual([409, "show.ended"]);
});

test("a class sees what it can join", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const pupil = await doors.asPupil(school);
  const listed: unknown = await (await pupil.get(`/api/classrooms/${school.classroom.id}/shows`)).json();
  expect(listed).toEqual([school.show]);
});

test("a channel's interlude is a sound of its class, and is gone with the sound", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const path = `/api/channels/${school.channel.id}`;
  const issued = { code: "K7M2Q9", codeExpiresAt: doors.clock.now + 60_000 };
  const other = await doors.store.classrooms.create(
    school.school.id,
    { name: "CM1", schoolYear: "2026-2027" },
    () => issued,
  );
  const [mine, theirs] = [cartOf({ classroomId: school.classroom.id }), cartOf({ classroomId: other.id })];
  for (const cart of [mine, theirs]) await doors.store.carts.add(cart);
  const choose = (interludeCartId: string | null) => teacher.patch(path, { interludeCartId });
  expect(await refusalIn(await choose(theirs.id))).toEqual([404, "cart.not_found"]);
  expect(await (await choose(mine.id)).json()).toMatchObject({ interludeCartId: mine.id });
  expect(await (await choose(null)).json()).toMatchObject({ interludeCartId: null });
  await choose(mine.id);
  expect((await teacher.delete(`/api/carts/${mine.id}`)).status).toBe(204);
  expect((await doors.store.channels.require(school.channel.id)).interludeCartId).toBeNull();
});
