import { findProgram, succeeds } from "./run.mjs";

const candidates = [process.env.CHROMIUM_BIN, "chromium", "chromium-browser", "google-chrome"];

/** The real Chromium of the tests in test/e2e; `CHROMIUM_BIN` names another one. */
export const browser = {
  name: "Chromium",
  works: () =>
    candidates.some((name) => name !== undefined && findProgram(name) !== undefined && succeeds(name, ["--version"])),
  packages: () => ["chromium"],
};
