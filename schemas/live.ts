import { z } from "zod";
import { ShowId, StripId } from "./ids.ts";
import { flock } from "./listenings.ts";
import { Title } from "./people.ts";

/** Seconds of programme that wait between the desk and the listeners; 0 is no safety. */
export const DelaySeconds = z.int().min(0).max(30);

/** Seconds that one press on Couper removes. */
export const CutSeconds = z.int().min(3).max(8);

/** How a channel's shows go out; set at the desk, kept for the channel's next show. */
export const AirSettings = z.strictObject({ delaySeconds: DelaySeconds, cutSeconds: CutSeconds });
/** See {@link AirSettings}. */
export type AirSettings = z.infer<typeof AirSettings>;

/** What holds until somebody at the desk chooses otherwise. */
export const usualAirSettings: AirSettings = { delaySeconds: 10, cutSeconds: 5 };

/** A passage that was removed before anybody heard it. */
export const Cut = z.strictObject({
  at: z.iso.datetime(),
  seconds: z.number().positive(),
  /** Whose microphone gave the most in the removed passage; `null` when none was open. */
  loudest: StripId.nullable(),
});
/** See {@link Cut}. */
export type Cut = z.infer<typeof Cut>;

/** How the show goes out, as the desk sees it. */
export const Air = AirSettings.extend({
  /** The last removal of this transmission. */
  lastCut: Cut.nullable(),
  /** How many listen now, over all ways; nobody is told apart. */
  listeners: z.int().min(0),
});
/** See {@link Air}. */
export type Air = z.infer<typeof Air>;

/** One stretch of the delay: programme that nobody has heard yet, or the sound that covers what was removed. */
export const PipePart = z.strictObject({ kind: z.enum(["programme", "cover"]), seconds: z.number().positive() });
/** See {@link PipePart}. */
export type PipePart = z.infer<typeof PipePart>;

/** What lies in the delay, the next to be heard first. Couper can remove `heldSeconds`, the sum of the programme parts. */
export const DelayPipe = z.strictObject({ heldSeconds: z.number().min(0), parts: z.array(PipePart) });
/** See {@link DelayPipe}. */
export type DelayPipe = z.infer<typeof DelayPipe>;

/** How many listen now, as listeners are told: of one to four it is said only that they are a few, so that nobody can tell who of a family does. */
export const AudienceSize = z.union([z.literal("few"), z.int().min(0)]);
/** See {@link AudienceSize}. */
export type AudienceSize = z.infer<typeof AudienceSize>;

/** What listeners are told of a number of them. */
export const audienceSizeOf = (count: number): AudienceSize => (count > 0 && count < flock ? "few" : count);

/**
 * What a channel sends now: answer of `GET /api/channels/:slug/live`. `countdown` is not heard yet; `live` and `ending` are heard at
 * `/live/<slug>/index.m3u8` and `/live/<slug>.mp3`; `ending` means that the studio is closed and its last seconds are on their way.
 */
export const LiveState = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("none") }),
  z.strictObject({
    state: z.enum(["countdown", "live", "ending"]),
    /** For the low-latency way inside the school: the socket request `listen`. */
    showId: ShowId,
    showTitle: Title,
    /** What is being said now: the show's title, or that of the rundown's item. */
    title: Title,
    /** When it goes or went on air. */
    since: z.iso.datetime(),
    delaySeconds: DelaySeconds,
    listeners: AudienceSize,
  }),
]);
/** See {@link LiveState}. */
export type LiveState = z.infer<typeof LiveState>;
