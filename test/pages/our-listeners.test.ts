import { expect, test } from "vitest";
import { codeLink } from "../../client/class-code-link.ts";
import { dayInParis } from "../../schemas/consent.ts";
import { usualExercise } from "../../schemas/exercises.ts";
import { openSeat } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { publishShow } from "../support/published-show.ts";
import { openTestStation } from "../support/station.ts";

const look = lookInto("our-listeners");

test("a pupil sees who listens to the class as birds and seats, without a table to take away", async () => {
  await using station = await openTestStation();
  const { school, store, url } = station;
  // Who has a show and nothing else before them is led straight into it.
  const exercise = { ...usualExercise, title: "Le héron", kind: "readAloud", text: "Un matin d’hiver." } as const;
  await store.exercises.create(school.classroom.id, exercise);
  await using seat = await openSeat({ size: "tablet" });
  const { page } = seat;
  await page.goto(codeLink(url, school.classroom.code));
  await page.getByRole("button", { name: "Awa" }).click();
  await page.getByRole("link", { name: "Voir qui nous écoute" }).waitFor();
  await look(page, "porte");
  await page.getByRole("link", { name: "Voir qui nous écoute" }).click();
  await page.getByRole("heading", { level: 1, name: "Qui nous écoute" }).waitFor();
  await page.getByText("Quand on vous écoutera").waitFor();
  await look(page, "personne");

  const { episodeId } = await publishShow({ ...station, clock: { now: Date.now() - 60_000 } }, school.show.id);
  const day = dayInParis(Date.now());
  const at = Math.floor(Date.now() / 60_000) * 60_000;
  await store.listenings.add({
    episodes: [
      { day, episodeId, way: "page", count: 17 },
      { day, episodeId, way: "app", count: 3 },
    ],
    shows: [{ day, showId: school.show.id, count: 12 }],
    minutes: [3, 9, 12, 11, 4].map((listeners, minute) => ({
      showId: school.show.id,
      at: at + minute * 60_000,
      listeners,
    })),
  });
  await page.reload();
  await page.getByRole("heading", { name: "Les directs" }).waitFor();
  await page.getByText(/Écoutes.: au moins 20/).waitFor();
  await look(page, "oiseaux");
  expect(await page.getByText("applis de podcasts").count()).toBe(0);
  expect(await page.getByRole("button", { name: /CSV/ }).count()).toBe(0);
  expect(seat.errors.filter((error) => !error.includes(" 401 "))).toEqual([]);
});
