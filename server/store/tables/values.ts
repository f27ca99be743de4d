/** Epoch milliseconds. */
export type Instant = number;
/** SQLite has no boolean: 0 or 1. */
export type Flag = 0 | 1;
