import { dayInParis } from "../../schemas/consent.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import type { Store } from "../store/open-store.ts";

const dayMs = 86_400_000;

/** How many listened on each of the days after an episode came out, on the pages and by apps. */
const interest = [
  [19, 7],
  [11, 9],
  [6, 4],
  [3, 6],
  [2, 1],
] as const;

/** How a live show's house fills and empties, by minute. */
const house = [2, 6, 11, 14, 17, 21, 22, 24, 23, 26, 25, 21, 14, 4];

/** Invents listeners of a class's episodes, and of the live shows that they were. */
export async function addListeners({ listenings }: Pick<Store, "listenings">, classroomId: ClassroomId) {
  for (const { id: episodeId, showId, publishedAt } of await listenings.episodesIn(classroomId)) {
    const from = publishedAt ?? Date.now();
    const days = interest.map(([page, app], index) => ({ day: dayInParis(from + index * 2 * dayMs), page, app }));
    const past = days.filter(({ day }) => day <= dayInParis(Date.now()));
    const began = Math.floor((from - 3_600_000) / 60_000) * 60_000;
    const minutes = house.map((listeners, minute) => ({
      listeners,
      at: began + minute * 60_000,
      showId: showId ?? "",
    }));
    await listenings.add({
      episodes: past.flatMap(({ day, page, app }) => [
        { episodeId, day, way: "page" as const, count: page },
        { episodeId, day, way: "app" as const, count: app },
      ]),
      shows: showId === null ? [] : [{ showId, day: dayInParis(began), count: 31 }],
      minutes: showId === null ? [] : minutes,
    });
  }
}
