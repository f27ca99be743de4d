import { keep, restore } from "./cache.mjs";
import { isGithubReachable } from "./github.mjs";
import { say, step } from "./say.mjs";
import { installPackages, missingPackages } from "./system-packages.mjs";

/**
 * Makes these pieces ready: first from the cache, then by download, then with the system's packages, then by building. A piece is
 * `{ name, hint?, works(), place?(), cacheKey?(), connect?(), download?(), packages?(), build?() }`: `connect` does what a build does
 * besides making the file, `download` may fail, `build` may not.
 */
export async function setUpPieces(pieces) {
  const lacking = [];
  for (const piece of pieces) if (!(await isReady(piece))) lacking.push(piece);
  // Asked for together: one visit to the package manager, one message for whoever has to do it by hand.
  await installPackages(missingPackages(lacking.flatMap((piece) => piece.packages?.() ?? [])));
  for (const piece of lacking) await finish(piece);
}

async function isReady(piece) {
  if (piece.works()) return true;
  if (isRestored(piece)) return true;
  if (piece.download === undefined || !(await isGithubReachable())) return false;
  return await isDownloaded(piece);
}

function isRestored(piece) {
  if (piece.cacheKey === undefined || !restore(piece.cacheKey(), piece.place())) return false;
  piece.connect?.();
  return piece.works();
}

async function isDownloaded(piece) {
  try {
    await step(`downloading ${piece.name}`, () => piece.download());
  } catch (error) {
    console.warn(`set-up: ${error.message.split("\n")[0]}`);
  }
  if (!piece.works()) return false;
  if (piece.cacheKey !== undefined) keep(piece.cacheKey(), piece.place());
  return true;
}

async function finish(piece) {
  if (piece.build !== undefined) {
    if (piece.hint !== undefined) say(`${piece.name} is built here: ${piece.hint}`);
    await step(`building ${piece.name}`, () => piece.build());
  }
  if (!piece.works()) throw new Error(`${piece.name} does not work after its set-up`);
  if (piece.build !== undefined && piece.cacheKey !== undefined) keep(piece.cacheKey(), piece.place());
}
