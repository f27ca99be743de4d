import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { sizes } from "./browser.ts";
import { overflowOn, violationsOn } from "./page-faults.ts";

/** Looks at a page at the three sizes: nothing that axe complains of, nothing wider than the screen; pictures are kept in test-results below `folder`. */
export function lookInto(folder: string) {
  const directory = fileURLToPath(new URL(`../../test-results/${folder}`, import.meta.url));
  return async (page: Page, name: string) => {
    await mkdir(directory, { recursive: true });
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      await page.evaluate(() => document.fonts.ready);
      expect(await violationsOn(page), `${name} at ${size}`).toEqual([]);
      expect(await overflowOn(page), `${name} at ${size}`).toBe(0);
      await page.screenshot({ path: `${directory}/${name}-${size}.png` });
    }
  };
}
