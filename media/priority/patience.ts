/** Nice values of work that nobody hears live: a show on the same cores keeps its 20 ms ticks, and `most` lets what is only `some` patient go first too. */
export const niceness = { some: 10, most: 12 } as const;

/** How patient a work is. */
export type Patience = keyof typeof niceness;
