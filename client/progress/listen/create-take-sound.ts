import { createEffect, createMemo, createSignal } from "solid-js";
import type { TakeSpan } from "../../../schemas/takes.ts";
import { createSound } from "../../audio/create-sound.ts";

const breath = 0.5;
const shortestLoop = 2;

/** The phrase that is spoken at an instant: from one pause of half a second to the next; without measures, the two seconds before and after. */
export function phraseAt(speech: readonly TakeSpan[], at: number): TakeSpan {
  const phrases: TakeSpan[] = [];
  for (const { from, to } of speech) {
    const last = phrases.at(-1);
    if (last !== undefined && from - last.to < breath) last.to = to;
    else phrases.push({ from, to });
  }
  const here = phrases.findLast(({ from }) => from <= at + 0.2) ?? phrases[0];
  return here ?? { from: Math.max(0, at - shortestLoop), to: at + shortestLoop };
}

/** The sound of a take: faster without a higher voice, back by three seconds, one phrase again and again. */
export function createTakeSound(url: () => string, speech: () => readonly TakeSpan[]) {
  const audio = new Audio();
  audio.preservesPitch = true;
  const sound = createSound(audio);
  const [speed, setSpeed] = createSignal(1);
  const [loop, setLoop] = createSignal<TakeSpan>();
  // What is said of a take changes often, its sound does not.
  const address = createMemo(url);
  createEffect(() => {
    sound.load([{ url: address(), mimeType: "audio/mpeg" }], 0);
    setLoop(undefined);
  });
  createEffect(() => sound.setSpeed(speed()));
  createEffect(() => {
    const phrase = loop();
    if (phrase !== undefined && sound.position() > phrase.to) sound.seek(phrase.from);
  });
  const toggle = () => (sound.isPlaying() ? sound.pause() : void sound.play());
  const goTo = (seconds: number) => sound.seek(Math.max(0, seconds));
  const toggleLoop = () => setLoop(loop() === undefined ? phraseAt(speech(), sound.position()) : undefined);
  return { ...sound, speed, setSpeed, loop, toggle, goTo, toggleLoop, back: () => goTo(sound.position() - 3) };
}
/** See {@link createTakeSound}. */
export type TakeSound = ReturnType<typeof createTakeSound>;
