import type { Page } from "playwright-core";
import { expect, vi } from "vitest";
import { heardLevels } from "./heard-sound.ts";

const silentPitch = 2_500;

/** Waits until the page plays a pitch, and nothing else; in ms. */
export async function untilHeard(page: Page, pitch: number): Promise<number> {
  const from = performance.now();
  await vi.waitFor(
    async () => {
      const [spoken = -200, silent = -200] = await heardLevels(page, [pitch, silentPitch]);
      expect(spoken).toBeGreaterThan(-45);
      expect(spoken - silent).toBeGreaterThan(25);
    },
    { timeout: 20_000, interval: 50 },
  );
  return performance.now() - from;
}
