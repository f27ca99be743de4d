import { createEffect, createSignal, onCleanup, untrack, type Accessor } from "solid-js";
import type { Level } from "../../schemas/studio.ts";
import { createLevelMeter } from "../audio/create-level-meter.ts";
import { createMicrophone } from "../audio/create-microphone.ts";
import type { MicrophoneFault } from "../audio/microphone-fault.ts";
import { usualProcessing } from "../audio/microphone-settings.ts";

/** Where a recording stands, as one word. */
export type RecordingState = "idle" | "opening" | "recording" | "recorded" | "faulty";

/** One short recording of this page's own, which leaves the browser only when somebody sends it. */
export type OwnRecording = {
  readonly state: Accessor<RecordingState>;
  readonly fault: Accessor<MicrophoneFault | undefined>;
  readonly level: Accessor<Level>;
  /** How long it runs already, in seconds. */
  readonly seconds: Accessor<number>;
  /** What was recorded, in whatever format this browser writes. */
  readonly sound: Accessor<Blob | undefined>;
  start(): void;
  stop(): void;
  /** Back to the beginning; what was recorded is gone. */
  forget(): void;
};

/** How often the page tells how long it runs. */
const tickMs = 250;

// Firefox and Chromium write Opus, Safari AAC; each reads back its own.
const formats = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];

/** Speech needs no more. */
const bitrate = 48_000;

/** The microphone is open from `start` to `stop`, to `mostSeconds` at the latest, and never after the caller's owner is gone. */
export function createRecording(mostSeconds: number): OwnRecording {
  const [isWanted, setWanted] = createSignal(false);
  const [sound, setSound] = createSignal<Blob>();
  const [seconds, setSeconds] = createSignal(0);
  const wanted = () => (isWanted() ? { deviceId: undefined, processing: usualProcessing } : undefined);
  const { microphone } = createMicrophone(wanted);
  const track = () => {
    const now = microphone();
    return now.state === "open" ? now.track : undefined;
  };
  const level = createLevelMeter(track);

  createEffect(() => {
    const open = track();
    if (open === undefined) return;
    let isKept = true;
    const recorder = recorderOf(open);
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({ data }) => void pieces.push(data);
    recorder.onstop = () => isKept && setSound(new Blob(pieces, { type: recorder.mimeType }));
    recorder.start();
    const since = performance.now();
    const timer = setInterval(() => {
      setSeconds((performance.now() - since) / 1_000);
      if (untrack(seconds) >= mostSeconds) setWanted(false);
    }, tickMs);
    onCleanup(() => {
      clearInterval(timer);
      isKept = !untrack(isWanted);
      if (recorder.state !== "inactive") recorder.stop();
    });
  });

  const state = (): RecordingState => {
    const now = microphone();
    if (isWanted()) return now.state === "open" ? "recording" : now.state === "faulty" ? "faulty" : "opening";
    return sound() === undefined ? "idle" : "recorded";
  };
  const forget = () => {
    setSound(undefined);
    setSeconds(0);
  };
  return {
    ...{ state, level, seconds, sound, forget },
    fault: () => {
      const now = microphone();
      return now.state === "faulty" ? now.fault : undefined;
    },
    start: () => {
      forget();
      setWanted(true);
    },
    stop: () => setWanted(false),
  };
}

function recorderOf(track: MediaStreamTrack): MediaRecorder {
  const mimeType = formats.find((format) => MediaRecorder.isTypeSupported(format));
  const options = { audioBitsPerSecond: bitrate, ...(mimeType === undefined ? {} : { mimeType }) };
  return new MediaRecorder(new MediaStream([track]), options);
}
