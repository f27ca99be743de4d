import type { TakeMeasures } from "../../../schemas/takes.ts";
import type { FromSpeechWorker, ToSpeechWorker } from "./speech-messages.ts";

/** A worker that measures speech; the caller ends it. */
export const openSpeechWorker = () => new Worker(new URL("./speech-worker.ts", import.meta.url), { type: "module" });

/** What is measured of a recorded take, in this browser; rejects where the browser cannot read its own recording. */
export async function measureTake(sound: Blob): Promise<TakeMeasures> {
  const decoded = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(await sound.arrayBuffer());
  const samples = decoded.getChannelData(0).slice();
  const worker = openSpeechWorker();
  try {
    const { promise, resolve, reject } = Promise.withResolvers<TakeMeasures>();
    worker.onmessage = ({ data }: MessageEvent<FromSpeechWorker>) => {
      if ("measures" in data) resolve(data.measures);
    };
    worker.onerror = ({ message }) => {
      reject(new Error(message));
    };
    const order: ToSpeechWorker = { take: samples, rate: decoded.sampleRate };
    worker.postMessage(order, [samples.buffer]);
    return await promise;
  } finally {
    worker.terminate();
  }
}
