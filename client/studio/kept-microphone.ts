import type { ShowId } from "../../schemas/ids.ts";
import { usualProcessing, type MicrophoneProcessing } from "../audio/microphone-settings.ts";

type Kept = {
  readonly deviceId: string | undefined;
  readonly processing: MicrophoneProcessing;
  readonly hasHeadphones: boolean;
};

const place = "antenne.microphone";

/** The microphone this device used last, with the usual for all that is missing or damaged. */
export function readChoice(storage: Pick<Storage, "getItem"> = localStorage): Kept {
  try {
    const kept = JSON.parse(storage.getItem(place) ?? "{}") as Partial<Kept>;
    const processing = { ...usualProcessing, ...kept.processing };
    return { deviceId: kept.deviceId, processing, hasHeadphones: kept.hasHeadphones === true };
  } catch {
    return { deviceId: undefined, processing: usualProcessing, hasHeadphones: false };
  }
}

export const keepChoice = (kept: Kept, storage: Pick<Storage, "setItem"> = localStorage) => {
  storage.setItem(place, JSON.stringify(kept));
};

// Per show and per tab: whoever reloads in the middle of a show is back on air without a second sound check.
const checkedPlace = (showId: ShowId) => `antenne.checked.${showId}`;

/** Whether this tab already opened its microphone for this show. */
export const wasAsked = (showId: ShowId, storage: Pick<Storage, "getItem"> = sessionStorage): boolean =>
  storage.getItem(checkedPlace(showId)) === "yes";

export const keepAsked = (showId: ShowId, storage: Pick<Storage, "setItem"> = sessionStorage) => {
  storage.setItem(checkedPlace(showId), "yes");
};
