import { EpisodeId } from "../../../schemas/ids.ts";
import { newId } from "../../../server/store/new-id.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { expect, test } from "vitest";
import { Bird } from "../../../schemas/people.ts";
import { coverSvg } from "../../../server/archive/cover-svg.ts";
import { squareCover } from "../../../server/archive/square-cover.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";

const picture = (width: number, height: number, background = "#336699"): Sharp =>
  sharp({ create: { width, height, channels: 3, background } });
const bytesOf = async (image: Sharp) => new Uint8Array(await image.toBuffer());
const shapeOf = async (image: ArrayBuffer | Buffer) => {
  const { width, height, format, space, exif } = await sharp(image).metadata();
  return { width, height, format, space, hasExif: exif !== undefined };
};
const square = (side: number) => ({ width: side, height: side, format: "jpeg", space: "srgb", hasExif: false });

test.each([
  ["a wide photograph", 2_400, 1_500, 1_500],
  ["a tall one", 1_400, 4_000, 1_400],
  ["a huge one", 5_000, 4_000, 3_000],
])("%s becomes a square JPEG of 1400 to 3000 px", async (_, width, height, side) => {
  const image = await bytesOf(picture(width, height).jpeg());
  expect(await shapeOf(await squareCover(image))).toEqual(square(side));
});

test("transparency becomes white, CMYK and grey become RGB, and where the photograph was taken is forgotten", async () => {
  const transparent = sharp({ create: { width: 1_400, height: 1_400, channels: 4, background: "#00000000" } }).png();
  const flat = await squareCover(await bytesOf(transparent));
  expect([...(await sharp(flat).extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer())]).toEqual([
    255, 255, 255,
  ]);
  const cmyk = await bytesOf(picture(1_400, 1_400).toColourspace("cmyk").jpeg());
  expect(await shapeOf(await squareCover(cmyk))).toEqual(square(1_400));
  const grey = await bytesOf(picture(1_400, 1_400).toColourspace("b-w").png());
  expect(await shapeOf(await squareCover(grey))).toEqual(square(1_400));
  const placed = picture(1_400, 1_400).withExif({ IFD0: { Artist: "Prénom Nom" } });
  expect(await shapeOf(await squareCover(await bytesOf(placed.jpeg())))).toEqual(square(1_400));
});

test.each([
  ["a small image", () => bytesOf(picture(1_399, 3_000).png()), "cover.too_small"],
  ["a text", () => Promise.resolve(new TextEncoder().encode("an image, says its name")), "cover.not_image"],
  ["nothing", () => Promise.resolve(new Uint8Array()), "cover.not_image"],
  [
    "a drawing that could load others",
    () => Promise.resolve(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    "cover.not_image",
  ],
  ["half an image", async () => (await bytesOf(picture(1_500, 1_500).png())).subarray(0, 800), "cover.not_image"],
  [
    "a bomb of 256 million pixels",
    () => bytesOf(picture(16_000, 16_000).png({ compressionLevel: 1 })),
    "cover.too_large",
  ],
])("%s is refused", async (_, image, code) => {
  await expect(squareCover(await image())).rejects.toMatchObject({ code });
});

test("each bird, colour and number draws another cover, and nothing but shapes", async () => {
  const drawn = new Set<string>();
  for (const bird of Bird.options) {
    const svg = coverSvg({ bird, colour: 3 }, 7, 200);
    expect(svg).not.toMatch(/<text|href|<image|<script/);
    drawn.add((await sharp(Buffer.from(svg)).raw().toBuffer()).toString("base64"));
  }
  for (const number of [undefined, 1, 1_234]) drawn.add(coverSvg({ bird: "merle", colour: 8 }, number, 200));
  expect(drawn.size).toBe(15);
});

test("a channel's uploaded cover stands under its own address, and the drawn one comes back when it is taken away", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const image = await bytesOf(picture(1_500, 1_500, "#ff0000").png());
  const uploaded = await teacher.upload("PUT", `/api/channels/${school.channel.id}/cover`, image);
  expect(uploaded.status).toBe(200);
  const changed = (await uploaded.json()) as { coverVersion: number; hasOwnCover: boolean };
  expect(changed).toMatchObject({ coverVersion: 1, hasOwnCover: true });
  const address = (version: number) => `/media/covers/channels/${school.channel.id}/${version}.jpg`;
  const cover = await teacher.get(address(1));
  expect(await shapeOf(await cover.arrayBuffer())).toEqual(square(1_500));
  const former = await teacher.get(address(0));
  expect([former.status, former.headers.get("location")]).toEqual([302, address(1)]);
  expect(await refusalIn(await doors.browser().get(address(1)))).toEqual([404, "channel.not_found"]);
  const taken = await teacher.delete(`/api/channels/${school.channel.id}/cover`);
  expect(await taken.json()).toMatchObject({ coverVersion: 2, hasOwnCover: false });
  expect(await shapeOf(await (await teacher.get(address(2))).arrayBuffer())).toEqual(square(1_600));
  expect((await doors.store.audit.listOf(`channel:${school.channel.id}`)).map(({ act }) => act)).toEqual([
    "channel.coverRemoved",
    "channel.cover",
  ]);
});

test("a refused image changes nothing and leaves nothing", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const path = `/api/channels/${school.channel.id}/cover`;
  const text = new TextEncoder().encode("no image");
  expect(await refusalIn(await teacher.upload("PUT", path, text))).toEqual([415, "cover.not_image"]);
  const small = await bytesOf(picture(200, 200).png());
  expect(await refusalIn(await teacher.upload("PUT", path, small))).toEqual([400, "cover.too_small"]);
  expect((await doors.store.channels.require(school.channel.id)).coverVersion).toBe(0);
  expect(readdirSync(join(doors.directory, "uploads"))).toEqual([]);
  const pupil = await doors.asPupil(school);
  expect((await pupil.upload("PUT", path, small)).status).toBe(403);
});

test("a drawn cover is drawn once", async () => {
  await using doors = await openDoors();
  const { channel } = await doors.seedSchool();
  const { covers } = doors.newsroom;
  const [first, second] = await Promise.all([covers.pathOf(channel, 3), covers.pathOf(channel, 3)]);
  expect(first).toBe(second);
  const small = await covers.smallEpisodePath(channel, { id: newId(EpisodeId), number: 3, coverUrl: "" });
  expect(await shapeOf(readFileSync(small))).toEqual(square(500));
  expect(readFileSync(small).length).toBeLessThan(60_000);
  expect(readdirSync(join(first, "..")).sort()).toEqual(["drawn-hirondelle-1-3-small.jpg", "drawn-hirondelle-1-3.jpg"]);
});

test("pages get an uploaded cover small, at an address of its version; apps get it whole", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const put = async (colour: string) =>
    teacher.upload(
      "PUT",
      `/api/channels/${school.channel.id}/cover`,
      await bytesOf(picture(1_500, 1_500, colour).png()),
    );
  expect((await put("#336699")).status).toBe(200);
  const address = (file: string) => `/media/covers/channels/${school.channel.id}/${file}.jpg`;
  const small = await teacher.get(address("1-page"));
  expect(await shapeOf(await small.arrayBuffer())).toEqual(square(320));
  expect(await shapeOf(await (await teacher.get(address("1"))).arrayBuffer())).toEqual(square(1_500));
  expect((await put("#993366")).status).toBe(200);
  const former = await teacher.get(address("1-page"));
  expect([former.status, former.headers.get("location")]).toEqual([302, address("2-page")]);
  const pixel = sharp(await (await teacher.get(address("2-page"))).arrayBuffer()).extract({
    left: 5,
    top: 5,
    width: 1,
    height: 1,
  });
  expect((await pixel.raw().toBuffer())[0]).toBeGreaterThan(140);
  expect((await doors.browser().get(address("2-page"))).status).toBe(404);
});
