import { isLowData } from "./low-data.ts";

/** A line on which the first answer of the station came within this is no burden for what is only pleasant. */
const quickMs = 200;

/** Whether this page may load what is pleasant and not needed: the faces of its letters, drawings of sounds. */
export function isLineCheap(): boolean {
  const saves = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
  if (saves || isLowData()) return false;
  const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return visit === undefined || visit.responseStart - visit.requestStart < quickMs;
}

/** Gives the page its own letters where they cost nobody a wait: after everything else, on a quick line. */
export function loadFontsWhenCheap(): void {
  const load = () => void (isLineCheap() && import("../styles/fonts.css"));
  if (document.readyState === "complete") load();
  else addEventListener("load", load, { once: true });
}
