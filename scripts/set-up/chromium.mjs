import { findProgram } from "./run.mjs";
import { say } from "./say.mjs";
import { installPackages } from "./system-packages.mjs";

const find = (names) => names.find((name) => name !== undefined && findProgram(name) !== undefined);

/**
 * Chromium for the tests, from Debian; `CHROMIUM_BIN` names another one. Its headless shell is preferred, which draws no windows around the pages:
 * a page costs half the processor's time in it.
 */
export async function setUpChromium() {
  if (find([process.env.CHROMIUM_BIN, "chromium-headless-shell"]) !== undefined) return;
  try {
    await installPackages(["chromium-headless-shell"]);
  } catch (error) {
    const windowed = find(["chromium", "chromium-browser", "google-chrome"]);
    if (windowed === undefined) await installPackages(["chromium"]);
    say(`the tests use ${windowed ?? "chromium"}, as its quicker shell cannot be had: ${error.message.split("\n")[0]}`);
  }
}
