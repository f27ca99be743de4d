import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect, test, vi } from "vitest";
import type { Rundown } from "../../schemas/rundown.ts";
import { sizes } from "../support/browser.ts";
import { endShow, goOnAir } from "../support/live-show.ts";
import { pupilInStudio, teacherAtDesk } from "../support/seats.ts";
import { openTestStation, type TestStation } from "../support/station.ts";

const picturesDirectory = fileURLToPath(new URL("../../test-results/pages", import.meta.url));

async function look(page: Page, name: string) {
  await mkdir(picturesDirectory, { recursive: true });
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: `${picturesDirectory}/${name}-${size}.png` });
  }
  await page.setViewportSize(sizes.desktop);
}

const titlesOn = (page: Page) =>
  page
    .locator(".rundown-row .t")
    .evaluateAll((all) =>
      all.map((each) => [...each.childNodes].findLast(({ nodeType }) => nodeType === 3)?.textContent ?? ""),
    );
const untilSaved = (page: Page) => page.getByText("Enregistré", { exact: true }).waitFor();
const partOf = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });

async function rundownOf(station: TestStation): Promise<Rundown> {
  const teacher = await station.asTeacher();
  return (await (await teacher.get(`/api/shows/${station.school.show.id}/rundown`)).json()) as Rundown;
}

test("a rundown goes from a template over two teachers' hands to the desk, the prompter and the episode's chapters", async () => {
  await using station = await openTestStation();
  const address = `${station.url}/emissions/${station.school.show.id}/conducteur`;
  await using teacher = await teacherAtDesk(station, { voice: { pitch: 440, levelDbfs: -20 } });
  const desk = teacher.page;
  const other = await desk.context().newPage();
  const editor = await desk.context().newPage();
  await editor.goto(address);
  await editor.getByRole("button", { name: /^Chronique/ }).click();
  await untilSaved(editor);
  expect(await titlesOn(editor)).toHaveLength(6);

  // By keyboard, by button and by hand, every move is kept and said.
  await editor.getByRole("button", { name: /^Déplacer L’accroche/ }).press("Alt+ArrowDown");
  expect((await titlesOn(editor)).slice(0, 3)).toEqual(["Virgule", "Ce que c’est", "L’accroche"]);
  expect(await editor.getByText("L’accroche, en position 3 sur 6").count()).toBe(1);
  await editor.keyboard.press("Alt+ArrowUp");
  await editor.getByRole("button", { name: "Monter À la prochaine" }).click();
  const grip = editor.getByRole("button", { name: /^Déplacer Ce que c’est/ });
  await grip.hover();
  await editor.mouse.down();
  const first = (await partOf(editor, "Virgule").first().boundingBox())!;
  await editor.mouse.move(first.x + 20, first.y + 4, { steps: 6 });
  await editor.mouse.up();
  expect((await titlesOn(editor))[0]).toBe("Ce que c’est");
  await untilSaved(editor);
  expect((await rundownOf(station)).items.map(({ title }) => title)).toEqual(await titlesOn(editor));

  // Two editors at once: each keeps what the other wrote.
  await other.goto(address);
  await other.getByRole("button", { name: "Modifier L’accroche" }).click();
  await editor.getByRole("button", { name: "Modifier Virgule" }).click();
  await editor.getByLabel("Titre").fill("Bonjour");
  await editor.getByRole("button", { name: "Awa" }).click();
  await editor.getByLabel("Durée prévue").fill("0:03");
  await editor.getByLabel("Texte du prompteur").fill("Bonjour à toutes et à tous. ".repeat(40));
  await untilSaved(editor);
  await other.getByLabel("Titre").fill("Notre question");
  await other.getByText("Quelqu’un d’autre a modifié ce conducteur").waitFor();
  await untilSaved(other);
  const saved = (await rundownOf(station)).items;
  expect(saved.map(({ title }) => title)).toEqual(expect.arrayContaining(["Bonjour", "Notre question"]));
  await editor.close();
  await other.close();

  // At the desk the pupil's text is on their tablet, and moving on opens their microphone.
  await using pupil = await pupilInStudio(station, 0, { voice: { pitch: 700, levelDbfs: -20 } });
  await pupil.page.getByText("Bonjour à toutes et à tous.").first().waitFor();
  await desk.getByRole("tab", { name: "Conducteur" }).click();
  await goOnAir(desk);
  await desk.getByRole("button", { name: "Passer à la suite" }).click();
  await desk.locator(".rundown-now h2", { hasText: "Bonjour" }).waitFor();
  await pupil.page.getByRole("heading", { name: "À l’antenne" }).waitFor();
  const text = pupil.page.locator(".prompter .text");
  const scrolled = () => text.evaluate(({ scrollTop }) => scrollTop);
  await vi.waitFor(async () => expect(await scrolled()).toBeGreaterThan(4));
  await pupil.page.keyboard.press("Space");
  await pupil.page.getByRole("button", { name: "Faire défiler" }).waitFor();
  const size = () => text.locator("p").evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const before = await size();
  await pupil.page.getByRole("button", { name: "Texte plus grand" }).click();
  expect(await size()).toBe(before + 2);
  await desk.getByText("de trop").first().waitFor();
  const readNow = () => text.locator(".reading").textContent();
  await pupil.page.getByRole("button", { name: "Phrase suivante" }).click();
  expect(await text.locator(".said").count(), "what was read is pale").toBeGreaterThan(0);
  expect(await readNow()).toContain("Bonjour à toutes et à tous.");
  const seen = text.locator(".reading");
  expect((await seen.boundingBox())!.y).toBeLessThan((await text.boundingBox())!.y + 200);
  await look(desk, "regie-conducteur");
  await look(pupil.page, "prompteur");
  await desk.reload();
  await desk.locator(".rundown-now h2", { hasText: "Bonjour" }).waitFor();
  await desk.getByRole("button", { name: "Passer à la suite" }).click();
  await desk.locator(".rundown-now h2", { hasText: "Notre question" }).waitFor();
  await endShow(desk);

  // The first part was passed over at once, or nearly: it may be no chapter.
  const [episode] = await station.store.episodes.listAll(station.school.channel.id);
  const chapters = episode!.chapters.map(({ title }) => title);
  expect(chapters.filter((title) => title !== "Ce que c’est")).toEqual(["Bonjour", "Notre question"]);
  // The door asks who is signed in, and is told nobody.
  const complaints = [...teacher.errors, ...pupil.errors].filter((error) => !error.includes("401"));
  expect(complaints).toEqual([]);
});
