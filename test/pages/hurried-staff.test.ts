import { expect, test } from "vitest";
import { openSeat, sizes } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { staffPassword } from "../support/school.ts";
import { openTestStation } from "../support/station.ts";

const look = lookInto("hurried-staff");

test("whoever is in a hurry finds every page in the bar of a phone, reads why there is no backup, and is led from the desk to their microphone", async () => {
  await using station = await openTestStation();
  await using seat = await openSeat({ size: "phone" });
  const { page } = seat;
  // As a station answers whose disk is unplugged: its own backup comes once a day.
  await page.route("**/api/backup", (route) =>
    route.fulfill({ json: { state: "failed", fault: "place", madeAt: null } }),
  );
  await page.goto(`${station.url}/?retour=/ecole/autorisations`);
  await page.getByLabel("Adresse e-mail").fill(station.school.admin.email);
  await page.getByLabel("Mot de passe").fill(staffPassword);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.getByText("La sauvegarde de la station n’a pas pu se faire.").waitFor();
  await page.getByText("Aucune émission prévue n’est touchée").waitFor();
  await look(page, "sauvegarde");
  await page.setViewportSize(sizes.phone);
  const bar = page.getByRole("navigation", { name: "Principal" });
  const ends = await bar.getByRole("link").evaluateAll((links) =>
    links.map((link) => {
      const { left, right } = link.getBoundingClientRect();
      return { left, right, isCut: link.scrollWidth > link.clientWidth };
    }),
  );
  expect(ends).toHaveLength(6);
  for (const { left, right, isCut } of ends)
    expect([left >= 0, right <= sizes.phone.width, isCut]).toEqual([true, true, false]);
  await page.goto(`${station.url}/regie/${station.school.show.id}`);
  await page.getByRole("button", { name: "Mon micro" }).click();
  await page.getByRole("button", { name: "Ouvrir mon micro" }).waitFor();
  await look(page, "mon-micro");
});
