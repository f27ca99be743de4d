import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openSeat, type Seat } from "../support/browser.ts";
import { hostedSound } from "../support/imported-sounds.ts";
import { lookInto } from "../support/look-at.ts";
import { noteWhatIsForbidden } from "../support/page-faults.ts";
import { givePageMicrophone } from "../support/page-microphone.ts";
import { staffPassword } from "../support/school.ts";
import { scratch } from "../support/scratch.ts";
import { toneIn } from "../support/heard-tone.ts";
import { openTestStation, type TestStation } from "../support/station.ts";

const look = lookInto("calibration");
const open = new AsyncDisposableStack();
let station: TestStation;
let teacher: Seat;
let admin: Seat;

async function signIn({ page }: Seat, email: string) {
  await noteWhatIsForbidden(page);
  await page.goto(station.url);
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe").fill(staffPassword);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL(/\/emissions/);
}

beforeAll(async () => {
  station = open.use(await openTestStation());
  const shared = open.adopt(await openBrowser(), (browser) => browser.close());
  teacher = open.use(await openSeat({ shared, isStill: true }));
  await givePageMicrophone(teacher.page, { pitch: 440, levelDbfs: -20, breathSeconds: 0 });
  admin = open.use(await openSeat({ shared, isStill: true }));
  await signIn(teacher, station.school.teacher.email);
  await signIn(admin, station.school.admin.email);
}, 60_000);

afterAll(() => open.disposeAsync());

test("a teacher brings an anchor, another rates it blind and sees how far they are, and what three others chose", async () => {
  const { page } = teacher;
  await page.goto(`${station.url}/suivi`);
  await page.getByRole("link", { name: "Étalonnage" }).click();
  await page.getByText("Aucun enregistrement repère").waitFor();
  await look(page, "vide");
  await page.getByRole("button", { name: "Apporter un enregistrement" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Titre").fill("Le corbeau, lu par Mme Martin");
  await dialog.getByRole("button", { name: "Parler au micro" }).click();
  await dialog.getByText("0:02 sur 10:00").waitFor();
  await look(page, "dire");
  await dialog.getByRole("button", { name: "Arrêter" }).click();
  await dialog.locator("audio[controls]").waitFor();
  await dialog.getByLabel("Ce n’est pas la prise d’un élève.").check();
  await dialog.getByLabel("Niveau de classe").selectOption("cm1");
  expect(await dialog.getByRole("button", { name: "Apporter", exact: true }).isDisabled()).toBe(true);
  for (const group of await dialog
    .getByRole("group")
    .filter({ has: page.getByRole("radio") })
    .all())
    await group.getByRole("radio").nth(2).check();
  await look(page, "apporter");
  await dialog.getByRole("button", { name: "Apporter", exact: true }).click();
  await page.getByText("Apporté par vous").waitFor();
  await look(page, "apporte");
  const [brought] = await station.store.anchors.listFor(station.school.school.id, station.school.admin.id);
  const sound = await (await station.asTeacher()).get(`/api/anchors/${brought!.id}/sound`);
  expect(await toneIn(sound, 440)).toBeCloseTo(-20, 0);

  const rater = admin.page;
  await rater.goto(`${station.url}/suivi/etalonnage`);
  await rater.getByRole("button", { name: /Le corbeau/ }).click();
  await rater.getByText(/Les niveaux convenus se montrent/).waitFor();
  expect(await rater.getByText("Convenu", { exact: true }).count()).toBe(0);
  await look(rater, "evaluer");
  const { anchors, people } = station.store;
  const { id, criteria } = (await anchors.listFor(station.school.school.id, station.school.admin.id))[0]!;
  for (const [number, level] of [2, 3, 3].entries()) {
    const person = { schoolId: station.school.school.id, email: `c${number}@ecole.test`, displayName: "Collègue" };
    const account = await people.createAccount({ ...person, role: "teacher", passwordHash: "none" });
    await anchors.rate(id, account.id, { levels: criteria.map(() => level) });
  }
  const groups = await rater
    .getByRole("group")
    .filter({ has: rater.getByRole("radio") })
    .all();
  for (const [index, group] of groups.entries())
    await group
      .getByRole("radio")
      .nth(index === 0 ? 3 : index === 1 ? 0 : 2)
      .check();
  await rater.getByRole("button", { name: "Comparer" }).click();
  await rater.getByText("un niveau plus haut").waitFor();
  await rater.getByText("2 niveaux plus bas").waitFor();
  await rater.getByText(`Comme convenu\u00a0: ${criteria.length - 2} sur ${criteria.length}`).waitFor();
  expect(await rater.getByText("Les collègues, à la première écoute (3 avis)").count()).toBe(criteria.length);
  await look(rater, "compare");
  await rater.evaluate(() => (document.documentElement.dataset.theme = "dark"));
  await look(rater, "compare-sombre");
  await rater.getByRole("button", { name: "Retirer" }).click();
  await rater.getByRole("dialog").getByRole("button", { name: "Retirer" }).click();
  await rater.getByText("Aucun enregistrement repère").waitFor();
  const errors = [...teacher.errors, ...admin.errors].filter((line) => !line.includes("401"));
  expect(errors).toEqual([]);
});

/** A class's own rubric of one criterion. */
const ownRubric = {
  ...{ title: "Notre grille du souffle", source: "" },
  criteria: [{ title: "Souffle", levels: ["court", "long"], ownAnswer: null }],
};

async function speak({ page }: Seat, language: "en" | "fr") {
  await page.evaluate((word) => localStorage.setItem("antenne.language", word), language);
  await page.reload();
}

test("in English and by the keyboard alone, an anchor is brought by the class's own rubric and rated", async () => {
  using folder = scratch();
  const { page } = teacher;
  await station.store.rubrics.create(station.school.classroom.id, ownRubric);
  await page.goto(`${station.url}/suivi/etalonnage`);
  await speak(teacher, "en");
  await page.getByRole("button", { name: "Bring a recording" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Title").focus();
  await page.keyboard.type("The crow");
  const file = { name: "crow.wav", mimeType: "audio/wav", buffer: await hostedSound(folder, "crow.wav", 440) };
  await dialog.getByLabel("Choose a sound from this device").setInputFiles(file);
  await dialog.getByRole("checkbox").focus();
  await page.keyboard.press("Space");
  // By the first letters of its name, as in any list.
  await dialog.getByLabel("Rubric").locator("option", { hasText: ownRubric.title }).waitFor({ state: "attached" });
  await dialog.getByLabel("Rubric").focus();
  await page.keyboard.type("Notre gr");
  await dialog.getByRole("radio", { name: "long" }).focus();
  await page.keyboard.press("Space");
  await look(page, "bring-en");
  await dialog.getByRole("button", { name: "Bring it" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Brought by you").waitFor();
  await look(page, "brought-en");

  const rater = admin.page;
  await rater.goto(`${station.url}/suivi/etalonnage`);
  await speak(admin, "en");
  await rater.getByRole("button", { name: /The crow/ }).focus();
  await rater.keyboard.press("Enter");
  await rater.getByRole("radio", { name: "court" }).focus();
  await rater.keyboard.press("Space");
  // What is said is kept where it is said when it cannot be sent.
  await rater.context().setOffline(true);
  await rater.getByRole("button", { name: "Compare" }).focus();
  await rater.keyboard.press("Enter");
  await rater.getByRole("alert").waitFor();
  expect(await rater.getByRole("radio", { name: "court" }).isChecked()).toBe(true);
  await look(rater, "offline-en");
  await rater.context().setOffline(false);
  await rater.keyboard.press("Enter");
  await rater.getByText("one level lower").waitFor();
  await look(rater, "compared-en");
  for (const seat of [teacher, admin]) await speak(seat, "fr");
});

test("where the list does not come the page says so and asks again; where only the classes' rubrics do not, the library's serve", async () => {
  const { page } = teacher;
  await page.route("**/api/anchors", (route) => route.fulfill({ status: 500, json: { error: "server.failed" } }));
  await page.goto(`${station.url}/suivi/etalonnage`);
  await page.getByRole("alert").waitFor();
  await look(page, "erreur");
  await page.unroute("**/api/anchors");
  await page.getByRole("alert").getByRole("button").click();
  await page.getByRole("button", { name: "Apporter un enregistrement" }).waitFor();
  await page.route("**/rubrics", (route) => route.abort());
  await page.getByRole("button", { name: "Apporter un enregistrement" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Les grilles de vos classes ne sont pas arrivées").waitFor();
  expect(await dialog.getByLabel("Grille").locator("option").count()).toBeGreaterThan(3);
  await look(page, "sans-grilles");
  await page.unroute("**/rubrics");
  await dialog.getByRole("button", { name: "Les redemander" }).click();
  await dialog.getByLabel("Grille").locator("option", { hasText: ownRubric.title }).waitFor({ state: "attached" });
});
