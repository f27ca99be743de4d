import sharp, { type Metadata } from "sharp";
import { fileTypeFromBuffer } from "file-type";
import { Refusal } from "../errors.ts";

/** Smallest and largest side of a podcast cover (Apple). */
const smallestSide = 1_400;
const largestSide = 3_000;
/** More pixels than any camera of a school makes: what claims more is a bomb. */
const mostPixels = 100_000_000;

const accepted = ["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"];

/**
 * An uploaded image as a podcast cover: square (cut around its centre), 1400 to 3000 px, RGB JPEG, without the camera's place and date.
 * Throws `cover.not_image` for what is none, whatever its name says, and `cover.too_small`.
 */
export async function squareCover(image: Uint8Array): Promise<Buffer> {
  const sniffed = await fileTypeFromBuffer(image);
  if (sniffed === undefined || !accepted.includes(sniffed.mime)) throw new Refusal("cover.not_image");
  const read = () => sharp(image, { limitInputPixels: mostPixels, failOn: "error" });
  const { width, height } = await read().metadata().catch(notImage);
  const side = Math.min(width, height);
  if (side < smallestSide) throw new Refusal("cover.too_small");
  const kept = Math.min(side, largestSide);
  const square = read().rotate().resize(kept, kept, { fit: "cover" }).flatten({ background: "#fff" });
  return square.toColourspace("srgb").jpeg({ quality: 88 }).toBuffer().catch(notImage);
}

const notImage = (error: unknown): Metadata & Buffer => {
  throw new Refusal("cover.not_image", { cause: error });
};
