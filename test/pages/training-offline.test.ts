import { writeFile } from "node:fs/promises";
import sharp from "sharp";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usualExercise, type Exercise } from "../../schemas/exercises.ts";
import { codeLink } from "../../client/class-code-link.ts";
import { openSeat } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { noteWhatIsForbidden } from "../support/page-faults.ts";
import { scratch } from "../support/scratch.ts";
import { wav16 } from "../support/speech/praat.ts";
import { knownSpeech } from "../support/speech/vowels.ts";
import { openTestStation, type TestStation } from "../support/station.ts";

const open = new AsyncDisposableStack();
const look = lookInto("training-offline");
const patience = { timeout: 60_000, interval: 200 };
let station: TestStation;
let page: Page;
let exercise: Exercise;
let seaside: Exercise;
let pictureId: string;

beforeAll(async () => {
  station = open.use(await openTestStation());
  const { store, school } = station;
  const text = "Un matin d’hiver, un héron.";
  const settings = { ...usualExercise, title: "Le héron", kind: "readAloud", text } as const;
  exercise = await store.exercises.create(school.classroom.id, settings);
  await store.exercises.create(school.classroom.id, {
    ...{ ...settings, title: "Rien que pour Jules" },
    pupilIds: [school.pupils[1].id],
  });
  const files = open.use(scratch());
  const photo = files.file("port.jpg");
  await sharp({ create: { width: 800, height: 500, channels: 3, background: "#287" } })
    .jpeg()
    .toFile(photo);
  const port = { ...settings, title: "Au port", kind: "picture", text: "" } as const;
  seaside = await store.exercises.create(school.classroom.id, port);
  await station.newsroom.exercisePictures.keep(seaside, photo, "Un port sous la pluie");
  pictureId = (await store.exercises.require(seaside.id)).ownPictures[0]!.id;
  const { samples } = knownSpeech({ phrases: [6, 8, 5, 7], syllableSeconds: 0.3, pauseSeconds: 0.6 });
  await writeFile(files.file("voice.wav"), wav16(samples));
  const seat = open.use(await openSeat({ microphone: files.file("voice.wav"), isStill: true }));
  page = seat.page;
  await noteWhatIsForbidden(page);
});
afterAll(() => open.disposeAsync());

/** What lies on the device, by the name of its place. */
const placesOf = () =>
  page.evaluate(async () => {
    const found: Record<string, string> = {};
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      const answers = await Promise.all((await cache.keys()).map(async (key) => (await cache.match(key))!.text()));
      found[name.replace(/\.[^.]*$/, "")] = answers.join("\n");
    }
    return found;
  });

const pictureIsKept = () =>
  page.evaluate(
    async (path) => (await caches.match(path, { cacheName: "antenne.exercises" })) !== undefined,
    `/api/exercises/${seaside.id}/pictures/${pictureId}`,
  );

/** A page of this browser that was not open before. */
async function openCold(path: string) {
  await page.goto("about:blank");
  await page.goto(`${station.url}${path}`);
}

async function enter(firstName: string) {
  await page.goto(codeLink(station.url, station.school.classroom.code));
  await page.getByRole("button", { name: firstName }).click();
  await page.getByRole("link", { name: "M’entraîner à l’oral" }).click();
  await page.getByRole("link", { name: /Le héron/ }).waitFor();
}

describe("a tablet on which a pupil trains", () => {
  test("opens their exercises cold without a network, and a take that is made there leaves once there is one", async () => {
    await enter("Awa");
    await expect.poll(async () => Object.keys(await placesOf()).toSorted(), patience).toContain("antenne.training");
    await expect.poll(async () => (await placesOf()).antenne, patience).toContain("Au port");
    await expect.poll(pictureIsKept, patience).toBe(true);
    // What is not for her is not here either.
    expect((await placesOf()).antenne).not.toContain("Jules");
    await page.context().setOffline(true);
    await openCold("/entrainement");
    await page.getByText("Pas de réseau : voici tes exercices, gardés sur cette tablette").waitFor();
    await look(page, "liste");
    await page.getByRole("link", { name: /Le héron/ }).click();
    await page.getByText("Un matin d’hiver, un héron.").waitFor();
    await openCold(`/entrainement/${exercise.id}`);
    await page.getByText("Un matin d’hiver, un héron.").waitFor();
    await look(page, "exercice");
    await openCold(`/entrainement/${seaside.id}`);
    const picture = page.getByRole("img", { name: "Un port sous la pluie" });
    await expect.poll(() => picture.evaluate((shown: HTMLImageElement) => shown.naturalWidth), patience).toBe(800);
    await look(page, "image");
    await openCold(`/entrainement/${exercise.id}`);
    await page.getByRole("button", { name: "Commencer" }).click();
    // Whoever speaks goes on, while the page asks for the station every five seconds.
    await page.getByRole("timer").filter({ hasText: "0:07" }).waitFor();
    await page.getByRole("button", { name: "J’ai fini" }).click();
    await page.getByText("Ton rythme").waitFor();
    await page.locator("[data-place=here]").waitFor();
    await look(page, "prise");
    expect(await station.store.takes.listOf({ exerciseId: exercise.id })).toEqual([]);
    // A browser tells of a network before it is there: this one's word is not heard.
    await page.evaluate(() => {
      addEventListener("online", (event) => event.stopImmediatePropagation(), { capture: true });
    });
    await page.context().setOffline(false);
    await expect
      .poll(
        async () => (await station.store.takes.listOf({ exerciseId: exercise.id })).map(({ state }) => state),
        patience,
      )
      .toEqual(["kept"]);
    await page.getByText("Pas de réseau : voici tes exercices").waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.documentElement.dataset.forbidden)).toBeUndefined();
  });

  test("keeps nothing of them for whoever has it next", async () => {
    await page.goto(`${station.url}/entrer`);
    await page.getByRole("link", { name: "Changer d’élève" }).click();
    await page.getByRole("button", { name: "Lina" }).waitFor();
    expect((await placesOf()).antenne).toBeUndefined();
    await page.context().setOffline(true);
    await openCold("/entrainement");
    await page.getByRole("alert").waitFor();
    expect(await page.getByText("Le héron").count()).toBe(0);
    await look(page, "personne");
    await page.context().setOffline(false);
  });

  test("forgets whose it was once the station knows them no longer", async () => {
    await enter("Awa");
    await expect.poll(async () => (await placesOf()).antenne, patience).toContain("Le héron");
    await page.context().clearCookies();
    await openCold("/entrainement");
    await page.getByText("Cette page est pour les élèves").waitFor();
    expect((await placesOf()).antenne).toBeUndefined();
  });
});
