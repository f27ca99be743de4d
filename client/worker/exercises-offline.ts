import { partOf } from "./kept-sounds.ts";

/** Where a pupil's pages put their exercises (client/api/kept-exercises.ts). */
const exercisesPlace = "antenne.exercises";

/** What is heard and seen in an exercise. */
export const isOfExercise = (path: string): boolean => /^\/api\/exercises\/[^/]+\/(model|pictures\/[^/]+)$/.test(path);

/** The station's own answer, which knows who asks; without a network, what this device keeps. */
export async function fromStation(request: Request): Promise<Response> {
  return await fetch(request).catch(async (lost: unknown) => {
    const found = await caches.match(new URL(request.url).pathname, { cacheName: exercisesPlace });
    if (found === undefined) throw lost;
    return await partOf(found, request.headers.get("range"));
  });
}
