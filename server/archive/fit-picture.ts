import { asJpeg, readImage } from "./read-image.ts";

/** Longest side of a picture in an exercise, in pixels: a tablet's screen. */
const longestSide = 1_600;

/** An uploaded image as an exercise shows it: whole, within 1600 px, RGB JPEG, without the camera's place and date. Throws as {@link readImage} does. */
export async function fitPicture(image: Uint8Array): Promise<Buffer> {
  const { opened } = await readImage(image);
  return asJpeg(opened().resize(longestSide, longestSide, { fit: "inside", withoutEnlargement: true }), 82);
}
