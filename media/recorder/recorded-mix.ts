import { join } from "node:path";
import type { StripId } from "../../schemas/ids.ts";
import type { Treatment } from "../../schemas/programme.ts";
import type { IndexLine } from "./index-line.ts";
import { ridesName } from "./mix-writer.ts";
import { linesOf } from "./session-index.ts";

/** How the show was mixed, to mix it again. Frames are counted before the limiter: in the programme it all stands 240 later. */
export type RecordedMix = {
  /** To be read with `parseRides`. */
  ridesPath: string;
  /** The strip of each number that the rides name. */
  numbers: ReadonlyMap<number, StripId>;
  /** In order of their frames. */
  treatments: readonly { frame: number; stripId: StripId; treatment: Treatment }[];
  /** Ogg/Opus files of the carts alone, each from its frame on; none once they were erased. */
  carts: readonly { frame: number; path: string }[];
};

/** Reads what an index tells of the mix; `undefined` for a recording from before that was kept. */
export function recordedMix(directory: string, lines: readonly IndexLine[]): RecordedMix | undefined {
  const carts = linesOf(lines, "cartsOpened").map(({ frame, path }) => ({ frame, path: join(directory, path) }));
  if (carts.length === 0 && linesOf(lines, "cartsErased").length === 0) return undefined;
  return {
    ridesPath: join(directory, ridesName),
    numbers: new Map(linesOf(lines, "rideNumbered").map(({ number, stripId }) => [number, stripId])),
    treatments: linesOf(lines, "treated"),
    carts,
  };
}
