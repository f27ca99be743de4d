import type { TalkbackTarget } from "../../schemas/floor.ts";
import type { StripId } from "../../schemas/ids.ts";
import type { Strip } from "../../schemas/studio.ts";
import { Refusal } from "../errors.ts";
import { isExposed, isTarget } from "./hearing.ts";
import type { Peer } from "./peer.ts";
import type { StripRack } from "./strip-rack.ts";
import type { StudioClock } from "./studio-clock.ts";

/** How long the last word may still be on its way, in the network and in the mixer's jitter buffer. */
const settlesAfterMs = 500;

/** What talkback stands on. */
type Parts = {
  strips: StripRack;
  clock: StudioClock;
  isOnAir(): boolean;
  /** This microphone is not to open by itself any more. */
  staysClosed(stripId: StripId): void;
  changed(): void;
};

/** Teachers who speak off air to one, to those backstage, or to all: their voice leaves the programme and reaches the target only. */
export class Talkback {
  readonly #parts: Parts;
  readonly #ending = new Map<StripId, () => void>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Begins, or turns to another target. Refuses a target that is on air without headphones: everybody would hear it. */
  begin(peer: Peer, target: TalkbackTarget) {
    if (peer.media.voice === undefined) throw new Refusal("studio.no_microphone");
    if (target.kind === "strip") this.#parts.strips.require(target.stripId);
    const { strip } = peer;
    const targets = this.#parts.strips.list().filter((each) => each !== strip && isTarget(each, target));
    if (targets.some((each) => isExposed(each, this.#parts.isOnAir()))) throw new Refusal("talkback.on_air");
    this.#callOff(strip.id);
    this.#say(strip, target);
  }

  /** Ends it when the last word has surely arrived, so that none of it comes on air. */
  end({ strip }: Peer) {
    if (strip.talkingTo === null || this.#ending.has(strip.id)) return;
    const wake = () => {
      this.#ending.delete(strip.id);
      this.#say(strip, null);
    };
    this.#ending.set(strip.id, this.#parts.clock.after(settlesAfterMs, wake));
  }

  /** A teacher who is gone in the middle of it comes back with a closed microphone: they may not know that it would be heard. */
  cut(strip: Strip) {
    this.#callOff(strip.id);
    if (strip.talkingTo === null) return;
    strip.isOpen = false;
    this.#parts.staysClosed(strip.id);
    this.#say(strip, null);
  }

  #callOff(stripId: StripId) {
    this.#ending.get(stripId)?.();
    this.#ending.delete(stripId);
  }

  #say(strip: Strip, target: TalkbackTarget | null) {
    strip.talkingTo = target;
    this.#parts.changed();
  }
}
