import sharp from "sharp";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { usualExercise, type Exercise } from "../../schemas/exercises.ts";
import type { Take } from "../../schemas/takes.ts";
import { codeLink } from "../../client/class-code-link.ts";
import { openSeat, type Seat } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { noteWhatIsForbidden } from "../support/page-faults.ts";
import { rundownItem } from "../support/rundown.ts";
import { scratch } from "../support/scratch.ts";
import { givePageMicrophone } from "../support/page-microphone.ts";
import { signInAsTeacher } from "../support/seats.ts";
import { wav16 } from "../support/speech/praat.ts";
import { knownSpeech } from "../support/speech/vowels.ts";
import { toneIn } from "../support/heard-tone.ts";
import { openTestStation, type TestStation } from "../support/station.ts";
import { writeFile } from "node:fs/promises";

const open = new AsyncDisposableStack();
const look = lookInto("training");
const patience = { timeout: 60_000, interval: 200 };
let station: TestStation;
let pupil: Seat;
let page: Page;
let exercise: Exercise;

// Two syllables a second, with silences of 0.6 s after each phrase, in a voice that goes up and down by five semitones.
const voice = knownSpeech({
  ...{ phrases: [6, 8, 5, 7, 6, 8], syllableSeconds: 0.3, pauseSeconds: 0.6 },
  pitchAt: (seconds) => 230 * 2 ** ((5 * Math.sin(1.7 * seconds)) / 12),
});

beforeAll(async () => {
  station = open.use(await openTestStation());
  const teacher = await station.asTeacher();
  const settings = { ...usualExercise, title: "Le héron", kind: "readAloud", text: "Un matin d’hiver, un héron." };
  const made = await teacher.post(`/api/classrooms/${station.school.classroom.id}/exercises`, settings);
  exercise = (await made.json()) as Exercise;
  const files = open.use(scratch());
  await writeFile(files.file("voice.wav"), wav16(voice.samples));
  pupil = open.use(await openSeat({ microphone: files.file("voice.wav"), isStill: true }));
  page = pupil.page;
  await noteWhatIsForbidden(page);
});

afterAll(() => open.disposeAsync());

const key = (name: string | RegExp) => page.getByRole("button", { name });
const takes = async () =>
  (await (await (await station.asTeacher()).get(`/api/exercises/${exercise.id}/takes`)).json()) as Take[];

/** Speaks for so long, and waits until the take is shown. */
async function record(seconds: number, number: number) {
  await key("Commencer").click();
  await page
    .getByRole("timer")
    .filter({ hasText: `0:0${seconds}` })
    .waitFor();
  await key("J’ai fini").click();
  await page.getByRole("heading", { level: 1, name: `Ta prise ${number}` }).waitFor();
}

describe("a pupil trains their voice", () => {
  test("finds the exercise behind the class's door", async () => {
    await page.goto(codeLink(station.url, station.school.classroom.code));
    await page.getByRole("button", { name: /Awa/ }).click();
    await page.getByRole("link", { name: "M’entraîner à l’oral" }).click();
    await page.getByRole("link", { name: /Le héron/ }).waitFor();
    await look(page, "liste");
    await page.getByRole("link", { name: /Le héron/ }).click();
    await page.getByRole("heading", { level: 1, name: "Le héron" }).waitFor();
    await look(page, "pret");
  });

  test("sees while they speak how lively the voice is, and nothing of it leaves the tablet", async () => {
    const sent: string[] = [];
    page.on("request", (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await key("Commencer").click();
    await page.locator("[data-live=moving], [data-live=dancing]").waitFor();
    expect(sent.filter((line) => !line.startsWith("GET /assets/"))).toEqual([]);
    await look(page, "enregistrer");
    await key("Tout effacer").click();
    await key("Commencer").waitFor();
  });

  test("records, and is told in a child's words how they spoke; the station measures the same", async () => {
    await record(8, 1);
    await page.getByText("Ton rythme").waitFor();
    const [take] = await vi.waitUntil(async () => {
      const found = await takes();
      return found[0]?.analysis === "measured" ? found : undefined;
    }, patience);
    const told = await page.getByText(/syllabes chaque seconde/).textContent();
    const rate = take!.measures!.figures!.syllableRate;
    expect(told).toContain(new Intl.NumberFormat("fr", { maximumFractionDigits: 1 }).format(rate));
    expect(take!.measures!.figures!.pauses.length).toBeGreaterThan(1);
    await page.locator("[data-place=kept]").waitFor();
    await look(page, "resultat");
  });

  test("without a network the next take waits on the tablet, also over what they think of it, and leaves by itself", async () => {
    await page.context().setOffline(true);
    await key("Recommencer").click();
    await record(6, 2);
    await page.locator("[data-place=here]").waitFor();
    await page.getByRole("heading", { name: "Toi avant, toi maintenant" }).waitFor();
    await look(page, "comparer");
    await key("Dire ce que j’en pense").click();
    for (const question of [/On comprend/, /Je m’arrête/, /Ma voix est vivante/, /assez fort/])
      await page.getByRole("group", { name: question }).getByText("Bien", { exact: true }).click();
    await look(page, "avis");
    await key("Envoyer à mon enseignant·e").click();
    await page.getByText("Ce sera envoyé dès qu’il y aura du réseau.").waitFor();
    expect((await takes()).length).toBe(1);
    await page.context().setOffline(false);
    await page.getByText("C’est envoyé").waitFor();
    const sent = (await takes()).filter(({ state }) => state === "sent");
    expect(sent.map(({ selfAssessment }) => selfAssessment)).toEqual([
      { words: 3, stops: 3, liveliness: 3, loudness: 3 },
    ]);
  });

  test("everything can be done by keyboard, and no page said what is forbidden", async () => {
    await page.reload();
    await key("Commencer").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("timer").waitFor();
    await key("Tout effacer").focus();
    await page.keyboard.press("Enter");
    await key("Commencer").waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.forbidden)).toBeUndefined();
  });
});

test("an interview is of the two who speak in it: chosen by one, heard by both, and measured for nobody", async () => {
  const teacher = await station.asTeacher();
  const settings = { ...usualExercise, title: "Le métier de boulanger", kind: "interview", plan: ["Qui es-tu ?"] };
  const made = await teacher.post(`/api/classrooms/${station.school.classroom.id}/exercises`, settings);
  const interview = (await made.json()) as Exercise;
  await page.goto(`${station.url}/entrainement/${interview.id}`);
  await page.getByRole("group", { name: "Avec qui parles-tu ?" }).waitFor();
  expect(await key("Commencer").isDisabled()).toBe(true);
  await key("Jules").click();
  await look(page, "interview");
  await record(4, 1);
  await page.getByText("À deux, avec Jules").waitFor();
  expect(await page.getByText("Ton rythme").count()).toBe(0);
  await page.locator("[data-place=kept]").waitFor();
  await look(page, "interview-entendue");
  await using seat = await openSeat({});
  const other = seat.page;
  await other.goto(codeLink(station.url, station.school.classroom.code));
  await other.getByRole("button", { name: /Jules/ }).click();
  await other.getByRole("link", { name: "M’entraîner à l’oral" }).click();
  expect(await other.getByText("On te demande d’écouter").count()).toBe(0);
  await other.getByRole("link", { name: /boulanger/ }).click();
  await other.getByRole("button", { name: "Écouter mes prises" }).click();
  await other.getByText("À deux, avec Awa").waitFor();
  expect(await other.getByRole("button", { name: "Dire ce que j’en pense" }).count()).toBe(0);
});

test("the text of a part of a show is rehearsed as it stands there, and pupil and teacher are told once it has changed", async () => {
  const { store, school } = station;
  const weather = rundownItem("La météo", { prompterText: "Demain, du soleil.", plannedSeconds: 45 });
  await store.rundowns.save(school.show.id, { revision: 0, items: [rundownItem("Bonjour"), weather] });
  await using seat = await openSeat({});
  await signInAsTeacher(seat.page, station);
  await seat.page.goto(`${station.url}/entrainements`);
  await seat.page.getByRole("button", { name: "Nouvel exercice" }).click();
  await seat.page.getByLabel("Genre").selectOption({ label: "Présenter à la radio" });
  await seat.page.getByLabel("Partie d’une émission").selectOption({ index: 1 });
  await seat.page.getByLabel("Ce qui est présenté").selectOption({ label: "La météo" });
  await expect.poll(() => seat.page.getByLabel("Texte à lire").inputValue()).toBe("Demain, du soleil.");
  // What the dialog asked for meanwhile did not take the page from under it.
  expect(await seat.page.getByRole("dialog").evaluate((dialog) => dialog.matches(":modal"))).toBe(true);
  await look(seat.page, "partie-emission");
  await seat.page.getByRole("button", { name: "Enregistrer" }).click();
  const newest = async () => (await store.exercises.listOf(school.classroom.id))[0];
  const expected = { part: { itemId: weather.id }, text: "Demain, du soleil.", targetSeconds: 45 };
  await expect.poll(newest).toMatchObject(expected);
  const made = await newest();
  await store.rundowns.save(school.show.id, {
    revision: 1,
    items: [{ ...weather, prompterText: "Demain, de la pluie." }],
  });
  await page.goto(`${station.url}/entrainement/${made!.id}`);
  await page.getByText("Ton texte a changé dans l’émission").waitFor();
  await seat.page.reload();
  await seat.page.getByText("texte changé").waitFor();
  await look(seat.page, "texte-change");
  await seat.page.getByRole("button", { name: `Modifier « ${made!.title} »` }).click();
  await seat.page.getByRole("button", { name: "Reprendre le texte" }).click();
  await seat.page.getByRole("button", { name: "Enregistrer" }).click();
  await expect.poll(async () => (await store.exercises.require(made!.id)).text).toBe("Demain, de la pluie.");
});

test("a teacher adds a picture of their own, with what it shows, and takes it out again", async () => {
  const { store, school } = station;
  const settings = { ...usualExercise, title: "Au port", kind: "picture" } as const;
  const { id } = await store.exercises.create(school.classroom.id, settings);
  await using seat = await openSeat({});
  await signInAsTeacher(seat.page, station);
  await seat.page.goto(`${station.url}/entrainements`);
  await seat.page.getByRole("button", { name: "Modifier « Au port »" }).click();
  await seat.page.getByLabel("Ce que montre l’image").fill("Un port sous la pluie");
  const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#287" } })
    .jpeg()
    .toBuffer();
  await seat.page
    .getByLabel("Choisir l’image")
    .setInputFiles({ name: "port.jpg", mimeType: "image/jpeg", buffer: photo });
  await seat.page.getByText("Un port sous la pluie", { exact: true }).waitFor();
  await seat.page.getByLabel("Ce que montre l’image").scrollIntoViewIfNeeded();
  await look(seat.page, "images");
  expect((await store.exercises.require(id)).ownPictures).toMatchObject([{ alt: "Un port sous la pluie" }]);
  await page.goto(`${station.url}/entrainement/${id}`);
  await page.getByRole("img", { name: "Un port sous la pluie" }).waitFor();
  await look(page, "raconter");
  await seat.page.getByRole("button", { name: /^Retirer l’image/ }).click();
  await seat.page.getByText("Un port sous la pluie", { exact: true }).waitFor({ state: "detached" });
  expect((await store.exercises.require(id)).ownPictures).toEqual([]);
});

test("a teacher sets an exercise from the library for some pupils, and prints it", async () => {
  await using seat = await openSeat({});
  await signInAsTeacher(seat.page, station);
  await seat.page.getByRole("link", { name: "Entraînements" }).click();
  await seat.page.getByText("Le héron").waitFor();
  await look(seat.page, "exercices");
  await seat.page.getByRole("button", { name: "Nouvel exercice" }).click();
  await seat.page
    .getByLabel("Partir de la bibliothèque")
    .selectOption({ label: "CE1 · Lire à voix haute · La pluie sur le toit" });
  await seat.page.getByText(/mots, .* syllabes/).waitFor();
  await seat.page.getByRole("button", { name: "Quelques élèves" }).click();
  await look(seat.page, "nouvel-exercice");
  await seat.page.getByRole("button", { name: "Enregistrer" }).click();
  await seat.page.getByText("pour 1 élève").waitFor();
  await seat.page.getByRole("link", { name: "Feuille de « La pluie sur le toit »" }).click();
  await seat.page.getByRole("heading", { level: 1, name: "La pluie sur le toit" }).waitFor();
  await look(seat.page, "feuille");
});

test("a teacher says the example to repeat while setting the exercise, and takes it out again", async () => {
  await using seat = await openSeat({});
  await givePageMicrophone(seat.page, { pitch: 523, levelDbfs: -20, breathSeconds: 0 });
  await signInAsTeacher(seat.page, station);
  await seat.page.goto(`${station.url}/entrainements`);
  await seat.page.getByRole("button", { name: "Nouvel exercice" }).click();
  await seat.page.getByLabel("Titre").fill("Un chasseur sachant chasser");
  await seat.page.getByLabel("Genre").selectOption({ label: "Répéter après l’exemple" });
  await seat.page.getByRole("button", { name: "Parler au micro" }).click();
  await seat.page.getByText("0:02 sur 10:00").waitFor();
  await seat.page.getByRole("button", { name: "Arrêter" }).click();
  await seat.page.locator("audio[controls]").scrollIntoViewIfNeeded();
  await look(seat.page, "exemple-dit");
  await seat.page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await seat.page.getByRole("button", { name: "Modifier « Un chasseur sachant chasser »" }).click();
  await seat.page.getByRole("button", { name: "Retirer l’exemple" }).scrollIntoViewIfNeeded();
  await look(seat.page, "exemple-en-place");
  const { id, hasModel } = (await station.store.exercises.listOf(station.school.classroom.id)).find(
    ({ title }) => title === "Un chasseur sachant chasser",
  )!;
  expect(hasModel).toBe(true);
  const model = await (await station.asTeacher()).get(`/api/exercises/${id}/model`);
  expect(await toneIn(model, 523)).toBeCloseTo(-20, 0);
  await seat.page.getByRole("button", { name: "Retirer l’exemple" }).click();
  await seat.page.getByRole("button", { name: "Parler au micro" }).waitFor();
  expect((await station.store.exercises.require(id)).hasModel).toBe(false);
});
