import { narrower, reaches, type HeardVoice } from "../../schemas/consent.ts";
import type { Visibility } from "../../schemas/channels.ts";
import { Refusal } from "../errors.ts";

/** Who of those heard may not be heard by an audience. A pupil who has left the class has nobody who answers for them. */
export const tooNarrow = (voices: readonly HeardVoice[], audience: Visibility): HeardVoice[] =>
  voices.filter(({ scope }) => !reaches(scope, audience));

/** Refuses (`consent.too_narrow`, with the names) when somebody heard may not be heard by an audience. Staff only may be told. */
export function requireReach(voices: readonly HeardVoice[], ofChannel: Visibility, own: Visibility | null) {
  const kept = tooNarrow(voices, narrower(ofChannel, own));
  if (kept.length > 0) throw new Refusal("consent.too_narrow", { names: kept.flatMap(({ name }) => name ?? []) });
}
