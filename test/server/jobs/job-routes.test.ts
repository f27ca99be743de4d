import { expect, test } from "vitest";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { finishShow } from "../../support/finished-show.ts";
import { untilState } from "../../support/published-show.ts";

test("a teacher follows, stops and restarts a rendering, then types the credits and publishes", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const { episodeId, jobId } = await finishShow(doors, school.show.id, { seconds: 15 });
  expect(await (await teacher.get(`/api/jobs/${jobId}`)).json()).toMatchObject({ id: jobId, kind: "render-episode" });
  expect(await (await teacher.delete(`/api/jobs/${jobId}`)).json()).toMatchObject({ state: "cancelled" });
  expect(await refusalIn(await teacher.delete(`/api/jobs/${jobId}`))).toEqual([409, "job.not_cancellable"]);
  await untilState(doors, episodeId, "failed");
  expect(await refusalIn(await teacher.put(`/api/episodes/${episodeId}/publication`))).toEqual([
    409,
    "episode.not_rendered",
  ]);
  expect((await teacher.post(`/api/jobs/${jobId}/retries`)).status).toBe(201);
  expect(await refusalIn(await teacher.post(`/api/jobs/${jobId}/retries`))).toEqual([409, "job.not_failed"]);
  const typed = await teacher.patch(`/api/episodes/${episodeId}`, { title: "La nuit", description: "Une enquête." });
  expect(await typed.json()).toMatchObject({ title: "La nuit" });
  await untilState(doors, episodeId, "rendered");
  const published = await teacher.put(`/api/episodes/${episodeId}/publication`);
  expect(await published.json()).toMatchObject({ state: "published", title: "La nuit" });
  const listed = await teacher.get(`/api/channels/${school.channel.id}/all-episodes`);
  expect(await listed.json()).toMatchObject([{ id: episodeId }]);
  expect((await teacher.delete(`/api/episodes/${episodeId}`)).status).toBe(204);
  expect(await refusalIn(await teacher.get(`/api/episodes/${episodeId}`))).toEqual([404, "channel.not_found"]);
  expect(doors.bugs).toEqual([]);
});

test("pupils and other schools touch neither jobs nor episodes, and nonsense is refused", async () => {
  await using doors = await openDoors();
  const [school, other] = [await doors.seedSchool(), await doors.seedSchool()];
  const { episodeId, jobId } = await finishShow(doors, school.show.id, { seconds: 1 });
  await untilState(doors, episodeId, "rendered");
  const pupil = await doors.asPupil(school);
  const stranger = await doors.asTeacher(other);
  const teacher = await doors.asTeacher(school);
  for (const person of [pupil, stranger, doors.browser()]) {
    const answers = [
      await person.get(`/api/jobs/${jobId}`),
      await person.delete(`/api/jobs/${jobId}`),
      await person.put(`/api/episodes/${episodeId}/publication`),
      await person.patch(`/api/episodes/${episodeId}`, { title: "x" }),
      await person.delete(`/api/episodes/${episodeId}`),
      await person.get(`/api/channels/${school.channel.id}/all-episodes`),
    ];
    for (const answer of answers) expect([401, 403, 404]).toContain(answer.status);
  }
  for (const body of [
    { title: "" },
    { number: 0 },
    { chapters: [{ startSeconds: -1, title: "x" }] },
    { state: "published" },
    7,
    null,
  ]) {
    expect(await refusalIn(await teacher.patch(`/api/episodes/${episodeId}`, body))).toEqual([
      400,
      "request.malformed",
    ]);
  }
  expect((await teacher.get("/api/jobs/nonsense")).status).toBe(404);
  expect((await doors.store.episodes.require(episodeId)).title).toBe(school.show.title);
  expect(doors.bugs).toEqual([]);
});
