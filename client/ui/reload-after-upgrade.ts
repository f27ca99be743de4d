import { createSignal } from "solid-js";

/** Where nothing may throw anybody out: a show may be on air. */
const isOnAir = (path: string) => /^\/(regie|studio)(\/|$)/.test(path);

const reloadedAt = "antenne.reloadedAt";
/** Who was reloaded less than this ago and misses something all the same is told so, instead of being reloaded for ever. */
const patienceMs = 60_000;

const [isPartMissing, setPartMissing] = createSignal(false);

/** Whether a part of this page is gone from the station, on a page that does not reload by itself. */
export { isPartMissing };

/** Whoever was told needs not be told any longer. */
export const forgetMissingPart = () => setPartMissing(false);

function wasReloaded(): boolean {
  return Date.now() - Number(sessionStorage.getItem(reloadedAt) ?? 0) < patienceMs;
}

/** Whether the station is there, so that a part did not just get lost on the way. */
const isThere = () =>
  fetch("/healthz", { cache: "no-store" }).then(
    () => true,
    () => false,
  );

async function answer() {
  if (isOnAir(location.pathname)) return void setPartMissing(true);
  // What plays goes on: the listener reloads when they like.
  const isPlaying = "mediaSession" in navigator && navigator.mediaSession.playbackState === "playing";
  if (isPlaying || wasReloaded() || !(await isThere())) return;
  sessionStorage.setItem(reloadedAt, String(Date.now()));
  location.reload();
}

/** After the station was upgraded, the parts that an open page has not loaded yet are gone: the page is loaded anew, once, or says so where a show may be on air. */
export function reloadAfterUpgrade(): void {
  addEventListener("vite:preloadError", () => void answer());
}
