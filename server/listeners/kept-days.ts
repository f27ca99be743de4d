import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { listenersName } from "../store/listeners-name.ts";
import { DayMarks, KeptDay } from "./day-marks.ts";

const Kept = z.array(KeptDay);

const readKept = async (path: string) => {
  const text = await readFile(path, "utf8").catch(() => "[]");
  try {
    return Kept.parse(JSON.parse(text));
  } catch {
    // Half a file counts a few listeners twice; that is no reason not to start.
    return [];
  }
};

/** The one file with the running day's salt and marks: so that a restart counts nobody twice. It is in no backup. */
export function openKeptDays(dataDirectory: string) {
  const path = join(dataDirectory, listenersName);
  return {
    /** The days that still count; the others' salt is gone from the disk. */
    read: async (isRunning: (day: string) => boolean): Promise<DayMarks[]> => {
      const days = (await readKept(path)).filter(({ day }) => isRunning(day));
      if (days.length === 0) await rm(path, { force: true });
      return days.map((day) => DayMarks.from(day));
    },
    write: async (days: readonly DayMarks[]): Promise<void> => {
      await writeFile(`${path}.new`, JSON.stringify(days.map((day) => day.toKept())), { mode: 0o600 });
      await rename(`${path}.new`, path);
    },
  };
}
