import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeLink } from "../../client/class-code-link.ts";
import { openSeat, sizes, type Seat } from "../support/browser.ts";
import { noteWhatIsForbidden, overflowOn, violationsOn } from "../support/page-faults.ts";
import { startProcess } from "../support/station.ts";
import { voiceFile } from "../support/voices.ts";

const demoPath = fileURLToPath(new URL("../../server/demo/main.ts", import.meta.url));
const picturesDirectory = fileURLToPath(new URL("../../test-results/pages", import.meta.url));

type Demo = Record<"url" | "staffEmail" | "staffPassword" | "classCode" | "showUrl" | "channelUrl" | "feedUrl", string>;

const open = new AsyncDisposableStack();
let demo: Demo;
let staff: Seat;
let anybody: Seat;
let pin: string;

beforeAll(async () => {
  await mkdir(picturesDirectory, { recursive: true });
  const jsonIn = (line: string) => (line.startsWith("{") ? line : undefined);
  demo = JSON.parse(open.use(await startProcess(demoPath, ["--port", "0"], jsonIn)).found) as Demo;
  anybody = open.use(await openSeat({}));
  const microphone = open.use(voiceFile({ pitch: 440, levelDbfs: -20 })).path;
  staff = open.use(await openSeat({ microphone }));
  for (const { page } of [anybody, staff]) await noteWhatIsForbidden(page);
  await staff.page.goto(demo.url);
  await staff.page.getByLabel("Adresse e-mail").fill(demo.staffEmail);
  await staff.page.getByLabel("Mot de passe").fill(demo.staffPassword);
  await staff.page.getByRole("button", { name: "Se connecter" }).click();
  await staff.page.waitForURL(/\/emissions/);
});

afterAll(() => open.disposeAsync());

async function look(page: Page, name: string) {
  expect(await page.evaluate(() => document.documentElement.dataset.forbidden), `${name}: forbidden`).toBeUndefined();
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await page.evaluate(() => document.fonts.ready);
    expect(await violationsOn(page), `${name} at ${size}`).toEqual([]);
    expect(await overflowOn(page), `${name} at ${size}`).toBe(0);
    await page.screenshot({ path: `${picturesDirectory}/${name}-${size}.png` });
  }
}

const requestsOf = (page: Page) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(demo.url) && !request.url().startsWith("data:")) foreign.push(request.url());
  });
  return foreign;
};

describe("every page, at the size of a phone, a tablet and a desk, is whole and readable by a screen reader", () => {
  test("the home page with its three doors", async () => {
    const foreign = requestsOf(anybody.page);
    await anybody.page.goto(demo.url);
    await anybody.page.getByRole("heading", { name: "Je suis élève" }).waitFor();
    await look(anybody.page, "accueil");
    expect(foreign).toEqual([]);
  });

  test("the radio's page with its player", async () => {
    await anybody.page.goto(demo.channelUrl);
    await anybody.page
      .getByRole("button", { name: /^Écouter/ })
      .first()
      .waitFor();
    await look(anybody.page, "chaine");
  });

  test("the pupils' door, and the birds behind it", async () => {
    await anybody.page.goto(`${demo.url}/entrer`);
    await anybody.page.getByLabel("Écris le code de ta classe").fill(demo.classCode.toLowerCase());
    await look(anybody.page, "entrer");
    await anybody.page.getByRole("button", { name: "Entrer" }).click();
    await anybody.page.getByRole("heading", { name: "Qui es-tu ?" }).waitFor();
    await look(anybody.page, "prenoms");
  });

  test("the teacher's shows", async () => {
    await staff.page.goto(`${demo.url}/emissions`);
    await staff.page.getByRole("link", { name: "Ouvrir la régie" }).first().waitFor();
    await look(staff.page, "emissions");
  });

  test("an episode's credits", async () => {
    await staff.page.goto(`${demo.url}/emissions`);
    await staff.page
      .getByRole("link", { name: /Ouvrir l’épisode/ })
      .first()
      .click();
    await staff.page.getByLabel("Titre", { exact: true }).waitFor();
    await look(staff.page, "episode");
  });

  test("the rundown of a show, with one of its parts open", async () => {
    await staff.page.goto(`${demo.url}/emissions`);
    await staff.page.getByRole("link", { name: "Conducteur" }).first().click();
    await staff.page.getByRole("button", { name: "Modifier Interview de la factrice" }).click();
    await staff.page.getByLabel("Texte du prompteur").waitFor();
    await look(staff.page, "conducteur");
  });

  test("the school's pages side by side, for its admins", async () => {
    await staff.page.goto(`${demo.url}/ecole`);
    await staff.page.getByRole("button", { name: /^Modifier CM2/ }).waitFor();
    await look(staff.page, "classes");
    await staff.page.getByRole("link", { name: "Importer une liste" }).click();
    const list = "Nom élève;Prénom élève;Libellé classe\nDIALLO;Awa;CM1\nKAYA;Elif;CM1\nROY;;CM1\n";
    const file = { name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(list, "latin1") };
    await staff.page.getByLabel("Choisir un fichier").setInputFiles(file);
    await staff.page.getByText("Awa, Elif").waitFor();
    await look(staff.page, "import");
    await staff.page.goto(`${demo.url}/ecole/reglages`);
    await staff.page.getByLabel("Gigaoctets au plus").waitFor();
    await look(staff.page, "reglages");
    await staff.page.getByRole("button", { name: /^Limite de CM2/ }).click();
    const limit = staff.page.getByRole("dialog");
    await limit.getByLabel("Gigaoctets au plus").fill("1");
    await look(staff.page, "reglages-classe");
    await limit.getByRole("button", { name: "Enregistrer" }).click();
    await staff.page.getByText("1 Go", { exact: true }).waitFor();
    await staff.page.goto(`${demo.url}/ecole/classes/annee`);
    await staff.page.getByText("1 classe archivée", { exact: true }).waitFor();
    await look(staff.page, "annee");
  });

  test("the class with its code", async () => {
    await staff.page.goto(`${demo.url}/classe`);
    await staff.page.getByRole("button", { name: "Changer de code" }).waitFor();
    await look(staff.page, "classe");
  });

  test("three pictures for everybody of the class, and the door that asks for them, also after a wrong try", async () => {
    await staff.page.getByRole("button", { name: "Donner des images à la classe" }).click();
    await staff.page.getByRole("dialog", { name: "Les images, dans l’ordre" }).waitFor();
    await look(staff.page, "images");
    await staff.page.emulateMedia({ media: "print" });
    expect(await staff.page.locator(".picture-sheet li").last().isVisible(), "is on paper").toBe(true);
    await staff.page.screenshot({ path: `${picturesDirectory}/images-papier.png`, fullPage: true });
    await staff.page.emulateMedia({ media: null });
    await staff.page.getByRole("button", { name: "C’est noté" }).click();
    const { page } = anybody;
    await page.goto(codeLink(demo.url, demo.classCode));
    await page.getByRole("button", { name: "Awa" }).click();
    await page.getByRole("heading", { name: "Touche tes trois images" }).waitFor();
    await page.getByRole("button", { name: "J’ai oublié mes images" }).click();
    await page.getByRole("button", { name: "On m’a laissé entrer" }).click();
    await page.getByRole("alert").waitFor();
    await look(page, "porte-aux-images");
  });

  test("a paper that came back is written down for a pupil of the class", async () => {
    await staff.page.getByRole("button", { name: "Réponse pour Tiago" }).click();
    await staff.page.getByRole("radio", { name: /^Les familles/ }).check();
    await look(staff.page, "reponse");
    await staff.page.getByRole("button", { name: "Noter la réponse" }).click();
    await staff.page.getByRole("row", { name: /^Tiago Les familles Papier signé/ }).waitFor();
  });

  test("the authorisations that families sign, from right to left in Arabic, one sheet a page on paper", async () => {
    const { page } = staff;
    await page.getByRole("link", { name: "Autorisations à signer" }).click();
    await page.getByRole("button", { name: "العربية" }).click();
    await page.getByRole("button", { name: "Toute la classe" }).click();
    const sheets = page.locator(".sheet");
    expect([await sheets.count(), await sheets.first().getAttribute("dir")]).toEqual([8, "rtl"]);
    await look(page, "autorisations");
    const paper = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(8);
  });

  test("the families of the class with their links, and their slips, eight on one page of paper", async () => {
    const { page } = staff;
    await page.goto(`${demo.url}/classe/familles`);
    await page.getByRole("button", { name: "Créer les liens" }).click();
    await page.getByLabel("Langue de la famille : Awa").selectOption("ar");
    await page.getByRole("button", { name: "Gérer la famille : Jules" }).click();
    await page.getByRole("button", { name: "Donner un code" }).click();
    await page.getByText("Notez-le maintenant").waitFor();
    pin = /Le code est (\d{4})/.exec(await page.getByText(/Le code est/).innerText())![1]!;
    await look(page, "famille-geree");
    await page.getByRole("button", { name: "Fermer" }).click();
    await look(page, "familles");
    await page.getByRole("link", { name: "Imprimer les feuillets" }).click();
    await page.locator(".slip").first().waitFor();
    expect(await page.locator(".slip").count()).toBe(8);
    await look(page, "feuillets");
    const paper = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1);
  });

  test("a slip opens the family's page in its language, and its token leaves the address; another asks for its PIN", async () => {
    const { page } = anybody;
    const linkOf = (name: string) =>
      staff.page.locator(".slip", { hasText: name }).locator(".slip-address").innerText();
    await page.goto((await linkOf("Awa")).trim());
    await page.getByRole("heading", { name: "إذاعة Awa" }).waitFor();
    expect(page.url()).toBe(`${demo.url}/famille`);
    expect(await page.evaluate(() => document.documentElement.dir)).toBe("rtl");
    await look(page, "famille");
    await page.getByRole("link", { name: "فتح الإذاعة" }).click();
    await page.getByRole("heading", { level: 1, name: "Radio Hirondelle" }).waitFor();
    await look(page, "chaine-arabe");
    await page.goto(demo.url);
    await page.getByText("J’ai un feuillet de la classe").click();
    await look(page, "accueil-feuillet");
    await page.getByLabel("Code du feuillet").fill((await linkOf("Jules")).trim().split("#")[1]!.toLowerCase());
    await page.getByRole("button", { name: "Ouvrir ma page" }).click();
    await page.getByRole("heading", { name: "رمز العائلة" }).waitFor();
    await look(page, "famille-code");
    await page.getByLabel("أربعة أرقام").fill(pin);
    await page.getByRole("button", { name: "فتح" }).click();
    await page.getByRole("button", { name: "تغيير الإذن" }).click();
    await page.getByRole("radio", { name: /^الصف/ }).check();
    await look(page, "famille-reponse");
    await page.getByLabel("اسمكم").fill("Fatou Diallo");
    await page.getByLabel("رمز العائلة").fill(pin);
    await page.getByRole("button", { name: "إرسال جوابي" }).click();
    await page.getByText(/يمكن للصف سماعه/).waitFor();
  });

  test("the class reads who listens as birds and seats, and not who they are", async () => {
    await staff.page.goto(`${demo.url}/classe/auditeurs`);
    await staff.page.getByRole("heading", { name: "Les directs" }).waitFor();
    await staff.page.getByText("au moins", { exact: false }).first().waitFor();
    await look(staff.page, "auditeurs");
  });

  test("how long the school keeps what it makes, and what another choice would remove", async () => {
    await staff.page.goto(`${demo.url}/ecole/conservation`);
    await staff.page.getByRole("heading", { name: "Ce qui partira" }).waitFor();
    await staff.page.getByLabel("Épisodes").selectOption("kept");
    await staff.page.getByText("Aperçu de ces réglages").waitFor();
    await look(staff.page, "conservation");
  });

  test("the journal of what was done, all of it and of one act", async () => {
    await staff.page.goto(`${demo.url}/ecole/journal`);
    await staff.page.getByRole("row").nth(1).waitFor();
    await look(staff.page, "journal");
    await staff.page.getByLabel("Du").fill("2099-01-01");
    await staff.page.getByLabel("Du").press("Tab");
    await staff.page.getByText("Rien pour ces choix").waitFor();
    await look(staff.page, "journal-vide");
  });

  test("the radio's settings and sounds", async () => {
    await staff.page.goto(`${demo.url}/chaine`);
    await staff.page.getByLabel("Nom de la radio").waitFor();
    await look(staff.page, "reglages-chaine");
  });

  test("the staff of the school, a colleague who is invited, and the page that their link opens", async () => {
    const { page } = staff;
    await page.goto(`${demo.url}/ecole/equipe`);
    await page.getByRole("button", { name: "Modifier Mme Lefort" }).waitFor();
    await look(page, "equipe");
    await page.getByRole("button", { name: "Inviter" }).click();
    await page.getByLabel("Son adresse e-mail").fill("petit@marronniers.example");
    await look(page, "equipe-invitation");
    await page.getByRole("button", { name: "Créer le lien" }).click();
    const link = await page.getByLabel("Lien", { exact: true }).inputValue();
    await look(page, "equipe-lien");
    const guest = anybody.page;
    await guest.goto(link);
    await guest.getByLabel("Nom que les élèves voient").fill("M. Petit");
    await guest.getByLabel("Mot de passe").fill("trombone sous la pluie");
    await guest.getByText("Ce mot de passe est solide.").waitFor();
    await look(guest, "bienvenue");
    await guest.goto(demo.url);
    await guest.getByRole("button", { name: "Mot de passe oublié ?" }).click();
    await guest.getByText(/Demandez un lien à l’administrateur/).waitFor();
    await look(guest, "mot-de-passe-oublie");
  });

  test("the teacher's own account, with a password that is too easy to guess", async () => {
    const { page } = staff;
    await page.goto(`${demo.url}/compte`);
    await page.getByText("Cet appareil").waitFor();
    await page.getByLabel("Nouveau mot de passe").fill("radiohirondelle");
    await page.getByText(/un nom de l’école, de la radio ou le vôtre/).waitFor();
    await look(page, "compte");
  });

  test("the desk in rehearsal", async () => {
    await staff.page.goto(demo.showUrl);
    await staff.page.getByRole("tab", { name: "Mon micro" }).click();
    await staff.page.getByRole("button", { name: "Ouvrir mon micro" }).click();
    await staff.page.getByText("Bon niveau").first().waitFor();
    await look(staff.page, "regie");
  });
});
