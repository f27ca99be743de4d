import { expect, test } from "vitest";
import { newShare, shareGain } from "../../../media/mixer/gain-sharing.ts";
import { firstDeskSound } from "../../../schemas/sound.ts";
import type { Table } from "../../../schemas/floor.ts";
import type { StripId } from "../../../schemas/ids.ts";
import { endlessVoice } from "../../support/endless-voice.ts";
import { overNetwork } from "../../support/network.ts";
import { fanSamples, mixed, noiseSamples } from "../../support/noise.ts";
import { SimulatedShow } from "../../support/simulated-show.ts";
import { rmsDbfs, toneDbfs, toneSamples } from "../../support/sound.ts";
import { voiceSamples } from "../../support/voices.ts";

const strip = (number: number) => `01890000-0000-7000-8000-0000000000${String(number).padStart(2, "0")}` as StripId;
const seconds = (sound: Float32Array, from: number, to: number) => sound.subarray(from * 48_000, to * 48_000);

/** A show in which each sound is a microphone of its own, open, with automix on or off. */
function showOf(sounds: readonly Float32Array[], hasAutomix: boolean): SimulatedShow {
  const show = new SimulatedShow();
  show.console.setSound({ ...firstDeskSound, hasAutomix });
  sounds.forEach((sound, index) => {
    const voice = endlessVoice(sound, { ssrc: index + 1 });
    show.addVoice(strip(index + 1), voice, overNetwork(voice));
  });
  return show;
}

const noises = (count: number, make = noiseSamples) =>
  Array.from({ length: count }, (_, index) => make(-45, 2, index + 1));

test.for([
  [2, "of a hissing room", noiseSamples],
  [8, "of a hissing room", noiseSamples],
  [8, "near a fan", fanSamples],
] as const)("%i open microphones %s are together as noisy as one, to 1 dB", ([count, , make]) => {
  const sounds = noises(count, make);
  const levelOf = (some: readonly Float32Array[], hasAutomix: boolean) => {
    const show = showOf(some, hasAutomix);
    show.run(2.5);
    return rmsDbfs(seconds(show.sound, 1, 2.5));
  };
  const one = levelOf(sounds.slice(0, 1), false);
  expect(levelOf(sounds, false) - one).toBeGreaterThan(10 * Math.log10(count) - 1);
  expect(Math.abs(levelOf(sounds, true) - one)).toBeLessThan(1);
});

test("somebody who begins to speak among noisy microphones is whole within 20 ms", () => {
  const voice = mixed(
    voiceSamples({ pitch: 500, levelDbfs: -20, burstSeconds: 1, breathSeconds: 1 }, 2),
    noises(1)[0]!,
  );
  const heard = (sounds: readonly Float32Array[], hasAutomix: boolean) => {
    const show = showOf(sounds, hasAutomix);
    show.run(6);
    return show.sound;
  };
  const sounds = [voice, ...noises(5).slice(1)];
  const [alone, shared] = [heard([voice], false), heard(sounds, true)];
  const onset = alone.findIndex((sample, frame) => frame > 3.2 * 48_000 && Math.abs(sample) > 0.05);
  const after = (sound: Float32Array, ms: number) => sound.subarray(onset + ms * 48, onset + (ms + 20) * 48);
  expect(toneDbfs(500, after(shared, 20)) - toneDbfs(500, after(alone, 20))).toBeGreaterThan(-0.5);
  expect(toneDbfs(500, seconds(shared, 4.2, 4.8))).toBeCloseTo(-20, 0);
});

test("the speech goes from one to the other without a gap", () => {
  const turn = (pitch: number, isSecond: boolean) => {
    const tone = voiceSamples({ pitch, levelDbfs: -20, burstSeconds: 1, breathSeconds: 1 }, 2);
    return isSecond ? Float32Array.from([...tone.subarray(48_000), ...tone.subarray(0, 48_000)]) : tone;
  };
  const show = showOf([turn(500, false), turn(800, true)], true);
  show.run(6);
  const level = (at: number) => rmsDbfs(seconds(show.sound, at, at + 0.04));
  const levels = Array.from({ length: 75 }, (_, step) => level(3 + step * 0.04));
  expect(Math.min(...levels)).toBeGreaterThan(-24.5);
  expect(Math.max(...levels)).toBeLessThan(-18.5);
});

test("the gains of all open microphones are together one whole gain, whatever they hear", () => {
  const block = (levelDbfs: number, seed: number) => noiseSamples(levelDbfs, 0.02, seed);
  const levels = [
    [-60, -60, -60],
    [-20, -60, -58],
    [-22, -19, -60],
    [-100, -100, -100],
  ];
  const shares = [newShare(), newShare(), newShare()];
  for (const now of levels) {
    const voices = shares.map((share, index) => ({ block: block(now[index]!, index + 1), weight: 1, share }));
    shareGain(voices);
    expect(shares.reduce((sum, { gain }) => sum + gain! ** 2, 0)).toBeCloseTo(1, 6);
  }
});

test("of two who speak alike, the heavier microphone is heard more", () => {
  const show = showOf([toneSamples(500, -20, 1), toneSamples(800, -20, 1)], true);
  show.console.findStrip(strip(1))?.set({ weightDb: 6 });
  show.run(2);
  const sound = seconds(show.sound, 1, 2);
  expect(toneDbfs(500, sound) - toneDbfs(800, sound)).toBeCloseTo(6, 0);
});

test("a closed microphone takes nothing from the others, and switching the automix makes no click", () => {
  const tone = toneSamples(500, -20, 1);
  const show = showOf([tone, toneSamples(800, -20, 1)], true);
  show.console.findStrip(strip(2))?.set({ isOpen: false });
  show.run(2);
  expect(Math.abs(toneDbfs(500, seconds(show.sound, 1, 2)) + 20)).toBeLessThan(0.1);
  show.console.setSound({ ...firstDeskSound, hasAutomix: false });
  show.run(0.5);
  show.console.findStrip(strip(2))?.set({ isOpen: true });
  show.run(0.5);
  const steps = show.sound.map((sample, frame, all) => Math.abs(sample - (all[frame - 1] ?? sample)));
  expect(seconds(steps, 0.2, 2.9).reduce((most, step) => Math.max(most, step))).toBeLessThan(0.025);
});

test("who speaks at one table takes nothing from who speaks at another, and shares with their own", () => {
  const levelsAt = (tables: readonly (Table | null)[]) => {
    const pitches = [500, 800, 1_100];
    const show = showOf(
      pitches.map((pitch) => toneSamples(pitch, -20, 1)),
      true,
    );
    tables.forEach((table, index) => show.console.findStrip(strip(index + 1))?.set({ table }));
    show.run(2);
    return pitches.map((pitch) => Math.round(toneDbfs(pitch, seconds(show.sound, 1, 2))));
  };
  expect(levelsAt(["A", "A", "B"])).toEqual([-23, -23, -20]);
  expect(levelsAt(["A", null, null])).toEqual([-20, -23, -23]);
  expect(levelsAt(["A", "B", "C"])).toEqual([-20, -20, -20]);
});

test("two tables of four hissing microphones are as noisy as two microphones, and who moves between them makes no click", () => {
  const levelOf = (count: number, tableOf: (index: number) => Table) => {
    const show = showOf(noises(count), true);
    for (let index = 0; index < count; index++)
      show.console.findStrip(strip(index + 1))?.set({ table: tableOf(index) });
    show.run(2.5);
    return rmsDbfs(seconds(show.sound, 1, 2.5));
  };
  const two = levelOf(2, (index) => (index === 0 ? "A" : "B"));
  expect(Math.abs(levelOf(8, (index) => (index < 4 ? "A" : "B")) - two)).toBeLessThan(1);

  const show = showOf([toneSamples(500, -20, 1), toneSamples(800, -20, 1)], true);
  show.run(1);
  show.console.findStrip(strip(1))?.set({ table: "A" });
  show.run(1);
  const steps = show.sound.map((sample, frame, all) => Math.abs(sample - (all[frame - 1] ?? sample)));
  expect(seconds(steps, 0.2, 1.9).reduce((most, step) => Math.max(most, step))).toBeLessThan(0.025);
});

test("a microphone that was loud before it was closed takes nothing from others when it opens in silence", () => {
  const sounds = [toneSamples(400, -14, 1), toneSamples(900, -20, 1)] as const;
  const silenceAfter = 3;
  const loud = new Float32Array(20 * 48_000);
  for (let second = 0; second < silenceAfter; second++) loud.set(sounds[0], second * 48_000);
  const show = showOf([loud, sounds[1]], true);
  show.run(2);
  show.console.findStrip(strip(1))!.set({ isOpen: false });
  show.run(4);
  show.console.findStrip(strip(1))!.set({ isOpen: true });
  const opened = show.sound.length;
  show.run(0.2);
  const [before, after] = [show.sound.subarray(opened - 4_800, opened), show.sound.subarray(opened, opened + 4_800)];
  expect(Math.abs(toneDbfs(900, after) - toneDbfs(900, before))).toBeLessThan(0.5);
});
