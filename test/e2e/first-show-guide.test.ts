import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, expect, test, vi } from "vitest";
import { openSeat, type Seat } from "../support/browser.ts";
import { follow, stepsOf, type Step } from "../support/follow-guide.ts";
import { onAirFor } from "../support/live-show.ts";
import { staffPassword } from "../support/school.ts";
import { openTestStation, startProcess } from "../support/station.ts";
import { voiceFile, type Voice } from "../support/voices.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** With ANTENNE_SCREENSHOTS=1 the show is the demonstration's, with three pupils, and the documentation's pictures are taken. */
const takesPictures = process.env.ANTENNE_SCREENSHOTS === "1";

const open = new AsyncDisposableStack();
afterAll(() => open.disposeAsync());

type Place = { url: string; staffEmail: string; staffPassword: string; classCode: string; channelUrl: string };

async function openPlace(): Promise<Place> {
  if (takesPictures) {
    const jsonIn = (line: string) => (line.startsWith("{") ? line : undefined);
    const demo = await startProcess(here("../../server/demo/main.ts"), ["--port", "0"], jsonIn);
    return JSON.parse(open.use(demo).found) as Place;
  }
  const station = open.use(await openTestStation());
  const { url, staffEmail, school } = station;
  const channelUrl = `${url}/chaines/${school.channel.slug}`;
  return { url, staffEmail, staffPassword, classCode: school.classroom.code, channelUrl };
}

async function openPerson(voice: Voice, size: "tablet" | "desktop"): Promise<Seat> {
  const microphone = open.use(voiceFile(voice)).path;
  return open.use(await openSeat({ microphone, size }));
}

async function signIn({ page }: Seat, place: Place) {
  await page.goto(place.url);
  await page.getByLabel("Adresse e-mail").fill(place.staffEmail);
  await page.getByLabel("Mot de passe").fill(place.staffPassword);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL(/\/emissions/);
}

const picture = async (page: Page, name: string) => {
  if (takesPictures) await page.screenshot({ path: here(`../../docs/screenshots/${name}.png`) });
};

test("a person who follows docs/first-show.md word for word puts a show on air and publishes it", async () => {
  const steps = stepsOf(await readFile(here("../../docs/first-show.md"), "utf8"));
  const parts = [...new Set(steps.map(({ section }) => section))];
  expect(parts).toHaveLength(6);
  const stepsOfPart = (number: number) => steps.filter(({ section }) => section === parts[number - 1]);
  const place = await openPlace();
  const teacher = await openPerson({ pitch: 300, levelDbfs: -26 }, "desktop");
  const desk = teacher.page;
  await signIn(teacher, place);
  const followAll = async (page: Page, some: readonly Step[]) => {
    for (const step of some) await follow(page, step);
  };

  await followAll(desk, [...stepsOfPart(1), ...stepsOfPart(2)]);
  const address = (await desk.getByText(/\/entrer$/).textContent())!.replace(/^.*?([\w.:-]+\/entrer)$/, "$1");
  const enter = async (name: string, pitch: number) => {
    const { page } = await openPerson({ pitch, levelDbfs: -22, burstSeconds: pitch / 500 }, "tablet");
    await page.goto(`http://${address}`);
    for (const step of stepsOfPart(3)) {
      if (step.value === "") await follow(page, { ...step, value: place.classCode });
      else await follow(page, { ...step, name: step.name === "Awa" ? name : step.name });
    }
    await page.getByRole("heading", { name: "En coulisses" }).waitFor();
    return page;
  };
  const awa = await enter("Awa", 700);
  const others = takesPictures ? [await enter("Jules", 900), await enter("Lina", 1_100)] : [];
  await picture(desk, "coulisses");

  await followAll(desk, stepsOfPart(4));
  for (let left = others.length; left > 0; left--) await followAll(desk, stepsOfPart(4));
  const [goOnAir, ...onAir] = stepsOfPart(5);
  await follow(desk, goOnAir!);
  await awa.getByText("À l’antenne").first().waitFor();
  for (const step of onAir) {
    if (step.name === "Couper") {
      await awa.getByRole("heading", { name: "À l’antenne", level: 1 }).waitFor();
      // Some words into the delay, of which the last are then removed.
      await onAirFor(desk, takesPictures ? 14 : 7);
      await picture(desk, "regie");
      await picture(awa, "studio-eleve");
    }
    await follow(desk, step);
  }
  await desk.getByText(/secondes retirées à/).waitFor();

  await followAll(desk, stepsOfPart(6));
  await desk.waitForURL(/\/chaines\//);
  await desk.getByRole("heading", { name: "Notre première émission" }).first().waitFor();
  await desk.getByText("Nous avons reçu la factrice.").first().waitFor();
  if (takesPictures) await desk.goto(place.channelUrl);
  await vi.waitFor(async () => expect(await desk.getByRole("button", { name: /^Écouter/ }).count()).toBeGreaterThan(0));
  await picture(desk, "chaine");
  expect(teacher.errors.filter((error) => !error.includes("401"))).toEqual([]);
});
