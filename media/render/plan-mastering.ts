import type { Loudness } from "../../schemas/episodes.ts";
import type { RunOptions } from "../ffmpeg/run-ffmpeg.ts";
import { measureLoudness, silenceLufs } from "./measure-loudness.ts";
import { keepFilters } from "./muted.ts";
import type { Programme } from "./programme.ts";

/** Podcasts in stereo: −16 LUFS, at most −1 dBTP once encoded. */
export const target = { integratedLufs: -16, truePeakDbtp: -1 } as const;

/** One gain for the whole programme, and the sample peak that a limiter then holds; without a ceiling there is no limiter. */
export type Mastering = { gainDb: number; ceilingDbfs: number | undefined };

/** What is quieter than this below the target is noise, and stays quiet. */
const mostGainDb = 30;
/** Lossy encoding and the curve between samples both reach higher than the samples given. */
const firstCeilingDbfs = -2.5;
/** A limiter that only shaves this much does not change the loudness. */
const shaveDb = 1;
/** The meter reads tenths: what it shows may be 0.05 more. */
const toleranceLu = 0.4;
const toleratedPeakDbtp = target.truePeakDbtp - 0.1;
const mostRehearsals = 3;

const clampGain = (gainDb: number) => Math.min(gainDb, mostGainDb);

/** ffmpeg filters of a mastering, from the programme to the encoder; the limiter looks ahead 5 ms and gives that delay back. */
export function masteringFilters({ gainDb, ceilingDbfs }: Mastering): string[] {
  const gain = `volume=${gainDb.toFixed(2)}dB:precision=float`;
  if (ceilingDbfs === undefined) return [gain];
  const limit = 10 ** (ceilingDbfs / 20);
  return [gain, `alimiter=limit=${limit.toFixed(4)}:attack=5:release=50:level=false:latency=true`];
}

/**
 * Finds the mastering of a programme from its live measurement. Where a limiter has real work to do it takes loudness away, so the
 * mastering is rehearsed without encoding until the loudness fits.
 */
export async function planMastering(programme: Programme, options: RunOptions): Promise<Mastering> {
  const { integratedLufs, truePeakDbtp } = await loudnessOf(programme, options);
  if (integratedLufs <= silenceLufs) return { gainDb: 0, ceilingDbfs: firstCeilingDbfs };
  const gainDb = clampGain(target.integratedLufs - integratedLufs);
  const peakDb = truePeakDbtp + gainDb;
  if (peakDb <= firstCeilingDbfs) return { gainDb, ceilingDbfs: undefined };
  const planned = { gainDb, ceilingDbfs: firstCeilingDbfs };
  return peakDb <= firstCeilingDbfs + shaveDb ? planned : rehearse(programme, planned, options);
}

async function loudnessOf(programme: Programme, options: RunOptions): Promise<Loudness> {
  const { path, integratedLufs, truePeakDbtp, muted = [] } = programme;
  // What was measured live counts what is left out now.
  const isKnown = integratedLufs !== undefined && truePeakDbtp !== undefined && muted.length === 0;
  return isKnown ? { integratedLufs, truePeakDbtp } : measureLoudness(path, keepFilters(muted), options);
}

async function rehearse({ path, muted = [] }: Programme, planned: Mastering, options: RunOptions): Promise<Mastering> {
  let mastering = planned;
  for (let count = 0; count < mostRehearsals; count += 1) {
    const heard = await measureLoudness(path, [...keepFilters(muted), ...masteringFilters(mastering)], options);
    const missingDb = target.integratedLufs - heard.integratedLufs;
    if (Math.abs(missingDb) <= 0.2) break;
    const gainDb = clampGain(mastering.gainDb + missingDb);
    if (gainDb === mastering.gainDb) break;
    mastering = { ...mastering, gainDb };
  }
  return mastering;
}

/** The mastering that mends what was measured on the encoded file, or `undefined` when nothing is to be mended, or can be. */
export function correctMastering({ gainDb, ceilingDbfs }: Mastering, measured: Loudness): Mastering | undefined {
  const missingDb = measured.integratedLufs <= silenceLufs ? 0 : target.integratedLufs - measured.integratedLufs;
  const changeDb = Math.abs(missingDb) > toleranceLu ? clampGain(gainDb + missingDb) - gainDb : 0;
  // A gain that falls takes the peaks down with it.
  const excessDb = measured.truePeakDbtp + Math.min(0, changeDb) - toleratedPeakDbtp;
  if (changeDb === 0 && excessDb <= 0.001) return undefined;
  const lowerDb = excessDb > 0 ? excessDb + 0.2 : 0;
  return { gainDb: gainDb + changeDb, ceilingDbfs: (ceilingDbfs ?? firstCeilingDbfs) - lowerDb };
}
