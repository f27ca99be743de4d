import { createResource } from "solid-js";
import type { Session } from "../../schemas/people.ts";
import { api, ApiError } from "../api/api.ts";

/** A pupil who came in on this device. */
export type PupilSession = Extract<Session, { kind: "pupil" }>;

/** The pupil of this page; `null` for everybody else. */
export const createPupilSession = () =>
  createResource(async (): Promise<{ pupil: PupilSession | null }> => {
    try {
      const session = await api.session.read();
      return { pupil: session.kind === "pupil" ? session : null };
    } catch (error) {
      if (error instanceof ApiError && error.code.startsWith("session.")) return { pupil: null };
      throw error;
    }
  });
