import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { codePath } from "../../client/class-code-link.ts";
import { openSeat, sizes } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { staffPassword } from "../support/school.ts";
import { openTestStation, type TestStation } from "../support/station.ts";

const look = lookInto("newcomers");

async function signIn(page: Page, station: TestStation, path: string) {
  await page.goto(`${station.url}/?retour=${path}`);
  await page.getByLabel("Adresse e-mail").fill(station.staffEmail);
  await page.getByLabel("Mot de passe").fill(staffPassword);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL(new RegExp(`${path}$`));
}

/** Goes to the door of the class and asks to come in. */
async function askAt(page: Page, station: TestStation, firstName: string) {
  await page.goto(station.url + codePath(station.school.classroom.code));
  await page.getByRole("button", { name: "Je ne suis pas dans la liste" }).click();
  await page.getByLabel("Ton prénom ou ton pseudonyme").fill(firstName);
  await page.getByRole("radio", { name: "pic-vert" }).check({ force: true });
}

const door = (page: Page) => page.getByRole("region", { name: "À la porte" });

test("a child who is not in the list waits at the door, and comes in by themself once the class page let them in", async () => {
  await using station = await openTestStation();
  await using child = await openSeat({});
  await using teacher = await openSeat({});
  await signIn(teacher.page, station, "/classe");
  await teacher.page.getByRole("heading", { name: "CM2" }).waitFor();
  expect(await door(teacher.page).count()).toBe(0);
  await askAt(child.page, station, "Awa");
  await child.page.getByText("Awa est déjà dans la liste.").waitFor();
  await look(child.page, "demander");
  await child.page.getByLabel("Ton prénom ou ton pseudonyme").fill("Zoé Martin");
  await child.page.getByRole("button", { name: "Demander à entrer" }).click();
  await child.page.getByText("Un seul mot, sans nom de famille.").nth(1).waitFor();
  await child.page.getByLabel("Ton prénom ou ton pseudonyme").fill("Zoé");
  await child.page.getByRole("button", { name: "Demander à entrer" }).click();
  await child.page.getByRole("heading", { name: "Zoé, tu es à la porte" }).waitFor();
  await child.page.reload();
  await child.page.getByRole("heading", { name: "Zoé, tu es à la porte" }).waitFor();
  await look(child.page, "attendre");
  // Without a reload of the class page.
  await door(teacher.page).getByText("Zoé", { exact: true }).waitFor();
  await teacher.page.getByRole("button", { name: /^Zoé est déjà dans la liste/ }).click();
  await teacher.page.getByRole("group", { name: "Qui attend sous le nom de Zoé\u00a0?" }).waitFor();
  await look(teacher.page, "classe");
  await teacher.page.getByRole("button", { name: "Faire entrer Zoé dans la classe" }).click();
  await teacher.page.getByText("Zoé est dans la classe.").waitFor();
  await door(teacher.page).waitFor({ state: "detached" });
  await child.page.waitForURL(/\/studio\//);
  expect(
    (await station.store.people.pupilsOf(station.school.classroom.id)).map(({ firstName }) => firstName),
  ).toContain("Zoé");
});

test("the desk sees who waits, recognises one and refuses another, whose page is kind about it", async () => {
  await using station = await openTestStation();
  await using known = await openSeat({ size: "phone" });
  await using stranger = await openSeat({ size: "phone" });
  await using teacher = await openSeat({ size: "desktop" });
  await signIn(teacher.page, station, `/regie/${station.school.show.id}`);
  for (const [seat, name] of [
    [known, "Awouch"],
    [stranger, "Zorro"],
  ] as const) {
    await askAt(seat.page, station, name);
    await seat.page.getByRole("button", { name: "Demander à entrer" }).click();
    await door(teacher.page).getByText(name, { exact: true }).waitFor();
  }
  await look(teacher.page, "regie");
  await teacher.page.setViewportSize(sizes.desktop);
  await teacher.page.getByRole("button", { name: /^Awouch est déjà dans la liste/ }).click();
  await teacher.page
    .getByRole("group", { name: /Awouch/ })
    .getByRole("button", { name: "Awa" })
    .click();
  await known.page.waitForURL(/\/studio\//);
  await teacher.page.getByRole("button", { name: "Refuser Zorro" }).click();
  await stranger.page.getByRole("heading", { name: "La porte ne s’est pas ouverte" }).waitFor();
  await look(stranger.page, "fermee");
  await stranger.page.getByRole("button", { name: "Revenir aux oiseaux" }).click();
  await stranger.page.getByRole("heading", { name: "Qui es-tu ?" }).waitFor();
  expect(await station.store.people.pupilsOf(station.school.classroom.id)).toHaveLength(3);
});
