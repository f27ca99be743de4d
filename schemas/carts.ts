import { z } from "zod";
import { CartId, ClassroomId } from "./ids.ts";
import { Title, VoiceColour } from "./people.ts";

/** What a cart is for: jingle, virgule (sting), générique (theme), tapis (bed). A bed loops. */
export const CartKind = z.enum(["jingle", "sting", "theme", "bed"]);
/** See {@link CartKind}. */
export type CartKind = z.infer<typeof CartKind>;

/** Longest cart accepted, in seconds: ten minutes. */
export const longestCartSeconds = 600;

/** Largest cart file accepted, in bytes: a ten-minute 48 kHz stereo wav and its header. */
export const largestCartBytes = 120_000_000;

/** Most carts a classroom may keep. */
export const mostCarts = 40;

/** A sound fired from the desk. */
export const Cart = z.strictObject({
  id: CartId,
  classroomId: ClassroomId,
  title: Title,
  kind: CartKind,
  colour: VoiceColour,
  durationSeconds: z.number().positive(),
});
/** See {@link Cart}. */
export type Cart = z.infer<typeof Cart>;

/** Form fields beside the file of `POST /api/classrooms/:id/carts`; the file's own name is not kept. */
export const NewCart = z.strictObject({
  title: Title,
  kind: CartKind,
  colour: z.coerce.number().pipe(VoiceColour),
});
/** See {@link NewCart}. */
export type NewCart = z.infer<typeof NewCart>;

/** Body of `PATCH /api/carts/:id`. */
export const CartChange = Cart.pick({ title: true, kind: true, colour: true }).partial();
/** See {@link CartChange}. */
export type CartChange = z.infer<typeof CartChange>;
