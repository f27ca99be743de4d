import { expect, test } from "vitest";
import type { StripId } from "../../../schemas/ids.ts";
import { endlessVoice } from "../../support/endless-voice.ts";
import { overNetwork } from "../../support/network.ts";
import { SimulatedShow } from "../../support/simulated-show.ts";
import { voiceSamples } from "../../support/voices.ts";

const stripId = "01890000-0000-7000-8000-000000000001" as StripId;
const voice = endlessVoice(voiceSamples({ pitch: 500, levelDbfs: -24 }, 2));

test.each([
  { minutes: 30, driftPpm: 100 },
  { minutes: 30, driftPpm: -100 },
])(
  "$minutes minutes with a microphone whose clock is off by $driftPpm ppm are exact in length, and never late",
  ({ minutes, driftPpm }) => {
    const show = new SimulatedShow({ keepsSound: false });
    const strip = show.addVoice(stripId, voice, overNetwork(voice, { driftPpm }));
    const depths = Array.from({ length: 6 * minutes }, () => {
      show.run(10);
      return strip.stats().depthMs;
    });
    const { driftDropped, driftRepeated, concealed, lateDropped } = strip.stats();
    expect(show.frames).toBe(minutes * 60 * 48_000);
    expect(Math.max(...depths)).toBeLessThanOrEqual(120);
    expect(Math.min(...depths)).toBeGreaterThanOrEqual(20);
    // 100 ppm of half an hour is 180 ms: nine blocks of 20 ms, one more or less for where it began.
    expect(Math.abs((driftPpm > 0 ? driftDropped : driftRepeated) - 0.3 * minutes)).toBeLessThanOrEqual(2);
    expect({ concealed, lateDropped, faults: show.faults }).toEqual({ concealed: 0, lateDropped: 0, faults: [] });
  },
  300_000,
);
