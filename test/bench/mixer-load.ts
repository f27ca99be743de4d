// Child of mixer.bench.ts: sends voices as browsers would, so that the bench's own process holds nothing but the mixer.
// Arguments: one "port:ssrc" per voice.
import { endlessVoice } from "../support/endless-voice.ts";
import { sendLive } from "../support/live-voice.ts";
import { voiceSamples } from "../support/voices.ts";

const ears = process.argv.slice(2).map((ear) => ear.split(":").map(Number));
const voices = ears.map(([, ssrc = 0], index) =>
  endlessVoice(voiceSamples({ pitch: 200 + 37 * index, levelDbfs: -22 }, 4), { ssrc }),
);
const live = await Promise.all(
  ears.map(([port = 0], index) => sendLive(voices[index] ?? endlessVoice(new Float32Array(960)), port)),
);
process.send?.("speaking");
process.once("disconnect", () => {
  void Promise.all(live.map((voice) => voice[Symbol.asyncDispose]()));
});
