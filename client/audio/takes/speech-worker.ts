// Measures speech beside the page, with the station's own code: nothing of it goes anywhere.
import { livelinessOf, livelinessSeconds } from "../../../media/speech/liveliness.ts";
import { resampled } from "../../../media/speech/resample.ts";
import { takeMeasures } from "../../../media/speech/take-measures.ts";
import type { FromSpeechWorker, ToSpeechWorker } from "./speech-messages.ts";

const everySeconds = 1;
let heard = new Float32Array(0);
let unmeasured = 0;

const say = (message: FromSpeechWorker) => {
  postMessage(message);
};

/** Keeps the last seconds of what the microphone gives, and measures them once a second. */
function hear(block: Float32Array, rate: number) {
  const kept = heard.subarray(-Math.max(0, livelinessSeconds * rate - block.length));
  const next = new Float32Array(kept.length + block.length);
  next.set(kept);
  next.set(block, kept.length);
  heard = next;
  unmeasured += block.length;
  if (unmeasured < everySeconds * rate) return;
  unmeasured = 0;
  say({ live: livelinessOf(resampled(heard, rate)) });
}

onmessage = ({ data }: MessageEvent<ToSpeechWorker>) => {
  if ("block" in data) hear(data.block, data.rate);
  else say({ measures: takeMeasures(resampled(data.take, data.rate)) });
};
