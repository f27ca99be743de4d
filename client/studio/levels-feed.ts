import type { Levels } from "../../schemas/studio.ts";
import { silence } from "../audio/level.ts";
import type { Signalling } from "../signalling.ts";

const nothingMeasured: Levels = {
  strips: {},
  carts: silence,
  programme: { left: silence, right: silence },
  momentaryLufs: -70,
  shortTermLufs: -70,
  integratedLufs: -70,
  denoisingShare: 0,
  bleeds: [],
};

// Without news for this long, meters fall: they must not freeze at a level that nobody hears.
const staleAfterMs = 600;

/** Hears the desk's measurements, for meters that read the latest when they draw: 15 a second are too many for signals. */
export function hearLevels(signalling: Pick<Signalling, "hear">): () => Levels {
  let levels = nothingMeasured;
  let heardAt = 0;
  signalling.hear("levelsMeasured", (measured) => {
    levels = measured;
    heardAt = performance.now();
  });
  return () => (performance.now() - heardAt > staleAfterMs ? nothingMeasured : levels);
}
