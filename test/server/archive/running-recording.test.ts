import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { openDoors } from "../../support/doors.ts";
import { beginShow } from "../../support/finished-show.ts";
import { heard, recordRunningShow } from "../../support/recorded-show.ts";
import { durationOf } from "../../support/sound.ts";
import { filesOfZip } from "../../support/stored-zip.ts";

test("who asks for a pupil's traces or export during the show takes nothing from it: it keeps its length and its voices", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const { recordingId, folder } = await beginShow(doors, school.show.id);
  const pupilId = school.pupils[0].id;
  await doors.store.voices.note(recordingId, { stripId: heard.awa.stripId, pupilId, isOpen: true });
  const finished = await recordRunningShow(folder, async () => {
    const index = await readFile(`${folder}/session.jsonl`);
    const traces: unknown = await (await teacher.get(`/api/pupils/${pupilId}/traces`)).json();
    expect(traces).toEqual({ answers: 1, recordings: 1, remade: 0, removed: 0, places: [] });
    const zip = await (await teacher.get(`/api/pupils/${pupilId}/export`)).arrayBuffer();
    expect([...filesOfZip(Buffer.from(zip)).keys()]).toEqual(["index.html", "donnees.json"]);
    expect(await readFile(`${folder}/session.jsonl`)).toEqual(index);
  });
  expect(finished.durationSeconds).toBeCloseTo(10, 3);
  expect(await durationOf(finished.programmePath)).toBeCloseTo(10, 3);
  for (const { path, durationSeconds } of finished.tracks) {
    expect(durationSeconds).toBeGreaterThan(9.8);
    expect(await durationOf(path)).toBeCloseTo(durationSeconds, 3);
  }
  expect(finished.tracks.map(({ stripId }) => stripId)).toEqual([
    heard.awa.stripId,
    heard.jules.stripId,
    heard.teacher.stripId,
  ]);
  expect(doors.bugs).toEqual([]);
});
