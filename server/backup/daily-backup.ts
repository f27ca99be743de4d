import type { BackupState } from "../../schemas/backups.ts";
import { backUp } from "./back-up.ts";
import { BackupError } from "./backup-error.ts";
import { listBackups } from "./list-backups.ts";

type Parts = {
  dataDirectory: string;
  backup: { directory: string | undefined; hour: number; keep: number };
  clock: { after(delayMs: number, wake: () => void): () => void };
  /** Epoch milliseconds of the station's clock. */
  now: () => number;
  onMade(files: number): unknown;
  onFailed(error: unknown): unknown;
};

/** The station's own backup, once a day. Disposing it ends the watch, and a backup that is being made. */
export type DailyBackup = AsyncDisposable & { state(): BackupState };

const periodMs = 60_000;
const hourMs = 3_600_000;

/** A backup that is older has missed a day, and a machine that was off at night the morning after. */
const oldAfterMs = 48 * hourMs;

const parisClock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** The last instant at which it was this hour in Paris; on the days of the clock change up to an hour off. */
function lastHour(now: number, hour: number): number {
  const [hours = 0, minutes = 0] = parisClock.format(now).split(":").map(Number);
  const sinceMinutes = (hours * 60 + minutes - hour * 60 + 1_440) % 1_440;
  return now - sinceMinutes * 60_000 - (now % 60_000);
}

/**
 * Backs the station up at an hour of every day, or as soon as it runs again after that hour; what failed is tried again after an hour. Looks once a minute.
 * Without a directory it does nothing but say so.
 */
export async function openDailyBackup(parts: Parts): Promise<DailyBackup> {
  const { dataDirectory, backup, clock, now, onMade, onFailed } = parts;
  const { directory, hour, keep } = backup;
  if (directory === undefined)
    return { state: () => ({ state: "off" }), [Symbol.asyncDispose]: () => Promise.resolve() };
  const openedAt = now();
  let madeAt = (await listBackups(directory))[0]?.madeAt;
  let failure: { at: number; fault: BackupError["fault"] } | undefined;
  let making = Promise.resolve();
  const closing = new AbortController();
  let callOff: () => void = () => undefined;

  const isDue = () => {
    if (failure !== undefined && now() - failure.at < hourMs) return false;
    // A station's very first backup waits for its hour: there is little to lose yet, and a class may be waiting.
    return lastHour(now(), hour) > (madeAt ?? openedAt);
  };
  const make = async () => {
    try {
      const made = await backUp({ dataDirectory, directory, keep, clock: now, signal: closing.signal });
      [madeAt, failure] = [made.madeAt, undefined];
      onMade(made.files);
    } catch (error) {
      if (closing.signal.aborted) return;
      failure = { at: now(), fault: error instanceof BackupError ? error.fault : "unforeseen" };
      onFailed(error);
    }
  };
  let isMaking = false;
  const look = () => {
    callOff = clock.after(periodMs, look);
    if (isMaking || !isDue()) return;
    isMaking = true;
    making = make().finally(() => (isMaking = false));
  };
  callOff = clock.after(periodMs, look);

  const iso = (at: number) => new Date(at).toISOString();
  return {
    state: () => {
      if (failure !== undefined)
        return { state: "failed", fault: failure.fault, madeAt: madeAt === undefined ? null : iso(madeAt) };
      if (madeAt === undefined) return { state: "awaited" };
      return { state: now() - madeAt > oldAfterMs ? "old" : "well", madeAt: iso(madeAt) };
    },
    [Symbol.asyncDispose]: async () => {
      callOff();
      closing.abort();
      await making;
    },
  };
}
