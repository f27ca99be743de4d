import type { Generated } from "kysely";
import type { ConsentScope } from "../../../schemas/consent.ts";
import type { Flag, Instant } from "./values.ts";

/** The rows about channels and the shows they air. */
export type RadioTables = {
  channel: {
    id: string;
    classroomId: string;
    slug: string;
    title: string;
    description: string;
    author: string;
    language: string;
    visibility: string;
    bird: string;
    colour: number;
    coverVersion: Generated<number>;
    hasOwnCover: Generated<Flag>;
    interludeCartId: Generated<string | null>;
    /** Where its public feed has moved to. */
    movedTo: Generated<string | null>;
    licence: Generated<string>;
    /** When anything that the feed shows last changed: its Last-Modified. */
    changedAt: Instant;
    createdAt: Instant;
  };
  /** A channel that another one names, in the order of `place`. */
  sisterChannel: { channelId: string; sisterId: string; place: number };
  /** A channel without a row has the usual settings. */
  airSettings: { channelId: string; delaySeconds: number; cutSeconds: number };
  show: {
    id: string;
    channelId: string;
    title: string;
    scheduledAt: Instant | null;
    plannedSeconds: number | null;
    /** Shows that were planned together, one a week, share it. */
    slotId: string | null;
    state: string;
    /** JSON array of the carts on its pads, in order; NULL for those of its classroom. */
    pads: string | null;
    createdAt: Instant;
    /** When what a calendar shows of it last changed. */
    changedAt: Instant;
  };
  /** A class code that opens until the show has ended. */
  showCode: { showId: string; code: string; expiresAt: Instant };
  rundown: {
    showId: string;
    revision: number;
    /** JSON array of items; speakers are pupil ids. */
    items: string;
    /** Of the classes whose rundowns it came from. */
    credit: Generated<string | null>;
  };
  /** An item that began while a recording ran. */
  airedItem: {
    id: Generated<number>;
    recordingId: string;
    itemId: string;
    title: string;
    startedAt: Instant;
  };
  /** Pupils who may not come back into a show. */
  showBar: { showId: string; pupilId: string; barredAt: Instant };
  cart: {
    id: string;
    classroomId: string;
    title: string;
    kind: string;
    colour: number;
    mode: string;
    gainDb: number;
    fadeOutSeconds: number;
    nextCartId: string | null;
    isForPupils: Flag;
    /** JSON of its sound rights. */
    rights: string;
    /** Of the whole file. */
    durationSeconds: number;
    soundFrom: number;
    soundTo: number;
    integratedLufs: number | null;
    truePeakDbtp: number;
    /** Where it stands on the classroom's shelf, from the lowest up. */
    place: number;
    createdAt: Instant;
  };
  /** What a family left for a show: a voice by its length, a question by its text, which goes when it is declined. */
  reply: {
    id: string;
    familyId: string;
    showId: string;
    kind: string;
    text: string | null;
    durationSeconds: number | null;
    state: string;
    /** What an accepted voice became, while it is there; it goes with this. */
    cartId: string | null;
    createdAt: Instant;
  };
  /** A voice that a family left, by the message's id: it stays when the message is gone, for what was heard of it. */
  familyVoice: { id: string; scope: ConsentScope; speaker: "adult" | "child" };
  /** Carts that were heard while a recording ran. */
  cartPlay: {
    id: Generated<number>;
    recordingId: string;
    cartId: string | null;
    /** Title and rights as they were then, for when the cart is gone. */
    title: string;
    rights: string;
    atSeconds: number;
  };
};
