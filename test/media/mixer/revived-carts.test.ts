import { writeFileSync } from "node:fs";
import { MessageChannel } from "node:worker_threads";
import { expect, test, vi } from "vitest";
import { openMixerThread } from "../../../media/mixer/open-mixer-thread.ts";
import type { CartId } from "../../../schemas/ids.ts";
import type { ProgrammeMessage } from "../../../schemas/programme.ts";
import { plainOrder, rawCart } from "../../support/known-cart.ts";
import { scratch } from "../../support/scratch.ts";
import { toneDbfs } from "../../support/sound.ts";

const ids = {
  scale: "01890000-0000-7000-8000-00000000000a",
  bed: "01890000-0000-7000-8000-00000000000b",
  sting: "01890000-0000-7000-8000-00000000000c",
  outro: "01890000-0000-7000-8000-00000000000d",
} as Record<"scale" | "bed" | "sting" | "outro", CartId>;

const stepFrames = 24_000;
const pitchOfStep = (step: number) => 500 + 200 * step;
const tone = (pitch: number) => (frame: number) => 0.1 * Math.sin((2 * Math.PI * pitch * frame) / 48_000);
/** A scale of half seconds: what is heard of it tells where it is. */
const scale = (frame: number) => tone(pitchOfStep(Math.floor(frame / stepFrames)))(frame);

const until = (condition: () => void) => vi.waitFor(condition, { timeout: 30_000, interval: 20 });

async function openDesk() {
  await using opening = new AsyncDisposableStack();
  const [thread, directory] = [opening.use(await openMixerThread()), opening.use(scratch())];
  const mixer = await thread.openMixer();
  /** The programme's left side by the show's frames; what the death of a thread has cut out is silence. */
  const heard = { sound: new Float32Array(48_000 * 20), frames: 0 };
  const open = async () => {
    const { port1, port2 } = new MessageChannel();
    port2.on("message", (message: ProgrammeMessage) => {
      if (message.kind !== "batch") return;
      for (let index = 0; index < message.samples.length / 2; index++) {
        heard.sound[message.frame + index] = message.samples[2 * index]!;
      }
      heard.frames = message.frame + message.samples.length / 2;
    });
    await mixer.openProgramme(port1);
  };
  const ended: [CartId, CartId | null][] = [];
  mixer.onCartEnded((...cart) => ended.push(cart));
  const load = async (name: keyof typeof ids, frames: number, sample: (frame: number) => number, order = {}) => {
    const pcmPath = directory.file(`${name}.s16`);
    writeFileSync(pcmPath, new Uint8Array(rawCart(frames, sample)));
    const part = { pcmPath, fromFrame: 0, frames };
    await mixer.loadCart({ cartId: ids[name], part, order: { ...plainOrder, ...order } });
  };
  /** The thread dies, another takes over, and the programme goes on. */
  const die = async () => {
    await thread.restart();
    await open();
  };
  await open();
  const held = opening.move();
  return { mixer, heard, ended, load, die, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

test("carts that play when the mixer dies go on where they would be by now, and what follows them follows", async () => {
  await using desk = await openDesk();
  const { mixer, heard } = desk;
  await desk.load("outro", 48_000, tone(4_000));
  await desk.load("scale", 8 * stepFrames, scale, { nextCartId: ids.outro });
  await desk.load("bed", 2 * stepFrames, (frame) => tone(frame < stepFrames ? 300 : 350)(frame), { isLooping: true });
  mixer.playCart(ids.scale);
  mixer.playCart(ids.bed);
  await until(() => expect(heard.frames).toBeGreaterThan(2.5 * stepFrames));
  const begun = heard.sound.findIndex((sample) => Math.abs(sample) > 0.001);
  const cutAt = heard.frames;
  await desk.die();
  await until(() => expect(desk.ended).toEqual([[ids.scale, ids.outro]]));
  await until(() => expect(heard.frames).toBeGreaterThan(begun + 9 * stepFrames));

  const levelOf = (pitch: number, step: number) =>
    toneDbfs(pitch, heard.sound.subarray(begun + (step + 0.2) * stepFrames, begun + (step + 0.8) * stepFrames));
  const firstWhole = Math.ceil((cutAt - begun) / stepFrames) + 2;
  expect(firstWhole, "the mixer was back in time").toBeLessThan(8);
  for (let step = firstWhole; step < 8; step++) {
    expect(levelOf(pitchOfStep(step), step), `step ${step} of the scale`).toBeCloseTo(-23, 0);
    expect(levelOf(step % 2 === 0 ? 300 : 350, step), `the bed in step ${step}`).toBeCloseTo(-23, 0);
  }
  expect(levelOf(4_000, 8), "what follows the scale").toBeCloseTo(-23, 0);
});

test("a cart that would have come to its end while there was no mixer has, and the next one is under way", async () => {
  await using desk = await openDesk();
  await desk.load("outro", 10 * stepFrames, scale);
  await desk.load("sting", 960, tone(4_000), { nextCartId: ids.outro });
  desk.mixer.playCart(ids.sting);
  await desk.die();
  const { frames } = desk.heard;
  await until(() => expect(desk.heard.frames).toBeGreaterThan(frames + 4 * stepFrames));
  expect(desk.ended).toEqual([[ids.sting, ids.outro]]);
  expect(Math.max(...desk.heard.sound.subarray(frames + stepFrames, frames + 3 * stepFrames))).toBeGreaterThan(0.09);
});
