/** How a work is stopped and watched; its progress is a share, 0 to 1. */
export type WorkOptions = { signal: AbortSignal; onProgress: (share: number) => void };

/** What a work's thread is told when it starts. */
export type AsideData = { order: unknown; ffmpegPath: string };

/** What it says: how far it is, and at last what it found, or why it did not. */
export type FromAside = { share: number } | { found: unknown } | { failed: string };
