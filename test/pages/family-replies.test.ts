import { expect, test } from "vitest";
import type { FamilyLink } from "../../schemas/families.ts";
import { openSeat } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { givePageMicrophone } from "../support/page-microphone.ts";
import { staffPassword } from "../support/school.ts";
import { openTestStation } from "../support/station.ts";

const look = lookInto("family-replies");

test("a family records its voice for the next show, and the teacher hears and accepts it on the desk, without a reload", async () => {
  await using station = await openTestStation();
  const { store, school, url } = station;
  await store.channels.change(school.channel.id, { visibility: "family" });
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  await store.shows.change(school.show.id, { scheduledAt: inAnHour });
  await using teacher = await openSeat({ size: "desktop" });
  const desk = teacher.page;
  await desk.goto(`${url}/?retour=/classe`);
  await desk.getByLabel("Adresse e-mail").fill(station.staffEmail);
  await desk.getByLabel("Mot de passe").fill(staffPassword);
  await desk.getByRole("button", { name: "Se connecter" }).click();
  await desk.waitForURL(/\/classe$/);
  const staff = await station.asTeacher();
  const classroom = `/api/classrooms/${school.classroom.id}`;
  await staff.post(`${classroom}/families`, { language: "fr", pupilIds: [school.pupils[0].id] });
  const [link] = (await (await staff.get(`${classroom}/family-links`)).json()) as FamilyLink[];
  await desk.goto(`${url}/regie/${school.show.id}`);
  await desk.getByRole("tab", { name: "Conducteur" }).click();

  await using phone = await openSeat({ size: "phone" });
  const page = phone.page;
  await givePageMicrophone(page, { pitch: 440, levelDbfs: -20 });
  await page.goto(`${url}/famille${new URL(link!.url).hash}`);
  await page.getByRole("button", { name: "Laisser un mot à la classe" }).click();
  await look(page, "choisir");
  await page.getByRole("button", { name: "Parler au micro" }).click();
  await page.getByText("Votre voix\u00a0: bien").waitFor();
  // The key that stops has the focus of the one that was pressed.
  await page.waitForFunction(() => document.activeElement?.textContent === "Arrêter");
  await page.getByText("0:01 sur 1:00").waitFor();
  await look(page, "enregistrer");
  await page.keyboard.press("Enter");
  const heard = page.locator("audio[controls]");
  await heard.waitFor();
  expect(await heard.evaluate((audio: HTMLAudioElement) => audio.play().then(() => audio.error))).toBeNull();
  await look(page, "reecouter");
  await page.getByRole("button", { name: "Envoyer à la classe" }).click();
  await page.getByText("Dites qui parle.").waitFor();
  await page.getByRole("button", { name: "Un adulte" }).click();
  await page.getByText("mais pas le passer à l’antenne").waitFor();
  await look(page, "qui-parle");
  await page.getByRole("button", { name: "Les familles", exact: true }).click();
  await page.getByRole("button", { name: "Envoyer à la classe" }).click();
  await page.getByText("La classe ne l’a pas encore écouté.").waitFor();
  await look(page, "envoye");

  const box = desk.getByRole("region", { name: "Mots des familles" });
  await box.getByText("Famille d’Awa").waitFor();
  await look(desk, "regie");
  await box.getByRole("button", { name: /^Écouter Message de/ }).click();
  await box.getByRole("button", { name: /^Arrêter Message de/ }).waitFor();
  await box.getByLabel("Nom sur le pad").fill("La maman d’Awa");
  await box.getByRole("button", { name: /^Accepter/ }).click();
  await box.getByText("Sur les pads").waitFor();
  await desk
    .getByRole("button", { name: /La maman d’Awa/ })
    .first()
    .waitFor();

  await page.getByRole("button", { name: "Laisser un mot à la classe" }).click();
  await page.getByRole("button", { name: "Par écrit" }).click();
  await page.getByRole("button", { name: "Envoyer à la classe" }).click();
  await page.getByText("Écrivez votre question.").waitFor();
  await look(page, "question");
  await page.getByLabel("Votre question").fill("Et la météo à Kyiv ?");
  await page.getByRole("button", { name: "Envoyer à la classe" }).click();
  await box.getByText("Et la météo à Kyiv ?").waitFor();
  await desk.goto(`${url}/classe`);
  await box.getByText("Et la météo à Kyiv ?").waitFor();
  await look(desk, "classe");
  // What was left can be taken back, from the desk too, and a wrong file is refused.
  await page.getByRole("button", { name: /^Retirer\s: Message de/ }).click();
  await page.getByText("C’est retiré\u00a0: il n’en reste rien.").waitFor();
  expect(await store.carts.listOf(school.classroom.id)).toEqual([]);
  await page.getByRole("button", { name: "Laisser un mot à la classe" }).click();
  const wrong = { name: "photo.mp3", mimeType: "audio/mpeg", buffer: Buffer.from("not a sound") };
  await page.locator("input[type=file]").setInputFiles(wrong);
  await page.getByRole("button", { name: "Un enfant" }).click();
  await page.getByRole("button", { name: "Envoyer à la classe" }).click();
  await page.getByText("Ce fichier n’est pas un son que la station sait lire.").waitFor();
  await look(page, "refuse");
  // Of the door before somebody is in, and of the wrong file.
  const told = [...phone.errors, ...teacher.errors].filter((each) => !/\b(401|415)\b/.test(each));
  expect(told).toEqual([]);
});
