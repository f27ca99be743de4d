import { copyFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { expect, test, vi } from "vitest";
import type { PupilTraces } from "../../../schemas/erasure.ts";
import { issueClassCode } from "../../../server/access/class-code.ts";
import { openErasedPupils } from "../../../server/store/erased-pupils.ts";
import { filesWith } from "../../support/files-with.ts";
import { finishShow } from "../../support/finished-show.ts";
import { openHeardShow } from "../../support/heard-show.ts";
import { cartOf } from "../../support/known-cart.ts";
import { opusPacketsOf } from "../../support/opus-file.ts";
import { untilState } from "../../support/published-show.ts";
import { heard } from "../../support/recorded-show.ts";
import { rundownItem } from "../../support/rundown.ts";
import { filesOfZip } from "../../support/stored-zip.ts";
import { levelAt } from "../../support/sound.ts";

const name = "Zéphyrine";

/** A show on disk in which Zéphyrine speaks: her name stands in the rundown, in the credits, and in a copy of the database. */
async function openNamedShow() {
  const at = await openHeardShow({ isOnDisk: true });
  const { doors, school, teacher } = at;
  const { store } = doors;
  const pupil = school.pupils[1];
  await store.people.changePupil(pupil.id, { firstName: name });
  const { showId, id } = await at.episode();
  const item = rundownItem(`La météo de ${name}`, { speakers: [pupil.id], prompterText: `Ici ${name}.` });
  await store.rundowns.save(showId!, { revision: 0, items: [item] });
  await doors.database
    .updateTable("show")
    .set({ title: `${name} reçoit` })
    .execute();
  await store.episodes.change(id, { description: `Avec ${name}, Awa et les autres.` });
  await doors.asPupil(school, 1);
  await at.publish();
  await copyFile(join(doors.directory, "antenne.db"), join(doors.directory, "antenne.db.before-0099-anything"));
  return { ...at, pupil, teacher };
}

test("of an erased pupil nothing is left on the disk: not the name, not the track, not the voice", async () => {
  await using at = await openNamedShow();
  const { doors, pupil, recorded } = at;
  const track = recorded.tracks.find(({ stripId }) => stripId === heard.jules.stripId)!;
  const packet = (await opusPacketsOf(track.path)).filter(({ length }) => length > 60)[40]!;
  expect((await filesWith(doors.directory, Buffer.from(name))).length).toBeGreaterThan(0);
  expect(await filesWith(doors.directory, packet)).toEqual([track.path]);
  const traces = (await (await at.teacher.get(`/api/pupils/${pupil.id}/traces`)).json()) as PupilTraces;
  expect(traces).toEqual({ answers: 2, recordings: 1, remade: 1, removed: 0, places: [] });
  const { enclosures, publishedAt } = await at.episode();

  const since = performance.now();
  expect((await at.teacher.delete(`/api/pupils/${pupil.id}`)).status).toBe(204);
  // In the same moment nobody hears the voice any more, and nothing names the child.
  expect([(await at.teacher.get(enclosures[0]!.url)).status, await at.feed()]).toEqual([
    404,
    expect.not.stringContaining("<item>"),
  ]);
  await at.untilState("published");
  console.log(`10 s of show: erased and published again after ${((performance.now() - since) / 1_000).toFixed(1)} s`);
  expect(await filesWith(doors.directory, Buffer.from(name))).toEqual([]);
  expect(await filesWith(doors.directory, packet)).toEqual([]);
  expect((await readdir(at.folder)).sort()).toEqual([
    "carts-1.opus",
    "programme.flac",
    "rides.bin",
    "session.jsonl",
    "track-1-strip-1.opus",
    "track-3-strip-3.opus",
  ]);
  const whole = { from: 0, seconds: 10 };
  const episode = await at.episode();
  for (const path of [recorded.programmePath, join(doors.directory, episode.enclosures[0]!.url)]) {
    expect(await levelAt(heard.jules.pitch, path, whole)).toBeLessThan(-70);
    expect(await levelAt(heard.awa.pitch, path, whole)).toBeGreaterThan(-40);
  }
  // The others are there, the date is the former one, and what is written down names nobody.
  expect((await at.voices()).voices.map((voice) => voice.name)).toEqual(["Awa"]);
  expect([episode.publishedAt, episode.description]).toEqual([publishedAt, "Avec …, Awa et les autres."]);
  const { items } = await doors.store.rundowns.read(episode.showId!);
  expect(items).toMatchObject([{ title: "La météo de …", speakers: [], prompterText: "" }]);
  // Who had the rundown open all the while does not bring the name back.
  await expect(doors.store.rundowns.save(episode.showId!, { revision: 1, items })).rejects.toMatchObject({
    code: "rundown.changed",
  });
  const [act] = await doors.store.audit.listOf(`pupil:${pupil.id}`);
  expect(act).toMatchObject({ act: "pupil.erased", detail: "answers 2, recordings 1" });
  expect(await readFile(join(doors.directory, "erased-pupils.jsonl"), "utf8")).toContain(pupil.id);
  expect(doors.bugs).toEqual([]);
});

test("of a pupil whose microphone stayed closed the track goes, is handed out before, and the episode stays as it is", async () => {
  await using at = await openHeardShow();
  const { doors, school, teacher, recorded } = at;
  const { id: pupilId } = school.pupils[2];
  const { id: episodeId, enclosures } = await at.episode();
  const { recordingId } = await doors.store.episodes.filesOf(episodeId);
  const { stripId } = heard.teacher;
  await doors.store.voices.note(recordingId!, { stripId, pupilId, isOpen: false });
  await at.publish();
  const track = recorded.tracks.find((each) => each.stripId === stripId)!;
  expect((await at.voices()).voices.map((voice) => voice.name)).toEqual(["Awa", "Jules"]);
  const zip = await teacher.get(`/api/pupils/${pupilId}/export`);
  const files = filesOfZip(Buffer.from(await zip.arrayBuffer()));
  expect(files.get("pistes/2026-11-17-1-1.opus")).toEqual(await readFile(track.path));
  const traces: unknown = await (await teacher.get(`/api/pupils/${pupilId}/traces`)).json();
  expect(traces).toMatchObject({ recordings: 1, remade: 0, removed: 0 });
  expect((await teacher.delete(`/api/pupils/${pupilId}`)).status).toBe(204);
  await expect(readFile(track.path)).rejects.toThrow();
  expect(await readFile(join(at.folder, "session.jsonl"), "utf8")).not.toContain(stripId);
  expect((await at.episode()).enclosures).toEqual(enclosures);
  expect(await at.feed()).toContain("<item>");
  expect(await openErasedPupils(doors.database).unfinished()).toEqual([]);
  expect(doors.bugs).toEqual([]);
});

test("a pupil whom a restored backup brings back is erased again at the start", async () => {
  await using at = await openNamedShow();
  const { doors, pupil } = at;
  const { id: other, classroomId } = at.school.pupils[0];
  // A power cut tore the line before.
  await writeFile(join(doors.directory, "erased-pupils.jsonl"), '{"pupilId":"0189');
  await at.teacher.delete(`/api/pupils/${pupil.id}`);
  // As the backup has them.
  const row = { id: pupil.id, classroomId, firstName: name, bird: "pic", colour: 1, createdAt: 0 };
  await doors.database.insertInto("pupil").values(row).execute();
  await doors.newsroom.archive.recoverAll();
  expect([await doors.store.people.findPupil(pupil.id), (await doors.store.people.findPupil(other))?.id]).toEqual([
    undefined,
    other,
  ]);
});

test("an erasure whose work was stopped is ended at the next start", async () => {
  await using at = await openNamedShow();
  await at.teacher.delete(`/api/pupils/${at.pupil.id}`);
  const { renderJobId } = await at.episode();
  // The ordinary key does not stop it.
  const refused = await at.teacher.delete(`/api/jobs/${renderJobId!}`);
  expect([refused.status, await refused.json()]).toEqual([
    409,
    expect.objectContaining({ error: "job.not_cancellable" }),
  ]);
  await at.doors.jobs.cancel(renderJobId!);
  await vi.waitFor(async () => expect((await at.doors.jobs.find(renderJobId!))?.state).toBe("cancelled"));
  await at.doors.newsroom.archive.recoverAll();
  await at.untilState("published");
  expect((await at.voices()).voices.map((voice) => voice.name)).toEqual(["Awa"]);
});

test("an episode in which nobody else speaks goes with its pupil", async () => {
  await using at = await openHeardShow();
  await rm(join(at.folder, "session.jsonl"));
  const traces: unknown = await (await at.teacher.get(`/api/pupils/${at.school.pupils[0].id}/traces`)).json();
  expect(traces).toMatchObject({ remade: 0, removed: 1 });
  await at.teacher.delete(`/api/pupils/${at.school.pupils[0].id}`);
  await expect(at.episode()).rejects.toMatchObject({ code: "episode.not_found" });
  await expect(readdir(at.folder)).rejects.toThrow();
});

test("an erasure that a crash cut short after the names takes back every file at the next start", async () => {
  await using at = await openNamedShow();
  const { doors, pupil } = at;
  const { enclosures, id } = await at.episode();
  await openErasedPupils(doors.database).forget({ ...pupil, firstName: name });
  await doors.newsroom.archive.recoverAll();
  expect((await at.visitor.get(enclosures[0]!.url)).status).toBe(404);
  await at.untilState("published");
  expect((await readdir(join(doors.directory, "media", "episodes", id))).length).toBe(1);
  expect((await at.visitor.get(enclosures[0]!.url)).status).toBe(404);
  expect((await at.voices()).voices.map((voice) => voice.name)).toEqual(["Awa"]);
});

test("of a show whose pupils are all erased, one right after the other, no episode of silence is left", async () => {
  await using at = await openHeardShow();
  const { doors, school, teacher } = at;
  const { recordingId } = await doors.store.episodes.filesOf((await at.episode()).id);
  await doors.store.voices.note(recordingId!, {
    stripId: heard.teacher.stripId,
    pupilId: school.pupils[2].id,
    isOpen: true,
  });
  for (const { id } of school.pupils) expect((await teacher.delete(`/api/pupils/${id}`)).status).toBe(204);
  await expect(at.episode()).rejects.toMatchObject({ code: "episode.not_found" });
  expect(doors.bugs).toEqual([]);
});

/** Another show of the class: Zéphyrine does not speak in it, and is named in its title, its rundown, its episode and a sound. */
async function nameElsewhere(at: Awaited<ReturnType<typeof openNamedShow>>) {
  const { doors, school } = at;
  const { store } = doors;
  const other = await store.shows.create(school.channel.id, { title: `Merci ${name}`, scheduledAt: null });
  const item = rundownItem("Le mot de la fin", {
    prompterText: `On remercie ${name.toUpperCase()}, et les Zéphyrs.`,
  });
  await store.rundowns.save(other.id, { revision: 0, items: [item] });
  const { episodeId } = await finishShow(doors, other.id);
  await untilState(doors, episodeId, "rendered");
  await at.teacher.patch(`/api/episodes/${episodeId}`, {
    description: `Avec ${name}.`,
    chapters: [{ startSeconds: 0, title: `${name} au micro` }],
  });
  const cart = await store.carts.add(cartOf({ classroomId: school.classroom.id, title: `Générique de ${name}` }));
  return { other, episodeId, cart };
}

test("where else a pupil is named is shown before they are erased, and stays unless it is asked for", async () => {
  await using at = await openNamedShow();
  const { doors, pupil, teacher } = at;
  const { other, episodeId, cart } = await nameElsewhere(at);
  const { places } = (await (await teacher.get(`/api/pupils/${pupil.id}/traces`)).json()) as PupilTraces;
  expect(places).toEqual([
    { kind: "show", title: `Merci ${name}`, passage: `Merci ${name}` },
    { kind: "rundown", title: `Merci ${name}`, passage: `On remercie ${name.toUpperCase()}, et les Zéphyrs.` },
    { kind: "episode", title: `Merci ${name}`, passage: `Merci ${name}` },
    { kind: "cart", title: `Générique de ${name}`, passage: `Générique de ${name}` },
  ]);
  expect((await teacher.delete(`/api/pupils/${pupil.id}?names=everywhere`)).status).toBe(204);
  expect((await doors.store.shows.require(other.id)).title).toBe("Merci …");
  const { items, revision } = await doors.store.rundowns.read(other.id);
  expect([revision, items[0]?.prompterText]).toEqual([2, "On remercie …, et les Zéphyrs."]);
  expect(await doors.store.episodes.require(episodeId)).toMatchObject({
    description: "Avec ….",
    chapters: [{ title: "… au micro" }],
  });
  expect((await doors.store.carts.require(cart.id)).title).toBe("Générique de …");
  await at.untilState("published");
  // Nor in the tags of a file that was made before.
  expect(await filesWith(doors.directory, Buffer.from(name))).toEqual([]);
  expect(await filesWith(doors.directory, Buffer.from(name, "utf16le"))).toEqual([]);
  expect(await readFile(join(doors.directory, "erased-pupils.jsonl"), "utf8")).toContain('"isEverywhere":true');
  expect(doors.bugs).toEqual([]);
});

test("a pupil who changed class is also looked for in the texts of the years before", async () => {
  await using at = await openNamedShow();
  const { doors, school, pupil, teacher } = at;
  const { other, episodeId, cart } = await nameElsewhere(at);
  const store = doors.store;
  const next = { name: "6e", schoolYear: "2027-2028" };
  const classroom = await store.classrooms.create(school.school.id, next, () => issueClassCode(doors.clock.now));
  await store.classrooms.addTeacher(classroom.id, school.teacher.id);
  await doors.database.updateTable("pupil").set({ classroomId: classroom.id }).where("id", "=", pupil.id).execute();
  const archived = doors.database.updateTable("classroom").set({ archivedAt: doors.clock.now });
  await archived.where("id", "=", school.classroom.id).execute();

  const { places } = (await (await teacher.get(`/api/pupils/${pupil.id}/traces`)).json()) as PupilTraces;
  expect(places.map(({ kind }) => kind)).toEqual(["show", "rundown", "episode", "cart"]);
  expect((await teacher.delete(`/api/pupils/${pupil.id}?names=everywhere`)).status).toBe(204);
  expect((await store.shows.require(other.id)).title).toBe("Merci …");
  expect((await store.rundowns.read(other.id)).items[0]?.prompterText).toBe("On remercie …, et les Zéphyrs.");
  expect(await store.episodes.require(episodeId)).toMatchObject({ description: "Avec …." });
  expect((await store.carts.require(cart.id)).title).toBe("Générique de …");
});

test("a database that cannot be written anew at once is written anew later, and the erasure holds meanwhile", async () => {
  await using at = await openNamedShow();
  const { doors, pupil, teacher } = at;
  const reader = new SQLite(join(doors.directory, "antenne.db"), { readonly: true });
  // Somebody in the middle of reading, as a backup is.
  const reading = reader.prepare("SELECT id FROM pupil").iterate();
  reading.next();
  await doors.database.updateTable("school").set({ city: "Bourges" }).execute();
  const answer = await teacher.delete(`/api/pupils/${pupil.id}`);
  expect([answer.status, await answer.json()]).toEqual([202, { isScrubbed: false }]);
  expect(await doors.store.people.findPupil(pupil.id)).toBeUndefined();
  expect(await doors.store.erased.isUnscrubbed()).toBe(true);
  reading.return?.();
  reader.close();
  await at.untilState("published");
  await doors.newsroom.archive.endErasures();
  expect(await doors.store.erased.isUnscrubbed()).toBe(false);
  expect(await filesWith(doors.directory, Buffer.from(name))).toEqual([]);
  expect(doors.bugs).toEqual([]);
});

test("an erasure that a crash cut short after the files comes back to the feed with its date", async () => {
  await using at = await openNamedShow();
  const { doors, pupil } = at;
  const { id, publishedAt } = await at.episode();
  await openErasedPupils(doors.database).forget({ ...pupil, firstName: name });
  await doors.store.episodes.setJob(id, null);
  await doors.store.episodes.setWithdrawn(id, Date.parse(publishedAt!));
  await doors.store.episodes.dropFiles(id);
  await rm(join(doors.directory, "media", "episodes", id), { recursive: true });
  await doors.newsroom.archive.recoverAll();
  await at.untilState("published");
  expect((await at.episode()).publishedAt).toBe(publishedAt);
  expect((await at.voices()).voices.map((voice) => voice.name)).toEqual(["Awa"]);
});
