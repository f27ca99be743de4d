import type { Exercise } from "../../schemas/exercises.ts";
import type { Pupil, Session } from "../../schemas/people.ts";

/** Where a pupil's exercises lie on this device; the service worker answers from there (client/worker/exercises-offline.ts). */
const place = "antenne.exercises";
const [sessionAt, listAt, classmatesAt] = ["/kept/session", "/kept/exercises", "/kept/classmates"];

type PupilSession = Extract<Session, { kind: "pupil" }>;

// Browsers keep nothing for a page that came without TLS.
const canKeep = () => isSecureContext && "caches" in globalThis;

async function read<Kept>(address: string): Promise<Kept | undefined> {
  if (!canKeep()) return undefined;
  const found = await caches.match(address, { cacheName: place });
  return found && ((await found.json()) as Kept);
}

/** What a pupil's page needs to open without a network: who they are, their exercises, and what is heard and seen in them. It is of one pupil at a time, and goes when they leave. */
export const keptExercises = {
  findSession: () => read<PupilSession>(sessionAt),
  findList: async (): Promise<Exercise[] | undefined> => read<Exercise[]>(listAt),
  findClassmates: async (): Promise<Pupil[] | undefined> => read<Pupil[]>(classmatesAt),
  /** With whom an interview that was opened here may be; nobody of them for anything else. */
  keepClassmates: async (pupils: readonly Pupil[]): Promise<void> => {
    if (!canKeep() || !(await caches.has(place))) return;
    const known = pupils.map(({ id, classroomId, firstName, bird, colour }) => ({
      ...{ id, classroomId, firstName, bird, colour },
    }));
    await (await caches.open(place)).put(classmatesAt, Response.json(known));
  },
  /** Of another pupil than before nothing of the former one stays. */
  keepSession: async (session: PupilSession): Promise<void> => {
    if (!canKeep()) return;
    const before = await read<PupilSession>(sessionAt);
    if (before !== undefined && before.pupil.id !== session.pupil.id) await caches.delete(place);
    await (await caches.open(place)).put(sessionAt, Response.json(session));
  },
  /** The exercises that are theirs by now, with these files; what belongs to none of them goes. */
  keepList: async (exercises: readonly Exercise[], files: readonly string[]): Promise<void> => {
    if (!canKeep() || !(await caches.has(place))) return;
    const cache = await caches.open(place);
    await cache.put(listAt, Response.json(exercises));
    // Without an interview nobody is to be chosen.
    const others = exercises.some(({ kind }) => kind === "interview") ? [classmatesAt] : [];
    const wanted = new Set([sessionAt, listAt, ...others, ...files]);
    for (const request of await cache.keys())
      if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
    // One that does not come now comes the next time.
    await Promise.allSettled(files.map((file) => cache.add(file)));
  },
  forget: async (): Promise<void> => {
    if (canKeep()) await caches.delete(place);
  },
};
