import { createSignal, type Accessor } from "solid-js";
import type { StripId } from "../../schemas/ids.ts";
import { lentActions, type Action } from "../../schemas/permissions.ts";
import type { Levels } from "../../schemas/studio.ts";
import type { Talkback } from "./create-talkback.ts";
import type { Frames } from "./frames.ts";
import type { PadPanelKey } from "./pad-panel.ts";
import type { Studio } from "./create-studio.ts";

/** The tabs beside the desk. */
export type SideTab = "rundown" | "participants" | "entry" | "sound" | "voice";

/** What the parts of the desk share: the studio, its measurements, and the loop that draws them. */
export type Desk = {
  readonly studio: Studio;
  readonly levels: () => Levels;
  readonly frames: Frames;
  readonly talkback: Talkback;
  /** Where sounds are changed while the desk goes on. */
  readonly padPanel: PadPanelKey;
  /** Whether this page may do that now: a teacher all of it, a pupil technician what is lent to them. The server asks the same. */
  readonly may: (action: Action) => boolean;
  /** The strip whose sound is being set: the one that was touched last. */
  readonly tunedStrip: Accessor<StripId | undefined>;
  tuneStrip(stripId: StripId): void;
  /** The tab beside the desk that somebody chose. */
  readonly sideTab: Accessor<SideTab | undefined>;
  showSideTab(tab: SideTab): void;
};

/** What a page in the studio may do at the desk. */
export const makeMay =
  (studio: Pick<Studio, "joined" | "ownStrip">): Desk["may"] =>
  (action) => {
    if (studio.joined()?.isDesk === true) return true;
    const part = lentActions[action];
    return part !== undefined && (studio.ownStrip()?.lent.includes(part) ?? false);
  };

/** Which strip's sound is being set, and which tab is open beside the desk. */
export function createTuning(): Pick<Desk, "tunedStrip" | "tuneStrip" | "sideTab" | "showSideTab"> {
  const [tunedStrip, tuneStrip] = createSignal<StripId>();
  const [sideTab, showSideTab] = createSignal<SideTab>();
  return { tunedStrip, tuneStrip, sideTab, showSideTab };
}
