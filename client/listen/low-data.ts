import { createSignal } from "solid-js";

const place = "antenne.low-data";
const [isLowData, setLowData] = createSignal(
  typeof localStorage !== "undefined" && localStorage.getItem(place) === "1",
);

/** Whether this listener asked for little data; kept on the device. */
export { isLowData };

/** Asks for little data, or for the usual. */
export function chooseLowData(isLow: boolean): void {
  setLowData(isLow);
  if (isLow) localStorage.setItem(place, "1");
  else localStorage.removeItem(place);
}
