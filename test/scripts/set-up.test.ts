import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keep, restore } from "../../scripts/set-up/cache.mjs";
import { workerRuns } from "../../scripts/set-up/mediasoup-worker.mjs";
import { setUpChromium } from "../../scripts/set-up/chromium.mjs";
import { isInstalled } from "../../scripts/set-up/packages.mjs";
import { setUpPieces } from "../../scripts/set-up/pieces.mjs";
import { missingPackages } from "../../scripts/set-up/system-packages.mjs";

const root = path.resolve(import.meta.dirname, "../..");
let place: string;

beforeEach(() => {
  place = mkdtempSync(path.join(os.tmpdir(), "antenne-set-up-"));
  vi.stubEnv("XDG_CACHE_HOME", path.join(place, "cache"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true, force: true });
});

describe("npm's packages", () => {
  const wanted = {
    "": {},
    "node_modules/hono": { version: "4.0.0" },
    "node_modules/mac": { version: "1.0.0", optional: true },
  };

  test("are installed again when node_modules is gone", () => {
    expect(isInstalled(wanted, undefined)).toBe(false);
  });

  test("are installed again when one has another version or is missing", () => {
    expect(isInstalled(wanted, { "node_modules/hono": { version: "3.9.9" } })).toBe(false);
    expect(isInstalled(wanted, {})).toBe(false);
  });

  test("are left alone when they are those of the lock file, whatever other platforms would have", () => {
    expect(isInstalled(wanted, { "node_modules/hono": { version: "4.0.0" } })).toBe(true);
  });
});

/** A piece that works once its file says "good", and that counts how often it was built. */
function filePiece(checkout: string) {
  const file = path.join(place, checkout, "piece");
  const piece = {
    name: "a piece",
    builds: 0,
    works: () => spawnSync("grep", ["-qx", "good", file]).status === 0,
    place: () => file,
    cacheKey: () => "piece-1.0.0/piece",
    build: () => {
      piece.builds += 1;
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, "good\n");
    },
  };
  return piece;
}

describe("a built piece", () => {
  test("is built once, and a second clone takes it from the cache", async () => {
    const [first, second] = [filePiece("first"), filePiece("second")];
    await setUpPieces([first]);
    await setUpPieces([first]);
    await setUpPieces([second]);
    expect([first.builds, second.builds]).toEqual([1, 0]);
    expect(second.works()).toBe(true);
  });

  test("is connected when it comes from the cache, as a build would have done", async () => {
    await setUpPieces([filePiece("first")]);
    const connect = vi.fn();
    await setUpPieces([{ ...filePiece("second"), connect }]);
    expect(connect).toHaveBeenCalledOnce();
  });

  test("is built anew when what the cache holds does not work", async () => {
    const piece = filePiece("first");
    writeFileSync(path.join(place, "broken"), "bad\n");
    keep("piece-1.0.0/piece", path.join(place, "broken"));
    await setUpPieces([piece]);
    expect(piece.builds).toBe(1);
    restore("piece-1.0.0/piece", path.join(place, "cached"));
    expect(readFileSync(path.join(place, "cached"), "utf8")).toBe("good\n");
  });

  test("that still does not work stops the set-up with its name", async () => {
    const piece = { ...filePiece("first"), build: () => undefined };
    await expect(setUpPieces([piece])).rejects.toThrow("a piece does not work after its set-up");
  });
});

test("what is missing is asked for by Debian's names, each once", () => {
  vi.stubEnv("PATH", place);
  expect(missingPackages(["make", "ffmpeg", "make"])).toEqual(["make", "ffmpeg"]);
  writeFileSync(path.join(place, "make"), "");
  expect(missingPackages(["make", "ffmpeg"])).toEqual(["ffmpeg"]);
});

test("without root the set-up names every missing package and the command that installs them", () => {
  const script = `
    process.getuid = () => 1000;
    const { installPackages } = await import(${JSON.stringify(path.join(root, "scripts/set-up/system-packages.mjs"))});
    await installPackages(["g++", "ffmpeg"]).catch((error) => console.log(error.message));`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  expect(stdout).toContain("these system packages are missing (Debian's names): g++ ffmpeg");
  expect(stdout).toContain("sudo apt-get install -y --no-install-recommends g++ ffmpeg");
});

test("where Chromium's quick shell cannot be had the tests use another Chromium, and without one its name is told", async () => {
  vi.stubEnv("PATH", place);
  vi.stubEnv("CHROMIUM_BIN", undefined);
  await expect(setUpChromium()).rejects.toThrow("(Debian's names): chromium\n");
  writeFileSync(path.join(place, "chromium"), "");
  const said = vi.spyOn(console, "log").mockReturnValue();
  await setUpChromium();
  expect(said.mock.calls.flat().join()).toContain("the tests use chromium, as its quicker shell cannot be had");
});

test("the worker that the set-up left loads and runs, and a file that is none does not", () => {
  expect(workerRuns(path.join(root, "node_modules/mediasoup/worker/out/Release/mediasoup-worker"))).toBe(true);
  const impostor = path.join(place, "mediasoup-worker");
  writeFileSync(impostor, "#!/bin/sh\nexit 0\n");
  chmodSync(impostor, 0o755);
  expect(workerRuns(impostor)).toBe(false);
});

describe("a program that the launcher hands over to", () => {
  const handOver = path.join(root, "scripts/set-up/hand-over.mjs");
  const launch = (...args: string[]) => {
    const script = `(await import(${JSON.stringify(handOver)})).handOver(process.argv.slice(1))`;
    return spawn(process.execPath, ["--input-type=module", "-e", script, "--", ...args], {
      stdio: ["ignore", "pipe", "inherit"],
    });
  };

  test("runs on Node 24, gets its arguments whole, and its exit code is the launcher's", async () => {
    const program = path.join(place, "program.cjs");
    writeFileSync(program, "console.log(process.version, process.argv.slice(2)); process.exitCode = 7;");
    const launcher = launch(program, "--lan", "two words");
    const [output, [code]] = await Promise.all([text(launcher.stdout), once(launcher, "exit")]);
    expect(output).toMatch(/^v24\..*\[ '--lan', 'two words' \]/);
    expect(code).toBe(7);
  });

  test("keeps for its next thread what became of a thread's TypeScript", async () => {
    const thread = "import { getCompileCacheDir } from 'node:module'; const kept = getCompileCacheDir() as string;";
    writeFileSync(path.join(place, "thread.ts"), `${thread} console.log(kept);`);
    const program = path.join(place, "threaded.mjs");
    writeFileSync(
      program,
      "import { Worker } from 'node:worker_threads'; new Worker(new URL('thread.ts', import.meta.url));",
    );
    const launcher = launch(program);
    expect(await text(launcher.stdout)).toContain(path.join(root, "node_modules/.cache/compiled"));
  });

  test("closes in its own way when the launcher is told to stop", async () => {
    const program = path.join(place, "station.cjs");
    writeFileSync(
      program,
      "process.on('SIGTERM', () => { console.log('closed'); clearInterval(open); }); const open = setInterval(() => {}, 1000); console.log('open');",
    );
    const launcher = launch(program);
    launcher.stdout.once("data", () => launcher.kill("SIGTERM"));
    const [output, [code]] = await Promise.all([text(launcher.stdout), once(launcher, "exit")]);
    expect(output).toBe("open\nclosed\n");
    expect(code).toBe(0);
  });

  test("closes when npm is told to stop, and not only its shell", async () => {
    type Package = { scripts: Record<string, string> };
    const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as Package;
    writeFileSync(path.join(place, "package.json"), JSON.stringify({ scripts: { start: scripts.start } }));
    mkdirSync(path.join(place, "scripts"));
    const station =
      "process.on('SIGTERM', () => { console.log('closed'); process.exit(); }); setInterval(() => {}, 1000);";
    writeFileSync(path.join(place, "scripts/launch.mjs"), `${station} console.log("open");`);
    const npm = spawn("npm", ["--silent", "start"], { cwd: place, stdio: ["ignore", "pipe", "ignore"] });
    npm.stdout.once("data", () => npm.kill("SIGTERM"));
    expect(await text(npm.stdout)).toBe("open\nclosed\n");
  });
});
