import { expect, test, vi } from "vitest";
import { openSeat } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { signInAsTeacher } from "../support/seats.ts";
import { openTestStation } from "../support/station.ts";

const look = lookInto("upgraded");

test("a page whose next part is gone after an upgrade is loaded anew once; at the desk it says so, and stays", async () => {
  await using station = await openTestStation();
  await using seat = await openSeat({ size: "desktop" });
  const { page } = seat;
  await signInAsTeacher(page, station);
  await page.getByRole("link", { name: "Ouvrir la régie" }).first().waitFor();
  let loads = 0;
  page.on("load", () => (loads += 1));
  let [isGone, staysGone] = [true, false];
  await page.route("**/assets/ClassroomPage-*.js", (route) =>
    isGone ? route.fulfill({ status: 404, body: "" }) : route.continue(),
  );
  // The document that the station has now names parts that are there.
  page.on("request", (request) => {
    if (request.isNavigationRequest()) isGone = staysGone;
  });
  await page.getByRole("link", { name: "Classe" }).click();
  await page.getByRole("button", { name: "Changer de code" }).waitFor();
  expect(loads).toBe(1);

  // A part that stays away loads nobody round and round.
  await page.goto(`${station.url}/emissions`);
  await page.evaluate(() => sessionStorage.clear());
  [isGone, staysGone, loads] = [true, true, 0];
  await page.getByRole("link", { name: "Classe" }).click();
  await vi.waitFor(() => expect(loads).toBe(1));
  await page.getByRole("button", { name: "Recharger" }).waitFor();
  expect(loads).toBe(1);

  await page.goto(`${station.url}/regie/${station.school.show.id}`);
  await page.getByRole("tab", { name: "Conducteur" }).waitFor();
  await page.evaluate(() => sessionStorage.clear());
  loads = 0;
  await page.evaluate(() => dispatchEvent(new Event("vite:preloadError", { cancelable: true })));
  await page.getByText("La station vient d’être mise à jour").waitFor();
  await look(page, "regie");
  expect(loads).toBe(0);
  await page.getByRole("button", { name: "Recharger" }).click();
  await page.waitForEvent("load");
});
