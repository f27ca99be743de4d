import { isInFiles, narrower, reaches, type HeardVoice } from "../../schemas/consent.ts";
import type { Visibility } from "../../schemas/channels.ts";
import { Refusal } from "../errors.ts";

/** Refuses (`consent.too_narrow`, with the names of pupils) when somebody may not be heard. Staff only may be told. */
export function refuseNarrow(kept: readonly HeardVoice[]) {
  if (kept.length > 0) throw new Refusal("consent.too_narrow", { names: kept.flatMap(({ name }) => name ?? []) });
}

/** Refuses likewise when somebody heard in an episode may not be heard by its audience. A pupil who has left the class has nobody who answers for them. */
export function requireReach(voices: readonly HeardVoice[], ofChannel: Visibility, own: Visibility | null) {
  const audience = narrower(ofChannel, own);
  refuseNarrow(voices.filter((voice) => isInFiles(voice) && !reaches(voice.scope, audience)));
}

/** Refuses (`podcast_import.unconfirmed`) what was imported and would go further than somebody answered that its voices may. */
export function requireImportedReach(reach: Visibility | undefined, audience: Visibility) {
  if (reach !== undefined && !reaches(reach, audience)) throw new Refusal("podcast_import.unconfirmed");
}
