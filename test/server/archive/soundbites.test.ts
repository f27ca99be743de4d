import { join } from "node:path";
import { expect, test } from "vitest";
import type { Soundbite } from "../../../schemas/soundbites.ts";
import { fittingSoundbites } from "../../../server/archive/fitting-soundbites.ts";
import { openDoors } from "../../support/doors.ts";
import { finishShow } from "../../support/finished-show.ts";
import { speech } from "../../support/programmes.ts";
import { untilState } from "../../support/published-show.ts";
import { refusalIn } from "../../support/api-client.ts";

const extract = (title: string, startSeconds: number, durationSeconds = 15): Soundbite => ({
  ...{ title, startSeconds, durationSeconds },
});
/** Ten points a second: heard up to `heardSeconds`, silent afterwards. */
const waveform = (heardSeconds: number) => ({
  ...{ sample_rate: 8_000, samples_per_pixel: 800, bits: 16 },
  data: Array.from({ length: 2 * 600 }, (_, index) => (index / 20 < heardSeconds ? 9_000 * (-1) ** index : 3)),
});

test("an extract stays where somebody is still heard in it, and goes where the episode is over or silent", () => {
  const all = [extract("Début", 0), extract("Au bord", 35), extract("Silence", 41), extract("Après", 50)];
  const { kept, lost } = fittingSoundbites(all, { durationSeconds: 59.9, waveform: waveform(40) });
  expect(kept.map(({ title }) => title)).toEqual(["Début", "Au bord"]);
  expect(lost.map(({ title }) => title)).toEqual(["Silence", "Après"]);
});

test(
  "an extract follows its episode when that is cut anew, and one that no longer fits goes with a word to the teacher",
  { timeout: 60_000 },
  async () => {
    await using doors = await openDoors();
    const school = await doors.seedSchool();
    const teacher = await doors.asTeacher(school);
    const seconds = 40;
    const { episodeId, folder } = await finishShow(doors, school.show.id, { sound: speech(0.2), seconds });
    const address = `/api/episodes/${episodeId}`;
    const marked = { soundbites: [extract("La fin", 24), extract("Le début", 1)] };
    expect(await refusalIn(await teacher.patch(address, marked))).toEqual([409, "soundbite.outside"]);
    await untilState(doors, episodeId, "rendered");
    expect(await refusalIn(await teacher.patch(address, { soundbites: [extract("Trop loin", 26)] }))).toEqual([
      ...[409, "soundbite.outside"],
    ]);
    for (const wrong of [extract("Court", 0, 14), extract("Long", 0, 121), extract("", 0)])
      expect((await teacher.patch(address, { soundbites: [wrong] })).status).toBe(400);
    expect((await teacher.patch(address, marked)).status).toBe(200);
    await doors.newsroom.archive.publish(episodeId, { role: "visitor" });

    const payload = { episodeId, programmePath: join("recordings", folder.split("/").at(-1)!, "programme.flac") };
    const muted = [{ startSeconds: 30, durationSeconds: 10 }];
    const jobId = await doors.jobs.enqueue(
      "render-episode",
      { ...payload, durationSeconds: 30, muted },
      school.classroom.id,
    );
    await doors.store.episodes.setJob(episodeId, jobId);
    await expect.poll(async () => (await doors.jobs.find(jobId))?.state, { timeout: 40_000 }).toBe("done");
    const told = await doors.store.episodes.require(episodeId);
    expect(told).toMatchObject({
      state: "published",
      soundbites: [extract("Le début", 1)],
      lostSoundbites: ["La fin"],
    });
    const [ofListeners] = await doors.store.episodes.listPublished(school.channel.id);
    expect(ofListeners).toMatchObject({ soundbites: [extract("Le début", 1)], lostSoundbites: [] });
    // Who chooses anew knows it.
    expect(await (await teacher.patch(address, { soundbites: told.soundbites })).json()).toMatchObject({
      lostSoundbites: [],
    });
    expect(doors.bugs).toEqual([]);
  },
);
