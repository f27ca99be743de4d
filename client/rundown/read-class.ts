import type { Cart } from "../../schemas/carts.ts";
import type { ShowId } from "../../schemas/ids.ts";
import type { Pupil } from "../../schemas/people.ts";
import type { RundownSpeaker } from "../../schemas/rundown.ts";
import type { Say } from "../i18n/words.ts";
import { api, type ShowPage } from "../api/api.ts";
import type { RundownPlace } from "./create-rundown.ts";

/** Who and what a rundown's items may name: the pupils and the sounds of the show's class. */
export type RundownClass = {
  readonly page: ShowPage;
  readonly pupils: readonly Pupil[];
  readonly carts: readonly Cart[];
};

/** Reads a show with its class. */
export async function readClass(showId: ShowId): Promise<RundownClass> {
  const page = await api.shows.read(showId);
  const { classroomId } = page.channel;
  const [{ pupils }, carts] = await Promise.all([
    api.classrooms.read(classroomId),
    api.classrooms.listCarts(classroomId),
  ]);
  return { page, pupils, carts };
}

/** Where the rundown of a show is kept. */
export const placeOf = (showId: ShowId): RundownPlace => ({
  read: () => api.shows.readRundown(showId),
  save: (change) => api.shows.saveRundown(showId, change),
});

/** What a speaker is called; undefined for a pupil whom the class does not know any more. */
export function nameOfSpeaker(speaker: RundownSpeaker, pupils: readonly Pupil[], t: Say): string | undefined {
  if (speaker === "teacher") return t("rundown.teacher");
  if (speaker === "everybody") return t("rundown.everybody");
  return pupils.find(({ id }) => id === speaker)?.firstName;
}

/** `Kenza et Noé`; empty when nobody in particular speaks. */
export function namesOfSpeakers(
  speakers: readonly RundownSpeaker[],
  pupils: readonly Pupil[],
  t: Say,
  language: string,
): string {
  const names = speakers.flatMap((speaker) => nameOfSpeaker(speaker, pupils, t) ?? []);
  return new Intl.ListFormat(language).format(names);
}
