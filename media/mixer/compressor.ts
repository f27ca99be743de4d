import type { GainLaw } from "./dynamics.ts";

const thresholdDbfs = -26;
const kneeDb = 8;
const ratio = 3;
const makeUpDb = 5;
const attackMs = 5;
const releaseMs = 160;

/**
 * The *Voix* preset: brings a shy and a loud child closer together. 3:1 above −26 dBFS with a knee of 8 dB, 5 ms attack,
 * 160 ms release, 5 dB of make-up: what came at −35 dBFS leaves at −30, what came at −11 leaves at −16.
 */
export function makeVoiceCompressor(): GainLaw {
  const attack = 1 - Math.exp(-1 / attackMs);
  const release = 1 - Math.exp(-1 / releaseMs);
  let reductionDb = 0;
  return (levelDbfs) => {
    const wantedDb = reductionOf(levelDbfs);
    reductionDb += (wantedDb - reductionDb) * (wantedDb > reductionDb ? attack : release);
    return makeUpDb - reductionDb;
  };
}

function reductionOf(levelDbfs: number): number {
  const slope = 1 - 1 / ratio;
  const overDb = levelDbfs - thresholdDbfs;
  if (overDb <= -kneeDb / 2) return 0;
  if (overDb >= kneeDb / 2) return overDb * slope;
  return (slope * (overDb + kneeDb / 2) ** 2) / (2 * kneeDb);
}
