import type { StripId } from "../../schemas/ids.ts";
import type { Levels, Strip } from "../../schemas/studio.ts";

type Moment = { at: number; strips: Levels["strips"] };

/** As long as the most that one press can remove, and a little more. */
const rememberedMs = 10_000;

/** Remembers who was how loud in the last seconds, so that the desk can close the right microphone. */
export class LoudestVoice {
  readonly #now: () => number;
  #moments: Moment[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes what the meters show. */
  hear({ strips }: Pick<Levels, "strips">): void {
    const at = this.#now();
    this.#moments.push({ at, strips });
    if (at - this.#moments[0]!.at > rememberedMs) this.#moments.shift();
  }

  /** The open strip that gave the most in the last `seconds`; `null` when none is open or none gave anything. */
  find(seconds: number, strips: readonly Strip[]): StripId | null {
    const since = this.#now() - seconds * 1_000;
    const moments = this.#moments.filter(({ at }) => at >= since);
    const energyOf = ({ id, gainDb }: Strip) =>
      moments.reduce((sum, moment) => sum + energy((moment.strips[id]?.rmsDbfs ?? -100) + gainDb), 0);
    const open = strips.filter((strip) => strip.isOpen && strip.peerId !== null);
    const loudest = open.map((strip) => ({ strip, sum: energyOf(strip) })).sort((a, b) => b.sum - a.sum)[0];
    return loudest === undefined || loudest.sum === 0 ? null : loudest.strip.id;
  }
}

const silentDbfs = -70;
const energy = (dbfs: number) => (dbfs < silentDbfs ? 0 : 10 ** (dbfs / 10));
