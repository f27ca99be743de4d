import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { runFfmpeg } from "../../media/ffmpeg/run-ffmpeg.ts";

const sampleRate = 48_000;

/** One sample of each side at an instant; `random` is −0.5 to 0.5 and the same at every run. */
export type Sound = (seconds: number, random: () => number) => readonly [left: number, right: number];

function makeRandom(): () => number {
  let seed = 1;
  return () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32 - 0.5;
  };
}

/** Two voices in turn: syllables of a buzzing pitch with pauses, one a little left, one a little right, in a quiet room. */
export function speech(level: number): Sound {
  let phase = 0;
  return (seconds, random) => {
    const isFirst = Math.floor(seconds / 2.5) % 2 === 0;
    phase += ((isFirst ? 210 : 260) * (1 + 0.15 * Math.sin(seconds * 2.1))) / sampleRate;
    const syllable = Math.max(0, Math.sin(Math.PI * ((seconds * 4.3) % 1))) ** 1.5;
    const isPause = seconds % 2.5 > 2.1;
    const buzz = [1, 2, 3, 4, 5, 9, 14].reduce((sum, n) => sum + Math.sin(2 * Math.PI * phase * n) / n, 0);
    const voice = isPause ? 0 : buzz * syllable * level * 0.4;
    const room = random() * 0.0006;
    return isFirst ? [voice + room, voice * 0.7 + room] : [voice * 0.7 + room, voice + room];
  };
}

/** Speech with knocks on the table far above it. */
export function peaky(level: number): Sound {
  const voice = speech(level);
  return (seconds, random) => {
    const since = seconds % 1.7;
    const knock = since < 0.004 ? Math.sin(2 * Math.PI * 900 * since) * 0.95 : 0;
    const [left, right] = voice(seconds, random);
    return [left + knock, right + knock];
  };
}

/** Nothing at all. */
export const silence: Sound = () => [0, 0];

/** Writes a sound as the FLAC of a finished recording; exact to the sample. */
export async function writeProgramme(path: string, sound: Sound, durationSeconds: number): Promise<string> {
  const raw = `${path}.f32`;
  const file = createWriteStream(raw);
  const random = makeRandom();
  const frames = Math.round(durationSeconds * sampleRate);
  for (let first = 0; first < frames; first += sampleRate) {
    const samples = new Float32Array(Math.min(sampleRate, frames - first) * 2);
    for (let at = 0; at < samples.length; at += 2) samples.set(sound((first + at / 2) / sampleRate, random), at);
    file.write(Buffer.from(samples.buffer));
  }
  file.end();
  await finished(file);
  await runFfmpeg(["-f", "f32le", "-ar", "48000", "-ac", "2", "-i", raw, "-c:a", "flac", "-sample_fmt", "s32", path]);
  return path;
}
