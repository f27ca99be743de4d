import { narrowest, reaches, type VoiceLock } from "../../schemas/consent.ts";
import type { PupilId } from "../../schemas/ids.ts";
import type { StudioShow } from "./studio-parts.ts";

/**
 * How far the consent of those who speak into one microphone goes, the narrowest of them, when that is less than the show's audience: the voice is then kept
 * off the programme and the recording. `null` when it may go out, as a teacher's always may. A pupil nobody has answered for has the scope `none`.
 */
export function lockOf(
  { visibility, scopes }: Pick<StudioShow, "visibility" | "scopes">,
  speakers: readonly PupilId[],
): VoiceLock | null {
  const scope = narrowest(speakers.map((pupilId) => scopes.get(pupilId) ?? "none"));
  return scope === "public" || reaches(scope, visibility) ? null : scope;
}
