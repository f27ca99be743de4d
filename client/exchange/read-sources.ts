import type { Channel } from "../../schemas/channels.ts";
import { isForAll } from "../../schemas/consent.ts";
import type { OfferKind } from "../../schemas/exchange.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";

/** Something of the class that can be offered. */
export type Source = { id: string; title: string };

/** What a class has of each kind; whether it may go so far, the station says. */
export async function readSources(
  classroomId: ClassroomId,
  channels: readonly Channel[],
): Promise<Readonly<Record<OfferKind, readonly Source[]>>> {
  const open = channels.filter(({ visibility }) => visibility === "public");
  const [shows, carts, episodes] = await Promise.all([
    api.classrooms.listShows(classroomId),
    api.classrooms.listCarts(classroomId),
    Promise.all(
      open.map(async (channel) => (await api.channels.listAllEpisodes(channel.id)).filter(isForAll(channel))),
    ),
  ]);
  const rundowns = shows.map(({ show: { id, title } }) => ({ id, title }));
  return {
    rundown: rundowns,
    series: rundowns,
    cart: carts.filter(({ rights }) => rights.origin !== "other"),
    episode: episodes.flat().filter(({ state }) => state === "published"),
  };
}
