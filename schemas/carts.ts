import { z } from "zod";
import { CartId, ClassroomId, PupilId } from "./ids.ts";
import { Title, VoiceColour } from "./people.ts";
import { SoundRights } from "./sound-rights.ts";

/** What a cart is for: jingle, virgule (sting), générique (theme), tapis (bed). */
export const CartKind = z.enum(["jingle", "sting", "theme", "bed"]);
/** See {@link CartKind}. */
export type CartKind = z.infer<typeof CartKind>;

/** How a pad plays: once to its end, round and round until stopped, or for as long as it is held down. */
export const CartMode = z.enum(["oneShot", "loop", "hold"]);
/** See {@link CartMode}. */
export type CartMode = z.infer<typeof CartMode>;

/** Longest cart accepted, in seconds: ten minutes. */
export const longestCartSeconds = 600;

/** Largest cart file accepted, in bytes: a ten-minute 48 kHz stereo wav and its header. */
export const largestCartBytes = 120_000_000;

/** Most carts a classroom may keep. */
export const mostCarts = 40;

/** How many pads have a key of the keyboard: 1 to 9. */
export const keyedPads = 9;

/** How long a stopped cart takes to fade out, in seconds, unless its teacher says otherwise. */
export const usualFadeOutSeconds = 0.3;

/** What was measured on a cart's sound when it came. */
export const CartMeasure = z.strictObject({
  /** Length of the whole file. */
  fileSeconds: z.number().positive(),
  /** Where the sound begins and ends in it, without the silence around it. */
  soundFrom: z.number().min(0),
  soundTo: z.number().positive(),
  /** EBU R128; `null` where there was too little sound to measure. */
  integratedLufs: z.number().nullable(),
  truePeakDbtp: z.number(),
});
/** See {@link CartMeasure}. */
export type CartMeasure = z.infer<typeof CartMeasure>;

/** What a teacher sets of a cart. */
export const CartSettings = z.strictObject({
  title: Title,
  kind: CartKind,
  colour: VoiceColour,
  mode: CartMode,
  /** Gain in dB, on top of which comes the fader of all carts; what {@link advisedGainDb} says, until the teacher says otherwise. */
  gainDb: z.number().min(-40).max(20),
  fadeOutSeconds: z.number().min(0.05).max(10),
  /** The cart that begins at the very sample at which this one ends; of the same classroom. */
  nextCartId: CartId.nullable(),
  /** Whether a pupil at the desk may fire it. */
  isForPupils: z.boolean(),
  rights: SoundRights,
});
/** See {@link CartSettings}. */
export type CartSettings = z.infer<typeof CartSettings>;

/** A sound fired from the desk. */
export const Cart = CartSettings.extend({
  id: CartId,
  classroomId: ClassroomId,
  /** Length of the part that a pad plays, see {@link playedPart}. */
  durationSeconds: z.number().positive(),
  measure: CartMeasure,
});
/** See {@link Cart}. */
export type Cart = z.infer<typeof Cart>;

/** Form fields beside the file of `POST /api/classrooms/:id/carts`; the file's own name is not kept. */
export const NewCart = z.strictObject({
  title: Title,
  kind: CartKind,
  colour: z.coerce.number().pipe(VoiceColour),
  /** Usually a bed loops, and all else plays once. */
  mode: CartMode.optional(),
  isForPupils: z.enum(["true", "false"]).default("true"),
  /** A {@link SoundRights} as JSON. */
  rights: z.string().max(2_000).optional(),
  /** Pupils of the class who are heard in it: their ids, with commas between them; nobody, when left out. */
  speakers: z
    .string()
    .max(4_000)
    .transform((ids) => ids.split(",").filter(Boolean))
    .pipe(z.array(PupilId))
    .optional(),
});
/** See {@link NewCart}. */
export type NewCart = z.infer<typeof NewCart>;

/** Body of `PATCH /api/carts/:id`. */
export const CartChange = CartSettings.partial();
/** See {@link CartChange}. */
export type CartChange = z.infer<typeof CartChange>;

/** Body of `PUT` on the pads of a classroom or a show: which carts, in which order. */
export const PadOrder = z.strictObject({
  cartIds: z
    .array(CartId)
    .max(mostCarts)
    .refine((ids) => new Set(ids).size === ids.length),
});
/** See {@link PadOrder}. */
export type PadOrder = z.infer<typeof PadOrder>;

/** The pads of a show. Without a choice of its own, it has its classroom's, in the classroom's order. */
export const ShowPads = z.strictObject({ cartIds: z.array(CartId), isOwn: z.boolean() });
/** See {@link ShowPads}. */
export type ShowPads = z.infer<typeof ShowPads>;

/** The part of the file that a pad plays: a loop the whole of it, whose length is a musician's business; all else without the silence around it. */
export function playedPart({ mode, measure }: Pick<Cart, "mode" | "measure">): { from: number; seconds: number } {
  if (mode === "loop") return { from: 0, seconds: measure.fileSeconds };
  return { from: measure.soundFrom, seconds: measure.soundTo - measure.soundFrom };
}

// Programme loudness for what stands alone; a bed lies under voices.
const targetLufs: Readonly<Record<CartKind, number>> = { jingle: -16, sting: -16, theme: -16, bed: -24 };
const highestPeakDbtp = -1;

/** The gain that sets a cart beside voices at −16 LUFS, a bed 8 dB under them, without going over −1 dBTP; in tenths of a decibel. */
export function advisedGainDb({ kind, measure }: Pick<Cart, "kind" | "measure">): number {
  if (measure.integratedLufs === null) return 0;
  const gainDb = Math.min(targetLufs[kind] - measure.integratedLufs, highestPeakDbtp - measure.truePeakDbtp);
  return Math.round(Math.max(-40, Math.min(20, gainDb)) * 10) / 10;
}
