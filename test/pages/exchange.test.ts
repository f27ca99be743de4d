import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { RundownItemId } from "../../schemas/ids.ts";
import type { Rundown } from "../../schemas/rundown.ts";
import { newId } from "../../server/store/new-id.ts";
import { openSeat } from "../support/browser.ts";
import { hostedSound } from "../support/imported-sounds.ts";
import { lookInto } from "../support/look-at.ts";
import { seedSchool, staffPassword } from "../support/school.ts";
import { publishShow } from "../support/published-show.ts";
import { scratch } from "../support/scratch.ts";
import { openTestStation, type TestStation } from "../support/station.ts";
import { ApiClient } from "../support/api-client.ts";

const look = lookInto("exchange");

/** A class of another school that offers a series with its jingle, and an episode. */
async function openGivingClass({ store, url, newsroom, directory }: TestStation) {
  const giver = await seedSchool(store, { name: "École Jean-Zay" });
  const teacher = await new ApiClient(url).signIn(giver.teacher.email, staffPassword);
  using folder = scratch();
  const sound = new Uint8Array(await hostedSound(folder, "jingle.mp3", 440));
  const fields = { title: "Bonjour la radio", kind: "jingle", colour: "3", rights: JSON.stringify({ origin: "own" }) };
  const shelf = `/api/classrooms/${giver.classroom.id}`;
  const { id } = (await (await teacher.upload("POST", `${shelf}/carts`, sound, fields)).json()) as { id: string };
  const items = ["Générique", "La météo des marronniers", "L’invitée de la semaine"].map((title, index) => ({
    ...{ id: newId(RundownItemId), title, kind: "speech", plannedSeconds: 90, speakers: [], prompterText: "" },
    cartIds: index === 0 ? [id] : [],
    moves: { microphones: "speakers", bed: "keep", gains: [], cartsGainDb: null },
  }));
  await teacher.put(`/api/shows/${giver.show.id}/rundown`, { revision: 0, items });
  await store.channels.change(giver.channel.id, { visibility: "public" });
  const { episodeId } = await publishShow({ store, newsroom, directory, clock: { now: Date.now() } }, giver.show.id);
  const offer = (kind: string, sourceId: string, title: string) =>
    teacher.post(`${shelf}/offers`, {
      ...{ kind, sourceId, title, reach: "region", areNamesSeen: false },
      words: "Une émission de chaque semaine, à quatre voix.",
    });
  expect((await offer("series", giver.show.id, "Le matin des marronniers")).status).toBe(201);
  expect((await offer("episode", episodeId, "Notre plus belle émission")).status).toBe(201);
}

test("a teacher finds what another school's class offers, hears it, takes it, and begins a show with it; and offers something of their own", async () => {
  await using station = await openTestStation();
  const { school, url } = station;
  await openGivingClass(station);
  await using seat = await openSeat({ size: "desktop" });
  const { page } = seat;
  await page.goto(`${url}/?retour=/classe/echange`);
  await page.getByLabel("Adresse e-mail").fill(station.staffEmail);
  await page.getByLabel("Mot de passe").fill(staffPassword);
  await page.getByRole("button", { name: "Se connecter" }).click();
  const catalogue = page.getByRole("region", { name: "Catalogue" });
  await catalogue.getByText("Le matin des marronniers").waitFor();
  await catalogue.getByText("Conducteur de").click();
  await look(page, "catalogue");

  await page.getByLabel("Chercher").fill("jazz");
  await catalogue.getByText("Rien ne correspond").waitFor();
  await look(page, "rien");
  await page.getByLabel("Chercher").fill("zay matin");
  await catalogue.getByText("Le matin des marronniers").waitFor();
  await catalogue.getByRole("button", { name: "Écouter Bonjour la radio" }).click();
  await catalogue.getByRole("button", { name: "Arrêter Bonjour la radio" }).waitFor();

  const dialog = page.getByRole("dialog");
  await catalogue.getByRole("button", { name: "Prendre Le matin des marronniers" }).click();
  await dialog.getByText("CM2, École Jean-Zay, Vierzon").waitFor();
  await look(page, "prendre");
  await dialog.getByRole("button", { name: "Prendre" }).click();
  await catalogue.getByText("Déjà pris").waitFor();
  await page.getByLabel("Chercher").fill("");
  await catalogue.getByRole("button", { name: "Prendre Notre plus belle émission" }).click();
  await dialog.getByLabel("Dans quelle chaîne").waitFor();
  await look(page, "prendre-un-episode");
  await dialog.getByRole("button", { name: "Prendre" }).click();
  const taken = page.getByRole("region", { name: "Pris par la classe" });
  await taken.getByText("Entendu dans Radio Hirondelle").waitFor();
  await look(page, "pris");

  await page.goto(`${url}/emissions/${school.show.id}/conducteur`);
  await page.getByRole("button", { name: /Le matin des marronniers/ }).click();
  await page.getByText("D’après CM2, École Jean-Zay, Vierzon").waitFor();
  await look(page, "conducteur");
  const staff = await station.asTeacher();
  const rundown = (await (await staff.get(`/api/shows/${school.show.id}/rundown`)).json()) as Rundown;
  expect(rundown).toMatchObject({ credit: "CM2, École Jean-Zay, Vierzon", items: { length: 3 } });
  await page.goto(`${url}/chaine`);
  await page.getByText("CM2, École Jean-Zay, Vierzon, Échange entre classes").waitFor();
  await look(page, "sons");
  await page.goto(`${url}/chaines/${school.channel.slug}`);
  await page.getByText("↻ CM2, École Jean-Zay, Vierzon").first().waitFor();
  await look(page, "chaine");

  // A second show, written by the class itself.
  const channel = `/api/channels/${school.channel.id}/shows`;
  const own = (await (await staff.post(channel, { title: "La chronique d’Awa", scheduledAt: null })).json()) as {
    id: string;
  };
  const item = { ...rundown.items[0]!, id: randomUUID(), cartIds: [], title: "La chronique" };
  await staff.put(`/api/shows/${own.id}/rundown`, { revision: 0, items: [item] });
  await page.goto(`${url}/classe/echange`);
  await page.getByRole("button", { name: "Proposer", exact: true }).click();
  await dialog.getByLabel("De quelle émission").selectOption(own.id);
  await look(page, "proposer");
  const go = dialog.getByRole("button", { name: "Proposer", exact: true });
  await go.click();
  await dialog.getByText("Des prénoms de la classe sont dans ces mots.").waitFor();
  await look(page, "prenoms");
  await dialog.getByLabel("Titre").fill("La chronique");
  await go.click();
  const offers = page.getByRole("region", { name: "Proposé par la classe" });
  await offers.getByText("À l’école · Aucune classe ne l’a pris").waitFor();
  await look(page, "propose");
  await offers.getByRole("button", { name: "Reprendre La chronique" }).click();
  await look(page, "reprendre");
  await dialog.getByRole("button", { name: "Reprendre" }).click();
  await offers.getByText("La classe ne propose rien encore.").waitFor();
  // Nobody is signed in at first, and names are refused.
  expect(seat.errors.filter((error) => !/ 4(01|09) /.test(error))).toEqual([]);
});
