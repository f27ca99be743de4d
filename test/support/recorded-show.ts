import { copyFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { afterAll, expect, vi } from "vitest";
import type { FinishedRecording } from "../../media/recorder/finished-recording.ts";
import { openRecorderThread } from "../../media/recorder/open-recorder-thread.ts";
import { recoverRecording } from "../../media/recorder/recover-recording.ts";
import { CartId, type RecordingId, type ShowId, StripId } from "../../schemas/ids.ts";
import type { ProgrammeMessage } from "../../schemas/programme.ts";
import { firstDeskSound, plainProcessing } from "../../schemas/sound.ts";
import { endlessVoice, type EndlessVoice } from "./endless-voice.ts";
import { fakeProgramme } from "./fake-programme.ts";
import { knownCart, plainOrder } from "./known-cart.ts";
import { overNetwork } from "./network.ts";
import { samplesOnDisk } from "./opus-file.ts";
import { SimulatedShow } from "./simulated-show.ts";
import { toneSamples } from "./sound.ts";
import { sendDatagrams } from "./voice-datagrams.ts";
import { voiceSamples } from "./voices.ts";

const [awa, jules, teacher] = [1, 2, 3].map((number) => StripId.parse(`01890000-0000-7000-8000-00000000000${number}`));
const theme = CartId.parse("01890000-0000-7000-8000-00000000000a");

/** Who is heard in {@link recordShow}: the strip and the pitch of each, and the cart's. */
export const heard = {
  awa: { stripId: awa!, pitch: 440 },
  jules: { stripId: jules!, pitch: 1_000 },
  teacher: { stripId: teacher!, pitch: 2_500 },
  theme: { pitch: 6_000 },
} as const;

const voices = {
  awa: endlessVoice(voiceSamples({ pitch: 440, levelDbfs: -22 }, 10), { ssrc: 11 }),
  jules: endlessVoice(voiceSamples({ pitch: 1_000, levelDbfs: -26, burstSeconds: 0.7, breathSeconds: 0.3 }, 10), {
    ssrc: 12,
  }),
  teacher: endlessVoice(voiceSamples({ pitch: 2_500, levelDbfs: -24, burstSeconds: 0.3, breathSeconds: 0.2 }, 10), {
    ssrc: 13,
  }),
};
const processing = { ...plainProcessing, hasHighPass: true };

let first: Promise<FinishedRecording> | undefined;
afterAll(async () => {
  if (first !== undefined) await rm((await first).directory, { recursive: true });
});

/**
 * A show of 10 s that a real console mixes and a real recorder keeps, in less time than it lasts: Awa, Jules and a teacher speak at once, with all that a
 * desk does to them (automix, compressor, gate, faders that move, a pan, a strip that closes), and a theme that ducks under them from 2 to 6 s. Each file of tests
 * records it once, and takes copies.
 */
export async function recordShow(directory: string): Promise<FinishedRecording> {
  first ??= mkdtemp(join(tmpdir(), "antenne-recorded-")).then((made) => recordRunningShow(made));
  await cp((await first).directory, directory, { recursive: true });
  return recoverRecording(directory);
}

/** A show as {@link recordShow}, recorded here and now; `whileRunning` is done before it ends. */
export async function recordRunningShow(
  directory: string,
  whileRunning: () => Promise<void> = () => Promise.resolve(),
): Promise<FinishedRecording> {
  await using recorders = await openRecorderThread();
  const programme = fakeProgramme();
  const ids = { recordingId: v7() as RecordingId, showId: v7() as ShowId };
  const recording = await recorders.openRecording({ ...ids, directory, programme: programme.port });
  const messages = await mixShow();
  for (const message of messages) programme.tell(message);
  await vi.waitFor(async () => {
    expect(await readFile(`${directory}/session.jsonl`, "utf8")).toContain('"kind":"started"');
  }, 10_000);
  let stripNumber = 0;
  for (const name of ["awa", "jules", "teacher"] as const) {
    const { ssrc, payloadType } = voices[name];
    stripNumber += 1;
    const rtp = { ssrc, payloadType, mixerSsrc: ssrc };
    const port = await recording.openTrack({ stripId: heard[name].stripId, stripNumber, ...rtp });
    await sendDatagrams(port.port, datagramsOf(voices[name]));
    await vi.waitFor(async () => {
      expect(await samplesOnDisk(`${directory}/track-${stripNumber}-strip-${stripNumber}.opus`)).toBeGreaterThan(
        470_000,
      );
    }, 10_000);
  }
  await whileRunning();
  programme.close();
  return await recording.finish();
}

/** The same recording as the station kept them before it wrote down how it mixes. */
export async function asBefore({ directory }: FinishedRecording): Promise<FinishedRecording> {
  const path = `${directory}/session.jsonl`;
  await copyFile(path, `${path}.whole`);
  const lines = (await readFile(path, "utf8")).split("\n");
  await writeFile(path, lines.filter((line) => !/"kind":"(treated|rideNumbered|cartsOpened)"/.test(line)).join("\n"));
  return recoverRecording(directory);
}

const datagramsOf = (voice: EndlessVoice) => Array.from({ length: 500 }, (_, index) => voice.datagram(index));

async function mixShow(): Promise<ProgrammeMessage[]> {
  const messages: ProgrammeMessage[] = [];
  const show = new SimulatedShow({ keepsSound: false, onMessage: (message) => messages.push(message) });
  show.console.setSound({ hasAutomix: true, ducking: { ...firstDeskSound.ducking, isOn: true } });
  show.addVoice(awa!, voices.awa, overNetwork(voices.awa), { gainDb: -6, processing });
  show.addVoice(jules!, voices.jules, overNetwork(voices.jules), {
    processing: { ...processing, hasCompressor: true, trimDb: 6 },
  });
  show.addVoice(teacher!, voices.teacher, overNetwork(voices.teacher), {
    pan: 0.5,
    processing: { ...processing, hasGate: true },
  });
  const music = toneSamples(6_000, -24, 4);
  const sound = knownCart(music.length, (frame) => music[frame] ?? 0);
  show.console.carts.load(theme, sound, plainOrder);
  for (let step = 0; step < 100; step++) {
    if (step === 20) show.console.carts.play(theme);
    if (step === 40) show.console.findStrip(awa!)?.set({ gainDb: 0 });
    if (step === 60) show.console.findStrip(teacher!)?.set({ isOpen: false });
    if (step === 75) show.console.findStrip(teacher!)?.set({ isOpen: true });
    show.run(0.1);
    // The pieces of a cart are loaded in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return messages;
}
