// Makes a fresh checkout ready, on a machine that has only Node >= 20 and npm; when all is there it only looks.
//
//   node scripts/set-up.mjs [start|test]
//
// `npm start`, `npm run demo` and `npm test` begin with it (scripts/launch.mjs).
import { fileURLToPath } from "node:url";
import { setUpChromium } from "./set-up/chromium.mjs";
import { setUpClient } from "./set-up/client.mjs";
import { ffmpeg } from "./set-up/ffmpeg.mjs";
import { setUpFirefox } from "./set-up/firefox.mjs";
import { mediasoupWorker } from "./set-up/mediasoup-worker.mjs";
import { node } from "./set-up/node.mjs";
import { opus } from "./set-up/opus.mjs";
import { setUpPackages } from "./set-up/packages.mjs";
import { setUpPieces } from "./set-up/pieces.mjs";
import { say, secondsSince } from "./set-up/say.mjs";

/** Sets up what a purpose needs: `start` runs a station, `test` also a browser. */
export async function setUp(purpose) {
  const startedAt = performance.now();
  await setUpPackages();
  await setUpPieces([node]);
  await setUpPieces([opus, mediasoupWorker, ffmpeg]);
  if (purpose === "test") {
    await setUpChromium();
    await setUpFirefox();
  }
  await setUpClient();
  say(`ready (${secondsSince(startedAt)})`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await setUp(process.argv[2] ?? "start");
  } catch (error) {
    console.error(`set-up: ${error.message}`);
    process.exitCode = 1;
  }
}
