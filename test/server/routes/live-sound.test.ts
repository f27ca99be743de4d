import { expect, test } from "vitest";
import type { ApiClient } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { putToneOnAir } from "../../support/tone-on-air.ts";

/** Reads an endless answer until the station ends it. */
async function untilEnded(answer: Response): Promise<void> {
  await answer.body!.pipeTo(new WritableStream());
}

const status = async (who: ApiClient, path: string) => (await who.get(path)).status;

test("who may hear is known anew for every segment: a channel that closes, a session that ends, a day that is over", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const { channel, classroom } = school;
  await using tone = await putToneOnAir({ ...doors, ...school });
  const [family, pupil, teacher] = [doors.browser(), await doors.asPupil(school), await doors.asTeacher(school)];
  const playlist = await (await teacher.get(`/live/${channel.slug}/audio.m3u8`)).text();
  const piece = `/live/${channel.slug}/${/^\S+\.m4s$/m.exec(playlist)![0]}`;
  const heard = async () => {
    const twice = [await status(family, piece), await status(family, piece)];
    return [...twice, await status(pupil, piece), await status(teacher, piece)];
  };

  expect(await heard()).toEqual([404, 404, 200, 200]);
  await doors.store.channels.change(channel.id, { visibility: "public" });
  expect(await heard()).toEqual([200, 200, 200, 200]);
  await teacher.patch(`/api/channels/${channel.id}`, { visibility: "family" });
  expect(await heard()).toEqual([404, 404, 200, 200]);
  await doors.store.sessions.endPupilsOf(classroom.id);
  expect(await heard()).toEqual([404, 404, 404, 200]);
  const again = await doors.asPupil(school, 1);
  expect(await status(again, piece)).toBe(200);
  doors.clock.now += 24 * 3_600_000;
  expect(await status(again, piece)).toBe(404);
  expect(await status(teacher, piece)).toBe(200);
  doors.clock.now += 14 * 24 * 3_600_000;
  expect(await status(teacher, piece)).toBe(404);
  expect([...doors.bugs, ...tone.bugs]).toEqual([]);
});

test("a radio's stream ends when its channel closes to it, and goes on for the class", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const { channel } = school;
  await doors.store.channels.change(channel.id, { visibility: "public" });
  await using tone = await putToneOnAir({ ...doors, ...school });
  const mount = `/live/${channel.slug}.mp3`;
  const family = await doors.browser().get(mount);
  const pupil = await (await doors.asPupil(school)).get(mount);
  expect([family.status, pupil.status, tone.broadcast.audience.count]).toEqual([200, 200, 2]);
  const inClass = untilEnded(pupil);
  await doors.store.channels.change(channel.id, { visibility: "class" });
  await untilEnded(family);
  expect(tone.broadcast.audience.count).toBe(1);
  await doors.store.sessions.endPupilsOf(school.classroom.id);
  await inClass;
  expect([...doors.bugs, ...tone.bugs]).toEqual([]);
}, 20_000);
