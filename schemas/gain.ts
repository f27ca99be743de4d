import { z } from "zod";

/** Gain of a fader in dB; −60 is off, 0 is unity, +10 the top. */
export const GainDb = z.number().min(-60).max(10);
