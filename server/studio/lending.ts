import type { LentPart } from "../../schemas/floor.ts";
import type { StripId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { Peer } from "./peer.ts";
import type { StripRack } from "./strip-rack.ts";

/** The desk in a pupil technician's hands. A loan stays with the strip, so that a reload keeps it, until it is taken back. */
export class Lending {
  readonly #strips: StripRack;
  readonly #changed: () => void;

  constructor(strips: StripRack, changed: () => void) {
    this.#strips = strips;
    this.#changed = changed;
  }

  /** Lends exactly these parts from the next request on; none takes everything back. */
  lend(stripId: StripId, parts: readonly LentPart[]) {
    this.#strips.requirePupil(stripId).lent = [...new Set(parts)];
    this.#changed();
  }

  /** A technician moves pupils' strips only: a teacher's microphone is the teacher's. */
  requireMayMove(peer: Peer, stripId: StripId) {
    if (!peer.isDesk && this.#strips.require(stripId).voice.kind === "teacher") throw new Refusal("session.forbidden");
  }
}
