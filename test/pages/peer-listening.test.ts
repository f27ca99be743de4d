import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeLink } from "../../client/class-code-link.ts";
import { runFfmpeg } from "../../media/ffmpeg/run-ffmpeg.ts";
import { usualExercise } from "../../schemas/exercises.ts";
import type { RubricId, TakeId } from "../../schemas/ids.ts";
import { rubricLibrary } from "../../schemas/rubric-library/rubric-library.ts";
import { openBrowser, openSeat } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { noteWhatIsForbidden } from "../support/page-faults.ts";
import { sendTake } from "../support/sent-take.ts";
import { openTestStation, type TestStation } from "../support/station.ts";
import { voiceFile } from "../support/voices.ts";

const open = new AsyncDisposableStack();
const look = lookInto("peers");
let station: TestStation;
let takeId: TakeId;
let rubricId: RubricId;
let soundPath: string;
let awa: Page;
let jules: Page;

/** Notes of every sound that begins which one it is, and from where on. */
const noteWhatIsHeard = (page: Page) =>
  page.addInitScript(() => {
    const begun: [string, number][] = [];
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      const path = new URL(this.querySelector("source")?.src ?? location.href).pathname;
      begun.push([path, Math.round(this.currentTime)]);
      return play.call(this);
    };
    Object.assign(window, { begun });
  });
const lastHeard = (page: Page) =>
  page.evaluate(() => (window as unknown as { begun: [string, number][] }).begun.at(-1));

async function enter(page: Page, firstName: string) {
  await page.goto(codeLink(station.url, station.school.classroom.code));
  await page.getByRole("button", { name: firstName }).click();
  await page.getByRole("link", { name: "M’entraîner à l’oral" }).click();
  await page.getByRole("link", { name: /Lire à voix haute/ }).waitFor();
}

beforeAll(async () => {
  station = open.use(await openTestStation());
  const { store, school } = station;
  const voice = open.use(voiceFile({ pitch: 220, levelDbfs: -20 }));
  soundPath = join(station.directory, "voice.mp3");
  await runFfmpeg(["-i", voice.path, "-t", "12", "-c:a", "libmp3lame", soundPath]);
  const settings = { ...usualExercise, title: "Le héron", kind: "readAloud", text: "Un matin d’hiver." } as const;
  const { id } = await store.exercises.create(school.classroom.id, settings);
  rubricId = (await store.rubrics.create(school.classroom.id, rubricLibrary[0]!)).id;
  takeId = await sendTake(station, [id, school.pupils[0].id], soundPath);
  const teacher = await station.asTeacher();
  await teacher.put(`/api/takes/${takeId}/peers`, { rubricId, pupilIds: [school.pupils[1].id] });
  const shared = open.adopt(await openBrowser(), (browser) => browser.close());
  const seat = async () => open.use(await openSeat({ size: "phone", isStill: true, shared })).page;
  [awa, jules] = [await seat(), await seat()];
  for (const page of [awa, jules]) {
    await noteWhatIsForbidden(page);
    await noteWhatIsHeard(page);
  }
}, 60_000);

afterAll(() => open.disposeAsync());

const key = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

describe("a pupil is asked to listen to a classmate", () => {
  test("finds who asks, also where the answer first got lost on its way", async () => {
    await jules.route("**/api/peer-invitations", (route) => route.abort(), { times: 1 });
    await enter(jules, "Jules");
    await jules.getByRole("heading", { name: "On te demande d’écouter" }).waitFor();
    await key(jules, "Réessayer").click();
    await jules.getByRole("link", { name: /Awa.*Le héron.*À écouter/ }).waitFor();
    await look(jules, "invitations");
  });

  test("hears the take, and says what they heard by keys alone, in a child's words and a kind sentence", async () => {
    await jules.getByRole("link", { name: /Awa/ }).click();
    await jules.getByRole("heading", { level: 1, name: "Écoute Awa" }).waitFor();
    await key(jules, "Écouter").focus();
    await jules.keyboard.press("Enter");
    await jules.getByText("0:01", { exact: true }).waitFor();
    await key(jules, "Pause").click();
    const questions = rubricLibrary[0]!.criteria.map(({ title }) => title);
    for (const name of questions) {
      await jules.getByRole("group", { name }).getByRole("radio", { name: /^Bien/ }).focus();
      await jules.keyboard.press("Space");
    }
    await key(jules, "J’ai aimé quand…").focus();
    await jules.keyboard.press("Enter");
    await jules.keyboard.type("le héron ferme un œil.");
    await look(jules, "ecouter");
  });

  test("without a network nothing that was said is lost, nor when another classmate is asked meanwhile", async () => {
    const [, { id }, { id: lina }] = station.school.pupils;
    const teacher = await station.asTeacher();
    await teacher.put(`/api/takes/${takeId}/peers`, { rubricId, pupilIds: [id, lina] });
    await jules.context().setOffline(true);
    await jules.getByText(/garde cette page ouverte/).waitFor();
    await key(jules, "Envoyer").click();
    await jules.getByRole("alert").waitFor();
    await look(jules, "sans-reseau");
    await jules.context().setOffline(false);
    await jules.getByText(/garde cette page ouverte/).waitFor({ state: "detached" });
    await key(jules, "Envoyer").focus();
    await jules.keyboard.press("Enter");
    await jules.getByText("Merci, c’est envoyé !").waitFor();
    const words = [{ starter: "liked", text: "le héron ferme un œil." }];
    const { assessments } = await station.store.reviews.of(takeId);
    expect(assessments).toMatchObject([{ pupilId: id, levels: [3, 3, 3, 3], words }]);
    // The key that sent is gone: whoever does not see is led on.
    expect(await jules.evaluate(() => document.activeElement?.textContent)).toBe("Revenir");
    await jules.keyboard.press("Enter");
    await jules.getByRole("link", { name: /Awa.*C’est fait/ }).waitFor();
    expect(await jules.evaluate(() => document.documentElement.dataset.forbidden)).toBeUndefined();
  });
});

describe("a pupil finds under their take what is said of it", () => {
  test("is told as long as nobody has listened, and that nobody asks them", async () => {
    await enter(awa, "Awa");
    expect(await awa.getByText("On te demande d’écouter").count()).toBe(0);
    await awa.getByRole("link", { name: /Le héron/ }).click();
    await key(awa, "Mes prises, et ce qu’on m’en dit").click();
    await awa.getByText("Ton enseignant·e ne l’a pas encore écoutée.", { exact: false }).waitFor();
  });

  test("the teacher's words lead to their moment, the voice note is heard, and of two sounds only the last", async () => {
    const teacher = await station.asTeacher();
    await teacher.post(`/api/takes/${takeId}/comments`, { atSeconds: 6, text: "Ici ta voix danse." });
    const note = new Uint8Array(await readFile(soundPath));
    expect((await teacher.upload("POST", `/api/takes/${takeId}/voice-notes`, note)).status).toBe(201);
    await teacher.put(`/api/takes/${takeId}/assessment`, { rubricId, levels: [4, null, 3, null] });
    await awa.reload();
    await key(awa, "Mes prises, et ce qu’on m’en dit").click();
    await awa.getByText("Ici ta voix danse.").waitFor();
    await key(awa, "Réécouter à partir de 0:06").press("Enter");
    await awa.getByRole("group").getByRole("button", { name: "Arrêter" }).waitFor();
    expect(await lastHeard(awa)).toEqual([`/api/takes/${takeId}/sound`, 6]);
    await key(awa, "Écouter le message de ton enseignant·e").press("Enter");
    await key(awa, "Arrêter le message").waitFor();
    await key(awa, "Réécouter ma prise").waitFor();
    const { comments } = await station.store.reviews.of(takeId);
    const { id } = comments.find(({ hasSound }) => hasSound)!;
    expect(await lastHeard(awa)).toEqual([`/api/take-comments/${id}/sound`, 0]);
  });

  test("levels stand in words beside what the pupil thought, with classmates' sentences and without their levels", async () => {
    const rows = awa.getByRole("region", { name: "Ce que l’on entend" }).getByRole("listitem");
    expect(await rows.allInnerTexts()).toEqual([
      "On comprend tous mes mots\nTon enseignant·e\nTrès bien\nChaque mot s’entend\nToi\nBien",
      "Ma voix est vivante\nTon enseignant·e\nBien\nMonte et descend avec le sens\nToi\nBien",
    ]);
    const kind = awa.getByRole("region", { name: "Tes camarades te disent" });
    expect(await kind.getByRole("listitem").allInnerTexts()).toEqual([
      "Jules\n\nJ’ai aimé quand… le héron ferme un œil.",
    ]);
    await look(awa, "retours");
    expect(await awa.evaluate(() => document.documentElement.dataset.forbidden)).toBeUndefined();
  });
});
