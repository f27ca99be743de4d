/** dB at which a fader, and everything below it, is off. */
export const faderOffDb = -60;

/** What meters and summaries say for digital silence, in dB. */
export const silenceDb = -100;

/** Amplitude factor of a fader's gain in dB; 0 at −60 and below. */
export const gainOf = (gainDb: number): number => (gainDb <= faderOffDb ? 0 : 10 ** (gainDb / 20));

/** dB of an amplitude, never below −100. */
export const decibelsOf = (amplitude: number): number => Math.max(silenceDb, 20 * Math.log10(amplitude));
