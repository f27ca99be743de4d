import { v7 } from "uuid";
import { PeerId, type StripId } from "../../schemas/ids.ts";
import type { Strip } from "../../schemas/studio.ts";
import { makeLinkMeter } from "../../media/sfu/make-link-meter.ts";
import type { Announce } from "./announce.ts";
import { makeTurns } from "./make-turns.ts";
import { PeerMedia } from "./peer-media.ts";

/** A connected browser in a studio: at which strip it sits, and its sound. */
export class Peer {
  readonly id: PeerId = PeerId.parse(v7());
  readonly strip: Strip;
  /** Whether it may hold the whole desk: a teacher of the class. */
  readonly isDesk: boolean;
  readonly announce: Announce;
  readonly media: PeerMedia;
  /** What changes its sound happens in turns: a microphone is not closed while it opens. */
  readonly inTurn = makeTurns();
  readonly readLink = makeLinkMeter();
  /** Gone: left, was replaced or sent out. */
  isGone = false;

  /** `hears` tells whether this strip hears another one now. */
  constructor(strip: Strip, isDesk: boolean, announce: Announce, hears: (speaker: StripId) => boolean) {
    this.strip = strip;
    this.isDesk = isDesk;
    this.announce = (name, data) => {
      if (!this.isGone) announce(name, data);
    };
    this.media = new PeerMedia(this.announce, hears);
  }
  /** Whether it sees the desk now, of its own right or lent to it, and gets the meters. */
  get hasDesk(): boolean {
    return this.isDesk || this.strip.lent.length > 0;
  }
}
