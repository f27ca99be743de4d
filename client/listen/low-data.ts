import { createSignal } from "solid-js";

const place = "antenne.low-data";
const [isLowData, setLowData] = createSignal(isKept());

// On the server there is no storage, and in a frame of another site a browser may refuse it.
function isKept(): boolean {
  try {
    return localStorage.getItem(place) === "1";
  } catch {
    return false;
  }
}

/** Whether this listener asked for little data; kept on the device. */
export { isLowData };

/** Asks for little data, or for the usual. */
export function chooseLowData(isLow: boolean): void {
  setLowData(isLow);
  if (isLow) localStorage.setItem(place, "1");
  else localStorage.removeItem(place);
}
