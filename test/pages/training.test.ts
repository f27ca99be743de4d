import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { usualExercise, type Exercise } from "../../schemas/exercises.ts";
import type { Take } from "../../schemas/takes.ts";
import { codeLink } from "../../client/class-code-link.ts";
import { openSeat, type Seat } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { noteWhatIsForbidden } from "../support/page-faults.ts";
import { scratch } from "../support/scratch.ts";
import { signInAsTeacher } from "../support/seats.ts";
import { wav16 } from "../support/speech/praat.ts";
import { knownSpeech } from "../support/speech/vowels.ts";
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
