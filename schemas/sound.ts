import { z } from "zod";

/** Gain in dB before everything else of a strip, where a voice is too far from the others; 0 is as it came. */
export const TrimDb = z.number().min(-12).max(12);

/** Place of a voice between left (−1) and right (1); 0 is the middle. */
export const Pan = z.number().min(-1).max(1);

/** How much more than the others, in dB, a microphone counts in the automix; 0 is alike. */
export const WeightDb = z.number().min(-12).max(12);

/** What a strip does to a voice before its fader. */
export const Processing = z.strictObject({
  trimDb: TrimDb,
  /** Takes away what is below 80 Hz. */
  hasHighPass: z.boolean(),
  /** Takes noise away (RNNoise); costs a few per cent of a core, and 10 ms. */
  hasDenoiser: z.boolean(),
  /** Closes while nobody speaks. */
  hasGate: z.boolean(),
  /** The *Voix* preset: brings soft and loud words closer together. */
  hasCompressor: z.boolean(),
});
/** See {@link Processing}. */
export type Processing = z.infer<typeof Processing>;

/** A voice as it came. */
export const plainProcessing: Processing = Object.freeze({
  trimDb: 0,
  hasHighPass: false,
  hasDenoiser: false,
  hasGate: false,
  hasCompressor: false,
});

/** *Sous voix*: carts and beds get softer while somebody speaks into an open microphone. */
export const Ducking = z.strictObject({
  isOn: z.boolean(),
  /** How far they fall. */
  depthDb: z.number().min(3).max(30),
  /** How long they take to come back. */
  releaseMs: z.number().min(200).max(5_000),
});
/** See {@link Ducking}. */
export type Ducking = z.infer<typeof Ducking>;

/** What the desk sets for the sound of all strips together. */
export const DeskSound = z.strictObject({
  /** Automix: the open microphones share one gain, whoever speaks has most of it. */
  hasAutomix: z.boolean(),
  ducking: Ducking,
});
/** See {@link DeskSound}. */
export type DeskSound = z.infer<typeof DeskSound>;

/** How a studio begins: every voice at its own gain, music under the voices. */
export const firstDeskSound: DeskSound = Object.freeze({
  hasAutomix: false,
  ducking: Object.freeze({ isOn: true, depthDb: 12, releaseMs: 1_000 }),
});
