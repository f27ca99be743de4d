import { vi } from "vitest";

// vitest's `vi.waitFor` gives up after a second, which a busy machine needs for itself; its `expect.poll` is told the same in vite.config.ts.
const patienceMs = 10_000;
const { waitFor } = vi;
vi.waitFor = (callback, options) =>
  waitFor(callback, typeof options === "number" ? options : { timeout: patienceMs, ...options });
