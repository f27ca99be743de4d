import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What a page tries that its content policy forbids, also where its code takes the refusal quietly. */
export const noteWhatIsForbidden = (page: Page) =>
  page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      document.documentElement.dataset.forbidden = `${violatedDirective} ${blockedURI}`;
    });
  });

type Violation = { id: string; nodes: { html: string }[] };

/** What axe finds wrong, by rule and element (WCAG 2.2 A and AA, and best practice). */
export async function violationsOn(page: Page): Promise<string[]> {
  // A key that changes its colour for a moment is looked at in the colour that stays. Who waits for that, waits for ever where no frame is drawn;
  // and what inherits a colour begins to change once the other has.
  await page.evaluate(() => {
    const changing = () => document.getAnimations().filter((each) => each instanceof CSSTransition);
    for (let now = changing(), rounds = 0; now.length > 0 && rounds < 20; now = changing(), rounds += 1)
      for (const each of now) each.finish();
  });
  // Evaluated by the browser's own tools, so that the page's content policy stays as strict as it is for everybody.
  await page.evaluate(axe);
  const found = await page.evaluate<{ violations: Violation[] }>("axe.run()");
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Widths at which a page would have to be pushed sideways. */
export const overflowOn = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
