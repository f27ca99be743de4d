import type { Levels } from "../../schemas/studio.ts";
import type { Frames } from "./frames.ts";
import type { Studio } from "./create-studio.ts";

/** What the parts of the desk share: the studio, its measurements, and the loop that draws them. */
export type Desk = {
  readonly studio: Studio;
  readonly levels: () => Levels;
  readonly frames: Frames;
};
