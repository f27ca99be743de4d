import sharp, { type Metadata } from "sharp";
import { fileTypeFromBuffer } from "file-type";
import { Refusal } from "../errors.ts";

/** Smallest and largest side of a podcast cover (Apple). */
const smallestSide = 1_400;
const largestSide = 3_000;
/** What an opened image may take of the machine's memory: a photograph of a hundred million pixels. */
const mostBytes = 300_000_000;

const accepted = ["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"];

/**
 * An uploaded image as a podcast cover: square (cut around its centre), 1400 to 3000 px, RGB JPEG, without the camera's place and date; one that is smaller, down to
 * `smallest`, is made larger.
 * Throws `cover.not_image` for what is none, whatever its name says, `cover.too_small`, and `cover.too_large` by what its head says, before it is opened.
 */
export async function squareCover(image: Uint8Array, smallest = smallestSide): Promise<Buffer> {
  const sniffed = await fileTypeFromBuffer(image);
  if (sniffed === undefined || !accepted.includes(sniffed.mime)) throw new Refusal("cover.not_image");
  const read = () => sharp(image, { limitInputPixels: mostBytes / 3, failOn: "error" });
  const head = await sharp(image, { limitInputPixels: false }).metadata().catch(notImage);
  if (openedBytes(head) > mostBytes) throw new Refusal("cover.too_large");
  const side = Math.min(head.width, head.height);
  if (side < smallest) throw new Refusal("cover.too_small");
  const kept = Math.max(smallestSide, Math.min(side, largestSide));
  const square = read().rotate().resize(kept, kept, { fit: "cover" }).flatten({ background: "#fff" });
  return square.toColourspace("srgb").jpeg({ quality: 88 }).toBuffer().catch(notImage);
}

/** What it takes to open an image: of a progressive one all of it lies in memory at once, in two bytes for each value. */
function openedBytes({ width, height, channels, depth, isProgressive }: Metadata): number {
  const bytesEach = isProgressive || depth !== "uchar" ? 2 : 1;
  return width * height * Math.max(3, channels) * bytesEach;
}

const notImage = (error: unknown): Metadata & Buffer => {
  throw new Refusal("cover.not_image", { cause: error });
};
