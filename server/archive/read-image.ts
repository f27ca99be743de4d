import sharp, { type Metadata, type Sharp } from "sharp";
import { fileTypeFromBuffer } from "file-type";
import { Refusal } from "../errors.ts";

/** What an opened image may take of the machine's memory: a photograph of a hundred million pixels. */
const mostBytes = 300_000_000;

const accepted = ["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"];

/**
 * Looks at the head of an uploaded image, and opens it the right way up. Throws `cover.not_image` for what is none, whatever its name says, and `cover.too_large` by what
 * its head says, before it is opened.
 */
export async function readImage(image: Uint8Array): Promise<{ head: Metadata; opened: () => Sharp }> {
  const sniffed = await fileTypeFromBuffer(image);
  if (sniffed === undefined || !accepted.includes(sniffed.mime)) throw new Refusal("cover.not_image");
  const head = await sharp(image, { limitInputPixels: false }).metadata().catch(notImage);
  if (openedBytes(head) > mostBytes) throw new Refusal("cover.too_large");
  return { head, opened: () => sharp(image, { limitInputPixels: mostBytes / 3, failOn: "error" }).rotate() };
}

/** An image as an RGB JPEG, without the camera's place and date. */
export const asJpeg = (image: Sharp, quality: number): Promise<Buffer> =>
  image.flatten({ background: "#fff" }).toColourspace("srgb").jpeg({ quality }).toBuffer().catch(notImage);

/** What it takes to open an image: of a progressive one all of it lies in memory at once, in two bytes for each value. */
function openedBytes({ width, height, channels, depth, isProgressive }: Metadata): number {
  const bytesEach = isProgressive || depth !== "uchar" ? 2 : 1;
  return width * height * Math.max(3, channels) * bytesEach;
}

const notImage = (error: unknown): Metadata & Buffer => {
  throw new Refusal("cover.not_image", { cause: error });
};
