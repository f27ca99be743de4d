import type { StripId } from "../../schemas/ids.ts";
import type { Strip } from "../../schemas/studio.ts";
import { Refusal } from "../errors.ts";
import type { StripRack } from "./strip-rack.ts";
import { toInstant, type StudioClock } from "./studio-clock.ts";

/** What backstage stands on. */
type Parts = {
  strips: StripRack;
  clock: StudioClock;
  isOnAir(): boolean;
  /** This microphone is not to open by itself any more. */
  staysClosed(stripId: StripId): void;
  changed(): void;
};

/** The curtain between those who wait off air and the floor, and the raised hands on both sides of it. */
export class Backstage {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Lets a pupil onto the floor, microphone closed: what they asked for by a raised hand is done. On air, `consent.too_narrow` for one whose
   * voice may not go out.
   */
  bringIn(stripId: StripId) {
    const strip = this.#parts.strips.requirePupil(stripId);
    if (strip.lock !== null && this.#parts.isOnAir()) throw new Refusal("consent.too_narrow");
    this.#set(strip, { place: "floor", handRaisedAt: null });
  }

  /** Sends a pupil backstage; the microphone closes, so that coming in again does not open it. */
  sendBack(stripId: StripId) {
    this.#parts.staysClosed(stripId);
    this.#set(this.#parts.strips.requirePupil(stripId), { place: "backstage", isOpen: false });
  }

  /** Raises a hand, which keeps its turn when raised again, or lowers it. */
  setHand(strip: Strip, isRaised: boolean) {
    const { clock } = this.#parts;
    this.#set(strip, { handRaisedAt: isRaised ? (strip.handRaisedAt ?? toInstant(clock.now())) : null });
  }

  /** Lowers somebody's hand from the desk. */
  lowerHand(stripId: StripId) {
    this.setHand(this.#parts.strips.require(stripId), false);
  }

  #set(strip: Strip, change: Partial<Strip>) {
    Object.assign(strip, change);
    this.#parts.changed();
  }
}
