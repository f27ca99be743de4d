import { v7 } from "uuid";
import { PeerId } from "../../schemas/ids.ts";
import type { Strip } from "../../schemas/studio.ts";
import { makeLinkMeter } from "../../media/sfu/make-link-meter.ts";
import type { Announce } from "./announce.ts";
import { makeTurns } from "./make-turns.ts";
import { PeerMedia } from "./peer-media.ts";

/** A connected browser in a studio: at which strip it sits, and its sound. */
export class Peer {
  readonly id: PeerId = PeerId.parse(v7());
  readonly strip: Strip;
  /** Whether it may hold the desk, and gets the meters. */
  readonly isDesk: boolean;
  readonly announce: Announce;
  readonly media: PeerMedia;
  /** What changes its sound happens in turns: a microphone is not closed while it opens. */
  readonly inTurn = makeTurns();
  readonly readLink = makeLinkMeter();
  /** Gone: left, was replaced or sent out. */
  isGone = false;

  constructor(strip: Strip, isDesk: boolean, announce: Announce) {
    this.strip = strip;
    this.isDesk = isDesk;
    this.announce = (name, data) => {
      if (!this.isGone) announce(name, data);
    };
    this.media = new PeerMedia(this.announce);
  }
}
