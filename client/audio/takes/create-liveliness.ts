import { createEffect, createSignal, onCleanup, type Accessor } from "solid-js";
import type { Liveliness } from "../../../media/speech/liveliness.ts";
import { openSpeechWorker } from "./measure-take.ts";
import type { FromSpeechWorker } from "./speech-messages.ts";
import tapUrl from "./voice-tap.ts?worker&url";

/**
 * How lively somebody speaks and how fast, once a second while a track is given, measured in this browser: the sound thread hands the samples to a worker. `undefined` until
 * something was heard, and where the browser cannot.
 */
export function createLiveliness(track: Accessor<MediaStreamTrack | undefined>): Accessor<Liveliness | undefined> {
  const [live, setLive] = createSignal<Liveliness>();
  createEffect(() => {
    const heard = track();
    setLive(undefined);
    if (heard === undefined) return;
    onCleanup(openTap(heard, setLive));
  });
  return live;
}

function openTap(track: MediaStreamTrack, onLive: (live: Liveliness) => void): () => void {
  const context = new AudioContext();
  const worker = openSpeechWorker();
  let isClosed = false;
  worker.onmessage = ({ data }: MessageEvent<FromSpeechWorker>) => {
    if ("live" in data && !isClosed) onLive(data.live);
  };
  const listen = async () => {
    await context.audioWorklet.addModule(tapUrl);
    const tap = new AudioWorkletNode(context, "voice-tap", { numberOfOutputs: 0 });
    tap.port.onmessage = ({ data }: MessageEvent<Float32Array<ArrayBuffer>>) => {
      if (!isClosed) worker.postMessage({ block: data, rate: context.sampleRate }, [data.buffer]);
    };
    context.createMediaStreamSource(new MediaStream([track])).connect(tap);
    await context.resume();
  };
  // Without it there is no light, and the recording goes on.
  listen().catch(() => undefined);
  return () => {
    isClosed = true;
    worker.terminate();
    void context.close();
  };
}
