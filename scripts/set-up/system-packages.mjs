import { findProgram, run, succeeds } from "./run.mjs";
import { step } from "./say.mjs";

const hasLibrary = (name) => succeeds("pkg-config", ["--exists", name]);
const hasHeader = (name) =>
  succeeds("sh", ["-c", `echo '#include <${name}>' | g++ -std=c++17 -E -x c++ -`], { stdio: "ignore" });

// How to see, on any system, whether what a Debian package brings is there.
const probes = {
  "g++": () => findProgram("g++") !== undefined,
  make: () => findProgram("make") !== undefined,
  python3: () => findProgram("python3") !== undefined,
  "pkg-config": () => findProgram("pkg-config") !== undefined,
  "libuv1-dev": () => hasLibrary("libuv"),
  "libssl-dev": () => hasLibrary("openssl"),
  "libsrtp2-dev": () => hasLibrary("libsrtp2"),
  "libflatbuffers-dev": () => hasHeader("flatbuffers/flatbuffers.h"),
  "flatbuffers-compiler": () => findProgram("flatc") !== undefined,
  "libnode-dev": () => false,
  ffmpeg: () => findProgram("ffmpeg") !== undefined,
};

/** Those of these Debian packages whose contents are not on this machine. */
export function missingPackages(names) {
  return [...new Set(names)].filter((name) => !probes[name]());
}

/** Installs what is missing where that can be done (Debian's family, as root); else says exactly what to install. */
export async function installPackages(missing) {
  if (missing.length === 0) return;
  const install = ["install", "-y", "--no-install-recommends", ...missing];
  const canInstall = process.getuid?.() === 0 && findProgram("apt-get") !== undefined;
  if (!canInstall) throw new Error(missingText(missing, install));
  await step(`apt-get install ${missing.join(" ")}`, () => {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-qq"], { env });
    run("apt-get", ["-qq", ...install], { env });
  });
}

function missingText(missing, install) {
  return [
    `these system packages are missing (Debian's names): ${missing.join(" ")}`,
    `On Debian or Ubuntu: sudo apt-get ${install.join(" ")}`,
    "Elsewhere install what brings the same programs and libraries, then start again.",
  ].join("\n");
}
