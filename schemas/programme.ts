import type { StripId } from "./ids.ts";
import type { Processing } from "./sound.ts";

/** Frames a second of the programme; a frame is one sample of left and one of right. */
export const framesPerSecond = 48_000;

/** Frames in a block: 20 ms. */
export const framesPerBlock = 960;

/** Frames that travel together on the programme's port: 100 ms, so that its listeners are woken ten times a second. */
export const framesPerBatch = 5 * framesPerBlock;

/** What the whole programme was, from its opening to its close. */
export type ProgrammeSummary = {
  /** Length; always a whole number of blocks. */
  frames: number;
  /** EBU R128 integrated loudness since the opening; −70 when nothing but silence was heard. */
  integratedLufs: number;
  /** Highest true peak of either channel since the opening (BS.1770-4, 4× oversampled); −100 for digital silence. */
  truePeakDbtp: number;
  /** 20 ms blocks of any strip, open or closed, that had to be concealed because their packet was lost or too late. */
  concealedBlocks: number;
  /** Ticks that came more than 20 ms late; they were caught up without a gap. */
  lateTicks: number;
};

/** What is done to a strip's voice on its way to the programme, besides its fader and the automix. `pan`: −1 is left, 1 is right. */
export type Treatment = Processing & { pan: number };

/** A strip's gain in the block that begins at `frame`: fader and automix together, as a factor, at the end of each 5 ms. It holds until another one comes. */
export type Ride = { stripId: StripId; frame: number; gains: readonly number[] };

/** What travels on the programme's port, in order; made by the mixer, heard by recorder and stream. `closed` is the last message. */
export type ProgrammeMessage =
  /** The next 100 ms: 9600 interleaved samples, −1 to 1; the last batch may be shorter. `frame`, its first, counts from the opening, without a gap. */
  | { kind: "batch"; frame: number; samples: Float32Array }
  /**
   * The sample with this RTP timestamp stands in the programme at this frame, every latency of the mixer included.
   * Sent before the first batch that holds the strip's sound and whenever the relation changes (drift, pauses, another source).
   */
  | { kind: "aligned"; stripId: StripId; ssrc: number; rtpTimestamp: number; frame: number }
  /** A strip's treatment from here on. */
  | { kind: "treated"; stripId: StripId; frame: number; treatment: Treatment }
  /**
   * With each batch, before it: how the voices were ridden in its blocks, and what the carts sounded like, already ducked (9600 samples, none
   * when none played). Frames are counted before the limiter: in the programme all this stands 240 frames later.
   */
  | { kind: "mixed"; frame: number; frames: number; rides: readonly Ride[]; carts: Float32Array | undefined }
  /** Once a second: loudness and true peak since the opening, up to `frame`. */
  | { kind: "loudness"; frame: number; integratedLufs: number; truePeakDbtp: number }
  | { kind: "closed"; summary: ProgrammeSummary };

/** A UDP port on this machine that takes one producer's RTP; disposing it closes the socket. */
export type RtpPort = AsyncDisposable & { readonly ip: "127.0.0.1"; readonly port: number };
