import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runFfmpeg } from "../../media/ffmpeg/run-ffmpeg.ts";
import { usualExercise } from "../../schemas/exercises.ts";
import { RecordingId, type ExerciseId, type PupilId, type TakeId } from "../../schemas/ids.ts";
import { readingScore } from "../../schemas/reading.ts";
import { rubricLibrary } from "../../schemas/rubric-library/rubric-library.ts";
import { newId } from "../../server/store/new-id.ts";
import { openSeat, type Seat } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { noteWhatIsForbidden } from "../support/page-faults.ts";
import { sendTake } from "../support/sent-take.ts";
import { openTestStation, type TestStation } from "../support/station.ts";
import { staffPassword } from "../support/school.ts";
import { voiceFile } from "../support/voices.ts";

const text =
  "Un matin d’hiver, un vieux héron marchait au bord de la Loire. L’eau était froide, les poissons dormaient au fond.";
const weekMs = 7 * 86_400_000;
const look = lookInto("pages");
const open = new AsyncDisposableStack();
let station: TestStation;
let seat: Seat;
let takes: TakeId[];

/** A pupil's takes, a week apart, the last one today; each is sent and measured. */
async function addTakes(exerciseId: ExerciseId, pupilId: PupilId, count: number, soundPath: string) {
  const ids: TakeId[] = [];
  for (let number = 0; number < count; number += 1) {
    const recordedAt = new Date(Date.now() - ((count - 1 - number) * weekMs) / 2).toISOString();
    ids.push(await sendTake(station, [exerciseId, pupilId], soundPath, { number, recordedAt }));
  }
  return ids;
}

/** A show in which Awa spoke and Jules did not, measured. */
async function addShow() {
  const { store, school } = station;
  const recordingId = newId(RecordingId);
  await station.newsroom.archive.beginRecording(
    school.show.id,
    recordingId,
    join(station.directory, "media", "nowhere"),
  );
  await store.shows.setState(school.show.id, "ended");
  const voice = { seconds: 95, share: 0.6, turns: 7, longestSeconds: 22, overlapSeconds: 3.2, replyGapSeconds: 0.4 };
  const whole = { seconds: 158, overlaps: 4, overlapSeconds: 6, equality: 0 };
  await store.showTurns.keep(recordingId, { ...whole, voices: [{ pupilId: school.pupils[0].id, ...voice }] });
  await store.showTurns.noteRole(recordingId, school.pupils[0].id, "presenter");
}

beforeAll(async () => {
  station = open.use(await openTestStation());
  const { store, school } = station;
  const disk = open.use(voiceFile({ pitch: 220, levelDbfs: -20 }));
  const soundPath = join(station.directory, "voice.mp3");
  await runFfmpeg(["-i", disk.path, "-t", "12", "-c:a", "libmp3lame", soundPath]);
  const settings = { ...usualExercise, title: "Le héron", kind: "readAloud", grade: "cm2", text } as const;
  const { id } = await store.exercises.create(school.classroom.id, settings);
  for (const rubric of rubricLibrary.slice(0, 2)) await store.rubrics.create(school.classroom.id, rubric);
  takes = await addTakes(id, school.pupils[0].id, 4, soundPath);
  await addTakes(id, school.pupils[1].id, 1, soundPath);
  for (const [index, takeId] of takes.slice(0, 3).entries())
    await store.reviews.mark(takeId, { misread: [2, 4], corrected: [], lastWord: 20, from: 0, to: 14 - index });
  const [rubric] = await store.rubrics.listOf(school.classroom.id);
  await store.reviews.assess(takes[2]!, { rubricId: rubric!.id, levels: [2, 1, 3, 4] });
  await addShow();
  seat = open.use(await openSeat({ microphone: disk.path }));
  await noteWhatIsForbidden(seat.page);
  await seat.page.goto(station.url);
  await seat.page.getByLabel("Adresse e-mail").fill(station.staffEmail);
  await seat.page.getByLabel("Mot de passe").fill(staffPassword);
  await seat.page.getByRole("button", { name: "Se connecter" }).click();
  await seat.page.waitForURL(/\/emissions/);
}, 60_000);

afterAll(() => open.disposeAsync());

test("the class stands in its own order with who has not spoken, and a pupil's curves beside it", async () => {
  const { page } = seat;
  await page.goto(`${station.url}/suivi`);
  await page.getByRole("button", { name: "2 prises à écouter" }).waitFor();
  await page.getByRole("button", { name: /n’ont pas eu la parole/ }).waitFor();
  await look(page, "suivi-classe");
  await page.getByRole("button", { name: /^Awa/ }).click();
  await page.getByRole("img", { name: /mots par minute/ }).waitFor();
  await page.getByText("Attendu en fin de CM2 : 120.").waitFor();
  await page.getByRole("heading", { name: /d’un exercice à l’autre/ }).waitFor();
  await look(page, "suivi");
  await page.getByRole("button", { name: "Émissions", exact: true }).click();
  await page.getByText("présentation").waitFor();
  await look(page, "suivi-emissions");
});

test("tapped words come to the words read correctly per minute at once, exactly, and are kept", async () => {
  const { page } = seat;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${station.url}/suivi`);
  await page.getByRole("button", { name: /^Awa/ }).click();
  await page.getByRole("button", { name: /^Écouter et noter/ }).click();
  await page.keyboard.press("1");
  const grid = page.getByRole("group", { name: "Mots du texte" });
  await grid.getByRole("button", { name: "héron", exact: true }).click();
  await grid.getByRole("button", { name: "Loire", exact: true }).click();
  await page.getByRole("button", { name: "corrigé seul", exact: true }).click();
  await grid.getByRole("button", { name: "froide", exact: true }).click();
  await grid.getByRole("button", { name: "dormaient", exact: true }).dblclick();
  // The script: 20 words to "dormaient", 2 of them wrong, one put right, in the 10 s of speech that were measured.
  const truth = readingScore({ misread: [6, 12], corrected: [16], lastWord: 19, from: 1, to: 11 });
  await expect.poll(() => page.locator(".reading-sum output").textContent()).toBe(String(Math.round(truth.mclm)));
  await page.getByText("Enregistré", { exact: true }).waitFor();
  const kept = await station.store.reviews.of(takes[3]!);
  expect(kept.reading && readingScore(kept.reading)).toEqual(truth);
  await look(page, "suivi-ecoute");
});

test("a rubric beside the pupil's own view, a comment at its moment and a voice note are kept, by keys alone", async () => {
  const { page } = seat;
  await page.setViewportSize({ width: 1280, height: 800 });
  // Two levels are chosen before the station has answered for the first.
  const answers = Promise.withResolvers<void>();
  await page.route("**/api/takes/*/assessment", async (route) => {
    await answers.promise;
    await route.continue();
  });
  await page.getByRole("radio", { name: /^Chaque mot s’entend/ }).focus();
  await page.keyboard.press("Space");
  const [, second] = rubricLibrary[0]!.criteria;
  await page.getByRole("radio", { name: second!.levels[2]! }).focus();
  await page.keyboard.press("Space");
  answers.resolve();
  const levels = async () => (await station.store.reviews.of(takes[3]!)).assessments[0]?.levels;
  await expect.poll(levels).toEqual([4, 3, null, null]);
  await page.unroute("**/api/takes/*/assessment");
  await page.getByText("L’élève").first().waitFor();
  await page.getByRole("button", { name: "1,5×" }).click();
  await page.getByRole("slider", { name: "Endroit de la prise" }).focus();
  await page.keyboard.press("End");
  await page.getByLabel("Votre commentaire").fill("Très bien, la fin descend.");
  await page.getByRole("button", { name: "Commenter à 0:12" }).click();
  await page.getByText("Très bien, la fin descend.").waitFor();
  await page.getByRole("button", { name: "Note vocale" }).click();
  await page.getByRole("button", { name: "Arrêter et envoyer" }).waitFor();
  await page.waitForFunction(() => new Promise((resolve) => setTimeout(() => resolve(true), 700)));
  await page.getByRole("button", { name: "Arrêter et envoyer" }).click();
  await expect
    .poll(async () => (await station.store.reviews.of(takes[3]!)).comments.length, { timeout: 15_000 })
    .toBe(2);
  const { assessments, comments, heardAt } = await station.store.reviews.of(takes[3]!);
  expect(assessments).toMatchObject([{ pupilId: null, levels: [4, 3, null, null] }]);
  expect(comments.map(({ atSeconds, hasSound }) => [atSeconds, hasSound])).toEqual([
    [12, false],
    [12, true],
  ]);
  expect(heardAt).not.toBeNull();
  const note = await (await station.asTeacher()).get(`/api/take-comments/${comments[1]!.id}/sound`);
  expect([note.status, note.headers.get("content-type")]).toEqual([200, "audio/mpeg"]);
  await look(page, "suivi-notes");
});

test("the teacher asks a classmate by another rubric, and puts the take into a show", async () => {
  const { page } = seat;
  const { store, school } = station;
  const rubrics = await store.rubrics.listOf(school.classroom.id);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByText("Avis de camarades").click();
  await page.getByLabel("Lina").check();
  await expect.poll(async () => (await store.reviews.of(takes[3]!)).peerRubricId).toBe(rubrics[0]!.id);
  const peersOf = async () => {
    const { peers, peerRubricId } = await store.reviews.of(takes[3]!);
    return { peers: new Set(peers), peerRubricId };
  };
  const [, jules, lina] = school.pupils;
  await page.getByLabel("Grille des camarades").selectOption(rubrics[1]!.title);
  await expect.poll(peersOf).toEqual({ peers: new Set([lina.id]), peerRubricId: rubrics[1]!.id });
  // Whoever is quicker than the station loses none of what they chose.
  const answers = Promise.withResolvers<void>();
  await page.route("**/api/takes/*/peers", async (route) => {
    await answers.promise;
    await route.continue();
  });
  await page.getByLabel("Jules").check();
  await page.getByLabel("Lina").uncheck();
  await page.getByLabel("Grille des camarades").selectOption(rubrics[0]!.title);
  answers.resolve();
  await expect.poll(peersOf).toEqual({ peers: new Set([jules.id]), peerRubricId: rubrics[0]!.id });
  await page.unroute("**/api/takes/*/peers");
  const { id } = await store.shows.create(school.channel.id, { title: "L’heure du héron", scheduledAt: null });
  await page.getByText("Mettre dans une émission").click();
  await page.getByLabel("Émission", { exact: true }).selectOption("L’heure du héron");
  await page.getByRole("button", { name: "Ajouter au conducteur" }).click();
  await page.getByText("La prise est dans le conducteur.").waitFor();
  expect((await store.rundowns.read(id)).items).toMatchObject([
    { title: "Le héron", kind: "sound", plannedSeconds: 12, speakers: [school.pupils[0].id] },
  ]);
  await look(page, "suivi-emission");
  await page.getByRole("link", { name: "Ouvrir le conducteur" }).click();
  await page.getByText("Le héron").first().waitFor();
  await page.goto(`${station.url}/suivi`);
  await page.getByRole("button", { name: /^Awa/ }).click();
});

test("from a pupil's progress one sets them an exercise", async () => {
  const { page } = seat;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("link", { name: "Donner un exercice" }).click();
  await page.getByLabel("Titre").fill("Pour toi");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("pour 1 élève").waitFor();
  const [made] = await station.store.exercises.listOf(station.school.classroom.id);
  expect(made).toMatchObject({ title: "Pour toi", pupilIds: [station.school.pupils[0].id] });
  await page.goto(`${station.url}/suivi`);
  await page.getByRole("button", { name: /^Awa/ }).click();
});

test("the report can be printed, and holds the curves and the shows", async () => {
  const { page } = seat;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("link", { name: "Bilan à imprimer" }).click();
  await page.getByRole("heading", { name: "Bilan de l’oral" }).waitFor();
  await page.getByText("Vu par la famille").waitFor();
  await look(page, "suivi-bilan");
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation").count()).toBe(0);
  await page.emulateMedia({ media: "screen" });
  // Whoever is not signed in yet is told so.
  expect(seat.errors.filter((error) => !error.includes("401"))).toEqual([]);
});
