import { createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import { longestTakeSeconds } from "../../schemas/exercises.ts";
import { createLevelMeter } from "../audio/create-level-meter.ts";
import { createMicrophone } from "../audio/create-microphone.ts";
import { usualProcessing } from "../audio/microphone-settings.ts";
import { createLiveliness } from "../audio/takes/create-liveliness.ts";
import { recordTake, type RecordedTake, type TakeRecording } from "../audio/takes/record-take.ts";

const everyMs = 200;
const shownLevels = 60;
// Measuring wants the voice as it is: a browser that brings every syllable to one level, or gates what lies between, changes what is measured.
const untouched = { ...usualProcessing, noiseSuppression: false, autoGainControl: false };

/** A take in the making: the microphone of the studio, how long it runs, and how the voice is. It ends by itself after ten minutes, and with the caller's owner. */
export function createRecording(onTake: (recorded: RecordedTake) => void) {
  const [isWanted, setWanted] = createSignal(false);
  const { microphone, retry } = createMicrophone(() =>
    isWanted() ? { deviceId: undefined, processing: untouched } : undefined,
  );
  const track = createMemo(() => {
    const now = microphone();
    return now.state === "open" ? now.track : undefined;
  });
  const level = createLevelMeter(track);
  const live = createLiveliness(track);
  const [seconds, setSeconds] = createSignal(0);
  const [levels, setLevels] = createSignal<readonly number[]>([]);
  let recording: TakeRecording | undefined;

  const finish = async () => {
    const ending = recording;
    recording = undefined;
    if (ending === undefined) return;
    const recorded = await ending.stop();
    setWanted(false);
    onTake(recorded);
  };
  const discard = () => {
    recording?.discard();
    recording = undefined;
    setWanted(false);
  };
  createEffect(
    on(track, (open) => {
      if (open === undefined) return;
      recording = recordTake(open);
      const began = performance.now();
      setLevels([]);
      setSeconds(0);
      const timer = setInterval(() => {
        setSeconds((performance.now() - began) / 1_000);
        setLevels((before) => [...before.slice(1 - shownLevels), heightOf(untrack(level).peakDbfs)]);
        if (seconds() >= longestTakeSeconds) void finish();
      }, everyMs);
      onCleanup(() => {
        clearInterval(timer);
        // A headset that is pulled out ends the take, and what was said stays.
        void finish();
      });
    }),
  );
  onCleanup(discard);
  return {
    microphone,
    seconds,
    levels,
    live,
    isTaping: () => track() !== undefined,
    start: () => {
      setWanted(true);
      if (microphone().state === "faulty") retry();
    },
    finish: () => void finish(),
    discard,
  };
}
/** See {@link createRecording}. */
export type Recording = ReturnType<typeof createRecording>;

/** A peak between −60 and 0 dBFS as a height of 0 to 1. */
const heightOf = (peakDbfs: number) => Math.max(0.02, Math.min(1, (peakDbfs + 60) / 60));
