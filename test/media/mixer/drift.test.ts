import { expect, test } from "vitest";
import type { StripId } from "../../../schemas/ids.ts";
import { endlessVoice } from "../../support/endless-voice.ts";
import { overNetwork } from "../../support/network.ts";
import { SimulatedShow } from "../../support/simulated-show.ts";
import { voiceSamples } from "../../support/voices.ts";

const stripId = "01890000-0000-7000-8000-000000000001" as StripId;
const voice = endlessVoice(voiceSamples({ pitch: 500, levelDbfs: -24 }, 2));
const halfAnHour = 1_800;

test.each([100, -100])(
  "half an hour with a microphone whose clock is off by %i ppm is exact in length, and never late",
  (driftPpm) => {
    const show = new SimulatedShow({ keepsSound: false });
    const strip = show.addVoice(stripId, voice, overNetwork(voice, { driftPpm }));
    const depths = Array.from({ length: halfAnHour / 10 }, () => {
      show.run(10);
      return strip.stats().depthMs;
    });
    const { driftDropped, driftRepeated, concealed, lateDropped } = strip.stats();
    expect(show.frames).toBe(halfAnHour * 48_000);
    expect(Math.max(...depths)).toBeLessThanOrEqual(120);
    expect(Math.min(...depths)).toBeGreaterThanOrEqual(20);
    // 100 ppm of half an hour is 180 ms: nine blocks of 20 ms, one more or less for where it began.
    expect(Math.abs((driftPpm > 0 ? driftDropped : driftRepeated) - 9)).toBeLessThanOrEqual(2);
    expect({ concealed, lateDropped, faults: show.faults }).toEqual({ concealed: 0, lateDropped: 0, faults: [] });
  },
  300_000,
);
