import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import path from "node:path";
import { runProgram } from "./run-program.ts";

/** A recording of a real voice, and what is said in it. */
export type Clip = { path: string; text: string };

const womanSounds = "/usr/share/asterisk/sounds/fr_CA_f_June";
const womanTexts = "/usr/share/doc/asterisk-core-sounds-fr/core-sounds-fr.txt.gz";
const stamps = "/usr/share/tuxpaint/stamps";

/** The clips of asterisk-core-sounds-fr-wav, one woman at 8 kHz; none where Debian's package is not installed. */
export function womanClips(): Clip[] {
  if (!existsSync(womanTexts) || !existsSync(womanSounds)) return [];
  const lines = gunzipSync(readFileSync(womanTexts)).toString().split("\n");
  return lines.flatMap((line) => {
    const [, name = "", text = ""] = /^([\w/-]+): *(.+)$/.exec(line) ?? [];
    const file = path.join(womanSounds, `${name}.wav`);
    return name !== "" && existsSync(file) && isPlain(text) ? [{ path: file, text }] : [];
  });
}

/** The clips of tuxpaint-stamps-default, one man; none where Debian's package is not installed. */
export const manClips = (): Clip[] =>
  stampClips("fr").filter(({ path: file }) => !isOfOthers(file) && !isLongerThanItsSound(file));

// Many animals are read by a woman: their pitch is an octave over his.
const isOfOthers = (file: string) => file.includes("/animals/");

// The text of the signs of the alphabet says "américain", which was added after they were recorded: spectrograms show that nobody speaks it.
const isLongerThanItsSound = (file: string) => file.includes("/alphabets/asl/");

/** The clips of tuxpaint-stamps-default in a language, read by one or a few amateurs at home; none where Debian's package is not installed. */
export function stampClips(language: string): Clip[] {
  if (!existsSync(stamps)) return [];
  const ending = `_desc_${language}.ogg`;
  const files = readdirSync(stamps, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(ending));
  const line = new RegExp(`^${language}\\.utf8=(.+)$`, "m");
  const clips = files.toSorted().flatMap((file) => {
    const texts = path.join(stamps, file.replace(ending, ".txt"));
    const text = existsSync(texts) ? line.exec(readFileSync(texts, "utf8"))?.[1] : undefined;
    return text !== undefined && isPlain(text) ? [{ path: path.join(stamps, file), text }] : [];
  });
  return eachOnce(clips);
}

// A recording that lies there for two drawings is one recording.
const eachOnce = (clips: readonly Clip[]): Clip[] => [
  ...new Map(clips.map((clip) => [readFileSync(clip.path).toString("base64"), clip])).values(),
];

// Letters, signs in brackets and figures are read out in more than one way.
const isPlain = (text: string) => /^[\p{L}\p{M}' ,.!?’-]{8,}$/u.test(text) && !/\p{Lu}{2}|-/u.test(text);

/** Installs Debian's packages where that can be done, quietly; says whether they are there afterwards. */
export function installed(packages: readonly string[]): boolean {
  if (packages.every(isThere)) return true;
  try {
    runProgram("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages]);
  } catch {
    return false;
  }
  return packages.every(isThere);
}

function isThere(name: string): boolean {
  try {
    return runProgram("dpkg-query", ["-W", "-f=${Status}", name]).toString().includes("ok installed");
  } catch {
    return false;
  }
}
