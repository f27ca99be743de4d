import type { Dictionary } from "../words.ts";

export const studio = {
  deskTitle: "Desk",
  studioTitle: "Studio",
} as const satisfies Dictionary["studio"];
