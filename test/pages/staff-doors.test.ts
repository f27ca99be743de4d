import type { Page, Route } from "playwright-core";
import { expect, test } from "vitest";
import { openSeat } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { staffPassword } from "../support/school.ts";
import { signInAsTeacher } from "../support/seats.ts";
import { openTestStation } from "../support/station.ts";

const look = lookInto("staff-doors");

/** A device that recognises its owner by itself. */
async function plugAuthenticator(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...({ protocol: "ctap2", transport: "internal" } as const),
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

const signOut = (page: Page) => page.getByRole("button", { name: /^Se déconnecter/ }).click();
/** What becomes of the wish to sign out between the page and the station; who is signed in can still be asked. */
const onItsWay = (page: Page, fate: (route: Route) => Promise<void>) =>
  page.route("**/api/sessions/current", (route) =>
    route.request().method() === "DELETE" ? fate(route) : route.fallback(),
  );
const enter = (page: Page) => page.getByRole("button", { name: "Entrer avec une clé d’accès" }).click();

test("a teacher adds a passkey, comes in with nothing else, and once it is removed it opens nothing", async () => {
  await using station = await openTestStation();
  await using seat = await openSeat({ size: "phone" });
  const { page } = seat;
  await plugAuthenticator(page);
  await page.goto(`${station.url}/?retour=/compte`);
  await page.getByLabel("Adresse e-mail").fill(station.staffEmail);
  await page.getByLabel("Mot de passe").fill(staffPassword);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.getByRole("button", { name: "Ajouter une clé" }).click();
  const dialog = page.getByRole("dialog", { name: "Ajouter une clé" });
  await dialog.getByLabel("Nom de la clé").fill("Mon téléphone");
  await dialog.getByLabel("Mot de passe actuel").fill(staffPassword);
  await dialog.getByRole("button", { name: "Ajouter une clé" }).click();
  await page.getByText("Mon téléphone").waitFor();

  await signOut(page);
  const before = performance.now();
  await enter(page);
  await page.waitForURL(/\/emissions/);
  expect(performance.now() - before).toBeLessThan(30_000);

  await page.goto(`${station.url}/compte`);
  await page.getByText(/Dernière entrée/).waitFor();
  await page.getByRole("button", { name: "Retirer Mon téléphone" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Retirer", exact: true }).click();
  await page.getByText("Mon téléphone", { exact: true }).waitFor({ state: "detached" });
  await signOut(page);
  await enter(page);
  await page.getByText("Cette clé d’accès n’ouvre pas de compte ici.").waitFor();
  expect(page.url()).toBe(`${station.url}/`);
});

test("who signs out without a network is told that this device is still signed in, and who shuts the page at once is out", async () => {
  await using station = await openTestStation();
  await using seat = await openSeat({ size: "phone" });
  const { page } = seat;
  await signInAsTeacher(page, station);
  await onItsWay(page, (route) => route.abort());
  await signOut(page);
  const told = page.getByRole("dialog", { name: "Se déconnecter" });
  await told.getByText("Pas de réseau.").waitFor();
  await look(page, "deconnexion-sans-reseau");
  await page.unroute("**/api/sessions/current");
  await told.getByRole("button", { name: "Se déconnecter" }).click();
  await page.waitForURL(`${station.url}/`);

  await signInAsTeacher(page, station);
  // On a slow network the page is gone before the station has heard of it.
  const gone = Promise.withResolvers<undefined>();
  await onItsWay(page, (route) => gone.promise.then(() => route.continue()));
  await signOut(page);
  await page.goto("about:blank");
  gone.resolve(undefined);
  const session = async () => (await page.context().request.get(`${station.url}/api/sessions/current`)).status();
  await expect.poll(session).toBe(401);
});
