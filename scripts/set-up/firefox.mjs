import { findProgram } from "./run.mjs";
import { say } from "./say.mjs";
import { installPackages } from "./system-packages.mjs";

// Firefox gives a sound up where there is no sound card: PulseAudio does as if there were one.
const needed = ["firefox-esr", "pulseaudio"];
const candidates = [process.env.FIREFOX_BIN, "firefox-esr", "firefox"];
const isHere = () =>
  candidates.some((name) => name !== undefined && findProgram(name) !== undefined) &&
  findProgram("pulseaudio") !== undefined;

/** Firefox for the tests that play in it, from Debian; `FIREFOX_BIN` names another one. Where it cannot be had they are skipped, and it says so. */
export async function setUpFirefox() {
  if (isHere()) return;
  try {
    await installPackages(needed);
  } catch (error) {
    say(`Firefox cannot be had here, its tests are skipped: ${error.message.split("\n")[0]}`);
  }
}
