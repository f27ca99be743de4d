import { createEffect, createRoot, createSignal } from "solid-js";

/** What a reader set for their own comfort, on this device. */
export type Comfort = {
  theme: "system" | "light" | "dark";
  text: "normal" | "large";
  reading: "normal" | "easy";
  motion: "full" | "still";
  /** Whether single keys act (WCAG 2.1.4 lets them be turned off). */
  shortcuts: "on" | "off";
};

const place = "antenne.comfort";

/** What nobody has chosen yet. */
export const usualComfort: Comfort = {
  theme: "system",
  text: "normal",
  reading: "normal",
  motion: "full",
  shortcuts: "on",
};

/** What was kept before, with the usual for all that is missing or damaged. */
export function readComfort(kept: string | null): Comfort {
  try {
    return { ...usualComfort, ...(JSON.parse(kept ?? "{}") as Partial<Comfort>) };
  } catch {
    return usualComfort;
  }
}

// On the server there is no storage, and in a frame of another site a browser may refuse it.
function keptComfort(): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

function keepComfort(comfort: string): void {
  try {
    localStorage.setItem(place, comfort);
  } catch {
    // It holds for as long as the page is open.
  }
}

const kept = createRoot(() => {
  const [comfort, setComfort] = createSignal<Comfort>(readComfort(keptComfort()));
  createEffect(() => {
    const { theme, text, reading, motion } = comfort();
    Object.assign(document.documentElement.dataset, { text, reading, motion });
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    keepComfort(JSON.stringify(comfort()));
  });
  return { comfort, setComfort };
});

/** The reader's comfort; reactive. */
export const comfort = kept.comfort;
export const changeComfort = (change: Partial<Comfort>) => kept.setComfort((now) => ({ ...now, ...change }));

/** Whether things may move: neither this device nor this reader asked for stillness. */
export const mayMove = () => comfort().motion === "full" && !matchMedia("(prefers-reduced-motion: reduce)").matches;
