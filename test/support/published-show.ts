import { expect, vi } from "vitest";
import type { EpisodeId, ShowId } from "../../schemas/ids.ts";
import type { openDoors } from "./doors.ts";
import { finishShow } from "./finished-show.ts";

type Doors = Pick<Awaited<ReturnType<typeof openDoors>>, "newsroom" | "directory" | "clock" | "store">;

/** Waits until an episode is where it should be. */
export async function untilState({ store }: Doors, episodeId: EpisodeId, state: string): Promise<void> {
  await vi.waitFor(async () => expect((await store.episodes.require(episodeId)).state).toBe(state), {
    timeout: 40_000,
  });
}

/** A show as {@link finishShow}, rendered and published by its teacher. */
export async function publishShow(doors: Doors, showId: ShowId, options: Parameters<typeof finishShow>[2] = {}) {
  const finished = await finishShow(doors, showId, options);
  await untilState(doors, finished.episodeId, "rendered");
  await doors.newsroom.archive.publish(finished.episodeId, { role: "visitor" });
  return finished;
}
