import type { CodeGuesses } from "../../schemas/people.ts";

/** So many wrong class codes in a row are more than a class that mistypes. */
const alarmingTries = 30;
/** After such a pause the next wrong code begins another row. */
const pauseMs = 15 * 60_000;
/** An alarm is shown so long after its last try. */
const shownMs = 24 * 3_600_000;

type Parts = { clock: () => number; onRaised: () => Promise<unknown>; onBug: (error: unknown) => void };

/** Counts wrong class codes of the whole station, also those that the throttle stopped: how many and when, never from where. A restart forgets. */
export function makeCodeAlarm({ clock, onRaised, onBug }: Parts) {
  let row = { tries: 0, from: 0, to: 0 };
  let alarming: typeof row | undefined;
  return {
    /** Somebody gave a code that opens nothing. */
    note: (): void => {
      const now = clock();
      row = now - row.to > pauseMs ? { tries: 1, from: now, to: now } : { ...row, tries: row.tries + 1, to: now };
      if (row.tries < alarmingTries) return;
      alarming = row;
      if (row.tries === alarmingTries) void onRaised().catch(onBug);
    },
    /** The last row that was alarming, for a day; `null` when there was none. */
    read: (): CodeGuesses | null => {
      if (alarming === undefined || clock() - alarming.to > shownMs) return null;
      const { tries, from, to } = alarming;
      return { tries, from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    },
  };
}
/** See {@link makeCodeAlarm}. */
export type CodeAlarm = ReturnType<typeof makeCodeAlarm>;
