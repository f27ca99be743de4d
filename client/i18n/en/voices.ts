import type { Dictionary } from "../words.ts";

/** Words of the voices of an episode. */
export const voices: Dictionary["voices"] = {
  leaveOut: { one: "Leave this voice out", other: "Leave these {{ count }} voices out" },
  goesToo: "At the same microphone, goes too: {{ names }}",
  soundsGo: "Their voice is in a sound of the desk: all sounds of the show go with it.",
  ofFamily: "A family’s message",
  leftOut: "Voices left out",
  awaited: "Still in the episode until it is made anew",
  remixed: "The episode is made without it",
  silenced: "Silent wherever its microphone picked something up",
  silencedHint:
    "This show is from before mixes were kept: it cannot be mixed again. The other voices are silent in these passages too.",
  bleedHint:
    "What another child’s microphone picked up of this voice stays. Listen to the episode before you publish it.",
  bringBack: "Bring back",
  bringBackName: "Bring the voice of {{ name }} back",
  comingBack: "Out of the feed for now.",
  comingBackHint: "An authorisation has changed. The episode comes back to the feed by itself, without this voice.",
};
