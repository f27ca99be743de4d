import { z } from "zod";
import { ErrorCode } from "./errors.ts";
import { LentPart, Table, TalkbackTarget } from "./floor.ts";
import { GainDb } from "./gain.ts";
import { CartId, ClassroomId, EpisodeId, PeerId, PupilId, RundownItemId, ShowId, StripId } from "./ids.ts";
import { Job } from "./jobs.ts";
import { CutSeconds, DelayPipe, DelaySeconds } from "./live.ts";
import type { Action } from "./permissions.ts";
import { Ducking, Pan, Processing, TrimDb, WeightDb } from "./sound.ts";
import { Levels, MicrophoneState, mostAtOneMicrophone, StudioSnapshot } from "./studio.ts";

// mediasoup's own parameter objects travel opaquely: mediasoup checks them, and their shape is its contract with mediasoup-client.
const Opaque = z.record(z.string(), z.unknown());
const nothing = z.strictObject({});
/** Who is said to speak at one microphone. */
const Speakers = z.array(PupilId).min(1).max(mostAtOneMicrophone);
const MediasoupId = z.string().min(1).max(100);

/** What a page may ask over the socket: `data` goes up, `reply` comes back in the acknowledgement. */
export const requests = {
  /** Enter a show's studio; the first request. Coming back gives the same strip with its gain. `table` tells where the device stands, unless the desk said so. */
  join: {
    data: z.strictObject({ showId: ShowId, table: Table.optional() }),
    reply: z.strictObject({
      peerId: PeerId,
      stripId: StripId,
      isDesk: z.boolean(),
      routerRtpCapabilities: Opaque,
      snapshot: StudioSnapshot,
    }),
  },
  /** Leave the studio for good; the strip keeps its place, empty. */
  leave: { data: nothing, reply: nothing },
  /** Make one of the peer's two transports: `send` for the microphone, `receive` for the others and the carts. */
  openTransport: {
    data: z.strictObject({ direction: z.enum(["send", "receive"]), forceTcp: z.boolean().default(false) }),
    reply: z.strictObject({
      id: MediasoupId,
      iceParameters: Opaque,
      iceCandidates: z.array(Opaque),
      dtlsParameters: Opaque,
    }),
  },
  /** Finish the DTLS handshake of a transport. */
  connectTransport: { data: z.strictObject({ transportId: MediasoupId, dtlsParameters: Opaque }), reply: nothing },
  /** New ICE credentials after the network changed. */
  restartIce: {
    data: z.strictObject({ transportId: MediasoupId }),
    reply: z.strictObject({ iceParameters: Opaque }),
  },
  /** Send the microphone: from here on it reaches mixer, recorder and the others. */
  produce: {
    data: z.strictObject({ transportId: MediasoupId, rtpParameters: Opaque }),
    reply: z.strictObject({ producerId: MediasoupId }),
  },
  /** Stop sending the microphone, before another one is produced. */
  closeProducer: { data: z.strictObject({ producerId: MediasoupId }), reply: nothing },
  /** Ask for all that the peer should hear; each arrives as `consumerOpened`, now and later. */
  consume: { data: z.strictObject({ transportId: MediasoupId, rtpCapabilities: Opaque }), reply: nothing },
  /** The page is ready to play a consumer, which begins paused. */
  resumeConsumer: { data: z.strictObject({ consumerId: MediasoupId }), reply: nothing },
  /** What became of the page's microphone. */
  setMicrophone: {
    data: z.strictObject({
      state: MicrophoneState,
      /** What the sound check found to be missing; the strip takes it until the desk has set its own. */
      suggestedTrimDb: TrimDb.optional(),
    }),
    reply: nothing,
  },
  /** Ask to speak, or lower one's own hand. */
  setHand: { data: z.strictObject({ isRaised: z.boolean() }), reply: nothing },
  /** Say whether this page is heard through headphones: only then may the desk speak to somebody who is on air. */
  setHeadphones: { data: z.strictObject({ hasHeadphones: z.boolean() }), reply: nothing },
  /** Say who speaks at one's own microphone now, all of them. It can lock the voice, and never unlock it: `consent.too_narrow` when somebody whose voice may not go so far would be taken out. */
  tellSpeakers: { data: z.strictObject({ pupilIds: Speakers }), reply: nothing },
  /** Desk: say who speaks at a pupil's microphone now. */
  setSpeakers: { data: z.strictObject({ stripId: StripId, pupilIds: Speakers }), reply: nothing },
  /** Desk: let somebody who waits backstage onto the floor, with a closed microphone; a raised hand goes down. */
  bringIn: { data: z.strictObject({ stripId: StripId }), reply: nothing },
  /** Desk: send a pupil backstage; their microphone closes. */
  sendBackstage: { data: z.strictObject({ stripId: StripId }), reply: nothing },
  /** Desk: lower a pupil's hand. */
  lowerHand: { data: z.strictObject({ stripId: StripId }), reply: nothing },
  /** Desk: lend these parts of the desk to a pupil, in place of what was lent to them before; none takes the desk back. */
  lendDesk: { data: z.strictObject({ stripId: StripId, parts: z.array(LentPart).max(2) }), reply: nothing },
  /** Desk: speak off air to a target, or end it with `null`; half a second later one's own microphone is again as it was. */
  talkBack: { data: z.strictObject({ target: TalkbackTarget.nullable() }), reply: nothing },
  /** Desk: close every microphone. */
  muteAll: { data: nothing, reply: nothing },
  /** Desk: mark strips as standing at one table of one room; `null` takes the mark away. */
  shareTable: {
    data: z.strictObject({ stripIds: z.array(StripId).min(1).max(20), table: Table.nullable() }),
    reply: nothing,
  },
  /** Desk, or a technician: move a fader, open or close a microphone, set what is done to a voice. What is left out stays. */
  setStrip: {
    data: z.strictObject({
      stripId: StripId,
      gainDb: GainDb.optional(),
      isOpen: z.boolean().optional(),
      pan: Pan.optional(),
      weightDb: WeightDb.optional(),
      processing: Processing.partial().optional(),
    }),
    reply: nothing,
  },
  /** Desk: let the open microphones share one gain, or not. */
  setAutomix: { data: z.strictObject({ hasAutomix: z.boolean() }), reply: nothing },
  /** Desk: how music makes room for speech. */
  setDucking: { data: Ducking, reply: nothing },
  /** Desk: hear a strip in the desk's own headphones, open or closed, or no longer. Never on air. */
  cueStrip: { data: z.strictObject({ stripId: StripId, isCued: z.boolean() }), reply: nothing },
  /** Desk, or a technician: the fader of all carts together. */
  setCartsGain: { data: z.strictObject({ gainDb: GainDb }), reply: nothing },
  /** Desk, or a technician: play a cart from its beginning; a pupil plays those that are for pupils. */
  playCart: { data: z.strictObject({ cartId: CartId }), reply: nothing },
  /** Desk, or a technician: fade a playing cart out, as long as that cart takes. */
  stopCart: { data: z.strictObject({ cartId: CartId }), reply: nothing },
  /** Desk: move on to the next item of the rundown and do its moves; nothing happens when `after` is no longer the item that is on. */
  nextItem: { data: z.strictObject({ after: RundownItemId.nullable() }), reply: nothing },
  /** Desk: go to any item; one that was on before is taken up again without firing its sounds. */
  goToItem: { data: z.strictObject({ itemId: RundownItemId }), reply: nothing },
  /** Desk: begin the countdown 3-2-1; the transmission and the recording begin at its end. */
  goOnAir: { data: nothing, reply: nothing },
  /** Desk: back to rehearsal while the countdown runs. */
  cancelCountdown: { data: nothing, reply: nothing },
  /** Desk: end the show; its recording becomes an episode, told at once (else `null`) when no listener has to hear the delay out. */
  endShow: { data: nothing, reply: z.strictObject({ episodeId: EpisodeId.nullable() }) },
  /** Desk: the emergency stop; the show ends at once, and what the delay holds is never heard. */
  stopShow: { data: nothing, reply: nothing },
  /** Desk: remove the last seconds before anybody hears them; again removes more. `air.delay_empty` when nothing is held. */
  cut: { data: nothing, reply: z.strictObject({ seconds: z.number().positive() }) },
  /** Desk: how much programme is held back, and how much `cut` removes. */
  setAir: {
    data: z.strictObject({ delaySeconds: DelaySeconds.optional(), cutSeconds: CutSeconds.optional() }),
    reply: nothing,
  },
  /** Desk: send a participant out; they may come back through the same door. */
  removeParticipant: { data: z.strictObject({ stripId: StripId }), reply: nothing },
  /** Desk: send a pupil out who may not come back into this show, also after a restart of the station, until the bar is lifted. */
  barParticipant: { data: z.strictObject({ stripId: StripId }), reply: nothing },
  /** Desk: let a barred pupil come back. */
  liftBar: { data: z.strictObject({ pupilId: PupilId }), reply: nothing },
  /** Listen to a show on air, as its listeners hear it, without a seat in its studio: a transport to receive with. `live.off` when it is not on air. */
  listen: {
    data: z.strictObject({ showId: ShowId, forceTcp: z.boolean().default(false) }),
    reply: z.strictObject({
      routerRtpCapabilities: Opaque,
      id: MediasoupId,
      iceParameters: Opaque,
      iceCandidates: z.array(Opaque),
      dtlsParameters: Opaque,
    }),
  },
  /** After `listen`: ask for the programme, in what the page can decode. It flows once `connectListening` is done. */
  startListening: {
    data: z.strictObject({ rtpCapabilities: Opaque }),
    reply: z.strictObject({ consumerId: MediasoupId, producerId: MediasoupId, rtpParameters: Opaque }),
  },
  /** After `startListening`: finish the DTLS handshake of the listening transport. */
  connectListening: { data: z.strictObject({ dtlsParameters: Opaque }), reply: nothing },
  /** Stop listening; leaving the page does the same. */
  stopListening: { data: nothing, reply: nothing },
} as const;
/** Name of a request. */
export type RequestName = keyof typeof requests;
/** What a request carries, as the server reads it. */
export type RequestData<Name extends RequestName> = z.infer<(typeof requests)[Name]["data"]>;
/** What a page may leave out, the defaults fill in. */
export type RequestInput<Name extends RequestName> = z.input<(typeof requests)[Name]["data"]>;
/** What comes back. */
export type RequestReply<Name extends RequestName> = z.infer<(typeof requests)[Name]["reply"]>;

/** What each request needs in the permission table, asked about the show whose studio the socket is in, enters or listens to. */
export const requestActions = {
  join: "studio.join",
  leave: "studio.join",
  openTransport: "studio.participate",
  connectTransport: "studio.participate",
  restartIce: "studio.participate",
  produce: "studio.participate",
  closeProducer: "studio.participate",
  consume: "studio.participate",
  resumeConsumer: "studio.participate",
  setMicrophone: "studio.participate",
  setAutomix: "desk.operate",
  setDucking: "desk.operate",
  cueStrip: "desk.operate",
  nextItem: "desk.operate",
  goToItem: "desk.operate",
  setHand: "studio.participate",
  setHeadphones: "studio.participate",
  tellSpeakers: "studio.participate",
  setSpeakers: "desk.operate",
  bringIn: "desk.operate",
  sendBackstage: "desk.operate",
  lowerHand: "desk.operate",
  lendDesk: "desk.operate",
  talkBack: "desk.operate",
  muteAll: "desk.operate",
  shareTable: "desk.operate",
  setStrip: "desk.faders",
  setCartsGain: "desk.carts",
  playCart: "desk.carts",
  stopCart: "desk.carts",
  goOnAir: "desk.operate",
  cancelCountdown: "desk.operate",
  endShow: "desk.operate",
  stopShow: "desk.operate",
  cut: "desk.operate",
  setAir: "desk.operate",
  removeParticipant: "desk.operate",
  barParticipant: "desk.operate",
  liftBar: "desk.operate",
  listen: "channel.readPublic",
  startListening: "channel.readPublic",
  connectListening: "channel.readPublic",
  stopListening: "channel.readPublic",
} as const satisfies Record<RequestName, Action>;

/** The acknowledgement of every request. */
export type Answer<Name extends RequestName> = { ok: true; data: RequestReply<Name> } | { ok: false; error: ErrorCode };

/** Where something that a page hears comes from. */
export const AudibleSource = z.enum(["voice", "carts", "cue"]);
/** See {@link AudibleSource}. */
export type AudibleSource = z.infer<typeof AudibleSource>;

/** What the server tells pages, as past facts. */
export const announcements = {
  /** Anything of the studio changed; to everybody in it. A page acknowledges it, and gets the next one after that: the newest, when several came meanwhile. */
  studioChanged: StudioSnapshot,
  /** Meters, 15 times a second, volatile; to the desk. */
  levelsMeasured: Levels,
  /** What lies in the delay, five times a second, volatile; to the desk. */
  delayMeasured: DelayPipe,
  /** What this page listened to ended, or its media worker died: `listen` again if the channel is still live. */
  listeningClosed: nothing,
  /** The peer can hear something new: another's microphone, the carts (return bus), or, at the desk, the cue bus; both have no strip. */
  consumerOpened: z.strictObject({
    consumerId: MediasoupId,
    producerId: MediasoupId,
    source: AudibleSource,
    stripId: StripId.nullable(),
    rtpParameters: Opaque,
  }),
  /** A consumer is gone, with its producer. */
  consumerClosed: z.strictObject({ consumerId: MediasoupId }),
  /** The desk sent this peer out; a barred one need not come back. */
  participantRemoved: z.strictObject({ isBarred: z.boolean() }),
  /** This person opened the studio in another tab or tablet, which now has the strip. */
  peerReplaced: nothing,
  /** The studio is no more, and this page is in none: `join` tells whether there is another. */
  studioClosed: nothing,
  /** The media worker died and is being replaced: open transports anew. */
  mediaLost: nothing,
  /** A job of the peer's classroom moved; to staff. */
  jobChanged: Job,
  /** Somebody came to the door of this class, went, or was answered; to its staff. */
  newcomersChanged: z.strictObject({ classroomId: ClassroomId }),
  /** A family of this class left something for a show or took it back, or it was answered; to its staff. */
  repliesChanged: z.strictObject({ classroomId: ClassroomId }),
} as const;
/** Name of an announcement. */
export type AnnouncementName = keyof typeof announcements;
/** What an announcement carries. */
export type Announcement<Name extends AnnouncementName> = z.infer<(typeof announcements)[Name]>;

/** Types of the socket.io server and client. */
export type ClientToServer = {
  [Name in RequestName]: (data: RequestInput<Name>, reply: (answer: Answer<Name>) => void) => void;
};
/** See {@link ClientToServer}. */
export type ServerToClient = { [Name in AnnouncementName]: (data: Announcement<Name>) => void };

/** Schema of a refused acknowledgement, for clients that check. */
export const RefusedAnswer = z.strictObject({ ok: z.literal(false), error: ErrorCode });
