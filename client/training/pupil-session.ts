import { createResource } from "solid-js";
import type { Session } from "../../schemas/people.ts";
import { api, ApiError } from "../api/api.ts";
import { keptExercises } from "../api/kept-exercises.ts";

/** A pupil who came in on this device. */
export type PupilSession = Extract<Session, { kind: "pupil" }>;

/** Whose page it is, and whether the station did not answer, so that this is what the device remembers; `null` for everybody who is no pupil. */
export type FoundPupil = { pupil: PupilSession | null; isKept: boolean };

/** Whether an error says only that there is no network. */
export const isNetworkLost = (error: unknown): boolean => error instanceof ApiError && error.code === "network.lost";

/** The pupil of this page: as the station says, which is remembered; without a network, as it was remembered. */
export const createPupilSession = () =>
  createResource(async (): Promise<FoundPupil> => {
    try {
      const session = await api.session.read();
      if (session.kind !== "pupil") return await nobody();
      await keptExercises.keepSession(session);
      return { pupil: session, isKept: false };
    } catch (error) {
      if (error instanceof ApiError && error.code.startsWith("session.")) return nobody();
      const kept = isNetworkLost(error) ? await keptExercises.findSession() : undefined;
      if (kept === undefined) throw error;
      return { pupil: kept, isKept: true };
    }
  });

/** Who is no longer in has nothing lying here either. */
async function nobody(): Promise<FoundPupil> {
  await keptExercises.forget();
  return { pupil: null, isKept: false };
}
