import type { SoundCredit } from "./sound-rights.ts";

/** A credit as listeners read it, in any language. */
export const creditLine = ({ title, author, licence, source }: SoundCredit): string =>
  [`♪ « ${title} », ${author}, ${licence}`, ...(source === "" ? [] : [source])].join(", ");
