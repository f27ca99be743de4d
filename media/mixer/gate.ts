import type { GainLaw } from "./dynamics.ts";

const openAboveDbfs = -50;
const closeBelowDbfs = -56;
const holdMs = 250;
const closedDb = -40;
const openingDbPerMs = 20;
const closingDbPerMs = 0.4;

/**
 * Closes by 40 dB while nobody speaks. Opens above −50 dBFS within 2 ms, closes 250 ms after the voice fell below −56 dBFS,
 * in 100 ms, so that the ends of words stay whole.
 */
export function makeGate(): GainLaw {
  let gainDb = closedDb;
  let holdLeftMs = 0;
  return (levelDbfs) => {
    const isSpeaking = levelDbfs > (holdLeftMs > 0 ? closeBelowDbfs : openAboveDbfs);
    holdLeftMs = isSpeaking ? holdMs : Math.max(0, holdLeftMs - 1);
    gainDb = holdLeftMs > 0 ? Math.min(0, gainDb + openingDbPerMs) : Math.max(closedDb, gainDb - closingDbPerMs);
    return gainDb;
  };
}
