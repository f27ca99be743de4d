import type { Soundbite } from "./soundbites.ts";

// Apart from the schema: listeners' pages have no room for zod.

/** Shortest and longest extract, in seconds, as Podcasting 2.0 recommends. */
export const soundbiteSeconds = { shortest: 15, longest: 120 } as const;

/** Where an extract ends, in media time. */
export const endOf = ({ startSeconds, durationSeconds }: Pick<Soundbite, "startSeconds" | "durationSeconds">): number =>
  startSeconds + durationSeconds;
