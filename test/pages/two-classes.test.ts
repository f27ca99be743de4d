import { expect, test } from "vitest";
import type { ClassroomId } from "../../schemas/ids.ts";
import { issueClassCode } from "../../server/access/class-code.ts";
import { openSeat } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { signInAsTeacher } from "../support/seats.ts";
import { openTestStation, type TestStation } from "../support/station.ts";

const look = lookInto("two-classes");

async function addClass({ store, school }: TestStation) {
  const classroom = await store.classrooms.create(school.school.id, { name: "CE1", schoolYear: "2026-2027" }, () =>
    issueClassCode(Date.now()),
  );
  await store.classrooms.addTeacher(classroom.id, school.teacher.id);
  const look = { language: "fr", visibility: "class", bird: "geai", colour: 2 } as const;
  const radio = { title: "Radio Geai", description: "La radio des petits.", ...look };
  await store.channels.create(classroom.id, school.school.name, radio);
  return classroom;
}

test("what a teacher of two classes typed for one radio is asked about before the other's, and never written into it", async () => {
  await using station = await openTestStation();
  const classroom = await addClass(station);
  await using seat = await openSeat({});
  const { page } = seat;
  await signInAsTeacher(page, station);
  await page.goto(`${station.url}/chaine`);
  const chosen = page.getByLabel("Choisir la classe");
  const title = page.getByLabel("Nom de la radio");
  await chosen.selectOption("CM2");
  await expect.poll(() => title.inputValue()).toBe("Radio Hirondelle");
  await title.fill("Radio Brouillon");
  await chosen.selectOption("CE1");
  const question = page.getByRole("dialog", { name: "Quitter sans enregistrer" });
  await question.waitFor();
  await look(page, "question");
  await question.getByRole("button", { name: "Rester" }).click();
  expect(await chosen.inputValue()).toBe(station.school.classroom.id);
  expect(await title.inputValue()).toBe("Radio Brouillon");

  await chosen.selectOption("CE1");
  await question.getByRole("button", { name: "Quitter", exact: true }).click();
  await expect.poll(() => title.inputValue()).toBe("Radio Geai");
  expect(await chosen.inputValue()).toBe(classroom.id);
  await page.getByRole("button", { name: "Enregistrer", exact: true }).first().click();
  await page.getByText("La radio est à jour.").waitFor();
  const titles = async (id: ClassroomId) => (await station.store.channels.listOf(id)).map((each) => each.title);
  expect(await titles(classroom.id)).toEqual(["Radio Geai"]);
  expect(await titles(station.school.classroom.id)).toEqual(["Radio Hirondelle"]);
});
