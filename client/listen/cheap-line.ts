import { isLowData } from "./low-data.ts";

/** Bytes in a second from which on a line bears what is only pleasant. */
const quickBytes = 200_000;

/** How quickly the page's own scripts came; nothing when they were on the device already. */
function bytesPerSecond(): number | undefined {
  const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  const scripts = files.filter(({ name, transferSize }) => name.endsWith(".js") && transferSize > 0);
  if (scripts.length === 0) return undefined;
  const begun = Math.min(...scripts.map(({ startTime }) => startTime));
  const ended = Math.max(...scripts.map(({ responseEnd }) => responseEnd));
  return scripts.reduce((sum, { transferSize }) => sum + transferSize, 0) / Math.max(0.001, (ended - begun) / 1_000);
}

/** Whether this page may load what is pleasant and not needed: the faces of its letters, drawings of sounds. */
export function isLineCheap(): boolean {
  const saves = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
  if (saves || isLowData()) return false;
  return (bytesPerSecond() ?? Number.POSITIVE_INFINITY) >= quickBytes;
}

/** Whether sound shall take as little as it can: the listener said so, or the line is poor. */
export const wantsLittle = (): boolean => isLowData() || !isLineCheap();

/** Does something once the page has all that it needs. */
export function afterLoading(act: () => void): void {
  if (document.readyState === "complete") act();
  else addEventListener("load", act, { once: true });
}

/** Gives the page its own letters where they cost nobody a wait: after everything else, on a quick line. */
export function loadFontsWhenCheap(): void {
  afterLoading(() => void (isLineCheap() && import("../styles/fonts.css")));
}
