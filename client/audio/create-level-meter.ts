import { createEffect, createSignal, onCleanup, type Accessor } from "solid-js";
import type { Level } from "../../schemas/studio.ts";
import { levelOf, silence } from "./level.ts";

// 4,096 samples are 85 ms: read every 50 ms, no peak falls between two readings.
const windowSamples = 4_096;
const everyMs = 50;

// It only listens: a browser that knows how opens no sound output for it.
const contextOptions = { latencyHint: "playback", sinkId: { type: "none" } } as const;

/** The one AudioContext of the page's meters: browsers allow few. */
function openContext(): AudioContext {
  const context = new AudioContext(contextOptions);
  // A context made before any gesture sleeps; the meter must move as soon as the browser allows it.
  const wake = () => void context.resume().catch(() => undefined);
  if (context.state === "suspended") {
    wake();
    document.addEventListener("pointerdown", wake, { once: true });
    document.addEventListener("keydown", wake, { once: true });
  }
  onCleanup(() => {
    document.removeEventListener("pointerdown", wake);
    document.removeEventListener("keydown", wake);
    void context.close();
  });
  return context;
}

/** The level of a track, measured in this page 20 times a second while the caller's owner lives; silence without a track. */
export function createLevelMeter(track: Accessor<MediaStreamTrack | undefined>): Accessor<Level> {
  const [level, setLevel] = createSignal<Level>(silence, { equals: false });
  createEffect(() => {
    const measured = track();
    setLevel(silence);
    if (measured === undefined) return;
    const context = openContext();
    const source = context.createMediaStreamSource(new MediaStream([measured]));
    const analyser = new AnalyserNode(context, { fftSize: windowSamples });
    source.connect(analyser);
    const samples = new Float32Array(windowSamples);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      setLevel(levelOf(samples));
    }, everyMs);
    onCleanup(() => {
      clearInterval(timer);
      source.disconnect();
    });
  });
  return level;
}
