import { reaches, type VoiceLock } from "../../schemas/consent.ts";
import type { Voice } from "../../schemas/studio.ts";
import type { StudioShow } from "./studio-parts.ts";

/**
 * How far a pupil's consent goes when that is less than the show's audience: the voice is then kept off the programme and the recording.
 * `null` for a voice that may go out, as a teacher's always may. A pupil nobody has answered for has the scope `none`.
 */
export function lockOf(
  { visibility, scopes }: Pick<StudioShow, "visibility" | "scopes">,
  voice: Voice,
): VoiceLock | null {
  if (voice.kind === "teacher") return null;
  const scope = scopes.get(voice.pupilId) ?? "none";
  return scope === "public" || reaches(scope, visibility) ? null : scope;
}
