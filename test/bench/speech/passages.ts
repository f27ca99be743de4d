import type { Clip } from "../../support/speech/clips.ts";
import { babble, pinkNoise, withNoise } from "../../support/speech/degrade.ts";
import { hasSchwa, speak, syllablesOf, type EspeakVoice } from "../../support/speech/espeak.ts";
import { joined, levelled, passageOf, type Passage } from "../../support/speech/passage.ts";
import { phrases } from "../../support/speech/phrases.ts";
import { readClip } from "../../support/speech/read-clip.ts";

/** Somebody, and what they say in a few passages of 60 syllables or more. */
export type Voice = { name: string; passages: Passage[] };

const perPassage = 12;
/** Nobody speaks faster: a text of more syllables is not what its recording says. */
const mostPerSecond = 9;
const rate = 16_000;

/** Passages of a voice of espeak-ng: the phrases in three orders. */
export function spokenPassages(speaker: EspeakVoice, count = 3): Voice {
  const passages = Array.from({ length: count }, (_, turn) => {
    const texts = Array.from({ length: perPassage }, (__, index) => phrases[(index + turn * 7) % phrases.length] ?? "");
    return passageOf(
      texts.map((text) => ({ samples: speak(text, speaker), syllables: syllablesOf(text) })),
      turn + 1,
    );
  });
  return { name: speaker.name, passages };
}

/**
 * Passages of a real voice: clips of 6 to 25 syllables, spread over all there are and brought to one level; none with an e of which only who
 * heard it knows whether it was spoken, and none whose text does not fit into its time.
 */
export function realPassages(name: string, clips: readonly Clip[], count = 6): Voice {
  const usable = clips
    .filter(({ text }) => !hasSchwa(text))
    .map(({ text, path }) => ({ path, syllables: syllablesOf(text) }))
    .filter(({ syllables }) => syllables >= 6 && syllables <= 25)
    .map(({ path, syllables }) => levelled(readClip(path), syllables))
    .filter(({ samples, syllables }) => syllables / (samples.length / rate) <= mostPerSecond);
  const [each, fewest] = [15, 60];
  const step = Math.max(1, Math.floor(usable.length / (each * count)));
  const chosen = usable.filter((_, index) => index % step === 0);
  const passages = Array.from({ length: count }, (_, turn) =>
    passageOf(chosen.slice(turn * each, (turn + 1) * each), turn + 1),
  );
  return { name, passages: passages.filter(({ syllables }) => syllables >= fewest) };
}

/** Where and how a passage is heard. */
export const conditions = ["clean", "pink noise 20 dB", "pink noise 10 dB", "babble 20 dB", "babble 10 dB"] as const;

/** One of {@link conditions}. */
export type Condition = (typeof conditions)[number];

/** A passage as it is heard in a condition; others babble. */
export function heardIn(condition: Condition, passage: Passage, others: readonly Voice[]): Float32Array {
  const snrDb = Number(/\d+/.exec(condition)?.[0]);
  if (condition === "clean") return passage.samples;
  const length = passage.samples.length;
  const noise = condition.startsWith("pink")
    ? pinkNoise(length, 3)
    : babble(others.flatMap(({ passages }) => passages.slice(0, 2).map(spoken)).slice(0, 8), length);
  return withNoise(passage, noise, snrDb);
}

const spoken = ({ samples, speech }: Passage) =>
  joined(speech.map(({ from, to }) => samples.subarray(Math.round(from * rate), Math.round(to * rate))));

/** Mean of figures. */
export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
