// Apart from the schema: listeners' pages have no room for zod.

/** Shortest and longest extract, in seconds, as Podcasting 2.0 recommends. */
export const soundbiteSeconds = { shortest: 15, longest: 120 } as const;

/** Where an extract ends, in media time. */
export const endOf = (extract: { startSeconds: number; durationSeconds: number }): number =>
  extract.startSeconds + extract.durationSeconds;
