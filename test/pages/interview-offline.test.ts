import { writeFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeLink } from "../../client/class-code-link.ts";
import { usualExercise, type Exercise } from "../../schemas/exercises.ts";
import { openSeat, type Seat } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { scratch } from "../support/scratch.ts";
import { wav16 } from "../support/speech/praat.ts";
import { knownSpeech } from "../support/speech/vowels.ts";
import { openTestStation, type TestStation } from "../support/station.ts";

const open = new AsyncDisposableStack();
const look = lookInto("interview-offline");
const patience = { timeout: 60_000, interval: 200 };
let station: TestStation;
let seat: Seat;
let page: Page;
let interview: Exercise;

beforeAll(async () => {
  station = open.use(await openTestStation());
  const { store, school } = station;
  const settings = { ...usualExercise, title: "Rencontre", kind: "interview" } as const;
  interview = await store.exercises.create(school.classroom.id, settings);
  const files = open.use(scratch());
  const { samples } = knownSpeech({ phrases: [6, 8, 5, 7], syllableSeconds: 0.3, pauseSeconds: 0.6 });
  await writeFile(files.file("voice.wav"), wav16(samples));
  seat = open.use(await openSeat({ microphone: files.file("voice.wav"), isStill: true }));
  page = seat.page;
});
afterAll(() => open.disposeAsync());

/** Whom this device keeps to choose from. */
const keptNames = () =>
  page.evaluate(async () => {
    const found = await caches.match("/kept/classmates", { cacheName: "antenne.exercises" });
    return found === undefined ? [] : ((await found.json()) as { firstName: string }[]).map((each) => each.firstName);
  });
const takes = () => station.store.takes.listOf({ exerciseId: interview.id });

async function record(seconds: number) {
  await page.getByRole("button", { name: "Commencer" }).click();
  await page
    .getByRole("timer")
    .filter({ hasText: `0:0${seconds}` })
    .waitFor();
  await page.getByRole("button", { name: "J’ai fini" }).click();
  await page.locator("[data-place=here]").waitFor();
}

test("an interview that is recorded without a network says with whom, and again where the station refuses them", async () => {
  const [, jules, lina] = station.school.pupils;
  await page.goto(codeLink(station.url, station.school.classroom.code));
  await page.getByRole("button", { name: "Awa" }).click();
  await page.getByRole("link", { name: "M’entraîner à l’oral" }).click();
  await page.getByRole("link", { name: /Rencontre/ }).waitFor();
  // An exercise that was not opened brings nobody.
  expect(await keptNames()).toEqual([]);
  await page.getByRole("link", { name: /Rencontre/ }).click();
  await page.getByRole("group", { name: "Avec qui parles-tu" }).waitFor();
  await expect.poll(keptNames, patience).toEqual(["Awa", "Jules", "Lina"]);
  await expect
    .poll(
      () => page.evaluate(async () => (await caches.keys()).some((name) => name.startsWith("antenne.training"))),
      patience,
    )
    .toBe(true);
  await page.context().setOffline(true);
  await page.goto("about:blank");
  await page.goto(`${station.url}/entrainement/${interview.id}`);
  expect(await page.getByRole("button", { name: "Commencer" }).isDisabled()).toBe(true);
  await page.getByRole("button", { name: "Lina" }).click();
  await look(page, "choisir");
  await record(3);
  // Lina leaves the class before the tablet has a network again.
  expect((await (await station.asTeacher()).delete(`/api/pupils/${lina.id}`)).status).toBe(204);
  await page.context().setOffline(false);
  await page.getByText("La station n’a pas pris cette prise").waitFor();
  await look(page, "refusee");
  expect(await takes()).toEqual([]);
  await page.getByRole("button", { name: "Jules" }).click();
  await expect.poll(async () => (await takes()).map(({ partnerId }) => partnerId), patience).toEqual([jules.id]);
});
