import { createSignal } from "solid-js";

/** How one reads on this device: height of the letters in px, and how many words go by in a minute. */
export type PrompterSettings = { readonly sizePx: number; readonly wordsPerMinute: number };

/** Smallest and largest letters, and what one press changes. */
export const sizes = { least: 26, most: 40, step: 2 } as const;
/** A beginner's pace and a fast reader's; a newsreader's is 150. */
export const paces = { least: 50, most: 190, step: 10 } as const;

const place = "antenne.prompter";
const usual: PrompterSettings = { sizePx: 32, wordsPerMinute: 100 };

const within = (value: unknown, { least, most }: { least: number; most: number }, otherwise: number) =>
  typeof value === "number" && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : otherwise;

/** What was kept, with the usual for all that is missing or damaged. */
export function readPrompterSettings(kept: string | null): PrompterSettings {
  let found: Partial<Record<keyof PrompterSettings, unknown>>;
  try {
    found = (JSON.parse(kept ?? "{}") ?? {}) as typeof found;
  } catch {
    found = {};
  }
  return {
    sizePx: within(found.sizePx, sizes, usual.sizePx),
    wordsPerMinute: within(found.wordsPerMinute, paces, usual.wordsPerMinute),
  };
}

/** The settings of this device, and their change. */
export function createPrompterSettings() {
  const [settings, setSettings] = createSignal(readPrompterSettings(localStorage.getItem(place)));
  const change = (part: Partial<PrompterSettings>) => {
    const next = readPrompterSettings(JSON.stringify({ ...settings(), ...part }));
    localStorage.setItem(place, JSON.stringify(next));
    setSettings(next);
  };
  return { settings, change };
}
