import { z } from "zod";
import { Processing } from "../../schemas/sound.ts";
import { RecordingId, ShowId, StripId } from "../../schemas/ids.ts";

const at = z.iso.datetime();
const count = z.int().min(0);
const uint32 = z.int().min(0).max(0xffff_ffff);
const loudness = { integratedLufs: z.number(), truePeakDbtp: z.number() };

/**
 * One line of `session.jsonl`, the recording's append-only memory. `at` is the server's clock, `frame` the programme's media time
 * (48,000 a second), `sample` a track's, counted from its first decoded sample. Paths are inside the recording's directory.
 */
export const IndexLine = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("opened"), at, version: z.literal(1), recordingId: RecordingId, showId: ShowId }),
  /** The programme's first block came. */
  z.object({ kind: z.literal("started"), at, frame: count }),
  /** A FLAC file of the programme begins, at `frame`; a further one means that an encoder died and was replaced. */
  z.object({ kind: z.literal("segmentOpened"), at, frame: count, path: z.string(), pid: count }),
  /** The programme was interrupted from `frame` on for so many frames, which are silence: its mixer died and was replaced. */
  z.object({ kind: z.literal("programmeGap"), at, frame: count, frames: count }),
  /** The recorder died and was replaced: what it had opened is closed by whoever finishes the recording. */
  z.object({ kind: z.literal("continued"), at }),
  z.object({
    kind: z.literal("trackOpened"),
    at,
    frame: count,
    track: count,
    stripId: StripId,
    stripNumber: count,
    /** The ssrc by which `aligned` names this voice. */
    mixerSsrc: uint32,
    path: z.string(),
  }),
  /** The track's first packet: its first decoded sample, which pre-skip then hides, has this timestamp. `frame` is its arrival. */
  z.object({ kind: z.literal("trackStarted"), at, frame: count, track: count, rtpTimestamp: uint32, preSkip: count }),
  /** The sender began its timestamps anew. */
  z.object({ kind: z.literal("rebased"), at, frame: count, track: count, sample: count, rtpTimestamp: uint32 }),
  /** Sound that never came, filled with silence. */
  z.object({ kind: z.literal("gap"), at, frame: count, track: count, sample: count, samples: count }),
  z.object({ kind: z.literal("trackClosed"), at, frame: count, track: count, samples: count }),
  /** The mixer put the sample with this timestamp at this frame, from here on. */
  z.object({ kind: z.literal("aligned"), at, frame: z.int(), stripId: StripId, ssrc: uint32, rtpTimestamp: uint32 }),
  /** The rides call this strip by this number. */
  z.object({ kind: z.literal("rideNumbered"), at, frame: count, stripId: StripId, number: count }),
  /** What the mixer does to the strip's voice from this frame on. */
  z.object({
    kind: z.literal("treated"),
    at,
    frame: count,
    stripId: StripId,
    treatment: Processing.extend({ pan: z.number().min(-1).max(1) }),
  }),
  /** The carts alone, as they went into the programme, from this frame on. */
  z.object({ kind: z.literal("cartsOpened"), at, frame: count, path: z.string() }),
  /** All carts were taken out of the finished programme for good, with their files. */
  z.object({ kind: z.literal("cartsErased"), at }),
  z.object({ kind: z.literal("loudness"), at, frame: count, ...loudness }),
  /** The programme from `from` to `to` was removed before anybody heard it, and is not to be heard; told at `frame`. */
  z.object({ kind: z.literal("muted"), at, frame: count, from: count, to: count }),
  z.object({ kind: z.literal("diskLow"), at, frame: count, freeBytes: count }),
  /** The last line: the programme is whole in `programme.flac`. Without loudness when it was recovered and none was measured. */
  z.object({
    kind: z.literal("closed"),
    at,
    frame: count,
    integratedLufs: z.number().optional(),
    truePeakDbtp: z.number().optional(),
    concealedBlocks: count.optional(),
  }),
]);
/** See {@link IndexLine}. */
export type IndexLine = z.infer<typeof IndexLine>;

/** A line of one kind. */
export type LineOf<Kind extends IndexLine["kind"]> = Extract<IndexLine, { kind: Kind }>;

type WithoutAt<Line> = Line extends IndexLine ? Omit<Line, "at"> : never;

/** A line before it is stamped with the clock. */
export type NewLine = WithoutAt<IndexLine>;
