import { measureSpeech } from "../../media/speech/measure-speech.ts";
import { manClips, installed, womanClips } from "../support/speech/clips.ts";
import { hasEspeak, type EspeakVoice } from "../support/speech/espeak.ts";
import { isInstalled } from "../support/speech/run-program.ts";
import type { Bench, Measurement } from "./row.ts";
import { realPassages, spokenPassages, type Voice } from "./speech/passages.ts";
import { pauseRows } from "./speech/pause-rows.ts";
import { pitchRows } from "./speech/pitch-rows.ts";
import { qualityRows } from "./speech/quality-rows.ts";
import { syllableRows, tempoRows } from "./speech/syllable-rows.ts";

// Thresholds of pauses were set with the first two and the woman, those of syllables with voices of other languages; the man was only reported on.
const speakers: readonly EspeakVoice[] = [
  { name: "fr" },
  { name: "fr+f3", pitch: 70 },
  { name: "fr+m3" },
  { name: "fr+f2", pitch: 70 },
  { name: "fr+f4", pitch: 99 },
];
const packages = {
  woman: ["asterisk-core-sounds-fr-wav", "asterisk-core-sounds-fr"],
  man: ["tuxpaint-stamps-default"],
};

/** How near the measures of speech come to the truth and to Praat, against every bar of docs/speech.md, and what they cost. */
export const bench: Bench = async function* () {
  await Promise.resolve();
  if (!installed(["espeak-ng"]) && !hasEspeak()) {
    console.log("speech: espeak-ng is not here and cannot be installed: nothing is measured");
    return;
  }
  const hasPraat = installed(["praat"]) || isInstalled("praat");
  if (!hasPraat)
    console.log("speech: Praat is not here and cannot be installed: pitch is not judged, syllables have no baseline");
  const voices = [...speakers.map((speaker) => spokenPassages(speaker)), ...realVoices()];
  for (const voice of voices) yield* pauseRows(voice, voices);
  for (const voice of voices) yield* syllableRows(voice, hasPraat);
  for (const speaker of speakers) yield* tempoRows(speaker);
  if (hasPraat) for (const voice of voices) yield* pitchRows(voice);
  yield* qualityRows(voices);
  yield cost(voices);
};

function realVoices(): Voice[] {
  return (["woman", "man"] as const).flatMap((who) => {
    const clips = installed(packages[who]) ? (who === "woman" ? womanClips() : manClips()) : [];
    if (clips.length > 0) return [realPassages(`a real ${who}`, clips)];
    console.log(`speech: ${packages[who].join(" and ")} cannot be installed: no real ${who} is measured`);
    return [];
  });
}

/** Processor time, and not the clock's: other programs take none of it. */
function cost(voices: readonly Voice[]): Measurement {
  const passages = voices.flatMap(({ passages }) => passages);
  const before = process.cpuUsage();
  passages.forEach(({ samples }) => measureSpeech(samples));
  const { user, system } = process.cpuUsage(before);
  const seconds = passages.reduce((sum, { samples }) => sum + samples.length / 16_000, 0);
  return {
    case: "core time per time of speech",
    value: (user + system) / 1e6 / seconds,
    unit: "×",
    goal: { atMost: 0.1 },
  };
}
