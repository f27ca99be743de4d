import { Refusal } from "../errors.ts";
import { asJpeg, readImage } from "./read-image.ts";

/** Smallest and largest side of a podcast cover (Apple). */
const smallestSide = 1_400;
const largestSide = 3_000;

/**
 * An uploaded image as a podcast cover: square (cut around its centre), 1400 to 3000 px, RGB JPEG, without the camera's place and date; one that is smaller, down to
 * `smallest`, is made larger.
 * Throws as {@link readImage} does, and `cover.too_small`.
 */
export async function squareCover(image: Uint8Array, smallest = smallestSide): Promise<Buffer> {
  const { head, opened } = await readImage(image);
  const side = Math.min(head.width, head.height);
  if (side < smallest) throw new Refusal("cover.too_small");
  const kept = Math.max(smallestSide, Math.min(side, largestSide));
  return asJpeg(opened().resize(kept, kept, { fit: "cover" }), 88);
}
