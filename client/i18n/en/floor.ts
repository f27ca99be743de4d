import type { Dictionary } from "../words.ts";

export const floor = {
  backstage: "Backstage",
  onTheFloor: "On the floor",
  nobodyBackstage: "Nobody is waiting. Show the code: pupils arrive here.",
  nobodyOnTheFloor: "Bring a pupil in to open their microphone.",
  handUp: "hand up",
  bringIn: "Bring in",
  bringInOf: "Bring {{ name }} in",
  sendBackOf: "Send {{ name }} backstage",
} as const satisfies Dictionary["floor"];
