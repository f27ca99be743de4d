import { expect, test } from "vitest";
import { Ducker } from "../../../media/mixer/ducker.ts";
import { framesPerBlock } from "../../../schemas/programme.ts";
import { firstDeskSound, type Ducking } from "../../../schemas/sound.ts";
import type { CartId, StripId } from "../../../schemas/ids.ts";
import { endlessVoice } from "../../support/endless-voice.ts";
import { knownCart, plainOrder } from "../../support/known-cart.ts";
import { overNetwork } from "../../support/network.ts";
import { mixed, noiseSamples } from "../../support/noise.ts";
import { SimulatedShow } from "../../support/simulated-show.ts";
import { toneDbfs, toneSamples } from "../../support/sound.ts";
import { voiceSamples } from "../../support/voices.ts";

const bed = "01890000-0000-7000-8000-00000000000a" as CartId;
const stripId = "01890000-0000-7000-8000-000000000001" as StripId;
const musicHz = 2_000;

/** A bed at −20 dBFS for 12 s, over a microphone. */
async function bedOver(sound: Float32Array, ducking: Partial<Ducking>, isOpen = true): Promise<SimulatedShow> {
  const show = new SimulatedShow();
  show.console.setSound({ hasAutomix: false, ducking: { ...firstDeskSound.ducking, ...ducking } });
  const voice = endlessVoice(sound);
  show.addVoice(stripId, voice, overNetwork(voice), { isOpen });
  const music = toneSamples(musicHz, -20, 1);
  show.console.carts.load(
    bed,
    knownCart(music.length, (frame) => music[frame] ?? 0),
    { ...plainOrder, isLooping: true },
  );
  show.console.carts.play(bed);
  // The pieces of a cart are loaded in between.
  for (let step = 0; step < 120; step++) {
    show.run(0.1);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return show;
}

/** Speaks from 2 to 5 s, 8 to 11 s…; the room is never quite silent. */
const speaker = () => {
  const sound = new Float32Array(6 * 48_000);
  sound.set(voiceSamples({ pitch: 300, levelDbfs: -20, burstSeconds: 0.4, breathSeconds: 0.1 }, 3), 2 * 48_000);
  return mixed(sound, noiseSamples(-60, 6));
};

/** The music's level in windows of 20 ms. */
const musicIn = (show: SimulatedShow, from: number, to: number) => {
  const { sound } = show;
  return Array.from({ length: Math.round((to - from) * 50) }, (_, index) => {
    const start = Math.round(from * 48_000) + index * 960;
    return toneDbfs(musicHz, sound.subarray(start, start + 960));
  });
};
const mean = (levels: readonly number[]) => levels.reduce((sum, level) => sum + level, 0) / levels.length;

test.for([6, 12, 20])(
  "music falls by the %i dB that are set while somebody speaks, and comes back",
  async (depthDb) => {
    const show = await bedOver(speaker(), { isOn: true, depthDb });
    expect(mean(musicIn(show, 1, 1.9))).toBeCloseTo(-20, 0);
    expect(mean(musicIn(show, 2.5, 5))).toBeCloseTo(-20 - depthDb, 0);
    expect(mean(musicIn(show, 7, 7.9))).toBeCloseTo(-20, 0);
    expect(mean(musicIn(show, 8.5, 11))).toBeCloseTo(-20 - depthDb, 0);
  },
);

test("it goes down within a third of a second and up in the release time, by less than 1.5 dB each 20 ms", async () => {
  const show = await bedOver(speaker(), { isOn: true, depthDb: 12, releaseMs: 2_000 });
  const levels = musicIn(show, 1, 8);
  const steps = levels.map((level, index) => Math.abs(level - (levels[index - 1] ?? level)));
  expect(Math.max(...steps)).toBeLessThan(1.5);
  expect(mean(musicIn(show, 2.35, 2.5))).toBeCloseTo(-32, 0);
  // After the last word, 0.3 s are waited; half of the two seconds later, half of the way is gone.
  expect(mean(musicIn(show, 6.2, 6.4))).toBeCloseTo(-26, -0.3);
  expect(mean(musicIn(show, 7.5, 7.9))).toBeCloseTo(-20, 0);
});

test.for([
  ["it is not asked to give way", speaker(), false, true],
  ["the microphone of who speaks is closed", speaker(), true, false],
  ["a microphone hears nothing but a noisy room", noiseSamples(-42, 6), true, true],
] as const)("music stays as it is when %s", async ([, sound, isOn, isOpen]) => {
  const show = await bedOver(sound, { isOn, depthDb: 20 }, isOpen);
  expect(mean(musicIn(show, 8.2, 11))).toBeCloseTo(-20, 0);
});

test("music that was low comes back in the release time, whatever depth was set meanwhile", () => {
  const ducker = new Ducker();
  const duck = (ducking: Partial<Ducking>) => ducker.set({ isOn: true, depthDb: 12, releaseMs: 1_000, ...ducking });
  const bus = new Float32Array(2 * framesPerBlock);
  const gainAfter = (blocks: number, isSpeaking: boolean) => {
    for (let block = 0; block < blocks; block++) ducker.process(bus.fill(1), isSpeaking);
    return bus.at(-1)!;
  };
  duck({});
  expect(gainAfter(50, true)).toBeCloseTo(10 ** (-12 / 20), 3);
  duck({ depthDb: 3 });
  duck({ depthDb: 3, isOn: false });
  expect(gainAfter(40, true), "after 0.8 s").toBeLessThan(0.9);
  expect(gainAfter(11, true), "after a second").toBeCloseTo(1, 3);
});
