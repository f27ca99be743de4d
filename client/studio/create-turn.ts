import { createMemo } from "solid-js";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import type { Participation } from "./create-participation.ts";
import { createRundownClock } from "./create-rundown-clock.ts";
import { createTicker } from "./create-ticker.ts";
import { ownPart } from "./own-part.ts";
import { secondsUntil } from "./rundown-time.ts";

/** A time that matters, and what it is. */
export type Timer = { seconds: number; words: string };

/** The pupil's part in the rundown, and the time that matters to them: until their turn, of their part, or of the show. */
export function createTurn(
  props: { snapshot: StudioSnapshot; participation: Participation },
  since: () => string | undefined,
) {
  const { t } = useI18n();
  const { studio } = props.participation;
  const state = () => props.snapshot.rundown;
  const clock = createRundownClock(studio.signalling.clock, state);
  const elapsed = createTicker(studio.signalling.clock, since);
  const part = createMemo(() => ownPart(state(), studio.ownStrip()));
  const timer = (): Timer | undefined => {
    const [now, own] = [clock(), part()];
    if (now !== undefined && own?.turn === "speaking") {
      const { leftSeconds } = now.time;
      return { seconds: Math.abs(leftSeconds), words: t(leftSeconds < 0 ? "rundown.tooLong" : "rundown.forThisPart") };
    }
    const seconds = now && own && secondsUntil(state(), own.line.id, now.nowMs);
    if (seconds !== undefined) return { seconds, words: t("rundown.turnIn") };
    return since() === undefined ? undefined : { seconds: elapsed(), words: t("studio.onAirFor") };
  };
  return { part, timer };
}
