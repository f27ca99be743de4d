import type { EpisodeChange } from "../../schemas/episodes.ts";
import type { Visibility } from "../../schemas/channels.ts";
import { openDoors } from "./doors.ts";
import { publishShow } from "./published-show.ts";
import { speech, type Sound } from "./programmes.ts";

type Wish = { visibility?: Visibility; credits?: EpisodeChange; sound?: Sound; seconds?: number };

/** A school whose channel has one published episode. */
export async function openPublishedSchool({
  visibility = "public",
  credits,
  sound = speech(0.2),
  seconds = 3,
}: Wish = {}) {
  await using opening = new AsyncDisposableStack();
  const doors = opening.use(await openDoors());
  const school = await doors.seedSchool();
  const channel = await doors.store.channels.change(school.channel.id, { visibility });
  const { episodeId } = await publishShow(doors, school.show.id, { sound, seconds });
  if (credits) await doors.newsroom.archive.change(episodeId, credits, { role: "visitor" });
  const episode = await doors.store.episodes.require(episodeId);
  const open = opening.move();
  return { doors, school, channel, episode, [Symbol.asyncDispose]: () => open.disposeAsync() };
}
