import type { Resource } from "solid-js";

/** What was asked of the station, once it is here; reading it neither waits nor throws, so the page around it stays. */
export const ready = <Thing>(from: Resource<Thing>): Thing | undefined =>
  from.state === "ready" || from.state === "refreshing" ? from.latest : undefined;
