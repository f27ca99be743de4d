import { join } from "node:path";
import { expect, test } from "vitest";
import { enclosureIn } from "../support/feed-enclosure.ts";
import { readdir, writeFile } from "node:fs/promises";
import type { Episode } from "../../schemas/episodes.ts";
import type { Show } from "../../schemas/shows.ts";
import { recoverRecording } from "../../media/recorder/recover-recording.ts";
import { ApiClient } from "../support/api-client.ts";
import { levelsOverTime } from "../support/bursts.ts";
import { rundownItem } from "../support/rundown.ts";
import { goOnAir, stripOf } from "../support/live-show.ts";
import { staffPassword } from "../support/school.ts";
import { teacherAtDesk } from "../support/seats.ts";
import { durationOf, readSound } from "../support/sound.ts";
import { prepareData, startStation } from "../support/station.ts";

// Without breaths, so that the last second shows how far the recording goes.
const voice = { pitch: 700, levelDbfs: -20, burstSeconds: 2, breathSeconds: 0.02 };

test("a station killed in the middle of a show keeps it to the last second, and its episode can be published", async () => {
  await using data = await prepareData();
  const { teacher, show, channel } = data.school;
  const first = await startStation(data.directory);
  await using station = first;
  const staff = await new ApiClient(first.url).signIn(teacher.email, staffPassword);
  await staff.patch(`/api/channels/${channel.id}`, { visibility: "public" });
  const items = ["Bonjour", "La chronique"].map((title) => rundownItem(title));
  await staff.put(`/api/shows/${show.id}/rundown`, { revision: 0, items });
  const at = { url: first.url, staffEmail: teacher.email, school: data.school };
  await using seat = await teacherAtDesk(at, { voice });
  await stripOf(seat.page, teacher.displayName).open();
  const live = await goOnAir(seat.page);
  await live.until(6);
  await seat.page.getByRole("tab", { name: "Conducteur" }).click();
  const beforePress = Date.now();
  await seat.page.getByRole("button", { name: "Passer à la suite" }).click();
  await seat.page.getByRole("heading", { name: "La chronique" }).waitFor();
  const afterPress = Date.now();
  await live.until(12);
  const killedAt = Date.now();
  await station.kill("SIGKILL");

  await using next = await startStation(data.directory);
  const api = await new ApiClient(next.url).signIn(teacher.email, staffPassword);
  const read = async () =>
    (await (await api.get(`/api/shows/${show.id}`)).json()) as { show: Show; episode: Episode | null };
  await expect.poll(async () => (await read()).episode?.state, { timeout: 60_000 }).toBe("rendered");
  expect((await read()).show.state).toBe("ended");

  const recordings = join(data.directory, "media", "recordings");
  const [only] = await readdir(recordings);
  const kept = await recoverRecording(join(recordings, only!));
  const lost = (killedAt - Date.parse(kept.startedAt)) / 1_000 - kept.durationSeconds;
  expect(lost, "seconds of the programme that the kill cost").toBeLessThan(1);
  const [track] = kept.tracks;
  expect(track!.startSeconds + track!.durationSeconds).toBeGreaterThan(kept.durationSeconds - 1);
  const levels = levelsOverTime(voice.pitch, await readSound(kept.programmePath, { from: kept.durationSeconds - 1.5 }));
  for (const level of levels) expect(Math.abs(level - voice.levelDbfs)).toBeLessThan(2);

  const { episode } = await read();
  const [begun, moved] = episode!.chapters;
  expect(begun).toEqual({ startSeconds: 0, title: "Bonjour" });
  expect(moved!.title).toBe("La chronique");
  const movedAt = Date.parse(kept.startedAt) + moved!.startSeconds * 1_000;
  expect(movedAt).toBeGreaterThan(beforePress - 500);
  expect(movedAt).toBeLessThan(afterPress + 500);
  expect((await api.put(`/api/episodes/${episode!.id}/publication`)).status).toBeLessThan(300);
  const url = await enclosureIn(`${next.url}/feeds/${channel.slug}.xml`);
  const downloaded = join(data.directory, "downloaded.mp3");
  await writeFile(downloaded, Buffer.from(await (await fetch(url)).arrayBuffer()));
  expect(Math.abs((await durationOf(downloaded)) - kept.durationSeconds)).toBeLessThan(0.06);
});
