import { readFile } from "node:fs/promises";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeLink } from "../../client/class-code-link.ts";
import { PupilId } from "../../schemas/ids.ts";
import { hashPassword } from "../../server/access/passwords.ts";
import { openBrowser, openSeat, type Seat } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { noteWhatIsForbidden } from "../support/page-faults.ts";
import { staffPassword } from "../support/school.ts";
import { openTestStation, type TestStation } from "../support/station.ts";

const look = lookInto("impact");
const open = new AsyncDisposableStack();
let station: TestStation;
let admin: Seat;
let pupil: Seat;

async function signIn({ page }: Seat, email: string) {
  await page.goto(station.url);
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe").fill(staffPassword);
  await page.getByRole("button", { name: "Se connecter" }).click();
}

/** Pupils of other classes, who answer elsewhere. */
async function others(
  count: number,
  levels: { basic: number; digital: number; motivation: number; engagement: number },
) {
  const { id: schoolId } = station.school.school;
  for (let number = 0; number < count; number += 1)
    await station.newsroom.surveyBox.answer({ schoolId, id: PupilId.parse(v7()), who: "pupils" }, levels);
}

const goOn = async (name: string) => {
  await admin.page.getByRole("button", { name, exact: true }).click();
  await admin.page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
  await admin.page.getByRole("dialog").waitFor({ state: "hidden" });
};

beforeAll(async () => {
  station = open.use(await openTestStation());
  const shared = open.adopt(await openBrowser(), (browser) => browser.close());
  admin = open.use(await openSeat({ shared, isStill: true }));
  pupil = open.use(await openSeat({ shared, isStill: true }));
  for (const { page } of [admin, pupil]) await noteWhatIsForbidden(page);
  await signIn(admin, station.school.admin.email);
  await admin.page.waitForURL(/\/emissions/);
}, 60_000);

afterAll(() => open.disposeAsync());

test("an admin asks, a pupil answers in pictures on their own page, and is not asked again", async () => {
  await admin.page.goto(`${station.url}/ecole/impact`);
  await admin.page.getByText("Pas encore de bilan").waitFor();
  await look(admin.page, "vide");
  await goOn("Commencer un bilan");
  await admin.page.getByText("Questions du début ouvertes").waitFor();
  await look(admin.page, "ouvert");

  const { page } = pupil;
  await page.goto(codeLink(station.url, station.school.classroom.code));
  await page.getByRole("button", { name: /Awa/ }).click();
  await page.getByRole("link", { name: "M’entraîner à l’oral" }).click();
  await page.getByRole("heading", { name: "Quatre petites questions" }).waitFor();
  await look(page, "eleve");
  const send = page.getByRole("button", { name: "Envoyer" });
  expect(await send.isDisabled()).toBe(true);
  for (const [question, level] of [
    ["Lire, écrire", "Plutôt oui"],
    ["La tablette", "Oui"],
  ] as const)
    await page
      .getByRole("group", { name: new RegExp(question) })
      .getByRole("radio", { name: level, exact: true })
      .check();
  await send.click();
  await page.getByText("Merci !").waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.getByText("Pas encore d’exercice").waitFor();
  expect(await page.getByRole("heading", { name: "Quatre petites questions" }).count()).toBe(0);
});

test("a teacher is asked on the page of the shows, and may refuse", async () => {
  const { page } = admin;
  await page.goto(`${station.url}/emissions`);
  await page.getByRole("heading", { name: "Quatre questions sur vos élèves" }).waitFor();
  await look(page, "equipe");
  await page.getByRole("button", { name: "Je ne veux pas répondre" }).click();
  await page.getByText("Merci !").waitFor();
});

test("once closed the figures are there, with why others are missing, on paper and as a file; the region sees its own", async () => {
  const { page } = admin;
  await others(11, { basic: 2, digital: 3, motivation: 4, engagement: 2 });
  await page.goto(`${station.url}/ecole/impact`);
  await goOn("Fermer les questions du début");
  await page.getByText("33 % de oui").waitFor({ state: "detached" });
  await page.getByText("Entre les deux").waitFor();
  await goOn("Ouvrir les questions de la fin");
  await others(14, { basic: 3, digital: 4, motivation: 4, engagement: 1 });
  await goOn("Terminer le bilan");
  await page.getByText("au moins 90 % de oui").first().waitFor();
  await page.getByText("moins de dix réponses").first().waitFor();
  await look(page, "bilan");
  await page.evaluate(() => (document.documentElement.dataset.theme = "dark"));
  await look(page, "bilan-sombre");
  await page.emulateMedia({ media: "print" });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("light");
  await page.screenshot({ path: "test-results/impact/papier.png", fullPage: true });
  await page.emulateMedia({ media: null });
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Télécharger (CSV)" }).click();
  const csv = await readFile(await (await waiting).path(), "utf8");
  expect(csv).toContain("Élèves, Motivation (%);Au début;10;90");
  expect(csv).toContain("Équipe, Motivation (%);Au début;;");

  const schoolId = await station.store.regionSchools.requireRegion();
  const account = { schoolId, email: "m.besson@region.test", displayName: "M. Besson", role: "region" } as const;
  await station.store.people.createAccount({ ...account, passwordHash: await hashPassword(staffPassword) });
  await using region = await openSeat({ shared: admin.browser });
  await signIn(region, account.email);
  await region.page.getByRole("link", { name: "Impact" }).click();
  await region.page.getByText("1 établissement").waitFor();
  await look(region.page, "region");
  // Who is not signed in yet is told so.
  const errors = [...admin.errors, ...pupil.errors, ...region.errors].filter((line) => !line.includes("401"));
  expect(errors).toEqual([]);
});
