import { birdShapes } from "../../schemas/bird-shapes.ts";
import type { Channel } from "../../schemas/channels.ts";

/** The eight voice colours as fields, by number; the same values as the pages' `--voix-N-fond`. */
const fields = ["#9fd4f2", "#ffd45e", "#a5dfc0", "#ffb987", "#cdbdf2", "#f5b8d3", "#cfdc7c", "#d9c3a5"];
const ink = "#17232d";

// Drawn as strokes on a 10 × 16 grid, because a server has no promise of a font.
const digits = [
  "M5 1C2 1 1 4 1 8s1 7 4 7 4-3 4-7-1-7-4-7z",
  "M2 4 6 1v14",
  "M1 5c0-3 2-4 4-4s4 1 4 4c0 4-8 6-8 10h8",
  "M1 3c1-2 7-3 7 1 0 2-2 3-4 3 3 0 5 1 5 4 0 5-7 5-8 2",
  "M7 15V1L1 11h8",
  "M8 1H2L1.500 7c3-2 7.500-1 7.500 3.500C9 16 2 16 1 13",
  "M8 2C4 0 1 4 1 10c0 7 8 6 8 1 0-5-7-5-8 0",
  "M1 1h8L4 15",
  "M5 7.500C0 7 1 1 5 1s5 6 0 6.500c-6 .5-5 7.500 0 7.500s6-7 0-7.500z",
  "M9 6c-1 4-8 4-8-1 0-5 8-6 8 1 0 6-3 10-7 8.500",
];

/** The station's drawn cover: an aerial over a tuning dial and the channel's bird on its colour, with the episode's number if it has one. */
export function coverSvg({ bird, colour }: Pick<Channel, "bird" | "colour">, number: number | undefined, side: number) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 100 100">
    <rect width="100" height="100" fill="${fields[colour - 1]}"/>
    <path d="${dial()}" stroke="${ink}" stroke-opacity=".55"/>
    <path d="M16 100V30M4 38h24M8 50h16M11 62h10" stroke="${ink}" stroke-width="3.5" stroke-linecap="round"/>
    <svg x="26" y="14" width="74" height="72" viewBox="0 0 48 48" overflow="visible">${birdShapes[bird]}</svg>
    ${number === undefined ? "" : numeral(number)}
  </svg>`;
}

/** Where the cover stands in a link's preview, in pixels. */
export const previewPlace = { side: 520, left: 340, top: 40 } as const;

/** The ground of a link's preview, 1200 × 630: the channel's colour, with the tuning dial of a radio along its foot. */
export function previewSvg({ colour }: Pick<Channel, "colour">) {
  const { side, left, top } = previewPlace;
  const marks = Array.from({ length: 59 }, (_, index) => `M${20 * (index + 1)} ${index % 5 === 0 ? 590 : 606}V630`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
    <rect width="1200" height="630" fill="${fields[colour - 1]}"/>
    <path d="${marks.join("")}" stroke="${ink}" stroke-opacity=".55" stroke-width="3"/>
    <rect x="${left - 6}" y="${top - 6}" width="${side + 12}" height="${side + 12}" fill="${ink}"/>
  </svg>`;
}

function dial(): string {
  const marks = Array.from({ length: 24 }, (_, index) => `M${4 * (index + 1)} ${index % 5 === 0 ? 86 : 92}V100`);
  return marks.join("");
}

function numeral(number: number): string {
  const strokes = Array.from(
    String(number),
    (digit, index) => `<path transform="translate(${index * 11.5})" d="${digits[Number(digit)]}"/>`,
  );
  return `<g transform="translate(8 8)" fill="none" stroke="${ink}" stroke-width="2.8" stroke-linecap="round"
    stroke-linejoin="round">${strokes.join("")}</g>`;
}
